"""What befell people of whom only a number goes on, in reports read by the model that ships."""

from __future__ import annotations

import pytest

import sijill


def told(text: str) -> list[tuple[str, str]]:
    """Return the number and the measure of each figure of a text, in the order of its words."""
    return [(c.figure.worded, c.figure.measure) for c in sijill.read(text, published="2020-11-03") if c.figure]


def test_a_rival_number_counts_what_was_counted_before() -> None:
    text = (
        "Pirates boarded a tanker off Cotonou on Saturday. A security firm said nine of the 21 sailors on board were "
        "taken; the navy put the number at eight."
    )
    assert told(text) == [("nine", "abducted"), ("eight", "abducted")]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "Blue helmets freed three aid workers on Saturday from fighters near Ippy. The three are in good health.",
            {"released"},
        ),
        ("Two reporters went missing in Homs on Sunday. The two were killed, the army said.", {"missing", "killed"}),
    ],
)
def test_people_told_of_before_are_what_they_were_unless_their_own_words_tell(text: str, measures: set[str]) -> None:
    assert {measure for _, measure in told(text)} == measures


def test_a_number_that_the_reader_takes_for_one_of_those_before_stays_so() -> None:
    text = "Rockets killed 19 people in Goma on Monday and wounded 44. The rebels put the number at 27."
    assert told(text)[-1] == ("27", "killed")
