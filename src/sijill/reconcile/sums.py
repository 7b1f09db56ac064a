"""The register's own sums over days and places, for laying beside figures of a period and running totals.

Invariant: an incident is in the sum of a period only where all its days are.
"""

from __future__ import annotations

from array import array
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.incident import Filters
from sijill.reconcile.counting import Counted, count
from sijill.reconcile.folding import folded
from sijill.reconcile.gathered import parts_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
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


class Rows:
    """The incidents of one place, or of one report that tells no days; what they come to up to each day.

    `numbers` are those of the dated, `undated` those whose days are counted from one that is not known.
    """

    def __init__(self, numbers: array[int] | None = None, undated: Iterable[Counted] = ()) -> None:
        """Add nothing up yet."""
        self.numbers = array("q") if numbers is None else numbers
        self.undated = list(undated)

    def __eq__(self, other: object) -> bool:
        """Tell whether the same incidents with the same numbers are in both."""
        return isinstance(other, Rows) and (self.numbers, self.undated) == (other.numbers, other.undated)

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def _sums(self) -> _Ordered:
        return _Ordered(self.numbers)

    def within(self, first: date | None, last: date | None) -> Sum:
        """Return the sum of those whose days all lie in first..last."""
        return self._sums.within(first, last) if self.numbers else (0, 0, 0)

    def beside(self, days: Days) -> Sum:
        """Return the sum of those whose days, counted from one unknown day, lie inside."""
        inside = [one.range for one in self.undated if _within(one.incident.days, days)]
        high = None if any(r.high is None for r in inside) else sum(r.high or 0 for r in inside)
        return len(inside), sum(r.low for r in inside), high


class _Ordered:
    """Incidents in the order of their last days, and what they come to up to each."""

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


NOTHING: Final = Rows()


def sums_of(held: Gathered, measure: str, category: str | None, rule: Rule) -> Mapping[Container, Rows]:
    """Return the incidents that count, for a measure and category, under every place and report that holds them.

    None is there beside its whole.
    """
    question = Filters(measure=measure, category=category)

    def of(some: Iterable[Incident]) -> dict[Container, Rows]:
        found: dict[Container, Rows] = {}
        for one in some:
            counted = count(one, question, rule)
            if isinstance(counted, Counted):
                _add(found, counted)
        return found

    def of_whole_ones(some: Iterable[Incident]) -> dict[Container, Rows]:
        return of(one for one in some if one.part_of is None)

    others = held.lined(("sums", rule.name, question), of_whole_ones, _joined)
    alone = of(one for one in parts_in(held) if one.part_of not in held.by_id)
    return (
        {**others, **{at: _joined([others.get(at, NOTHING), rows]) for at, rows in alone.items()}} if alone else others
    )


def _add(found: dict[Container, Rows], one: Counted) -> None:
    """Take in an incident."""
    days, number = one.incident.days, one.range
    if days.offset_first is not None:
        for report in one.incident.reports:
            found.setdefault(container_of_report(report), Rows()).undated.append(one)
    first, last = days.first or days.last, days.last or days.first
    if first is not None and last is not None:
        row = (first.toordinal(), last.toordinal(), number.low, _OPEN if number.high is None else number.high)
        for container in _containers(one.incident.place):
            found.setdefault(container, Rows()).numbers.extend(row)


def _joined(parts: Sequence[Rows]) -> Rows:
    found = Rows()
    for part in parts:
        found.numbers.extend(part.numbers)
        found.undated.extend(part.undated)
    return found


def container_of_report(name: str) -> Container:
    """Return what holds the incidents of a report whose days are counted from one that is not known."""
    return "report", name


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
