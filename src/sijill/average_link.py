"""Which mentions of one report tell of one happening: groups whose mean likeness stays above a floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAME = 0.5
"""Mean likeness from which two groups of mentions are one happening."""
NEVER = -1.0
"""The likeness of two mentions that no group may hold."""


def group(likeness: NDArray[np.float64], same: float = SAME) -> list[list[int]]:
    """Join mentions by average link, the likeliest pair of groups first, while their mean likeness is >= `same`.

    `likeness[i, j]` is the probability that mentions i and j tell of one happening (symmetric), or NEVER. Every mention
    is in exactly one group; groups stand in the order of their first mentions.
    """
    means = np.array(likeness, dtype=np.float64)
    np.fill_diagonal(means, NEVER)
    groups = [[i] for i in range(len(means))]
    while means.size:
        i, j = (int(n) for n in np.unravel_index(int(np.argmax(means)), means.shape))
        if means[i, j] < same:
            break
        _join(groups, means, min(i, j), max(i, j))
    return [sorted(g) for g in groups if g]


def _join(groups: list[list[int]], means: NDArray[np.float64], i: int, j: int) -> None:
    """Put group j into group i; its likeness to every other group is the mean over both, by their sizes."""
    size_i, size_j = len(groups[i]), len(groups[j])
    row = (size_i * means[i] + size_j * means[j]) / (size_i + size_j)
    gone = (means[i] < 0) | (means[j] < 0)
    row[gone] = NEVER
    means[i], means[:, i] = row, row
    means[j], means[:, j] = NEVER, NEVER
    groups[i] += groups[j]
    groups[j] = []
