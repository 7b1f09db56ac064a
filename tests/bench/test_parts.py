"""Samples of the gate's large sets, and what tells that a corpus has changed."""

from __future__ import annotations

from bench.accuracy.parts import fingerprint_of, sampled


def test_a_sample_is_the_same_every_time_and_keeps_the_order() -> None:
    rows = list(range(1000))
    first = sampled(rows, 50, whole=False)
    assert first == sampled(rows, 50, whole=False) == sorted(first)
    assert len(first) == 50


def test_the_whole_is_all_of_it() -> None:
    assert sampled([3, 1, 2], 2, whole=True) == [3, 1, 2]
    assert sampled([3, 1], 2, whole=False) == [3, 1]


def test_a_fingerprint_changes_with_any_row() -> None:
    assert fingerprint_of([{"id": 1}, {"id": 2}]) == fingerprint_of([{"id": 1}, {"id": 2}])
    assert fingerprint_of([{"id": 1}]) != fingerprint_of([{"id": 2}])
