"""How the figures of two accounts compare: equal, one an update of the other, compatible, or at odds.

Invariant: comparing is symmetric. Only figures of one measure are compared, and a part is not held against its whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sijill.link.mention import Count
    from sijill.link.units import Unit

TELLING = 5
"""From this many people on an equal number is unlikely to be chance."""
CLOSE = 1.35
"""Largest ratio of two tolls that different counts of one happening commonly show."""
GROWN = 3.0
"""Largest ratio by which a toll commonly grows while bodies are found."""


def level(a: Unit, b: Unit) -> str:
    """Return the best agreement of the figures of two reports.

    "equal" and "equal, few" (below five people), "close" (within a third), "update" (the later report's is higher),
    "compatible" (ranges overlap), "at odds"; "none" where no measure is shared.
    """
    shared = a.values & b.values
    if shared:
        return "equal" if max(value for _, value in shared) >= TELLING else "equal, few"
    measures = a.tolls.keys() & b.tolls.keys()
    if not measures:
        return "none"
    found = {_of_tolls(a.tolls[measure], b.tolls[measure], a, b) for measure in measures}
    return next(name for name in ("close", "update", "compatible", "at odds") if name in found)


def _of_tolls(x: Count, y: Count, a: Unit, b: Unit) -> str:
    low, high = sorted((max(x.low or 0, 1), max(y.low or 0, 1)))
    if x.value is not None and y.value is not None:
        if high <= CLOSE * low:
            return "close"
        if high <= GROWN * low and _later_is_higher(x, y, a, b):
            return "update"
    return "compatible" if _overlap(x, y) else "at odds"


def _later_is_higher(x: Count, y: Count, a: Unit, b: Unit) -> bool:
    if a.published is None or b.published is None or a.published == b.published:
        return True
    return ((y.low or 0) > (x.low or 0)) == (b.published > a.published)


def _overlap(x: Count, y: Count) -> bool:
    return (x.high is None or (y.low or 0) <= x.high) and (y.high is None or (x.low or 0) <= y.high)


def level_within(a: Unit, b: Unit) -> str:
    """Return how two accounts within one report stand to each other.

    "repeat" (an equal figure), "parts" (one measure, other people), "restated" (one measure, the same people, ranges
    that overlap), "other number" (the same people, another number), "other measure", "none".
    """
    if not a.counts or not b.counts:
        return "none"
    if not a.values.isdisjoint(b.values):
        return "repeat"
    kinds = {_within(x, y) for x in a.counts for y in b.counts}
    return next(name for name in ("restated", "parts", "other measure", "other number") if name in kinds)


def _within(x: Count, y: Count) -> str:
    if x.measure != y.measure:
        return "other measure"
    if x.category != y.category:
        return "parts"
    return "restated" if _overlap(x, y) else "other number"
