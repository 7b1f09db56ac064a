"""Running totals by source, drawn on a logarithmic axis: a source's total of a war dwarfs what was read. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, log10
from typing import TYPE_CHECKING

from sijill.serve.cumulative import by_source, how_many, own_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sijill.incident import Filters
    from sijill.reconcile.gathered import Gathered
    from sijill.serve.cumulative import Line, Point
    from sijill.serve.linked import Linked

WIDTH, HEIGHT, FOOT, LEFT, TOP = 900, 190, 22, 62, 10  # of the drawing; its own units
APART = 4  # units between dots: a dot is seven wide
MOST_SOURCES = 6  # that can be told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A total: where its range stands, what it says in words, and where it opens to; an open end has an arrow.

    A source's total opens to its claim, the register's own sum to the incidents up to its day.
    """

    x: float
    low: float
    high: float
    words: str
    address: str
    arrow: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A source's totals, and the line through the lowest of them."""

    name: str
    path: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cumulative:
    """The lines, the first being the register's own sum; the marks of both axes; how many sources are not drawn."""

    lines: tuple[Drawn, ...]
    ticks: tuple[tuple[float, str], ...]
    days: tuple[tuple[float, str], ...]
    left_out: int = 0
    width: int = WIDTH
    height: int = HEIGHT
    foot: int = FOOT
    left: int = LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How days and numbers become places in the drawing."""

    first: date
    last: date
    most: int

    def x(self, day: date) -> float:
        """Return the place of a day."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(LEFT + 8 + share * (WIDTH - LEFT - 24), 1)

    def y(self, number: int) -> float:
        """Return the place of a number; 0 stands where 1 does."""
        room = HEIGHT - FOOT - TOP
        return round(HEIGHT - FOOT - room * log10(max(1, number)) / max(1, ceil(log10(max(2, self.most)))), 1)


def cumulative(shelf: Linked, incidents: Gathered, filters: Filters) -> Cumulative | None:
    """Return the drawing; None where no source gives a running total."""
    sources = by_source(shelf, filters, MOST_SOURCES)
    if not sources:
        return None
    own = own_sum(incidents, filters)
    lines = [*([own] if own.points else []), *sources]
    points = [point for line in lines for point in line.points]
    days = [point.day for point in points]
    scale = Scale(first=min(days), last=max(days), most=max(point.high for point in points))
    powers = range(ceil(log10(max(2, scale.most))) + 1)
    return Cumulative(
        lines=tuple(drawn(line, scale) for line in lines),
        ticks=tuple((scale.y(10**n), f"{10**n:,}") for n in powers),
        days=tuple(dict.fromkeys((scale.x(day), day.isoformat()) for day in (scale.first, scale.last))),
        left_out=how_many(shelf, filters) - len(sources),
    )


def drawn(line: Line, scale: Scale) -> Drawn:
    """Return a source's totals as they are drawn."""
    dots = tuple(dot(point, line, scale) for point in last_of_each_place(line.points, scale))
    path = " ".join(f"{'L' if n else 'M'}{one.x} {one.low}" for n, one in enumerate(dots))
    return Drawn(name=line.name, path=path, dots=dots)


def last_of_each_place(points: Sequence[Point], scale: Scale) -> Iterable[Point]:
    """Return the points without those that the next would stand upon: a page of thousands would take long to draw."""
    return {int(scale.x(one.day) // APART): one for one in points}.values()


def dot(point: Point, line: Line, scale: Scale) -> Dot:
    """Return one total."""
    x, high = scale.x(point.day), scale.y(point.high)
    arrow = f"M{x - 4:.1f} {high - 4:.1f} L{x} {high - 9:.1f} L{x + 4:.1f} {high - 4:.1f}" if point.is_open else ""
    words = f"{line.name}, {point.day}: {point.words}"
    address = f"/claims/{point.claim}" if point.claim else f"/incidents?to={point.day}"
    return Dot(x=x, low=scale.y(point.low), high=high, words=words, address=address, arrow=arrow)
