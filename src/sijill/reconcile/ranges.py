"""Figures by source -> the range of a measure: the lowest total that an independent source asserts to the highest.

Invariants: low <= high; the range is open where the highest number named is open in every account that names it; a
killed-or-injured figure bounds both measures and adds to neither.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.incident import Amount, FigureRange, SourceFigures
from sijill.reconcile.voices import is_own_voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BOTH: Final = "killed_or_injured"
BOUNDED: Final = ("killed", "injured")
ROUNDS: Final = 0.8
"""A report's own "more than 30" rounds a source's 32: it is at least this share of it."""


def independent(figures: Iterable[SourceFigures]) -> tuple[SourceFigures, ...]:
    """Return figures with the totals of a report's own voice marked where they repeat a source that it names.

    Where nobody gives a total, parts count as one: so many at least.
    """
    found = [_marked(f, figures) for f in figures] if isinstance(figures, list) else list(figures)
    if any(f.counts for f in found):
        return tuple(found)
    return tuple(_promoted(f) for f in found)


def _marked(own: SourceFigures, all_figures: Iterable[SourceFigures]) -> SourceFigures:
    if own.total is None or not is_own_voice(own.voice.key):
        return own
    named = (f for f in all_figures if not is_own_voice(f.voice.key) and set(own.reports) <= set(f.reports))
    repeated = next((f.voice.key for f in named if _repeats(own.total, f)), None)
    return replace(own, repeats=repeated) if repeated else own


def _repeats(own: Amount, named: SourceFigures) -> bool:
    if any(
        amount is not None and _rounds(own, amount) for amount in (named.total, *named.superseded, *named.withdrawn)
    ):
        return True
    return any((part.stated, part.category) == (own.stated, own.category) for part in named.parts)


def _rounds(own: Amount, other: Amount) -> bool:
    """Tell whether a report's own number is another's, or a rounder or vaguer form of it."""
    if own.stated is None or other.stated is None:
        return False
    if own.stated == other.stated:
        return True
    vaguer = own.high is None or own.approximate
    return vaguer and (ROUNDS * other.stated <= own.stated <= other.stated)


def _promoted(figures: SourceFigures) -> SourceFigures:
    """Make the largest part the total, open above, where a source gives parts only."""
    parts = [p for p in figures.parts if p.countable]
    if figures.total is not None or not parts:
        return figures
    largest = max(parts, key=lambda p: (p.stated or 0, p.claims))
    return replace(
        figures, total=replace(largest, high=None), parts=tuple(p for p in figures.parts if p is not largest)
    )


def range_of(measure: str, figures: Sequence[SourceFigures], *, contested: bool = False) -> FigureRange | None:
    """Return the range over the independent totals of one measure, None where none bounds it."""
    return over(measure, [f.total for f in figures if f.total and f.counts], contested=contested)


def _accounts(totals: Sequence[Amount]) -> list[Amount]:
    """Return the totals that are of all: not what a party tells of its own losses beside a higher count of others."""
    return [t for t in totals if not (t.stance == "own" and any(_is_of_others(o, t) for o in totals))]


def _is_of_others(other: Amount, own: Amount) -> bool:
    """Tell whether a total counts more than a party's own losses, and people whom that party does not count."""
    return other.stance != "own" and other.category != own.category and (other.low or 0) > (own.stated or 0)


def over(measure: str, totals: Sequence[Amount], *, contested: bool = False) -> FigureRange | None:
    """Return the range over totals of independent sources, None where there are none."""
    totals = _accounts(totals)
    if len(totals) < 2:  # noqa: PLR2004 -- one source or none: most incidents, and every line of a toll by source
        return _of_one(measure, totals[0], contested=contested) if totals else None
    stated = max(t.stated or 0 for t in totals)
    lows = [t for t in totals if t.low is not None]
    lowest = min(lows, key=lambda t: (t.low, t.derived, t.claims)) if lows else None
    highest = [t for t in totals if t.stated == stated]
    ends = [*([lowest] if lowest else []), *highest]
    return FigureRange(
        measure=measure,
        low=(lowest.low or 0) if lowest else 0,
        high=stated if any(t.high is not None for t in highest) else None,
        stated=stated,
        claims=tuple(sorted({id_ for t in totals for id_ in t.claims})),
        sources=len(totals),
        contested=contested,
        derived=any(t.derived for t in ends),
        hedged=any(t.hedged for t in ends),
    )


def _of_one(measure: str, total: Amount, *, contested: bool) -> FigureRange:
    """Return the range that one total leaves: its low to its number, open where its high is."""
    stated = total.stated or 0
    return FigureRange(
        measure=measure,
        low=total.low or 0,
        high=None if total.high is None else stated,
        stated=stated,
        claims=tuple(sorted(set(total.claims))),
        contested=contested,
        derived=total.derived,
        hedged=total.hedged,
    )


def bound_of(measure: str, both: Sequence[SourceFigures]) -> FigureRange | None:
    """Return the range that killed-or-injured figures alone leave to a measure: 0 to the highest, None where open."""
    found = range_of(measure, both)
    return replace(found, low=0, bounded_only=True) if found else None
