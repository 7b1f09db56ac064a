"""What sources cannot all be right about: counts, bounds, who the dead were, who did it, and what one denies.

Invariant: accounts are at odds only where no number of people fits both; "at least 112" and "at least 126" fit.
"""

from __future__ import annotations

from itertools import combinations
from math import inf
from typing import TYPE_CHECKING

from sijill.incident import Account, Amount, Contradiction, SourceFigures
from sijill.reconcile.entries import FAMILIES
from sijill.reconcile.ranges import BOTH, BOUNDED
from sijill.reconcile.wording import figures_in_words
from sijill.reconcile.words import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sijill.reconcile.entries import Entry
    from sijill.reconcile.voices import Voices


def at_odds(figures: Sequence[SourceFigures]) -> Contradiction | None:
    """Return the contradiction among the totals of one measure, None where all can be true."""
    counting = [f for f in figures if f.counts]
    if len(counting) <= 1:
        return None
    odd = {i for i, j in combinations(range(len(counting)), 2) if _apart(counting[i], counting[j]) for i in (i, j)}
    return _contradiction("figures", [f for i, f in enumerate(counting) if i in odd]) if odd else None


def _contradiction(kind: str, figures: Iterable[SourceFigures], measure: str | None = None) -> Contradiction:
    found = list(figures)
    accounts = tuple(account_of(f) for f in found)
    return Contradiction(kind=kind, measure=measure or found[0].measure, accounts=accounts)


def account_of(figures: SourceFigures) -> Account:
    """Return a source's figures as one side of a contradiction."""
    claims = figures.total.claims if figures.total else ()
    return Account(voice=figures.voice, words=figures_in_words(figures), claims=claims)


def _apart(a: SourceFigures, b: SourceFigures) -> bool:
    """Tell whether no number fits both; a count of some of the people only must not exceed one of all."""
    if a.total is None or b.total is None:
        return False
    here, there = _family(a.total), _family(b.total)
    too_high = _least(a.total) > _most(b.total), _least(b.total) > _most(a.total)
    if here == there:
        return any(too_high)
    return (there == "all" and too_high[0]) or (here == "all" and too_high[1])


def _family(amount: Amount) -> str:
    return FAMILIES.get(amount.category, "civil")


def _least(amount: Amount) -> float:
    low = amount.low or 0
    return low * (1 - tables().slack) if amount.approximate else low


def _most(amount: Amount) -> float:
    if amount.vague:
        return tables().ceilings.get(amount.vague, inf)
    if amount.high is None:
        return inf
    return amount.high * (1 + tables().slack) if amount.approximate else amount.high


def over_bound(by_measure: Mapping[str, Sequence[SourceFigures]]) -> Iterator[Contradiction]:
    """Yield, by measure, the totals that are more than a killed-or-injured figure of everybody allows."""
    bounds = [f for f in by_measure.get(BOTH, ()) if f.counts and f.total and _family(f.total) == "all"]
    for measure in BOUNDED if bounds else ():
        over = [
            f for f in by_measure.get(measure, ()) if f.counts and f.total
            and any(b.total and _least(f.total) > _most(b.total) for b in bounds)
        ]  # fmt: skip
        if over:
            yield _contradiction("bound", [*over, *bounds], measure)


def other_people(figures: Sequence[SourceFigures]) -> Contradiction | None:
    """Return the accounts that give one number of different people: 25 civilians here, 25 fighters there."""
    single = [f for f in figures if f.counts and f.total and _family(f.total) != "all" and not f.total.derived]
    odd = {
        i
        for a, b in combinations(range(len(single)), 2)
        if _same_number(single[a].total, single[b].total) and _people(single[a]) != _people(single[b])
        for i in (a, b)
    }
    return _contradiction("category", [single[i] for i in sorted(odd)]) if odd else None


def _people(figures: SourceFigures) -> str:
    return _family(figures.total) if figures.total else ""


def _same_number(a: Amount | None, b: Amount | None) -> bool:
    return a is not None and b is not None and a.stated is not None and a.stated == b.stated


def denied(
    denials: Iterable[Entry], entries: Sequence[Entry], voices: Voices, figures: Iterable[SourceFigures] = ()
) -> Iterator[Contradiction]:
    """Yield the figures that one source gives and another denies.

    A report's own voice in `figures` that only repeats the source is no other: what that takes back, it takes back.
    """
    repeats = {(own.voice.key, own.repeats, own.measure) for own in figures if own.repeats}
    for denial in sorted(denials, key=lambda e: (e.rank, e.id)):
        given: dict[str, list[str]] = {}
        for entry in entries:
            if (
                entry.key != denial.key
                and (entry.key, denial.key, denial.figure.measure) not in repeats
                and entry.figure.measure == denial.figure.measure
                and entry.stated == denial.stated
            ):
                given.setdefault(entry.key, []).append(entry.id)
        if given and denial.stated is not None:
            words = f"{denial.stated:,} {denial.figure.measure.replace('_', ' ')}"
            told = [
                Account(voice=voices.of(k), words=words, claims=tuple(sorted(ids))) for k, ids in sorted(given.items())
            ]
            no = Account(voice=voices.of(denial.key), words=f"denies {words}", claims=(denial.id,))
            yield Contradiction(kind="denial", measure=denial.figure.measure, accounts=(*told, no))
