"""Whom claims blame, read by the model that ships."""

import pytest

import sijill


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        (
            "A building was targeted early Monday in an airstrike that the Libyan government alleges killed 15 people.",
            None,
        ),
        ("Fierce fighting and shelling killed at least 18 regime forces and allied fighters on Friday.", None),
        ("The army, which said it killed 12 rebels, withdrew.", "The army"),
    ],
)
def test_those_who_were_harmed_or_only_allege_it_are_not_blamed(text: str, blamed: str | None) -> None:
    [claim] = [claim for claim in sijill.read(text) if claim.figure]
    assert (claim.perpetrator.worded if claim.perpetrator else None) == blamed


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Libya's government said 60 missiles struck the capital, killing at least 31 people.", None),
        ("Hamas said rockets struck the port, wounding four people.", None),
        ("The army said it killed 40 militants in Idlib on Monday.", "The army"),
        ("The ministry said its strikes killed 40 militants near Homs on Monday.", "The ministry"),
        ("The army said troops killed five gunmen in Sirte.", "troops"),
    ],
)
def test_who_says_what_another_did_is_not_blamed_for_it(text: str, blamed: str | None) -> None:
    [claim] = [claim for claim in sijill.read(text) if claim.figure]
    assert (claim.perpetrator.worded if claim.perpetrator else None) == blamed


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        (
            "A suicide bomber killed 14 people in Jalalabad. In Ghazni province, a roadside bomb killed one policeman.",
            None,
        ),
        ("Gunmen killed five soldiers in Kismayo on Sunday. In Baidoa, a mortar attack killed three civilians.", None),
        (
            "Syrian army helicopters dropped barrels on Daraya. A barrel bomb killed eight people.",
            "Syrian army helicopters",
        ),
        ("Rebels stormed the base on Monday. They killed three soldiers.", "Rebels"),
    ],
)
def test_who_did_what_is_told_above_is_not_blamed_for_what_another_weapon_did(text: str, blamed: str | None) -> None:
    last = [claim for claim in sijill.read(text) if claim.figure][-1]
    assert (last.perpetrator.worded if last.perpetrator else None) == blamed


def test_words_that_tell_what_was_done_are_nobody() -> None:
    text = "State media said the shell that killed nine people in Atmeh was fired from Aleppo province."
    assert not any("was fired" in claim.perpetrator.worded for claim in sijill.read(text) if claim.perpetrator)


@pytest.mark.parametrize("answer", ["denied involvement", "rejected the accusation", "has not commented"])
def test_who_only_answers_an_accusation_is_not_blamed_by_others(answer: str) -> None:
    text = f"A doctor said the hospital had received 17 bodies after the attack on Zliten. Islamic State {answer}."
    [claim] = [claim for claim in sijill.read(text) if claim.figure]
    assert claim.perpetrator is None


def test_who_is_believed_to_be_somebody_is_blamed() -> None:
    text = "Gunmen believed to be members of Boko Haram killed 16 fishermen near Lake Chad."
    [claim] = [claim for claim in sijill.read(text) if claim.figure]
    assert claim.perpetrator is not None
    assert claim.perpetrator.worded.startswith("Gunmen")


def test_a_town_that_was_shelled_is_not_blamed() -> None:
    [claim] = [claim for claim in sijill.read("Shelling of Monywa killed three civilians on Friday.") if claim.figure]
    assert claim.perpetrator is None


@pytest.mark.parametrize(
    "text",
    [
        "At least 87 people died in an attack that the West blames on the rebels of Orzan.",
        "Police found two more bodies in a burnt house in Orzan on Monday.",
    ],
)
def test_who_accuses_another_or_only_finds_the_dead_is_not_blamed(text: str) -> None:
    [claim] = [claim for claim in sijill.read(text) if claim.figure]
    assert claim.perpetrator is None or claim.perpetrator.worded not in {"the West", "Police"}


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Rebels found and killed 6 policemen hiding in a school in Orzan on Monday.", "Rebels"),
        ("Gunmen accused of kidnapping killed three officers in Balur on Monday.", "Gunmen"),
    ],
)
def test_who_finds_and_kills_or_stands_accused_is_blamed(text: str, blamed: str) -> None:
    [claim] = [claim for claim in sijill.read(text) if claim.figure]
    assert claim.perpetrator is not None
    assert blamed in claim.perpetrator.worded


@pytest.mark.parametrize(
    ("text", "perpetrator", "target"),
    [
        ("Rebel fighters accused of killing prisoners left Orzan on Monday.", None, "Rebel fighters"),
        ("Hundreds of displaced people fled from Orzan on Monday.", None, "Hundreds of displaced people"),
    ],
)
def test_to_whom_something_was_done_or_who_flees_is_no_doer(text: str, perpetrator: str | None, target: str) -> None:
    told = [c for c in sijill.read(text, published="2012-08-10") if not c.figure and c.target]
    assert {c.perpetrator and c.perpetrator.worded for c in told if c.target and c.target.worded in target} == {
        perpetrator
    }
