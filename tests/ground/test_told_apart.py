"""Which claims are told of different days, in reports read by the model that ships."""

from __future__ import annotations

import pytest

import sijill
from sijill.acquire import Options, report_from_text
from sijill.clean import clean
from sijill.ground.told_apart import told_apart
from sijill.run.pipeline import load_tools


def apart(text: str) -> bool:
    """Tell whether any two figures of a text are told apart."""
    report = report_from_text(text, name="text", options=Options())
    cleaned = clean(report)
    claims = [claim for claim in sijill.read(text, published="2016-08-10") if claim.figure]
    return bool(told_apart(claims, cleaned, load_tools().reader.read(cleaned.text)).any())


@pytest.mark.parametrize(
    "text",
    [
        "Three people were killed in Homs on Monday, after 14 were killed in the city on Sunday.",
        "On Monday four protesters were killed in Omdurman and on Tuesday six protesters were killed in Bahri.",
        "A bomb killed 14 people in Kabul on Monday. Hours later a second bomb killed one person in the city.",
        "Shelling killed nine people in Homs. Elsewhere, four people were killed in Raqqa, a monitor said.",
        "Gunmen killed five soldiers in Kismayo on Sunday. In Baidoa, a mortar attack killed three civilians.",
        "A bomb killed 11 people in Kabul on Monday. Two days earlier a bomb had killed nine people in the city.",
    ],
)
def test_the_dead_of_two_days_or_two_acts_are(text: str) -> None:
    assert apart(text)


@pytest.mark.parametrize(
    "text",
    [
        "A strike on Saturday killed 40 people in Saada. On Monday, the UN said that 51 civilians had been killed.",
        "At least 19 people died on Friday. By Monday morning, at least 25 people had died, medics said.",
        "The toll from Sunday's attack stood at 18 dead on Monday. It climbed to 22 dead on Tuesday.",
        "The ambush took place on Sunday, killing 11 soldiers, 2 of whom died in hospital on Tuesday.",
        "Thirty people were killed on Friday night and Saturday. Twelve were killed on Friday and 18 on Saturday.",
        "A bomb killed 14 people in Kabul. Minutes later a second bomb killed three more at the same spot.",
        "Eight people died on Sunday in the clashes in Aden. Four died on Monday, leaving 12 dead.",
        "A bomb killed 20 people in Maiduguri on Sunday. Three of them died in a hospital in Kano, doctors said.",
        "A shell killed 9 people in Atmeh on Sunday. State media said a shell killed nine people in Idlib city.",
        "A mine killed 12 soldiers on Friday. The 12 soldiers were killed on Thursday, the army said.",
    ],
)
def test_what_may_be_one_toll_is_not(text: str) -> None:
    assert not apart(text)
