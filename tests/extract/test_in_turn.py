"""Numbers with their places and days in turn, read whole."""

from datetime import date

import pytest

import sijill

TUESDAY = date(2016, 7, 12)


def told(text: str) -> list[tuple[str, str | None, int | None]]:
    """Return each figure's number, its place and its day of July."""
    figures = [claim for claim in sijill.read(text, published=TUESDAY) if claim.figure]
    return [
        (c.figure.worded, c.place and c.place.worded, c.days.first.day if c.days.first else None)
        for c in figures
        if c.figure
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Police killed three men in Tamar on Monday and two in Orzan on Wednesday, activists said.",
            [("three", "Tamar", 11), ("two", "Orzan", 6)],
        ),
        (
            "Three soldiers were killed on Saturday and another four on Sunday.",
            [("Three", None, 9), ("another four", None, 10)],
        ),
        (
            "Five civilians were killed in Tamar, three in Orzan and two in Beilin.",
            [("Five", "Tamar", 12), ("three", "Orzan", 12), ("two", "Beilin", 12)],
        ),
        (
            "On Sunday five people were killed in Tamar, and on Monday seven in Orzan.",
            [("five", "Tamar", 10), ("seven", "Orzan", 11)],
        ),
        (
            "30 people were killed in Aleppo province and another 39 were killed by air strikes in nearby Idlib.",
            [("30", "Aleppo", 12), ("another 39", "Idlib", 12)],
        ),
        (
            "Raids killed 19 people, six of them children, in the city of Tamar and 23, 10 of them children, in Orzan.",
            [("19", "Tamar", 12), ("six", "Tamar", 12), ("23", "Orzan", 12), ("10", "Orzan", 12)],
        ),
    ],
)
def test_each_number_has_the_place_and_the_day_of_its_turn(text: str, figures: list[tuple]) -> None:
    assert told(text) == figures


def test_numbers_of_one_turn_share_its_place() -> None:
    text = "Shelling killed six people and wounded nine in Tamar and killed two in Latakia on Friday."
    assert [place for _, place, _ in told(text)] == ["Tamar", "Tamar", "Latakia"]


def test_a_clause_of_its_own_is_no_turn() -> None:
    text = "The committee raised its figure to 44 on Friday, after six of the wounded had died on Thursday."
    assert told(text)[0][2] == 8


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Two men from Homs and three from Hama were killed in Damascus.", ["Damascus", "Damascus"]),
        ("In Homs three people were killed, in Hama two and in Idlib five.", ["Homs", "Hama", "Idlib"]),
        (
            "Two people were killed in the blast in Homs, 20 were hurt and police in Hama were on alert.",
            ["Homs", "Homs"],
        ),
        (
            "Two people were killed in the blast in central Homs, 20 were hurt and police in Hama city were on alert.",
            ["central Homs", "central Homs"],
        ),
    ],
)
def test_only_what_is_told_in_turn_is(text: str, places: list[str]) -> None:
    assert [place for _, place, _ in told(text)] == places


def test_a_number_behind_all_turns_takes_no_part_in_them() -> None:
    text = "Twelve people were killed in Aleppo, nine in Idlib and ten in Daraa, monitors said, putting the toll at 31."
    places = {c.figure.worded: c.place.worded for c in sijill.read(text) if c.figure and c.place}
    assert (places["nine"], places["ten"]) == ("Idlib", "Daraa")
