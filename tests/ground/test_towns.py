"""Towns, and how far apart they lie."""

from __future__ import annotations

import pytest

from sijill.ground.towns import is_town, km_between
from sijill.model import Place

KABUL = Place(worded="Kabul", latitude=34.53, longitude=69.17, precision=1)
HERAT = Place(worded="Herat", latitude=34.34, longitude=62.2, precision=2)
PROVINCE = Place(worded="Helmand", latitude=31.0, longitude=64.0, precision=4)
UNKNOWN = Place(worded="Nkoe", precision=6)


def test_a_town_is_known_to_its_place_and_a_province_or_mere_words_are_none() -> None:
    assert [is_town(place) for place in (KABUL, HERAT, PROVINCE, UNKNOWN, None)] == [True, True, False, False, False]


def test_the_way_between_two_places_is_known_where_both_are() -> None:
    assert km_between(KABUL, HERAT) == pytest.approx(640, abs=10)
    assert km_between(KABUL, UNKNOWN) is None
