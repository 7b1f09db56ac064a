"""The register's own sums over days and places, for laying beside figures of a period and running totals.

Invariant: an incident is in the sum of a period only where all its days are.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.incident import Filters
from sijill.reconcile.counting import Counted, count
from sijill.reconcile.folding import folded
from sijill.reconcile.gathered import parts_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from sijill.incident import Incident
    from sijill.model import Place
    from sijill.reconcile.gathered import Gathered
    from sijill.reconcile.rules import Rule
    from sijill.values import Days

    Container = tuple[str, str]

Sum = tuple[int, int, int | None]
"""How many incidents, their low and high (None where one is open)."""
_OPEN: Final = -1
_EVERYWHERE: Final = ("everywhere", "")
_COUNTRY_WIDE: Final = 6
_WIDE: Final = 4  # numbers of a row: first day, last day, low, high


@dataclass(frozen=True, slots=True)
class Sums:
    """Counted incidents, to be summed by place and days.

    `rows` are their numbers under every place that holds them, `undated` those without a day by their reports;
    `ordered` are the rows of the places that were asked for.
    """

    rows: dict[Container, array[int]] = field(default_factory=dict)
    undated: dict[str, list[Counted]] = field(default_factory=dict)
    ordered: dict[Container, Rows] = field(default_factory=dict)

    def add(self, one: Counted) -> None:
        """Take in an incident."""
        days, found = one.incident.days, one.range
        if days.offset_first is not None:
            for report in one.incident.reports:
                self.undated.setdefault(report, []).append(one)
        first, last = days.first or days.last, days.last or days.first
        if first is not None and last is not None:
            row = (first.toordinal(), last.toordinal(), found.low, _OPEN if found.high is None else found.high)
            for container in _containers(one.incident.place):
                self.rows.setdefault(container, array("q")).extend(row)

    def join(self, other: Sums) -> None:
        """Take in what another holds."""
        for container, rows in other.rows.items():
            self.rows.setdefault(container, array("q")).extend(rows)
        for report, counted in other.undated.items():
            self.undated.setdefault(report, []).extend(counted)

    def over(self, place: Place | None, first: date | None, last: date | None) -> Sum:
        """Return the sum of the incidents in a place (None is everywhere) whose days all lie in first..last."""
        container = container_of(place)
        if container not in self.rows:
            return 0, 0, 0
        if container not in self.ordered:
            self.ordered[container] = Rows(self.rows[container])
        return self.ordered[container].within(first, last)

    def beside(self, report: str, days: Days) -> Sum:
        """Return the sum of the incidents of a report whose days, counted from one unknown day, lie inside."""
        inside = [one.range for one in self.undated.get(report, ()) if _within(one.incident.days, days)]
        high = None if any(r.high is None for r in inside) else sum(r.high or 0 for r in inside)
        return len(inside), sum(r.low for r in inside), high


class Rows:
    """The incidents of one place in the order of their last days, and what they come to up to each."""

    def __init__(self, numbers: array[int]) -> None:
        """Add them up."""
        rows = np.frombuffer(numbers, dtype=np.int64).reshape(-1, _WIDE)
        self._rows: NDArray[np.int64] = rows[np.argsort(rows[:, 1], kind="stable")]
        self._lasts = np.ascontiguousarray(self._rows[:, 1])
        self._lows = np.cumsum(self._rows[:, 2])
        is_open = self._rows[:, 3] == _OPEN
        self._highs, self._opens = np.cumsum(np.where(is_open, 0, self._rows[:, 3])), np.cumsum(is_open)

    def within(self, first: date | None, last: date | None) -> Sum:
        """Return the sum of those whose days all lie in first..last."""
        rows = self._rows
        end = len(rows) if last is None else int(self._lasts.searchsorted(last.toordinal(), side="right"))
        if first is not None:
            held = rows[:end][rows[:end, 0] >= first.toordinal()]
            high = None if (held[:, 3] == _OPEN).any() else int(held[:, 3].sum())
            return len(held), int(held[:, 2].sum()), high
        if not end:
            return 0, 0, 0
        return end, int(self._lows[end - 1]), None if self._opens[end - 1] else int(self._highs[end - 1])


def sums_of(held: Gathered, measure: str, category: str | None, rule: Rule) -> Sums:
    """Return the sums of the incidents that count, for a measure and category; none beside its whole."""
    question = Filters(measure=measure, category=category)

    def of(some: Iterable[Incident]) -> Sums:
        found = Sums()
        for one in some:
            counted = count(one, question, rule)
            if isinstance(counted, Counted):
                found.add(counted)
        return found

    def of_whole_ones(some: Iterable[Incident]) -> Sums:
        return of(one for one in some if one.part_of is None)

    others = held.folded(("sums", rule.name, question), of_whole_ones, _joined)
    alone = [one for one in parts_in(held) if one.part_of not in held.by_id]
    return _joined([others, of(alone)]) if alone else others


def _joined(parts: Sequence[Sums]) -> Sums:
    found = Sums()
    for part in parts:
        found.join(part)
    return found


def _within(inner: Days, outer: Days) -> bool:
    if inner.anchor != outer.anchor or inner.offset_first is None or outer.offset_first is None:
        return False
    last, end = inner.offset_last or inner.offset_first, outer.offset_last or outer.offset_first
    return outer.offset_first <= inner.offset_first and last <= end


def container_of(place: Place | None) -> Container:
    """Return what a figure's place covers: a country, a first-level unit, a place, or everywhere."""
    if place is None:
        return _EVERYWHERE
    if place.country and place.precision is not None and place.precision >= _COUNTRY_WIDE:
        return "country", place.country
    if place.admin1_code and place.admin1 and folded(place.admin1) == folded(place.name or place.worded):
        return "admin1", place.admin1_code
    return ("id", place.gazetteer_id) if place.gazetteer_id else ("name", folded(place.name or place.worded))


def _containers(place: Place | None) -> set[Container]:
    if place is None:
        return {_EVERYWHERE}
    own = {_EVERYWHERE, container_of(place), ("name", folded(place.name or place.worded))}
    if place.country:
        own.add(("country", place.country))
    if place.admin1_code:
        own.add(("admin1", place.admin1_code))
    return own
