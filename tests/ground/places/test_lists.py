from __future__ import annotations

from pathlib import Path

import pytest

from sijill.errors import DataError
from sijill.geometry import centre, distance_km, moved
from sijill.ground.places.book import Book
from sijill.ground.places.index import packaged_index
from sijill.ground.places.lists import load_lists, parted, rows


def test_every_listed_place_is_in_range_and_in_a_known_unit() -> None:
    index = packaged_index()
    for entries in load_lists().extra.values():
        for entry in entries:
            assert entry.country is None or index.area(entry.country), entry
            assert entry.admin1_code is None or index.area(entry.admin1_code), entry
            assert entry.admin1_code is None or entry.admin1_code.startswith(f"{entry.country}."), entry


def test_a_listed_place_lies_near_the_unit_that_it_names() -> None:
    index = packaged_index()
    for entries in load_lists().extra.values():
        for entry in entries:
            if entry.admin1_code and entry.precision < 4:
                assert distance_km(entry.point, index.area(entry.admin1_code).point) < 450, entry


def test_every_spelling_of_a_unit_belongs_to_a_unit_and_every_demonym_to_a_country() -> None:
    index = packaged_index()
    assert all(index.area(row["admin1_code"]) for row in rows("units_extra.csv"))
    assert all(index.area(row["country"]) for row in rows("countries.csv"))


def test_no_listed_place_comes_twice() -> None:
    names = [row["name"] for row in rows("places_extra.csv")]
    assert len(names) == len(set(names))
    assert all(row["source"] for row in rows("places_extra.csv"))


def test_no_demonym_names_two_countries() -> None:
    words = [word for row in rows("countries.csv") for word in parted(row["demonyms"])]
    assert len(words) == len(set(words))


def test_a_missing_gazetteer_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="install Sijill again"):
        Book(tmp_path / "none.sqlite")


def test_the_file_names_its_source() -> None:
    path = Path(__file__).resolve().parents[3] / "src/sijill/ground/data/gazetteer.sqlite"
    assert "CC BY 4.0" in Book(path).about["source"]
    assert path.stat().st_size < 12_000_000


def test_moving_and_measuring_agree() -> None:
    assert round(distance_km((33.5, 36.3), moved((33.5, 36.3), 45.0, 100.0))) == 100


def test_the_middle_across_the_date_line_is_near_it() -> None:
    assert abs(centre([(0.0, 179.0), (0.0, -179.0)])[1]) == 180.0
