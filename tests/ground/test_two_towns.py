"""Which figures two sentences count in two places, in reports read by the model that ships."""

from __future__ import annotations

import pytest

import sijill


def happenings(text: str) -> list[str | None]:
    """Return the happening of each figure of a text, in the order of its words."""
    return [claim.incident for claim in sijill.read(text, published="2020-06-19") if claim.figure]


PRISONS = (
    "At Abu Ghraib, ten policemen died in the fighting, a security source said. At Taji, north of the capital, the "
    "ministry put the dead among the guards at eight."
)
BRIEFS = (
    "A bomb killed three tourists at the Taba border crossing on Sunday. Gunmen attacked the village of Izghe in Borno "
    "on Sunday, killing 106 people, a senator said."
)
ITEMS = """Police statement

1. Two militants were killed in an encounter at Meej on Thursday.
2. At Munand in Shopian, one militant was killed on the same day.
"""
COUNTRIES = """Round-up

EGYPT: A bomb in Arish killed three soldiers on Sunday.
NIGERIA: Gunmen killed six people in Gwoza on Sunday.
"""


@pytest.mark.parametrize("text", [PRISONS, BRIEFS, ITEMS, COUNTRIES])
def test_the_dead_of_two_places_are_of_two_happenings(text: str) -> None:
    first, second = happenings(text)
    assert first != second


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 20 people in Maiduguri on Sunday, the army said. Residents in Maiduguri said 31 had died.",
        "A shell killed nine people in Atmeh on Sunday. State media said a shell killed nine people in Idlib city.",
        "A strike killed 43 people in Manbij on Sunday. Activists in Gaziantep said 45 people had been killed.",
    ],
)
def test_two_accounts_of_one_happening_are_not(text: str) -> None:
    first, second = happenings(text)
    assert first == second
