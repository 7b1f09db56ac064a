"""Mentions of one report grouped into happenings."""

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sijill.average_link import MOST, NEVER, SAME, group, runs


def test_mentions_that_are_alike_are_one_happening_and_the_rest_stand_alone() -> None:
    likeness = np.array([[1, 0.9, 0.1], [0.9, 1, 0.2], [0.1, 0.2, 1]])
    assert group(likeness) == [[0, 1], [2]]


def test_a_mention_like_one_member_but_unlike_the_other_is_kept_out() -> None:
    likeness = np.array([[1, 0.9, 0.6], [0.9, 1, 0.1], [0.6, 0.1, 1]])
    assert group(likeness) == [[0, 1], [2]]


def test_a_report_without_mentions_has_no_happenings() -> None:
    assert group(np.zeros((0, 0))) == []


@given(st.lists(st.lists(st.floats(0, 1), min_size=6, max_size=6), min_size=6, max_size=6))
def test_every_mention_is_in_exactly_one_happening(rows: list[list[float]]) -> None:
    square = np.array(rows)
    members = sorted(m for g in group((square + square.T) / 2) for m in g)
    assert members == list(range(6))


def test_two_that_no_group_may_hold_stay_apart_however_like_a_third() -> None:
    likeness = np.full((3, 3), 0.9)
    likeness[0, 2] = likeness[2, 0] = NEVER
    assert group(likeness) in ([[0, 1], [2]], [[0], [1, 2]])


def likeliest_first(likeness: np.ndarray) -> list[list[int]]:
    """Group by looking through all pairs of groups for the likeliest, over and over: slow, and plainly right."""
    groups = [[at] for at in range(len(likeness))]

    def mean(a: list[int], b: list[int]) -> float:
        return float(np.mean([likeness[i, j] for i in a for j in b]))

    while len(groups) > 1:
        a, b = max(((a, b) for a in groups for b in groups if a < b), key=lambda pair: mean(*pair))
        if mean(a, b) < SAME:
            break
        groups = [group for group in groups if group not in (a, b)] + [a + b]
    return sorted(sorted(group) for group in groups)


@given(st.integers(1, 9), st.randoms(use_true_random=False))
def test_the_groups_are_those_of_joining_the_likeliest_pair_first(size: int, drawn: Random) -> None:
    square = np.array([[drawn.random() for _ in range(size)] for _ in range(size)])
    likeness = (square + square.T) / 2
    assert group(likeness) == likeliest_first(likeness)


@given(st.lists(st.integers(0, 9_999), max_size=5))
def test_a_short_report_is_one_run(starts: list[int]) -> None:
    assert list(runs(starts)) == ([list(range(len(starts)))] if starts else [])


def test_a_long_report_is_cut_into_runs_of_neighbours_each_in_the_order_given() -> None:
    starts = [*range(0, 2 * MOST, 2), *range(1, 2 * MOST, 2)]
    first, second = runs(starts)
    assert sorted(starts[at] for at in first) == list(range(MOST))
    assert first == sorted(first)
    assert sorted([*first, *second]) == list(range(2 * MOST))
