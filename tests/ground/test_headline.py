"""Headlines that name only the country of what happened once."""

from dataclasses import replace
from datetime import date

import pytest

import sijill
from sijill.ground.headline import below_headline
from sijill.model import Claim, Place

SYRIA = Place(worded="Syria", gazetteer_id="SY", country="SY", precision=6)
TAMAR, ORZAN, ABROAD = (
    Place(worded=worded, country=country) for worded, country in (("Tamar", "SY"), ("Orzan", "SY"), ("Tamar", "TR"))
)


def said(number: str, place: Place | None, **fields: str) -> Claim:
    """Return a figure of people killed in a blast, at a place."""
    found = sijill.read(f"A blast killed {number} people.", published=date(2016, 7, 12))
    told = replace(next(c for c in found if c.figure), place=place, incident="blast")
    return replace(told, **fields)  # type: ignore[arg-type]


def places(*claims: Claim) -> list[str | None]:
    """Return the places of claims, of which the first stands in the headline."""
    made = below_headline(claims, [at == 0 for at in range(len(claims))])
    return [claim.place and claim.place.worded for claim in made]


def test_a_headline_s_country_gives_way_to_where_the_report_says_it_was() -> None:
    assert places(said("ten", SYRIA), said("eleven", TAMAR)) == ["Tamar", "Tamar"]


def test_the_same_number_decides_between_several_places() -> None:
    assert places(said("ten", SYRIA), said("four", TAMAR), said("ten", ORZAN))[0] == "Orzan"


@pytest.mark.parametrize(
    ("head", "other"),
    [
        (said("ten", SYRIA), said("ten", ABROAD)),
        (said("ten", SYRIA), said("ten", TAMAR, incident="another")),
        (said("ten", SYRIA, certainty="denied"), said("ten", TAMAR)),
        (said("ten", ORZAN), said("ten", TAMAR)),
        (said("ten", None), said("ten", TAMAR)),
    ],
)
def test_another_country_another_happening_and_a_place_of_its_own_leave_it(head: Claim, other: Claim) -> None:
    assert places(head, other)[0] == (head.place and head.place.worded)


def test_a_total_over_several_places_stays_the_country_s() -> None:
    assert places(said("ten", SYRIA), said("four", TAMAR), said("six", ORZAN))[0] == "Syria"


def test_a_mention_below_the_headline_keeps_its_country() -> None:
    assert places(said("ten", TAMAR), said("ten", SYRIA)) == ["Tamar", "Syria"]
