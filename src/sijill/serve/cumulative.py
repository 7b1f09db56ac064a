"""Running totals source by source, and what the register's own incidents add up to, day after day.

Invariant: running totals are drawn beside the sum, never added to it; sources stand under names that may be shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sijill.reconcile import series, sums_by
from sijill.reconcile.rows import LAST_DAY, UNKNOWN
from sijill.serve.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sijill.incident import Filters, Incident, Series
    from sijill.reconcile.gathered import Gathered
    from sijill.serve.linked import Linked

OWN = "the register's own sum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A total up to a day: the lowest and the highest number that is named, and the claim that says so.

    `is_open`: it may be higher than any number that is named, as "at least 5,000" is.
    """

    day: date
    low: int
    high: int
    claim: str = ""
    is_open: bool = False

    @property
    def words(self) -> str:
        """The total in words, open ends as open."""
        named = f"{self.low:,}" if self.low == self.high else f"{self.low:,} to {self.high:,}"
        return f"{named} or more" if self.is_open else named


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The totals of one source in the order of their days."""

    name: str
    points: tuple[Point, ...]


def own_sum(incidents: Sequence[Incident] | Gathered, filters: Filters, rule: str = "ibc") -> Line:
    """Return the sum of the incidents up to each day on which one of them ends; open once any of them is open."""
    low, high, is_open = 0, 0, False
    points = []
    for key, row in sums_by(incidents, LAST_DAY, rule=rule, filters=filters):
        if key == UNKNOWN:
            continue
        low, high = low + row.low, high + max(row.stated, row.high or 0, row.low)
        is_open = is_open or row.high is None
        points.append(Point(day=date.fromisoformat(key), low=low, high=high, is_open=is_open))
    return Line(name=OWN, points=tuple(points))


def by_source(shelf: Linked, filters: Filters, most: int | None = None) -> list[Line]:
    """Return each source's running totals of a measure that are dated and bounded below, most totals first.

    At `most` so many: the others are not looked up.
    """
    told = [(one, points) for one in series_in(shelf, filters) if (points := tuple(points_of(one, filters)))]
    lengths = sorted((len(points) for _, points in told), reverse=True)
    fewest = lengths[most - 1] if most and most < len(lengths) else 0
    lines = (Line(name=name_of(one, shelf), points=points) for one, points in told if len(points) >= fewest)
    return sorted(lines, key=lambda line: (-len(line.points), line.name))[:most]


def series_in(shelf: Linked, filters: Filters) -> Sequence[Series]:
    """Return every source's running totals of a measure."""
    view, measure = shelf.view, filters.measure
    return view.blocks.once_of(("series", measure), view.crosschecks, lambda some: series(some, measure=measure))


def how_many(shelf: Linked, filters: Filters) -> int:
    """Return how many sources give running totals within the days asked for."""
    return sum(any(points_of(one, filters)) for one in series_in(shelf, filters))


def name_of(one: Series, shelf: Linked) -> str:
    """Return the name that a source may be shown by, and whom its running totals are of."""
    hiding = shelf.hiding(point.claim for point in one.points)
    whom = "" if one.category == "unspecified" else f" ({one.category.replace('_', ' ')})"
    return one_line(hiding.name(one.voice)) + whom


def points_of(one: Series, filters: Filters) -> Iterator[Point]:
    """Yield the totals of a source that can be drawn."""
    for point in one.points:
        if point.day is None or point.low is None:
            continue
        early = filters.first is not None and point.day < filters.first
        late = filters.last is not None and point.day > filters.last
        if not (early or late):
            high = point.low if point.high is None else point.high
            yield Point(day=point.day, low=point.low, high=high, claim=point.claim, is_open=point.high is None)
