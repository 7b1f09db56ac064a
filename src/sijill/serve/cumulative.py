"""Running totals source by source, and what the register's own incidents add up to, day after day.

Invariant: running totals are drawn beside the sum, never added to it; sources stand under names that may be shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.reconcile import series, tally
from sijill.serve.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from sijill.incident import Filters, Incident, Series, TallyRow
    from sijill.serve.linked import Linked

OWN = "the register's own sum"
DAY = 10  # characters of "2016-03-14"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A total up to a day: the lowest and the highest number that is named, and the claim that says so."""

    day: date
    low: int
    high: int
    claim: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The totals of one source in the order of their days."""

    name: str
    points: tuple[Point, ...]


def own_sum(incidents: Sequence[Incident], filters: Filters, rule: str = "ibc") -> Line:
    """Return the sum of the incidents up to each day on which one of them ends."""
    dated = [(day, row) for row in tally(incidents, rule=rule, filters=filters, by="day").rows if (day := day_of(row))]
    low = high = 0
    points = []
    for day, row in sorted(dated, key=lambda pair: pair[0]):
        low, high = low + row.low, high + max(row.stated, row.high or 0, row.low)
        points.append(Point(day=day, low=low, high=high))
    return Line(name=OWN, points=tuple(points))


def day_of(row: TallyRow) -> date | None:
    """Return the day of a line of a toll by day; None for the line of what is not dated."""
    from datetime import date

    return date.fromisoformat(row.key[:DAY]) if row.key[:1].isdigit() else None


def by_source(shelf: Linked, filters: Filters) -> list[Line]:
    """Return each source's running totals of a measure that are dated and bounded below, most totals first."""
    found = (line_of(one, shelf, filters) for one in series(shelf.view.crosschecks) if one.measure == filters.measure)
    return sorted((line for line in found if line.points), key=lambda line: (-len(line.points), line.name))


def line_of(one: Series, shelf: Linked, filters: Filters) -> Line:
    """Return the running totals of a source that lie within the days asked for, under the name it may be shown by."""
    hiding = shelf.hiding(point.claim for point in one.points)
    whom = "" if one.category == "unspecified" else f" ({one.category.replace('_', ' ')})"
    return Line(name=one_line(hiding.voice(one.voice).name) + whom, points=tuple(points_of(one, filters)))


def points_of(one: Series, filters: Filters) -> Iterator[Point]:
    """Yield the totals of a source that can be drawn."""
    for point in one.points:
        if point.day is None or point.low is None:
            continue
        early = filters.first is not None and point.day < filters.first
        late = filters.last is not None and point.day > filters.last
        if not (early or late):
            yield Point(day=point.day, low=point.low, high=point.high or point.low, claim=point.claim)
