"""CoNLL F1 of clusters: the mean of MUC, B-cubed and CEAF-e, over any two partitions that need not hold the same items.

What only one side holds counts against that side's score, as in the reference scorer: an item that was not found lowers
recall, one that was made up lowers precision.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

Ratio = tuple[float, float]
Item = TypeVar("Item", bound="Hashable")


def clusters(homes: Mapping[Item, Hashable]) -> list[frozenset[Item]]:
    """Return the items of each home."""
    found: dict[Hashable, set[Item]] = defaultdict(set)
    for item, home in homes.items():
        found[home].add(item)
    return [frozenset(items) for items in found.values()]


def conll(true: Mapping[Item, Hashable], given: Mapping[Item, Hashable]) -> dict[str, float]:
    """Return MUC, B-cubed, CEAF-e and their mean for two maps from items to homes."""
    scores = {
        "MUC": f1(muc(true, given), muc(given, true)),
        "B3": f1(b_cubed(true, given), b_cubed(given, true)),
        "CEAF-e": ceaf_e(true, given),
    }
    return {**scores, "CoNLL": sum(scores.values()) / len(scores)}


def f1(recall: Ratio, precision: Ratio) -> float:
    """Return the F1 of two ratios, 0 where either is empty."""
    r, p = (part / whole if whole else 0.0 for part, whole in (recall, precision))
    return 2 * p * r / (p + r) if p + r else 0.0


def muc(key: Mapping[Item, Hashable], other: Mapping[Item, Hashable]) -> Ratio:
    """Return how many links of the key's clusters the other side keeps, of how many."""
    kept = whole = 0
    for found in clusters(key):
        pieces = {other[item] for item in found if item in other}
        lone = sum(item not in other for item in found)
        kept += len(found) - len(pieces) - lone
        whole += len(found) - 1
    return kept, whole


def b_cubed(key: Mapping[Item, Hashable], other: Mapping[Item, Hashable]) -> Ratio:
    """Return the summed share of each item's key cluster that is with it on the other side, and the items."""
    size = Counter(key.values())
    both = Counter((home, other[item]) for item, home in key.items() if item in other)
    return sum(n * n / size[home] for (home, _), n in both.items()), len(key)


def ceaf_e(true: Mapping[Item, Hashable], given: Mapping[Item, Hashable]) -> float:
    """Return the F1 of the best one-to-one match of clusters, two alike by 2|shared| / (|one| + |other|)."""
    sizes, others = Counter(true.values()), Counter(given.values())
    shared = Counter((home, given[item]) for item, home in true.items() if item in given)
    alike: dict[Hashable, dict[Hashable, float]] = defaultdict(dict)
    for (one, other), n in shared.items():
        alike[one][other] = 2 * n / (sizes[one] + others[other])
    best = best_match(alike)
    return f1((best, len(sizes)), (best, len(others)))


def best_match(alike: Mapping[Hashable, Mapping[Hashable, float]]) -> float:
    """Return the largest sum over one-to-one matches; only what hangs together competes."""
    total = 0.0
    for rows in _blocks(alike):
        columns = list(dict.fromkeys(column for row in rows for column in alike[row]))
        total += _assigned([[alike[row].get(column, 0.0) for column in columns] for row in rows])
    return total


def _blocks(alike: Mapping[Hashable, Mapping[Hashable, float]]) -> Iterator[list[Hashable]]:
    """Yield the rows that hang together."""
    rows_of: dict[Hashable, list[Hashable]] = defaultdict(list)
    for row, columns in alike.items():
        for column in columns:
            rows_of[column].append(row)
    left = dict.fromkeys(alike)
    while left:
        block, waiting = [], [left.popitem()[0]]
        while waiting:
            block.append(row := waiting.pop())
            fresh = [other for column in alike[row] for other in rows_of[column] if other in left]
            for other in dict.fromkeys(fresh):
                del left[other]
                waiting.append(other)
        yield block


def _assigned(likeness: list[list[float]]) -> float:
    """Return the best sum of one-to-one matches, by shortest augmenting paths (the Hungarian method)."""
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
