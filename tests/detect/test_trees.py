from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sijill.detect.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    """Tell whether following heads leads from every word to the one root."""
    for word in range(len(heads)):
        at, steps = word, 0
        while at >= 0 and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if at >= 0:
            return False
    return heads.count(-1) == 1


def by_trying_all(scores: np.ndarray) -> float:
    """Return the score of the best single-root tree."""
    count = len(scores)
    trees = (heads for heads in product(range(-1, count), repeat=count) if is_tree(list(heads)))
    return max(float(sum(scores[word, head + 1] for word, head in enumerate(heads))) for heads in trees)


@st.composite
def matrices(draw: st.DrawFn, most: int) -> np.ndarray:
    count = draw(st.integers(1, most))
    values = st.floats(-20, 20, width=32)
    return np.array(draw(st.lists(values, min_size=count * (count + 1), max_size=count * (count + 1)))).reshape(
        count, -1
    )


@given(matrices(most=12))
def test_any_scores_give_a_tree_with_one_root(scores: np.ndarray) -> None:
    assert is_tree(best_tree(scores).tolist())


@given(matrices(most=4))
def test_the_best_tree_is_found_where_the_best_heads_make_none(scores: np.ndarray) -> None:
    heads = best_tree(scores).tolist()
    found = sum(scores[word, head + 1] for word, head in enumerate(heads))
    assert found >= by_trying_all(scores) - 1e-4


def test_the_best_heads_are_kept_where_they_make_a_tree() -> None:
    scores = np.array([[0.0, 0, 9, 0], [9, 0, 0, 0], [0, 0, 9, 0]])
    assert best_tree(scores).tolist() == [1, -1, 1]


def test_two_words_that_want_each_other_are_parted_at_the_cheaper_end() -> None:
    scores = np.array([[5.0, 0, 9], [1, 9, 0]])
    assert best_tree(scores).tolist() == [-1, 0]
