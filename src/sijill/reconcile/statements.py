"""One source in one report: the whole it gives, or the sum of its parts.

Invariants: a part never adds to a whole; a number that is stated again is one number; nothing is added but numbers of
different people, and such a sum is marked as derived. The result does not depend on the order of the entries.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sijill.incident import Amount
from sijill.reconcile.added import TOGETHER, adds_to, of_others
from sijill.reconcile.entries import Entry, amount_of, people

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source gives in one report.

    `whole` counts everybody, as stated; `families` counts the people of one kind each. `soft` is true where only parts
    of an unknown whole are given, `stale` where only what was said earlier is.
    """

    key: str
    report: str
    published: date
    whole: Amount | None
    families: Mapping[str, Amount]
    parts: tuple[Amount, ...] = ()
    earlier: tuple[Amount, ...] = ()
    soft: bool = False
    stale: bool = False

    @property
    def total(self) -> Amount | None:
        """The whole as stated, else the sum of the families, None where only one part of an unknown whole is given."""
        if self.soft and len(self.families) == 1:
            return None
        return self.whole or summed(self.families.values())


def statement_of(entries: Sequence[Entry]) -> Statement:
    """Return what one source's figures of one measure in one report come to; there is at least one entry."""
    if len(entries) == 1:
        return _lone(entries[0])
    ordered = sorted(entries, key=lambda e: (e.rank, e.id))
    corrected = max((e.rank for e in ordered if "corrected" in e.marks), default=None)
    old = [e for e in ordered if "earlier" in e.marks or (corrected is not None and e.rank < corrected)]
    current = [e for e in ordered if e not in old]
    told = _told_apart(current or ordered)
    whole, families, soft = _wholes(_on_top(told))
    first = ordered[0]
    return Statement(
        key=first.key,
        report=first.member.report_name,
        published=first.rank[0],
        whole=whole,
        families=families,
        parts=tuple(t.amount for t in told),
        earlier=tuple(amount_of(e) for e in old) if current else (),
        soft=soft,
        stale=not current,
    )


