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
