"""Which figures answer the one before them, in reports read by the model that ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import sijill

if TYPE_CHECKING:
    from sijill.model import Claim

STRIKE = "A drone strike in Chardara killed six insurgents on Tuesday, the governor's spokesman said. "
CLASH = "Taliban fighters overran posts in Nad Ali on Wednesday night, killing 11 officers, the police chief said.\n\n"
ADEN = "Gunmen attacked a barracks in Aden on Saturday, killing 14 soldiers, security officials said. "
RAID = "\n\nThe raid came two weeks after a bomber blew himself up at a wake in Jaar, killing 45 people."


def figures(text: str) -> list[Claim]:
    """Return the figures of a text, in the order of its words."""
    return [claim for claim in sijill.read(text, published="2015-11-12") if claim.figure]


@pytest.mark.parametrize(
    "text",
    [
        CLASH + STRIKE + "A member of the provincial council disputed that, saying eight people had died.",
        CLASH + STRIKE + "A village elder put the number of dead at eight.",
    ],
)
def test_a_rival_number_is_of_what_was_told_right_before(text: str) -> None:
    _, six, eight = figures(text)
    assert six.incident == eight.incident
    assert six.place == eight.place
    assert six.days == eight.days


def test_a_rival_number_is_of_what_stands_before_it_and_not_behind() -> None:
    text = ADEN + "The attackers fired grenades at the gate. Medics, however, said they had received 20 bodies." + RAID
    first, answer, older = figures(text)
    assert first.incident == answer.incident != older.incident


@pytest.mark.parametrize(
    "text",
    [
        STRIKE + "In Kunduz, a doctor said eight people had died in a bombing on Monday.",
        STRIKE + "Separately, a police officer said eight people had died in a bombing.",
    ],
)
def test_what_is_told_of_another_place_or_act_answers_nothing(text: str) -> None:
    six, other = figures(text)
    assert six.incident != other.incident
