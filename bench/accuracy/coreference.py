"""CoNLL F1 of clusters: the mean of MUC, B-cubed and CEAF-e, over any two partitions that need not hold the same items.

What only one side holds counts against that side's score, as in the reference scorer: an item that was not found lowers
recall, one that was made up lowers precision.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

Clusters = list[frozenset["Hashable"]]
Ratio = tuple[float, float]


def clusters(homes: Mapping[Hashable, Hashable]) -> Clusters:
    """Return the items of each home."""
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for item, home in homes.items():
        found[home].add(item)
    return [frozenset(items) for items in found.values()]


def conll(true: Mapping[Hashable, Hashable], given: Mapping[Hashable, Hashable]) -> dict[str, float]:
    """Return MUC, B-cubed, CEAF-e and their mean for two maps from items to homes."""
    scores = {
        "MUC": f1(muc(true, given), muc(given, true)),
        "B3": f1(b_cubed(true, given), b_cubed(given, true)),
        "CEAF-e": ceaf_e(clusters(true), clusters(given)),
    }
    return {**scores, "CoNLL": sum(scores.values()) / len(scores)}


def f1(recall: Ratio, precision: Ratio) -> float:
    """Return the F1 of two ratios, 0 where either is empty."""
    r, p = (part / whole if whole else 0.0 for part, whole in (recall, precision))
    return 2 * p * r / (p + r) if p + r else 0.0


def muc(key: Mapping[Hashable, Hashable], other: Mapping[Hashable, Hashable]) -> Ratio:
    """Return how many links of the key's clusters the other side keeps, of how many."""
    kept = whole = 0
    for found in clusters(key):
        pieces = {other[item] for item in found if item in other}
        lone = sum(item not in other for item in found)
        kept += len(found) - len(pieces) - lone
        whole += len(found) - 1
    return kept, whole


def b_cubed(key: Mapping[Hashable, Hashable], other: Mapping[Hashable, Hashable]) -> Ratio:
    """Return the summed share of each item's key cluster that is with it on the other side, and the items."""
    size = Counter(key.values())
    both = Counter((home, other[item]) for item, home in key.items() if item in other)
    return sum(n * n / size[home] for (home, _), n in both.items()), len(key)


def ceaf_e(true: Clusters, given: Clusters) -> float:
    """Return the F1 of the best one-to-one match of clusters, two alike by 2|shared| / (|one| + |other|)."""
    likeness = [[2 * len(a & b) / (len(a) + len(b)) for b in given] for a in true]
    best = best_match(likeness)
    return f1((best, len(true)), (best, len(given)))


def best_match(likeness: Sequence[Sequence[float]]) -> float:
    """Return the largest sum over one-to-one matches of rows and columns; only rows that share something compete."""
    return sum(_assigned([[likeness[i][j] for j in columns] for i in rows]) for rows, columns in _blocks(likeness))


def _blocks(likeness: Sequence[Sequence[float]]) -> Iterable[tuple[list[int], list[int]]]:
    """Yield the rows and columns that hang together."""
    left = set(range(len(likeness)))
    while left:
        rows, columns, waiting = set[int](), set[int](), [left.pop()]
        while waiting:
            row = waiting.pop()
            rows.add(row)
            columns |= {j for j, value in enumerate(likeness[row]) if value > 0}
            joined = {i for i in left if any(likeness[i][j] > 0 for j in columns)}
            left -= joined
            waiting += joined
        if columns:
            yield sorted(rows), sorted(columns)


def _assigned(likeness: list[list[float]]) -> float:
    """Return the best sum of one-to-one matches, by shortest augmenting paths over potentials (the Hungarian method)."""
    if len(likeness) > len(likeness[0]):
        likeness = [list(column) for column in zip(*likeness, strict=True)]
    rows, columns = len(likeness), len(likeness[0])
    high, wide = [0.0] * (rows + 1), [0.0] * (columns + 1)
    matched = [0] * (columns + 1)
    for row in range(1, rows + 1):
        matched[0], column = row, 0
        least, way, done = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while matched[column]:
            done[column] = True
            column = _step(likeness, (high, wide), (matched, least, way, done), column)
        while column:
            matched[column], column = matched[way[column]], way[column]
    return sum(likeness[matched[j] - 1][j - 1] for j in range(1, columns + 1) if matched[j])


def _step(
    likeness: list[list[float]],
    potentials: tuple[list[float], list[float]],
    state: tuple[list[int], list[float], list[int], list[bool]],
    column: int,
) -> int:
    """Lengthen the path by its cheapest column, bring the potentials in line, and return the column."""
    (high, wide), (matched, least, way, done) = potentials, state
    row = matched[column]
    for j in range(1, len(wide)):
        cost = -likeness[row - 1][j - 1] - high[row] - wide[j]
        if not done[j] and cost < least[j]:
            least[j], way[j] = cost, column
    nearest = min((j for j in range(1, len(wide)) if not done[j]), key=least.__getitem__)
    slack = least[nearest]
    for j in range(len(wide)):
        if done[j]:
            high[matched[j]] += slack
            wide[j] -= slack
        else:
            least[j] -= slack
    return nearest
