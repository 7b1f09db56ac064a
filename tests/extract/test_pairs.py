"""Numbers in pairs, read whole."""

import pytest

import sijill
from sijill.extract.pairs import latest


def figures(text: str) -> list[tuple[str, int | None, int | None, str]]:
    found = [claim.figure for claim in sijill.read(text) if claim.figure]
    return [(f.worded, f.count.value, f.count.value_high, f.measure) for f in found]


@pytest.mark.parametrize(
    "text",
    ["The war has killed between 10,000 and 15,000 people.", "Between 10,000 and 15,000 people have been killed."],
)
def test_the_ends_of_a_range_are_one_figure(text: str) -> None:
    assert [one[1:] for one in figures(text)] == [(10_000, 15_000, "killed")]


def test_a_toll_that_rose_from_one_number_to_another_is_the_other() -> None:
    assert figures("The death toll rose from 17 to 22 on Monday.") == [("22", 22, None, "killed")]


def test_from_one_number_to_another_is_a_range_where_nothing_rose() -> None:
    text = "From five to seven soldiers were killed in the ambush."
    assert figures(text) == [("From five to seven", 5, 7, "killed")]


def test_who_was_driven_away_beside_the_dead_is_not_dead() -> None:
    found = figures("The war has killed more than 9,000 people and driven more than 2 million from their homes.")
    assert [one[3] for one in found] == ["killed", "displaced"]


def test_two_numbers_of_two_towns_are_two_figures() -> None:
    found = figures("The blasts killed 12 and eight people in Tamar and Homs respectively.")
    assert [one[1] for one in found] == [12, 8]


def test_what_else_fell_is_no_toll() -> None:
    assert latest("Shells falling on a market killed from 10 to 15", 33, 47) == 33
    assert latest("The death toll fell from 17 to 12", 20, 33) == 31
