"""Figures of a whole country, and tolls of a war."""

from datetime import date

import pytest

import sijill

LEAD = "Air strikes hit the market of Maskana in Syria on Monday, killing four people, the Syrian army said. "


def place_of(sentence: str, number: str) -> str | None:
    claims = sijill.read(LEAD + sentence, published=date(2016, 7, 12))
    claim = next(c for c in claims if c.figure and c.figure.worded == number)
    return claim.place.worded if claim.place else None


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("At least 37 people were killed across the country on Sunday, a monitor said.", "At least 37"),
        ("A monitor in Hama said 43 people had been killed nationwide since Sunday.", "43"),
        ("More than 300,000 people have died since the war began in 2011.", "More than 300,000"),
        (
            "Once rich, Maskana has been ruined by the war, which has killed more than 280,000 people.",
            "more than 280,000",
        ),
    ],
)
def test_a_number_of_the_country_is_placed_in_it(sentence: str, number: str) -> None:
    assert place_of(sentence, number) == "Syria"


@pytest.mark.parametrize(
    ("sentence", "number", "place"),
    [
        ("Shells killed six people in Hama, one of several attacks across the country.", "six", "Hama"),
        ("The war in Hama has killed more than 20,000 people since 2011.", "more than 20,000", "Hama"),
        ("The war in Iraq has killed more than 200,000 people since 2003.", "more than 200,000", "Iraq"),
    ],
)
def test_a_number_with_a_place_of_its_own_keeps_it(sentence: str, number: str, place: str) -> None:
    assert place_of(sentence, number) == place


def test_the_country_s_name_is_the_evidence() -> None:
    text = LEAD + "At least 37 people were killed across the country on Sunday, a monitor said."
    claims = sijill.read(text, published=date(2016, 7, 12))
    claim = next(c for c in claims if c.figure and c.figure.worded == "At least 37")
    shown = next(e for e in claim.evidence if e.field == "place")
    assert (text[shown.span.start : shown.span.end], shown.quote) == ("Syria", "Syria")


def test_the_country_is_found_where_a_text_lost_its_apostrophes() -> None:
    text = (
        "A bomb in Syrias Idlib killed four government fighters at a checkpoint on Monday. "
        "More than 150,000 people have been killed in the three-year-old rebellion."
    )
    found = sijill.read(text, published=date(2016, 7, 12))
    toll = next(c for c in found if c.figure and c.figure.worded == "More than 150,000")
    assert toll.place is not None
    assert (toll.place.worded, toll.place.country) == ("Syria", "SY")


def test_a_people_is_no_country() -> None:
    text = "Gunmen shot a farmer. At least 37 Nigerians were killed across the country on Sunday, the presidency said."
    claims = sijill.read(text, published=date(2016, 7, 12))
    toll = next(c for c in claims if c.figure and c.figure.worded == "At least 37")
    assert toll.place is None or toll.place.worded == "Nigeria"


def test_where_no_country_is_named_there_is_none() -> None:
    claims = sijill.read("At least 37 people were killed across the country.", published=date(2016, 7, 12))
    assert all(claim.place is None for claim in claims)
