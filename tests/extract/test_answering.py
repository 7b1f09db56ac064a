"""Victims of crimes for which others answer, read by the model that ships."""

import pytest

import sijill


def figures(text: str) -> list[tuple[str, str]]:
    return [(c.figure.worded, c.figure.measure) for c in sijill.read(text) if c.figure]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Two soldiers convicted of killing three villagers were released on Thursday, the court said.",
            [("Two", "released"), ("three", "killed")],
        ),
        (
            "Four soldiers implicated in the killing of at least 22 villagers were arrested on Friday.",
            [("Four", "detained"), ("at least 22", "killed")],
        ),
        (
            "Six guards charged with the abduction of nine pupils were jailed in Jos on Monday.",
            [("Six", "detained"), ("nine", "abducted")],
        ),
    ],
)
def test_what_becomes_of_who_answers_for_a_crime_did_not_befall_its_victims(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three men accused of spying were hanged in Sanaa on Sunday.", [("Three", "killed")]),
        ("The militants killed four men accused of spying in Jaar on Friday.", [("four", "killed")]),
        ("Soldiers held 40 people over the killing, and 12 villagers were released.", [("12", "released")]),
    ],
)
def test_what_befell_the_accused_themselves_is_told_of_them(text: str, found: list[tuple[str, str]]) -> None:
    assert found[0] in figures(text)
