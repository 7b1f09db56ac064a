"""Reading on several threads: the same results in the same order, and no more held than is needed."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from threadpoolctl import threadpool_info

from sijill.run.threads import AHEAD, in_order, plain_numpy, reading_cores

if TYPE_CHECKING:
    from collections.abc import Iterator


@given(st.lists(st.integers(0, 3), max_size=20), st.integers(1, 4))
def test_results_come_in_the_order_of_the_items_however_long_each_takes(waits: list[int], threads: int) -> None:
    def work(wait: int) -> int:
        time.sleep(wait / 2000)
        return wait * 10

    assert list(in_order(work, waits, threads)) == [(wait, wait * 10) for wait in waits]


def test_only_a_few_items_are_taken_ahead() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for at in range(100):
            taken.append(at)
            yield at

    results = in_order(str, items(), 2)
    next(results)
    assert len(taken) <= 2 * AHEAD + 1
    results.close()  # type: ignore[attr-defined]  # it is a generator


def test_an_error_reaches_the_caller_at_its_place_and_ends_the_reading() -> None:
    def work(at: int) -> int:
        if at == 2:
            message = "the third"
            raise ValueError(message)
        return at

    done = []
    with pytest.raises(ValueError, match="the third"):
        done.extend(at for at, _ in in_order(work, range(5), 2))
    assert not [t for t in threading.enumerate() if t.name.startswith("reading")]


def test_one_thread_works_in_the_callers_own() -> None:
    names = {name for _, name in in_order(lambda _: threading.current_thread().name, range(3), 1)}
    assert names == {threading.current_thread().name}


def test_numpy_keeps_to_one_thread_and_has_its_own_again_afterwards() -> None:
    _ = np.ones((2, 2)) @ np.ones((2, 2))
    before = [one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"]
    with plain_numpy():
        assert {one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"} <= {1}
    assert [one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"] == before


def test_there_is_at_least_one_reading_thread() -> None:
    assert reading_cores() >= 1


def test_what_was_under_way_is_given_before_the_error_of_the_next_item() -> None:
    def items() -> Iterator[int]:
        yield from range(5)
        message = "no sixth"
        raise ValueError(message)

    def slowly(at: int) -> int:
        time.sleep(0.01)
        return at

    results = in_order(slowly, items(), 2)
    assert [next(results)[0] for _ in range(5)] == list(range(5))
    with pytest.raises(ValueError, match="no sixth"):
        next(results)
