"""What one report is chiefly about: the figure it leads with, and one total a measure.

A report leads with the first whole number that it gives of people killed: not a part of another number, nor what is
left beside one, nor a running total, nor the article of "a woman". A toll that the report itself raises gives way to
the raised one, a rounded number to the exact one that it rounds, and people counted side by side are added up.

Invariant: a total names the claims that it rests on, and is marked as derived where no source states it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.incident import Main, Total
from sijill.model import MEASURES
from sijill.reconcile.added import adds_to, of_others
from sijill.reconcile.entries import amount_of, entry_of
from sijill.reconcile.ranges import ROUNDS
from sijill.reconcile.statements import summed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.incident import Amount, Member
    from sijill.reconcile.entries import Entry

FIGHTERS: Final = frozenset({"state", "armed"})
"""Families of people who are said to be soldiers, police, militants or rebels."""
BESIDE: Final = 60
"""Code points within which numbers of different people stand side by side: "13 teachers and four children"."""
WITHIN: Final = 120
"""Code points after a whole within which its fighters are told apart: "17 people, at least eight of them gunmen"."""
_ENTERING: Final = frozenset({"asserted", "hedged"})


def main_of(members: Sequence[Member]) -> Main | None:
    """Return what the claims of one report are chiefly about; None where it gives no figure that counts."""
    by_measure: defaultdict[str, list[Entry]] = defaultdict(list)
    for member in sorted(members, key=lambda m: m.claim.anchor.span.start):
        figure = member.claim.figure
        if figure is not None and member.claim.certainty in _ENTERING:
            by_measure[figure.measure].append(entry_of(member.claim.id, member, key=""))
    found = {measure: lead_of(by_measure[measure]) for measure in MEASURES if by_measure[measure]}
    if not found:
        return None
    totals = tuple(Total(measure, lead.id, *_amounts(lead, by_measure[measure])) for measure, lead in found.items())
    return Main(lead=totals[0].lead, report=members[0].report_name, totals=totals)


def lead_of(entries: Sequence[Entry]) -> Entry:
    """Return the figure of one measure that a report leads with; there is at least one."""
    return min(entries, key=lambda e: (*_flaws(e), e.figure.worded.lower() in {"a", "an"}, *_place(e)))


def _flaws(entry: Entry) -> tuple[bool, bool, bool]:
    """Return what keeps a figure from being the toll, the worst first: no number, a running total, a part."""
    soft = entry.soft or "earlier" in entry.marks
    return entry.figure.count.value is None, entry.figure.scope == "cumulative", soft


def _amounts(lead: Entry, entries: Sequence[Entry]) -> tuple[Amount, Amount]:
    """Return the total, and the total without people who are said to be fighters (the same where none are)."""
    whole_numbers = [e for e in entries if not any(_flaws(e)) or _is_on_top(e, entries)]
    unarmed = [e for e in whole_numbers if e.family not in FIGHTERS]
    first = lead_of(unarmed) if lead.family in FIGHTERS and unarmed else lead
    apart = total_of(first, unarmed)
    if first.family == "all":
        apart = without(apart, fighters_within(first, entries))
    return total_of(lead, whole_numbers), apart


def _is_on_top(entry: Entry, entries: Iterable[Entry]) -> bool:
    _, running, _ = _flaws(entry)
    return not running and any(adds_to(entry, other) for other in entries)


def total_of(lead: Entry, others: Sequence[Entry]) -> Amount:
    """Return what a lead comes to in the end: as raised, as exactly stated, or with those counted beside it."""
    after = [e for e in others if e.rank[1] > lead.rank[1] and (e.stated or 0) > (lead.stated or 0)]
    raised = [e for e in after if "risen" in e.marks]
    exact = [e for e in after if e.figure.count.comparator == "exact" and rounds(lead, e)]
    if raised or exact:
        return amount_of((raised or exact)[0])
    together = beside(lead, others)
    return summed([amount_of(e) for e in together]) or amount_of(lead)


def rounds(lead: Entry, other: Entry) -> bool:
    """Tell whether a lead that is open above ("more than 240") rounds a higher number ("242")."""
    return lead.high is None and ROUNDS * (other.stated or 0) <= (lead.stated or 0)


def beside(lead: Entry, others: Iterable[Entry]) -> list[Entry]:
    """Return the figures that stand side by side with the lead, and the lead itself, each of other people."""
    ordered = sorted({e.id: e for e in (lead, *others)}.values(), key=_place)
    at = [e.id for e in ordered].index(lead.id)
    chain = [lead]
    for other in ordered[at + 1 :]:
        if _is_near(chain[-1], other, chain) and _joins(other, chain, lead):
            chain.append(other)
    for other in reversed(ordered[:at]):
        if _is_near(other, chain[0], chain) and _joins(other, chain, lead):
            chain.insert(0, other)
    return chain


def _is_near(first: Entry, second: Entry, chain: Sequence[Entry]) -> bool:
    """Tell whether two figures stand side by side, or the second of them comes on top of one told of."""
    return 0 < second.rank[1] - first.rank[1] <= BESIDE or any(adds_to(second, one) for one in (first, *chain))


def _place(entry: Entry) -> tuple[int, str]:
    """Return where a figure stands in its text; two at one place are told apart by their ids."""
    return entry.rank[1], entry.id


def _joins(other: Entry, chain: Sequence[Entry], lead: Entry) -> bool:
    """Tell whether a figure counts people besides all of a chain."""
    on_top = any(_adds(other, one) for one in chain)
    if not all(of_others(other, one) or _adds(other, one) for one in chain):
        return False
    return lead.claim.incident == other.claim.incident if on_top else _counted_alike(lead, other)


def _adds(a: Entry, b: Entry) -> bool:
    return adds_to(a, b) or adds_to(b, a)


def _counted_alike(lead: Entry, other: Entry) -> bool:
    """Tell whether two figures are of one happening and neither counts the people of the other."""
    one_happening = lead.claim.incident == other.claim.incident
    return one_happening and other.figure.count.comparator == "exact" and lead.family != "all"


def fighters_within(whole: Entry, entries: Iterable[Entry]) -> list[Entry]:
    """Return the figures that tell fighters apart within a whole."""
    return [
        e for e in entries
        if e.family in FIGHTERS and "part" in e.marks and 0 < e.rank[1] - whole.rank[1] < WITHIN
    ]  # fmt: skip


def without(whole: Amount, parts: Sequence[Entry]) -> Amount:
    """Return a total less some of its parts, marked as derived; the total itself where they do not fit in it."""
    less = sum(e.stated or 0 for e in parts)
    if not 0 < less < (whole.stated or 0):
        return whole
    low, high, stated = (None if n is None else max(n - less, 0) for n in (whole.low, whole.high, whole.stated))
    claims = tuple(sorted({*whole.claims, *(e.id for e in parts)}))
    return replace(whole, low=low, high=high, stated=stated, claims=claims, derived=True)
