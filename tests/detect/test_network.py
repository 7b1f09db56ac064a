from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sijill.detect.network import ROOM, homes, windows

SIZES = st.lists(st.integers(1, 24), min_size=0, max_size=400)


def test_a_report_that_fits_is_read_at_once() -> None:
    [only] = windows([2] * 200)
    assert (only.start, only.end) == (0, 200)


@given(SIZES)
def test_windows_cover_every_word_and_hold_no_more_than_the_encoder_takes(sizes: list[int]) -> None:
    found = windows(sizes)
    assert found[0].start == 0
    assert found[-1].end == len(sizes)
    assert all(left.start < right.start <= left.end for left, right in pairwise(found))
    assert all(sum(sizes[one.start : one.end]) <= ROOM for one in found)


@given(SIZES)
def test_every_word_is_at_home_in_a_window_that_holds_it(sizes: list[int]) -> None:
    found = windows(sizes, room=100, lap=40)
    for word, home in enumerate(homes(found, len(sizes)).tolist()):
        assert found[home].start <= word < found[home].end


def test_a_word_in_two_windows_is_taken_where_more_stands_around_it() -> None:
    left, right = windows([1] * 160, room=100, lap=40)
    home = homes((left, right), 160)
    assert home[left.end - 1] == 1
    assert home[right.start] == 0
