"""The register's own sums over days and places, for laying beside figures of a period and running totals.

Invariant: an incident is in the sum of a period only where all its days are.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.reconcile.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from numpy.typing import NDArray

    from sijill.model import Place
    from sijill.reconcile.counting import Counted

Sum = tuple[int, int, int | None]
"""How many incidents, their low and high (None where one is open)."""
_OPEN: Final = -1
_EVERYWHERE: Final = ("everywhere", "")
_COUNTRY_WIDE: Final = 6


class Sums:
    """Counted incidents, to be summed by place and days."""

    def __init__(self, counted: Iterable[Counted]) -> None:
        """Index the incidents by every place that holds them."""
        rows: defaultdict[tuple[str, str], list[tuple[int, int, int, int]]] = defaultdict(list)
        for one in counted:
            days, found = one.incident.days, one.range
            first, last = days.first or days.last, days.last or days.first
            if first is None or last is None:
                continue
            row = (first.toordinal(), last.toordinal(), found.low, _OPEN if found.high is None else found.high)
            for container in _containers(one.incident.place):
                rows[container].append(row)
        self._rows: dict[tuple[str, str], NDArray[np.int64]] = {
            container: np.array(held, dtype=np.int64) for container, held in rows.items()
        }

    def over(self, place: Place | None, first: date | None, last: date | None) -> Sum:
        """Return the sum of the incidents in a place (None is everywhere) whose days all lie in first..last."""
        rows = self._rows.get(container_of(place))
        if rows is None:
            return 0, 0, 0
        inside = np.ones(len(rows), dtype=bool)
        if first is not None:
            inside &= rows[:, 0] >= first.toordinal()
        if last is not None:
            inside &= rows[:, 1] <= last.toordinal()
        held = rows[inside]
        high = None if (held[:, 3] == _OPEN).any() else int(held[:, 3].sum())
        return len(held), int(held[:, 2].sum()), high


def container_of(place: Place | None) -> tuple[str, str]:
    """Return what a figure's place covers: a country, a first-level unit, a place, or everywhere."""
    if place is None:
        return _EVERYWHERE
    if place.country and place.precision is not None and place.precision >= _COUNTRY_WIDE:
        return "country", place.country
    if place.admin1_code and place.admin1 and folded(place.admin1) == folded(place.name or place.worded):
        return "admin1", place.admin1_code
    return ("id", place.gazetteer_id) if place.gazetteer_id else ("name", folded(place.name or place.worded))


def _containers(place: Place | None) -> set[tuple[str, str]]:
    if place is None:
        return {_EVERYWHERE}
    own = {_EVERYWHERE, container_of(place), ("name", folded(place.name or place.worded))}
    if place.country:
        own.add(("country", place.country))
    if place.admin1_code:
        own.add(("admin1", place.admin1_code))
    return own
