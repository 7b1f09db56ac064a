"""Arc scores -> trees: the best head of each word where that makes a tree, the best tree where it does not.

Invariant: one root per sentence, no cycle. A score matrix has a row per word and a column per head, column 0 the root.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from sijill.detect.pieces import Floats, Ints

TRIED_ROOTS: Final = 8
"""Words that are tried as the root where the best heads make no tree; more than the bound hardly ever leaves."""
_RULED_OUT: Final = -1e9


def best_tree(scores: Floats) -> Ints:
    """Return each word's head: its row counted from 0, or -1 for the one root."""
    scores = scores.astype(np.float64)
    count = len(scores)
    scores[np.arange(count), np.arange(1, count + 1)] = _RULED_OUT
    heads = scores.argmax(axis=1)
    if int((heads == 0).sum()) == 1 and not _has_cycle(heads):
        return np.asarray(heads - 1)
    return np.asarray(_single_root(scores) - 1)


def _has_cycle(heads: Ints) -> bool:
    """Tell whether the words cannot all be reached from the root: follow every word's head, doubling the steps."""
    up = np.concatenate(([0], heads))
    for _ in range(max(1, len(up)).bit_length()):
        up = up[up]
    return bool(up.any())


def _single_root(scores: Floats) -> Ints:
    """Return the best tree (heads counted from 1) with one root.

    Words are tried as the root in the order of the best that a tree under them could reach, until one has reached more.
    """
    best = scores[:, 1:].max(axis=1)
    bounds = scores[:, 0] - best + best.sum()
    found, reached = np.zeros(len(scores), np.int64), -np.inf
    for root in np.argsort(-bounds)[:TRIED_ROOTS]:
        if bounds[root] <= reached:
            break
        heads = _rooted(scores, int(root))
        total = float(scores[np.arange(len(heads)), heads].sum())
        if total > reached:
            found, reached = heads, total
    return found


def _rooted(scores: Floats, root: int) -> Ints:
    """Return the best tree with this root."""
    fixed = np.vstack([np.full(scores.shape[1], _RULED_OUT), scores])
    fixed[:, 0] = _RULED_OUT
    fixed[root + 1] = _RULED_OUT
    fixed[root + 1, 0] = 0
    return np.asarray(_spanning(fixed)[1:])


def _spanning(scores: Floats) -> Ints:
    """Return Chu-Liu and Edmonds' maximum spanning tree of a square matrix [word, head]; node 0 is its root."""
    heads: Ints = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _a_cycle(heads)
    if cycle is None:
        return heads
    within = np.zeros(len(scores), bool)
    within[cycle] = True
    outside = np.flatnonzero(~within)
    enters = scores[cycle[:, None], outside] - scores[cycle, heads[cycle]][:, None]
    leaves = scores[outside[:, None], cycle]
    small = _spanning(_contracted(scores[outside[:, None], outside], enters, leaves))
    found: Ints = heads.copy()
    size = len(outside)
    inner = np.append(outside, -1)[small[:size]]
    found[outside] = np.where(small[:size] == size, cycle[leaves.argmax(axis=1)], inner)
    found[cycle[enters[:, small[size]].argmax()]] = outside[small[size]]
    found[0] = 0
    return found


def _contracted(outside: Floats, enters: Floats, leaves: Floats) -> Floats:
    """Return the scores of a graph whose last node stands for a whole cycle."""
    size = len(outside)
    small = np.full((size + 1, size + 1), _RULED_OUT)
    small[:size, :size] = outside
    small[size, :size] = enters.max(axis=0)
    small[:size, size] = leaves.max(axis=1)
    return small


def _a_cycle(heads: Ints) -> Ints | None:
    """Return the nodes of one cycle that does not hold node 0."""
    colour = np.zeros(len(heads), np.int64)
    colour[0] = -1
    for begin in range(1, len(heads)):
        at, path = begin, []
        while colour[at] == 0:
            colour[at] = begin
            path.append(at)
            at = int(heads[at])
        if colour[at] == begin:
            return np.array(path[path.index(at) :], np.int64)
    return None
