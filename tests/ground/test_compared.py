"""Comparisons with an earlier time date nothing."""

from datetime import date

import pytest

import sijill
from sijill.ground.compared import is_compared

REPORT = date(2016, 7, 12)


@pytest.mark.parametrize(
    "before",
    [
        "the deadliest attack in the city ",
        "It was the worst attack ",
        "the first such attack ",
        "the most serious breach of the truce ",
        "the only convoy to reach the town ",
    ],
)
def test_a_since_time_after_a_highest_is_compared_with(before: str) -> None:
    assert is_compared(before, "since January")


@pytest.mark.parametrize(
    ("before", "worded"),
    [
        ("The unrest ", "since January"),
        ("Most of the 300 people killed ", "since January"),
        ("In the first two weeks ", "since the truce began"),
        ("the first attack came in May and 40 people have been killed ", "since January"),
        ("the worst attack was ", "in January"),
    ],
)
def test_another_time_is_none(before: str, worded: str) -> None:
    assert not is_compared(before, worded)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Gunmen killed nine policemen in the worst attack on the force since March 2015.", REPORT),
        ("A bomb killed nine people on Sunday, the first attack since the truce began in May.", date(2016, 7, 10)),
        ("The unrest since January has killed nine people.", date(2016, 1, 1)),
        ("In the first two weeks since the truce began on 27 June, nine people have been killed.", date(2016, 6, 27)),
    ],
)
def test_what_is_compared_with_an_earlier_time_happened_later(text: str, first: date) -> None:
    claim = next(c for c in sijill.read(text, published=REPORT) if c.figure)
    assert claim.days.first == first
