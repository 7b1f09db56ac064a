"""Which places figures take from their own sentences, in reports read by the model that ships."""

from __future__ import annotations

import sijill

REPORT = (
    "Russian artillery killed three civilians in Lysychansk on Monday, an official said. In Kharkiv, a rocket struck a "
    "bus depot early on Tuesday, killing one employee and injuring eight, the mayor said.\n\n"
    "Separately, 25 soldiers were freed in a prisoner exchange on Saturday near the village of Kamianske."
)


def places(text: str) -> list[str | None]:
    """Return the words of the place of each figure of a text, in the order of its words."""
    return [c.place.worded if c.place else None for c in sijill.read(text, published="2022-06-07") if c.figure]


def test_a_sentence_that_begins_with_a_town_tells_of_it() -> None:
    assert places(REPORT)[1:3] == ["Kharkiv", "Kharkiv"]


def test_the_words_of_the_place_are_those_of_the_sentence() -> None:
    claim = [claim for claim in sijill.read(REPORT, published="2022-06-07") if claim.figure][1]
    (where,) = [evidence for evidence in claim.evidence if evidence.field == "place"]
    assert REPORT[where.span.start : where.span.end] == where.quote == "Kharkiv"
    assert where.span.start == REPORT.index("Kharkiv")


def test_the_town_of_who_speaks_is_no_place_of_the_dead() -> None:
    text = "A strike on Mosul killed 12 people on Monday. Speaking in Geneva, an official said nine were women."
    assert "Geneva" not in places(text)


def test_a_clause_about_a_town_tells_of_it() -> None:
    text = (
        "On Saturday drones struck Kryvyi Rih, where one person died, and Kherson, where shelling wounded six, the "
        "governor said."
    )
    assert places(text) == ["Kryvyi Rih", "Kherson"]


def test_a_town_that_another_lies_beside_is_none() -> None:
    text = "A strike hit the village of Oweijel west of the city of Aleppo where at least 23 people died on Monday."
    assert places(text) == ["Oweijel"]


def test_a_headline_leaves_the_narrower_place_of_the_report() -> None:
    text = "Ten civilians killed in air strike in Raqqa.\n\nAn air strike on the village of Salhiya killed ten people."
    assert places(text)[1] == "Salhiya"
