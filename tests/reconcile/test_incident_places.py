"""Where an incident lies, of all the places that its claims are told of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.reconcile.told import told

if TYPE_CHECKING:
    from sijill.incident import Member


from sijill.model import Place
from sijill.reconcile import reconcile

CAFE = Place(worded="Argana cafe", precision=6, country="MA")
CASABLANCA = Place(
    worded="Casablanca", gazetteer_id="geonames:1", latitude=33.6, longitude=-7.6, precision=1, country="MA",
    admin1_code="MA.06",
)  # fmt: skip
IDLIB = Place(
    worded="Idlib", gazetteer_id="geonames:2", latitude=35.9, longitude=36.6, precision=4, country="SY",
    admin1_code="SY.12",
)  # fmt: skip
HASS = Place(
    worded="Hass", gazetteer_id="geonames:3", latitude=35.6, longitude=36.5, precision=1, country="SY",
    admin1_code="SY.12",
)  # fmt: skip


def each(*places: Place) -> list[Member]:
    """Return members told of places, each by another source."""
    return [
        told(name, "14", place=place, at=90 * n) for n, (name, place) in enumerate(zip("ABCDE", places, strict=False))
    ]


def test_an_incident_lies_where_most_of_its_figures_are_told_to_be() -> None:
    assert reconcile(each(CAFE, CAFE, CASABLANCA)).place == CAFE


def test_a_place_in_the_one_of_most_figures_is_nearer() -> None:
    assert reconcile(each(IDLIB, IDLIB, HASS)).place == HASS


def test_words_that_no_gazetteer_holds_lie_in_the_unit_of_all_other_claims() -> None:
    quarter = Place(worded="Bab al-Nairab", precision=6, country="SY")
    place = reconcile(each(quarter, quarter, quarter, HASS, IDLIB)).place
    assert place is not None
    assert (place.worded, place.admin1_code, place.precision) == ("Bab al-Nairab", "SY.12", 4)
    assert (place.gazetteer_id, place.latitude, place.longitude) == (None, HASS.latitude, HASS.longitude)
    assert "other claims" in place.rule


def test_a_unit_that_one_claim_alone_names_is_not_borrowed() -> None:
    quarter = Place(worded="Bab al-Nairab", precision=6, country="SY")
    assert reconcile(each(quarter, quarter, HASS)).place == quarter


def test_units_that_claims_disagree_about_are_not_borrowed() -> None:
    quarter = Place(worded="Bab al-Nairab", precision=6, country="SY")
    elsewhere = replace(HASS, worded="Aleppo", gazetteer_id="geonames:4", admin1_code="SY.09")
    assert reconcile(each(quarter, quarter, quarter, HASS, elsewhere)).place == quarter


def test_a_unit_of_another_land_is_not_borrowed() -> None:
    quarter = Place(worded="Bab al-Nairab", precision=6, country="LB")
    assert reconcile(each(quarter, quarter, quarter, HASS, IDLIB)).place == quarter
