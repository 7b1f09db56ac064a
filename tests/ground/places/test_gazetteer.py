from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.geometry import distance_km
from sijill.ground.places import Gazetteer, PlaceContext, resolve_together

SYRIA = PlaceContext(country="SY", countries={"SY": 0.8, "TR": 0.2})
WORDS = (
    "the",
    "of",
    "in",
    "near",
    "between",
    "and",
    ",",
    "'s",
    "border",
    "province",
    "Homs",
    "Aleppo",
    "20km",
    "north",
    "Syrian",
    "al-",
)
PLACE_WORDS = st.lists(st.sampled_from(WORDS)).map(" ".join)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("worded", "name", "precision", "unit"),
    [
        ("Aleppo", "Aleppo", 1, "SY.09"),
        ("Homs", "Homs", 1, "SY.11"),
        ("Homs province", "Homs", 4, "SY.11"),
        ("the village of Kafr Takharim in Idlib province", "Kafr Takh\u0101r\u012bm", 1, "SY.12"),
        ("Jisr esh-Shughour", "Jisr ash Shugh\u016br", 1, "SY.12"),
        ("Deir Ezzur", "Deir ez-Zor", 1, "SY.07"),
        ("Hasakah province", "Al-Hasakah", 4, "SY.01"),
        ("rural Damascus", "Rif-dimashq", 4, "SY.08"),
        ("Eastern Ghouta", "Eastern Ghouta", 3, "SY.08"),
        ("the Aleppo neighbourhood of Salaheddin", "Salaheddin", 1, "SY.09"),
        ("the Syrian capital", "Damascus", 1, "SY.13"),
        ("outside Idlib", "Idlib", 2, "SY.12"),
    ],
)
def test_place_words_of_syria_resolve(
    gazetteer: Gazetteer, worded: str, name: str | None, precision: int, unit: str
) -> None:
    place = gazetteer.resolve(worded, SYRIA)
    assert (place.name, place.precision, place.admin1_code, place.country) == (name, precision, unit, "SY")


