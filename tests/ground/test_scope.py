"""What the days of a claim say of its scope, and its victims' words of its category."""

from datetime import date

import pytest

import sijill
from sijill.model import Claim


def figures(text: str) -> list[Claim]:
    return [claim for claim in sijill.read(text, published=date(2016, 7, 12)) if claim.figure]


def scope_of(text: str) -> str | None:
    claim = figures(text)[0]
    return claim.figure.scope if claim.figure else None


def test_a_figure_over_two_named_days_is_one_of_a_period() -> None:
    text = "Shelling killed 12 civilians in Aleppo on Saturday and Sunday, the Observatory said."
    assert scope_of(text) == "period"


def test_a_figure_over_a_night_is_one_of_an_incident() -> None:
    text = "An air strike on the market of Maskana killed 12 civilians overnight, the Observatory said."
    assert scope_of(text) == "incident"


@pytest.mark.parametrize("words", ["12 people", "12 others", "12 men"])
def test_people_of_whom_nothing_is_said_are_no_civilians(words: str) -> None:
    text = f"A bomb killed three children and {words} in Aleppo on Monday, residents said."
    categories = [c.figure.category for c in figures(text) if c.figure and c.figure.worded == "12"]
    assert categories == ["unspecified"]
