"""One incident under a rule: low, best and high, or why it does not count.

Invariant: low <= best <= high; a measure that nobody asserts (a killed-or-injured bound) never counts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sijill.reconcile.categories import of_category
from sijill.reconcile.ranges import over

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.incident import Amount, FigureRange, Filters, Incident, SourceFigures
    from sijill.reconcile.rules import Rule

_CORROBORATED = 2
_DAYS_OF = (1, 6, 7, 31)
"""The most days that UCDP's date_prec 1 to 4 span."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An incident's numbers under a rule."""

    incident: Incident
    range: FigureRange
    best: int | None


def count(incident: Incident, filters: Filters, rule: Rule) -> Counted | str:
    """Return an incident's numbers of the asked measure, category and source, or in words why it has none."""
    return _too_coarse(incident, rule) or narrowed(incident, filters, rule)


def narrowed(incident: Incident, filters: Filters, rule: Rule) -> Counted | str:
    """Return what `count` does, of an incident that is known closely enough for the rule."""
    found, totals = _range(incident, filters, rule)
    if found is None:
        return f"no source gives a number of {filters.measure.replace('_', ' ')}"
    if found.bounded_only:
        return "only a killed-or-injured figure: it bounds the measure and is never added"
    if found.stated < rule.least:
        return f"fewer than {rule.least} {filters.measure}"
    return Counted(incident, found, _best(found, totals, rule))


def _too_coarse(incident: Incident, rule: Rule) -> str | None:
    place = incident.place
    if place is not None and place.precision is not None and place.precision > rule.coarsest_place:
        return f"its place is no closer than {place.name or place.worded}"
    if precision_of(incident) > rule.coarsest_days:
        return "its days are not known closely enough"
    return None


def precision_of(incident: Incident) -> int:
    """Return UCDP's date_prec of an incident: as given, else from the days that it spans (0 where none are known)."""
    days = incident.days
    if days.precision is not None:
        return days.precision
    if days.first is None or days.last is None:
        return 0
    length = (days.last - days.first).days + 1
    return next((i for i, most in enumerate(_DAYS_OF, start=1) if length <= most), 5)


def _range(incident: Incident, filters: Filters, rule: Rule) -> tuple[FigureRange | None, Sequence[Amount]]:
    """Return the range that a question and a rule leave, with the totals that it is over."""
    stated = incident.range_of(filters.measure)
    plain = filters.category is None and filters.source is None and not rule.vague
    if stated is None or stated.bounded_only or (plain and rule.best == "none"):
        return stated, ()
    figures = [f for f in incident.figures if f.measure == filters.measure and _says(f, filters.source) and f.counts]
    if rule.vague:
        figures = [_reworded(f, rule.vague) for f in figures]
    totals = of_category(figures, filters.category) if filters.category else [f.total for f in figures if f.total]
    return (stated if plain else over(filters.measure, totals, contested=stated.contested)), totals


def _says(figures: SourceFigures, source: str | None) -> bool:
    return source is None or source in (figures.voice.key, figures.voice.name)


def _reworded(figures: SourceFigures, vague: dict[str, int]) -> SourceFigures:
    """Give a vague total the number that the rule has for its word."""
    word = figures.total.vague if figures.total else None
    if figures.total is None or word not in vague:
        return figures
    number = vague[word]
    return replace(figures, total=replace(figures.total, low=number, stated=number))


def _best(found: FigureRange, totals: Sequence[Amount], rule: Rule) -> int | None:
    if rule.best == "none":
        return None
    if found.sources == 1 or found.low == found.high:
        return found.low
    numbers = Counter(_number(t) for t in totals)
    if rule.best == "most_sources":
        best = min(numbers, key=lambda n: (-numbers[n], n))
    else:
        best = max((n for n, times in numbers.items() if times >= _CORROBORATED), default=found.low)
    return max(found.low, best if found.high is None else min(best, found.high))


def _number(total: Amount) -> int:
    return total.low if total.low is not None else total.stated or 0
