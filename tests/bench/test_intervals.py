"""Scores with their intervals, and which side of a bound is the wrong one."""

from __future__ import annotations

from bench.accuracy.intervals import f1, measured, share


def test_an_interval_holds_its_value() -> None:
    score = measured("right", [(1, 1), (0, 1), (1, 1), (1, 1)], share)
    assert score.low <= score.value == 0.75 <= score.high


def test_the_same_documents_give_the_same_interval() -> None:
    rows = [(1, 2), (0, 1), (3, 4)]
    assert measured("right", rows, share) == measured("right", rows, share)


def test_a_floor_is_broken_from_above_and_a_ceiling_from_below() -> None:
    right = measured("right", [(1, 2)], share)
    wrong = measured("wrong", [(1, 2)], share, less_is_better=True)
    assert right.worse_than(0.6)
    assert not right.worse_than(0.5)
    assert wrong.worse_than(0.4)
    assert not wrong.worse_than(0.5)


def test_room_is_left_on_the_side_of_the_wrong() -> None:
    assert measured("right", [(1, 2)], share).pinned(0.01) == 0.49
    assert measured("wrong", [(1, 2)], share, less_is_better=True).pinned(0.01) == 0.51


def test_f1_counts_both_what_is_missed_and_what_is_too_much() -> None:
    assert f1([(1, 2, 1), (1, 1, 2)]) == 2 * 2 / 6
    assert f1([(0, 0, 0)]) == 1.0
