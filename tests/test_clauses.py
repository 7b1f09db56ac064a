"""Halves of sentences, and towns where somebody only answers."""

from __future__ import annotations

import pytest

from sijill.clauses import answers_from, half_at

TWO = "One died in Martuni, officials said, while Baku reported that four were hurt in Tartar"


def test_a_sentence_is_halved_at_while_and_at_a_semicolon() -> None:
    low, high = half_at(TWO, 0, len(TWO), TWO.index("four"))
    assert TWO[low:high].startswith(", while")
    assert half_at(TWO, 0, len(TWO), 0) == (0, low)
    assert half_at("Ten died.", 0, 9, 9) == (0, 9)


@pytest.mark.parametrize(
    ("text", "place", "number", "answers"),
    [
        ("In Rome, the civil protection agency gave a toll of 247.", "Rome", "247", True),
        ("In Kabul, President Ghani said 17 had been killed.", "Kabul", "17", True),
        ("In Nairobi, relatives of the 32 Kenyans waited.", "Nairobi", "32", True),
        ("In Kabul, officials said a bomb killed 19.", "Kabul", "19", False),
        ("In Kale, two people were shot dead.", "Kale", "two", False),
        ("At Taji, the ministry put the dead at eight.", "Taji", "eight", False),
    ],
)
def test_a_town_where_somebody_answers_is_told_from_one_where_it_happened(
    text: str, place: str, number: str, *, answers: bool
) -> None:
    assert answers_from(text, text.index(place) + len(place), text.index(number)) is answers
