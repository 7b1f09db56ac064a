"""Places within places, for wholes and their parts."""

from dataclasses import replace

import pytest

from sijill.model import Place
from sijill.reconcile.containment import may_lie_in

ALEPPO = Place(
    worded="Aleppo", name="Aleppo", gazetteer_id="1", country="SY", admin1_code="SY.09", precision=1,
    latitude=36.2, longitude=37.16,
)  # fmt: skip
QUARTER = replace(ALEPPO, worded="Hamdaniyeh", gazetteer_id="2", precision=2, latitude=36.17, longitude=37.1)
AZAZ = replace(ALEPPO, worded="Azaz", gazetteer_id="3", latitude=36.59, longitude=37.04)
HOMS = replace(ALEPPO, worded="Homs", gazetteer_id="4", admin1_code="SY.11", latitude=34.73, longitude=36.72)
PROVINCE = replace(ALEPPO, worded="Aleppo province", gazetteer_id="5", precision=4)
SYRIA = Place(worded="Syria", name="Syria", country="SY", precision=6)
UNKNOWN = Place(worded="Tel Nowhere")


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (QUARTER, ALEPPO), (ALEPPO, ALEPPO), (AZAZ, PROVINCE), (HOMS, SYRIA), (PROVINCE, SYRIA), (UNKNOWN, ALEPPO),
        (None, ALEPPO), (HOMS, None), (None, None), (UNKNOWN, PROVINCE), (UNKNOWN, UNKNOWN),
    ],
)  # fmt: skip
def test_a_part_may_lie_in_its_whole(part: Place | None, whole: Place | None) -> None:
    assert may_lie_in(part, whole)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (AZAZ, ALEPPO), (HOMS, ALEPPO), (HOMS, PROVINCE), (PROVINCE, ALEPPO), (SYRIA, PROVINCE), (HOMS, UNKNOWN),
        (replace(HOMS, country="IQ"), SYRIA), (UNKNOWN, replace(UNKNOWN, worded="Tel Elsewhere")),
    ],
)  # fmt: skip
def test_what_happened_elsewhere_is_no_part(part: Place, whole: Place) -> None:
    assert not may_lie_in(part, whole)


def test_a_town_without_a_point_holds_itself() -> None:
    plain = replace(ALEPPO, latitude=None, longitude=None)
    assert may_lie_in(plain, plain)
    assert not may_lie_in(replace(plain, gazetteer_id="9"), plain)
