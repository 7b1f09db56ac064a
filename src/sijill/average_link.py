"""Which mentions of one report tell of one happening: groups whose mean likeness stays above a floor.

Two groups that are each other's nearest are joined at once, wherever they are: a mean is never above the larger of the
two that it is of, so that nothing joined later could come between them, and a report of thousands of mentions costs the
square of their number (F. Murtagh, "A survey of recent advances in hierarchical clustering algorithms", 1983).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

MOST: Final = 1_000
"""Mentions of one report of which every two are compared: those of a longer one are taken in runs of so many."""
SAME = 0.5
"""Mean likeness from which two groups of mentions are one happening."""
NEVER = -1.0
"""The likeness of two mentions that no group may hold."""


def runs(starts: Sequence[int]) -> Iterator[list[int]]:
    """Yield the mentions that stand at `starts` in runs of at most `MOST` neighbours, each run in the order given."""
    placed = sorted(range(len(starts)), key=lambda at: starts[at])
    for first in range(0, len(placed), MOST):
        yield sorted(placed[first : first + MOST])


def group(likeness: Matrix, same: float = SAME) -> list[list[int]]:
    """Join mentions by average link, while the mean likeness of two groups is >= `same`.

    `likeness[i, j]` is the probability that mentions i and j tell of one happening (symmetric), or NEVER. Every mention
    is in exactly one group; groups stand in the order of their first mentions.
    """
    means = np.array(likeness, dtype=np.float64)
    np.fill_diagonal(means, NEVER)
    groups = [[i] for i in range(len(means))]
    asked = list(range(len(means)))
    chain: list[int] = []
    while asked or chain:
        chain = chain or [asked.pop()]
        asked += _go_on(groups, means, chain, same)
    return sorted(sorted(g) for g in groups if g)


def _go_on(groups: list[list[int]], means: Matrix, chain: list[int], same: float) -> list[int]:
    """Follow a chain of nearest groups by one: to the next, to its end, or to two that are each other's nearest.

    These are joined, and returned as one that is to be asked again.
    """
    nearest = _nearest(means, chain)
    if means[chain[-1], nearest] < same:
        chain.pop()
    elif nearest in chain[-2:-1]:
        first, second = sorted((chain.pop(), chain.pop()))
        _join(groups, means, first, second)
        return [first]
    else:
        chain.append(nearest)
    return []


def _nearest(means: Matrix, chain: Sequence[int]) -> int:
    """Return the group nearest to a chain's last: of several as near the one before it, so that no chain goes round."""
    own = means[chain[-1]]
    nearest = int(own.argmax())
    return next((before for before in chain[-2:-1] if own[before] == own[nearest]), nearest)


def _join(groups: list[list[int]], means: Matrix, i: int, j: int) -> None:
    """Put group j into group i; its likeness to every other group is the mean over both, by their sizes."""
    size_i, size_j = len(groups[i]), len(groups[j])
    row = (size_i * means[i] + size_j * means[j]) / (size_i + size_j)
    gone = (means[i] < 0) | (means[j] < 0)
    row[gone] = NEVER
    means[i], means[:, i] = row, row
    means[j], means[:, j] = NEVER, NEVER
    groups[i] += groups[j]
    groups[j] = []
