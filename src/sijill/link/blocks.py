"""Which units are worth comparing: those of neighbouring days in one neighbourhood, container or country.

Invariant: two units share a block if their days (widened by two) meet and one's place can lie in the other's; a unit
is compared with a bounded number of others as long as a bounded number of things happen a day in a country.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from sijill.link.comparing import DISJOINT_DAYS
from sijill.link.places import UNIT_PRECISION, is_town

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.link.memory import Memory
    from sijill.link.mention import Spot
    from sijill.link.units import Unit

CELL_DEGREES = 0.6
"""Cells and their neighbours hold every town within 60 km, up to 60 degrees of latitude in one direction at least."""
LONGEST_DAILY = 10  # days; longer stretches are filed by month
MONTH_DAYS = 30
Key = tuple[object, ...]


class Blocks:
    """Units filed by day and place."""

    def __init__(self, memory: Memory) -> None:
        """File in a memory."""
        self._filed, self._units = memory.filed, memory.units

    def add(self, unit: Unit) -> None:
        """File a unit."""
        keys = list(_filed_under(unit))
        self._filed.fetch(keys)
        for key in keys:
            self._filed.setdefault(key, set()).add(unit.id)

    def remove(self, unit: Unit) -> None:
        """Take a unit out."""
        keys = dict.fromkeys(_filed_under(unit))
        self._filed.fetch(keys)
        for key in keys:
            self._filed[key].discard(unit.id)
            if not self._filed[key]:
                del self._filed[key]

    def near(self, unit: Unit) -> dict[str, Unit]:
        """Return the units of other reports that may tell of the same happening, by their ids."""
        keys = list(_looked_up(unit))
        self._filed.fetch(keys)
        found: set[str] = set()
        for key in keys:
            filed = self._filed.get(key)
            if filed:
                found |= filed
        self._units.fetch(found)
        families = unit.kinds.families
        return {
            id_: other
            for id_ in found
            if (other := self._units[id_]).report != unit.report and not other.kinds.families.isdisjoint(families)
        }


def _filed_under(unit: Unit) -> Iterator[Key]:
    """Yield the blocks that a unit is filed under."""
    yield from (("ever", name) for spot in unit.where.spots for name in spot.names)
    if unit.days is None:
        yield from (("undated", name) for spot in unit.where.spots for name in spot.names)
        return
    places = {place for spot in unit.where.spots for place in _places_of(spot)}
    first, last = unit.days
    months = [("month", m) for m in range(first // MONTH_DAYS, last // MONTH_DAYS + 1)]
    if last - first <= LONGEST_DAILY:
        times: list[Key] = [("day", d) for d in range(first, last + 1)]
        times += [("daily", *month) for month in months]
    else:
        times = [("long", *month) for month in months]
    yield from ((time, place) for time in times for place in places)


def _looked_up(unit: Unit) -> Iterator[Key]:
    """Yield the blocks in which a unit's likes may be filed; without days, by the name of its place alone."""
    yield from (("ever" if unit.days is None else "undated", name) for spot in unit.where.spots for name in spot.names)
    if unit.days is None:
        return
    places = {place for spot in unit.where.spots for place in _places_for(spot)}
    first, last = unit.days[0] - DISJOINT_DAYS + 1, unit.days[1] + DISJOINT_DAYS - 1
    months = [("month", m) for m in range(first // MONTH_DAYS, last // MONTH_DAYS + 1)]
    times: list[Key] = [("long", *month) for month in months]
    if unit.days[1] - unit.days[0] <= LONGEST_DAILY:
        times += [("day", d) for d in range(first, last + 1)]
    else:
        times += [("daily", *month) for month in months]
    yield from ((time, place) for time in times for place in places)


def _places_of(spot: Spot) -> Iterator[Key]:
    """Yield the place blocks that a place is filed under: its cell or container, those it lies in, and its names."""
    if is_town(spot):
        yield ("cell", *_cell(spot))
        yield ("in", spot.admin1)
    elif spot.admin1:
        yield ("at", spot.admin1)
    if spot.country:
        yield ("in", spot.country)
        if not is_town(spot) and not spot.admin1:
            yield ("at", spot.country)
    yield from (("name", name) for name in spot.names)


def _places_for(spot: Spot) -> Iterator[Key]:
    """Yield the place blocks to look in: cells around, what holds it, and what it holds."""
    if is_town(spot):
        row, column = _cell(spot)
        yield from (("cell", row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
    elif spot.admin1 and (spot.precision or 0) <= UNIT_PRECISION:
        yield ("in", spot.admin1)
    elif spot.country:
        yield ("in", spot.country)
    if spot.admin1:
        yield ("at", spot.admin1)
    if spot.country:
        yield ("at", spot.country)
    yield from (("name", name) for name in spot.names)


def _cell(spot: Spot) -> tuple[int, int]:
    return floor((spot.latitude or 0.0) / CELL_DEGREES), floor((spot.longitude or 0.0) / CELL_DEGREES)
