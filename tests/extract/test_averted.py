"""Deaths that did not happen: read whole, since the words stand in many trees."""

from datetime import date

import pytest

import sijill


def deaths(text: str) -> list[tuple[str, str]]:
    """Return the number and the certainty of every figure of people killed."""
    claims = sijill.read(text, published=date(2016, 7, 12))
    return [(c.figure.worded, c.certainty) for c in claims if c.figure and c.figure.measure == "killed"]


@pytest.mark.parametrize(
    "text",
    [
        "The rescuers saved the lives of 30 people in Tamar on Monday.",
        "Nine people survived the attack on the bus.",
        "Two judges escaped an assassination attempt in Tamar on Friday.",
        "Police said three people narrowly escaped being killed.",
        "Only three of the 20 soldiers survived the ambush.",
        "Four miners were found alive after the shelling of the pit.",
    ],
)
def test_who_lived_is_not_counted_among_the_dead(text: str) -> None:
    assert deaths(text) == []


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("He is suspected in the attempted assassination of three Afghan government officials.", "hypothetical"),
        ("The suspect tried to kill five people with a knife.", "hypothetical"),
        ("Soldiers were ordered to kill 15 protesters but refused.", "hypothetical"),
        ("He was sentenced to death along with 11 others.", "hypothetical"),
        ("The device was capable of killing hundreds of people.", "hypothetical"),
        ("The agreement prevented the killing of 5,000 civilians, the envoy said.", "denied"),
    ],
)
def test_deaths_that_were_tried_or_averted_are_not_asserted(text: str, certainty: str) -> None:
    assert [degree for _, degree in deaths(text)] == [certainty]


@pytest.mark.parametrize("how", ["burned alive", "buried alive", "skinned alive"])
def test_who_was_killed_alive_is_dead(how: str) -> None:
    assert [number for number, _ in deaths(f"Twelve villagers were {how} by the militia in Tamar.")] == ["Twelve"]


def test_who_was_killed_while_an_attack_was_foiled_is_dead() -> None:
    text = "Army units foiled an infiltration attempt by militants near Tamar, killing 11 of them, the army said."
    assert deaths(text) == [("11", "asserted")]


def test_deaths_beside_a_rescue_are_still_the_dead() -> None:
    text = "Rescuers saved three children, but 12 people were killed in the air strike on Tamar."
    assert deaths(text) == [("12", "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen tried to storm the prison, killing 12 guards.",
        "The troops sought to retake the town, killing 12 rebels.",
        "Officers ordered soldiers to open fire, killing 12 protesters.",
        "Police foiled the bank robbery, killing 12 gunmen.",
        "Police officers prevented the protesters from reaching the square, killing 12 of them.",
    ],
)
def test_whom_an_attempt_killed_is_dead_whatever_came_of_it(text: str) -> None:
    assert deaths(text) == [("12", "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "Nine migrants escaping Libya drowned on Monday.",
        "Nine surviving militants were killed on Wednesday, the army said.",
        "Nine men escaping from prison were shot dead by guards on Sunday.",
    ],
)
def test_who_was_escaping_and_died_is_dead(text: str) -> None:
    assert deaths(text) == [("Nine", "asserted")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Eight soldiers were killed in an attempted coup on Friday.", "Eight"),
        ("Two survivors of the massacre were shot dead.", "Two"),
        ("They could not save three children, who were killed.", "three"),
        ("Two children were found alive and five dead.", "five"),
        ("Officials avoided saying how many of the 30 killed were civilians.", "30"),
        ("The town is home to 500 people, 40 of whom were killed.", "40"),
    ],
)
def test_the_dead_are_counted_whatever_else_was_tried_saved_or_avoided(text: str, number: str) -> None:
    assert deaths(text) == [(number, "asserted")]


def test_a_year_counts_nobody() -> None:
    found = deaths("Twelve people were killed in Homs in 2015 and 13 died in 2016.")
    assert [number for number, _ in found] == ["Twelve", "13"]


def test_deaths_that_nobody_confirms_are_hedged() -> None:
    assert deaths("The reports of 300 deaths could not be independently confirmed.") == [("300", "hedged")]


def test_the_family_that_the_dead_were_of_is_no_figure() -> None:
    text = "The Observatory said the air strikes killed 11 members of one family."
    assert deaths(text) == [("11", "asserted")]