def test_a_famous_city_abroad_is_itself_in_a_syrian_report(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("Paris", SYRIA).country == "FR"


@pytest.mark.parametrize(("country", "latitude"), [("LY", 32.9), ("LB", 34.4)])
def test_tripoli_is_the_one_of_the_report_s_country(gazetteer: Gazetteer, country: str, latitude: float) -> None:
    place = gazetteer.resolve("Tripoli", PlaceContext(country=country, countries={country: 1.0}))
    assert (place.country, round(place.latitude, 1)) == (country, latitude)


def test_a_container_decides_between_towns_of_one_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("Alexandria, Louisiana").country == "US"
    assert gazetteer.resolve("Alexandria", PlaceContext(container="Louisiana")).admin1_code == "US.LA"


def test_neighbours_decide_between_towns_of_one_name(gazetteer: Gazetteer) -> None:
    places = resolve_together(["Gainesville", "Denton", "Fort Worth"], PlaceContext(country="US"), gazetteer)
    assert places[0].admin1_code == "US.TX"


def test_what_is_not_known_keeps_its_words_and_its_container(gazetteer: Gazetteer) -> None:
    place = gazetteer.resolve("Nowheretown, Homs province", SYRIA)
    assert (place.worded, place.name, place.admin1_code, place.precision) == (
        "Nowheretown, Homs province", None, "SY.11", 4,
    )  # fmt: skip
    assert place.rule.startswith("not in the gazetteer")


def test_what_is_not_known_at_all_has_no_precision(gazetteer: Gazetteer) -> None:
    place = gazetteer.resolve("Nowheretown")
    assert (place.precision, place.country, place.rule) == (None, None, "not in the gazetteer")


def test_a_distance_and_a_bearing_move_the_point(gazetteer: Gazetteer) -> None:
    damascus = gazetteer.resolve("Damascus", SYRIA)
    place = gazetteer.resolve("40km north of Damascus", SYRIA)
    moved = distance_km((damascus.latitude, damascus.longitude), (place.latitude, place.longitude))
    assert (round(moved), place.precision, place.country) == (40, 2, "SY")
    assert place.latitude > damascus.latitude


def test_a_long_way_on_a_bearing_is_only_a_region(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("280km northwest of Damascus", SYRIA).precision == 5


def test_a_border_is_a_region_of_the_report_s_country(gazetteer: Gazetteer) -> None:
    place = gazetteer.resolve("near the Turkish border", SYRIA)
    assert (place.country, place.precision, place.latitude) == ("SY", 5, None)


def test_the_north_of_a_country_lies_north_in_it(gazetteer: Gazetteer) -> None:
    north, whole = gazetteer.resolve("northern Syria", SYRIA), gazetteer.resolve("Syria", SYRIA)
    assert (north.precision, whole.precision) == (5, 6)
    assert north.latitude > whole.latitude


def test_two_places_are_their_middle(gazetteer: Gazetteer) -> None:
    place = gazetteer.resolve("Homs and Hama", SYRIA)
    assert (place.country, place.precision) == ("SY", 5)
    assert 34.7 < place.latitude < 35.2


def test_a_lost_apostrophe_is_seen(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("Aleppos northern suburbs", SYRIA).name == "Aleppo"


def test_the_people_of_a_country_stand_for_it(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("Palestinian").country == "PS"


def test_a_gazetteer_travels_to_another_process(gazetteer: Gazetteer) -> None:
    assert pickle.loads(pickle.dumps(gazetteer)) is gazetteer  # noqa: S301 -- our own bytes


@given(st.one_of(st.text(), PLACE_WORDS))
def test_any_words_resolve_to_a_place_in_range(worded: str) -> None:
    place = Gazetteer.load().resolve(worded, SYRIA)
    assert place.worded == worded
    assert place.latitude is None or -90 <= place.latitude <= 90
    assert place.longitude is None or -180 <= place.longitude <= 180
    assert place.precision is None or 1 <= place.precision <= 7
    assert place.rule


@pytest.mark.parametrize("worded", ["northeast", "the south", "the northwest"])
def test_a_part_of_a_country_is_no_town_or_unit_of_another(gazetteer: Gazetteer, worded: str) -> None:
    place = gazetteer.resolve(worded, SYRIA)
    assert (place.country, place.gazetteer_id, place.worded) == ("SY", None, worded)


@pytest.mark.parametrize(("country", "capital"), [("Egypt", "Cairo"), ("Russia", "Moscow"), ("Fiji", "Suva")])
def test_a_whole_country_is_not_drawn_in_its_capital(gazetteer: Gazetteer, country: str, capital: str) -> None:
    land, city = (gazetteer.resolve(name, PlaceContext()) for name in (country, capital))
    assert land.precision == 6
    assert land.country == city.country
    assert 0 < distance_km((land.latitude or 0, land.longitude or 0), (city.latitude or 0, city.longitude or 0)) < 4000
    assert (land.latitude, land.longitude) != (city.latitude, city.longitude)


def test_a_site_is_not_the_town_abroad_that_is_also_called_so() -> None:
    libya = PlaceContext(country="LY", countries={"LY": 1.0})
    assert Gazetteer.load().resolve("Tamim airfield", libya).country == "LY"
    assert Gazetteer.load().resolve("Kabul airport", libya).country == "AF"


@pytest.mark.parametrize(
    ("told_of", "country"), [({"GB": 0.9, "CA": 0.1}, "GB"), ({"GB": 0.6, "CA": 0.4}, "CA"), ({}, "CA")]
)
def test_a_namesake_in_a_land_that_the_report_tells_nothing_of_is_not_the_town(
    gazetteer: Gazetteer, told_of: dict[str, float], country: str
) -> None:
    place = gazetteer.resolve("Headingley", PlaceContext(country="GB" if told_of else None, countries=told_of))
    assert place.country == country
    assert (place.latitude is None) is (country == "GB")


def test_a_city_known_to_all_needs_no_word_of_its_land(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("Geneva", SYRIA).country == "CH"
