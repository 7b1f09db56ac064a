"""The lists in data/: complete, and made of codes that exist."""

from __future__ import annotations

import pytest

from sijill.model import CATEGORIES, HAPPENINGS, SOURCE_KINDS
from sijill.serve.exports.acled_days import lasted
from sijill.serve.exports.tables import by_key, precision, rows_of, shape_of

SHAPES = {"ucdp": 49, "acled": 31, "hxl": 27, "incidents": 63, "claims": 40}


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_loads_and_has_its_columns_once(name: str) -> None:
    columns = [column.name for column in shape_of(name)]
    assert len(columns) == len(set(columns)) == SHAPES[name]


def test_every_type_of_happening_has_its_row() -> None:
    assert tuple(row["happening"] for row in rows_of("happenings")) == HAPPENINGS


def test_every_acled_type_is_one_of_the_codebook() -> None:
    subs = by_key("acled_sub_events", "sub_event_type")
    assert len(subs) == 25
    for row in rows_of("happenings"):
        if row["acled_event_type"]:
            assert subs[row["acled_sub_event_type"]]["event_type"] == row["acled_event_type"]
            assert row["acled_actor"] in by_key("acled_actors", "actor")


def test_every_plover_event_and_mode_has_its_quad_and_scale() -> None:
    events = {(row["event"], row["mode"]): row for row in rows_of("plover_events")}
    assert len({event for event, _ in events}) == 17  # the sixteen, and DEFECT, which is our own
    for row in rows_of("happenings"):
        assert not row["plover_event"] or (row["plover_event"], row["plover_mode"]) in events
    assert all(-10 <= float(row["scale"]) <= 10 for row in events.values() if row["scale"])


def test_every_kind_of_party_and_source_is_listed() -> None:
    assert tuple(by_key("parties", "kind")) == CATEGORIES
    assert set(by_key("ftm_schemata", "kind")) >= {*CATEGORIES, *SOURCE_KINDS}


def test_every_precision_is_mapped() -> None:
    assert set(precision("place")) == set(range(1, 8))
    assert set(precision("days")) == set(range(1, 6))


def test_countries_have_two_and_three_letters_and_a_number() -> None:
    for row in rows_of("countries"):
        assert (len(row["country"]), len(row["iso3"])) == (2, 3)
        assert row["iso"].isdigit()
        assert row["name"]
        assert row["acled_region"]


@pytest.mark.parametrize("example", [row["example"] for row in rows_of("durations")])
def test_words_of_duration_find_their_example(example: str) -> None:
    assert lasted(example)
    assert not lasted("on Monday")