def _lone(entry: Entry) -> Statement:
    amount = amount_of(entry)
    is_whole = entry.family == "all" and not entry.soft
    whole, families = (amount, {}) if is_whole else (None, {entry.family: amount})
    return Statement(
        entry.key, entry.member.report_name, entry.rank[0], whole, families, (amount,), (), entry.soft,
        "earlier" in entry.marks,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """Entries that give one number of the same people; the last of them speaks for all."""

    entries: tuple[Entry, ...]
    amount: Amount
    soft: bool

    @property
    def last(self) -> Entry:
        """The entry that stands last in time and text."""
        return self.entries[-1]

    @property
    def number(self) -> int:
        """The number named, 0 for words that bound nothing."""
        return self.amount.stated or 0


def _told_apart(entries: Iterable[Entry]) -> list[Told]:
    groups: dict[tuple[str, int | None], list[list[Entry]]] = {}
    for entry in entries:
        homes = groups.setdefault((entry.family, entry.stated), [])
        home = next((h for h in homes if not any(_coordinated(e, entry) for e in h)), None)
        if home is None:
            homes.append([entry])
        else:
            home.append(entry)
    return [_one(home) for homes in groups.values() for home in homes]


def _one(entries: list[Entry]) -> Told:
    last = entries[-1]
    amount = amount_of(last)
    if len(entries) > 1:
        claims = tuple(sorted(e.id for e in entries))
        amount = replace(amount, claims=claims, hedged=all(e.claim.certainty == "hedged" for e in entries))
    return Told(tuple(entries), amount, all(e.soft for e in entries))


def _on_top(told: Sequence[Told]) -> list[Told]:
    """Return what is told with the numbers that come on top of others added to them.

    Those of one kind are one number then; those of no kind make a whole with the ones that they come on top of.
    """
    found: list[Told] = []
    for one in sorted(told, key=lambda t: (t.entries[0].rank, t.entries[0].id)):
        at = next((i for i, t in reversed(list(enumerate(found))) if _comes_on_top(one, t)), None)
        if at is None:
            found.append(one)
            continue
        base, both = found[at], summed((found[at].amount, one.amount)) or one.amount
        if one.last.family in {base.last.family, "all"}:
            found[at : at + 1] = [replace(one, amount=both, soft=False), *_kept(base, one)]
        elif base.last.family == "all":
            found[at : at + 1] = [replace(base, amount=both), replace(one, soft=False)]
        else:
            found.append(replace(one, soft=False))
    return found


def _kept(base: Told, one: Told) -> list[Told]:
    """Return the people of a kind that others of no kind come on top of: they are counted by their kind as well."""
    return [base] if base.last.family != one.last.family else []


def _comes_on_top(one: Told, other: Told) -> bool:
    return not other.soft and any(adds_to(entry, before) for entry in one.entries for before in other.entries)


def _coordinated(a: Entry, b: Entry) -> bool:
    """Tell whether two figures stand side by side and are of different people or places."""
    if adds_to(b, a) or adds_to(a, b):
        return True
    if abs(a.rank[1] - b.rank[1]) > TOGETHER or "part" in a.marks or "part" in b.marks:
        return False
    return of_others(a, b) or (a.family != "all" and _elsewhere(a, b))


def _elsewhere(a: Entry, b: Entry) -> bool:
    here, there = a.claim.place, b.claim.place
    return here is not None and there is not None and not people(here.worded) & people(there.worded)


def _wholes(told: Sequence[Told]) -> tuple[Amount | None, dict[str, Amount], bool]:
    """Return the whole as stated, the families, and whether all of it is parts of an unknown whole."""
    hard = _hard(told)
    if (total := _total_of(told)) is not None:
        return total.amount, {}, False
    whole = max((t for t in hard if t.last.family == "all"), key=_order, default=None)
    families = _families(hard or told)
    rest = max((t for t in told if t.last.family == "all" and _is_rest(t, told)), key=_order, default=None)
    if whole is not None and whole.number >= max((a.stated or 0 for a in families.values()), default=0):
        return whole.amount, families, False
    if rest is not None and families:
        families["all"] = rest.amount
    elif not families and not hard:
        families["all"] = max(told, key=_order).amount
    return None, families, not hard


def _total_of(told: Sequence[Told]) -> Told | None:
    """Return the number that is said to be a total and is the sum of those told before it, whoever it calls them."""
    totals = (t for t in told if "total" in t.last.marks and t.last.high is not None)
    return next((t for t in totals if _sum_before(t, told) == t.number), None)


def _sum_before(total: Told, told: Sequence[Told]) -> int:
    before = [t for t in told if t.last.rank < total.last.rank and "total" not in t.last.marks]
    return sum(t.number for t in before) if len(before) > 1 else 0


def _is_rest(told: Told, others: Iterable[Told]) -> bool:
    """Tell whether a number is of some beside those of other kinds: "others", or people who stand in one list.

    "17 visitors, two Tunisians and two gunmen" are 21, whatever the Tunisians were.
    """
    if "rest" in told.last.marks:
        return True
    return not told.soft and any(t.last.family != "all" and _coordinated(t.last, told.last) for t in others)


def _hard(told: Sequence[Told]) -> list[Told]:
    """Return what is no part: a "part" of one kind above all that its source gives besides is none of theirs.

    "Killing 11 of them" speaks of militants named without a number: with two soldiers killed, 13 died.
    """
    hard = [t for t in told if not t.soft]
    most = max((t.number for t in hard), default=0)
    above = [t for t in told if t.soft and hard and t.number > most and t.last.family != "all"]
    return [t for t in told if t in hard or t in above]


def _order(told: Told) -> tuple[int, int, str]:
    return told.number, told.last.rank[1], told.last.id


def _families(told: Sequence[Told]) -> dict[str, Amount]:
    names = sorted({t.last.family for t in told} - {"all"})
    return {name: _family([t for t in told if t.last.family == name]) for name in names}


def _family(told: list[Told]) -> Amount:
    """Return the largest number of a family, or the sum of those side by side that are of different people."""
    largest = max(told, key=_order)
    together = max((_side_by_side(t, told) for t in told), key=lambda ts: (sum(t.number for t in ts), _order(ts[0])))
    if sum(t.number for t in together) > largest.number and not _are_parts_of(largest, together):
        return summed(t.amount for t in together) or largest.amount
    return largest.amount


def _are_parts_of(whole: Told, together: Sequence[Told]) -> bool:
    """Tell whether some numbers are one and those that come to it: "five: a father and four children"."""
    parts = [t.number for t in together if t is not whole]
    return len(parts) > 1 and len(parts) < len(together) and sum(parts) == whole.number


def _side_by_side(first: Told, told: Iterable[Told]) -> list[Told]:
    """Return `first` and those after it that stand side by side, each of other people than the rest."""
    chain = [first]
    for other in sorted(told, key=lambda t: (t.last.rank, t.last.id)):
        after = other.last.rank >= first.last.rank and other is not first
        if after and _coordinated(chain[-1].last, other.last) and not any(_alike(t.last, other.last) for t in chain):
            chain.append(other)
    return chain


def _alike(a: Entry, b: Entry) -> bool:
    theirs, ours = people(a.figure.victims), people(b.figure.victims)
    return bool(theirs & ours) and not _elsewhere(a, b)


def summed(amounts: Iterable[Amount]) -> Amount | None:
    """Return the sum of amounts of different people, marked as derived; one amount is itself, none is None."""
    parts = list(amounts)
    if len(parts) <= 1:
        return parts[0] if parts else None
    categories = {part.category for part in parts}
    return Amount(
        low=None if all(p.low is None for p in parts) else sum(p.low or 0 for p in parts),
        high=None if any(p.high is None for p in parts) else sum(p.high or 0 for p in parts),
        stated=sum(p.stated or 0 for p in parts),
        category=categories.pop() if len(categories) == 1 else "mixed",
        claims=tuple(sorted({id_ for p in parts for id_ in p.claims})),
        derived=True,
        hedged=any(p.hedged for p in parts),
        approximate=any(p.approximate for p in parts),
    )
