"""From likenesses of pairs to groups, respecting what cannot be one.

Invariant: the groups depend on the members and their likenesses alone, not on the order in which they are given; no
group holds a pair that is forbidden, nor one that is barred unless it was tied.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

BARRED = -1.0
"""The likeness of a pair that the evidence says cannot be one."""
FORBIDDEN = -2.0
"""The likeness of a pair that a person says is not one: not even ties join it."""
Pair = tuple[int, int]


@dataclass(slots=True)
class _Groups:
    """Groups that are being joined: members, and the mean likeness of every two groups."""

    members: dict[int, list[int]]
    means: dict[int, dict[int, float]]

    def join(self, i: int, j: int) -> None:
        """Put group j into group i; a bar of either is a bar of both."""
        size_i, size_j = len(self.members[i]), len(self.members[j])
        mine, other = self.means[i], self.means.pop(j)
        del mine[j], other[i]
        for k, likeness in other.items():
            worst = min(mine[k], likeness)
            mean = (size_i * mine[k] + size_j * likeness) / (size_i + size_j)
            mine[k] = self.means[k][i] = worst if worst < 0 else mean
            del self.means[k][j]
        self.members[i] += self.members.pop(j)


def grouped(
    ids: Sequence[str], likeness: Callable[[int, int], float], same: float, tied: Iterable[Pair] = ()
) -> list[list[int]]:
    """Return groups of indexes by average link: the likeliest two join first, while their mean is >= `same`.

    `likeness(i, j)` is a probability, BARRED or FORBIDDEN; `tied` pairs are joined before anything else, whatever their
    likeness, unless that is forbidden. `ids` order what is equally likely, and what comes back.
    """
    order = sorted(range(len(ids)), key=ids.__getitem__)
    if len(ids) == 1:
        return [order]
    place = {i: at for at, i in enumerate(order)}
    groups = _Groups({at: [at] for at in range(len(order))}, {at: {} for at in range(len(order))})
    for one, other in combinations(range(len(order)), 2):
        groups.means[one][other] = groups.means[other][one] = likeness(order[one], order[other])
    _tie(groups, sorted(tuple(sorted((place[i], place[j]))) for i, j in tied))
    _join_likeliest(groups, same)
    return [[order[at] for at in sorted(found)] for _, found in sorted(groups.members.items())]


def _tie(groups: _Groups, tied: Iterable[tuple[int, ...]]) -> None:
    """Join the tied pairs, each to whatever its group has become."""
    home = {at: at for at in groups.members}
    for i, j in tied:
        first, second = sorted((home[i], home[j]))
        if first == second or groups.means[first][second] == FORBIDDEN:
            continue
        groups.join(first, second)
        home.update((at, first) for at, h in list(home.items()) if h == second)


def _join_likeliest(groups: _Groups, same: float) -> None:
    heap = [(-p, i, j) for i, row in groups.means.items() for j, p in row.items() if i < j and p >= same]
    heapify(heap)
    while heap:
        negative, i, j = heappop(heap)
        if groups.means.get(i, {}).get(j) != -negative:
            continue
        groups.join(i, j)
        for k, p in groups.means[i].items():
            if p >= same:
                heappush(heap, (-p, min(i, k), max(i, k)))
