"""Mentions of one report grouped into happenings."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sijill.average_link import NEVER, group


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
