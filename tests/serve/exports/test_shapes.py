"""Every export against its shape: columns, types, code lists, what may be empty; and read back as it was written."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from sijill.serve.exports import PROFILES, encoded, export_of
from sijill.serve.exports.sheet import Records, Sheet

if TYPE_CHECKING:
    from sijill.serve.linked import Linked

TABLES = [name for name, profile in PROFILES.items() if profile.table]


def sheet_of(name: str, shelf: Linked) -> Sheet:
    made = export_of(name, shelf)
    assert isinstance(made, Sheet)
    return made


def documents_of(name: str, shelf: Linked) -> list[Any]:
    made = export_of(name, shelf)
    assert isinstance(made, Records)
    return [json.loads(line) for line in encoded(made, "jsonl").decode().splitlines()]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_keeps_to_its_shape(name: str, shelf: Linked) -> None:
    sheet = sheet_of(name, shelf)
    assert sheet.rows
    assert list(sheet.faults()) == []


@pytest.mark.parametrize("name", TABLES)
def test_csv_reads_back_and_no_cell_can_run(name: str, shelf: Linked) -> None:
    sheet = sheet_of(name, shelf)
    rows = list(csv.reader(io.StringIO(encoded(sheet, "csv").decode(), newline="")))
    assert tuple(rows[0]) == sheet.names
    assert len(rows) == len(sheet.rows) + (2 if sheet.tags else 1)
    texts = [cell for row in rows for cell in row if not cell.lstrip("-").replace(".", "").isdigit()]
    assert not [cell for cell in texts if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("name", TABLES)
def test_parquet_reads_back_with_its_types(name: str, shelf: Linked) -> None:
    sheet = sheet_of(name, shelf)
    table = pq.read_table(io.BytesIO(encoded(sheet, "parquet")))
    types = {"text": "string", "whole": "int64", "number": "double", "day": "date32[day]", "flag": "bool"}
    assert [str(field.type) for field in table.schema] == [types[column.type] for column in sheet.columns]
    assert [field.nullable for field in table.schema] == [column.empty for column in sheet.columns]
    read = [{name: str(cell) if cell is not None else None for name, cell in row.items()} for row in table.to_pylist()]
    floats = {column.name for column in sheet.columns if column.type == "number"}
    assert read == [
        {n: None if c is None else str(float(c)) if n in floats else str(c) for n, c in row.items()}
        for row in sheet.rows
    ]


@pytest.mark.parametrize("name", TABLES)
def test_excel_reads_back_and_holds_no_formula(name: str, shelf: Linked) -> None:
    sheet = sheet_of(name, shelf)
    page = openpyxl.load_workbook(io.BytesIO(encoded(sheet, "xlsx"))).active
    assert page is not None
    rows = list(page.iter_rows())
    assert tuple(cell.value for cell in rows[0]) == sheet.names
    assert not [cell for row in rows for cell in row if cell.data_type == "f"]
    body = rows[2:] if sheet.tags else rows[1:]
    assert [[cell.value for cell in row] for row in body] == [[c or None if c == "" else c for c in row.values()]
                                                             for row in sheet.rows]  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "xlsx"])
def test_the_same_register_gives_the_same_bytes(form: str, shelf: Linked) -> None:
    assert encoded(sheet_of("incidents", shelf), form) == encoded(sheet_of("incidents", shelf), form)


def test_ucdp_has_49_columns_and_its_deaths_sum_to_the_best(shelf: Linked) -> None:
    sheet = sheet_of("ucdp", shelf)
    assert len(sheet.columns) == 49
    for row in sheet.rows:
        dead = [row[name] for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
        assert sum(int(n or 0) for n in dead) == row["best"]
        assert int(row["low"] or 0) <= int(row["best"] or 0) <= int(row["high"] or 0)


def test_ucdp_tells_the_dead_of_each_side_apart(shelf: Linked) -> None:
    battle = next(row for row in sheet_of("ucdp", shelf).rows if row["source_office"] == "Enab")
    assert (battle["side_a"], battle["side_b"], battle["type_of_violence"]) == ("Syrian army", "rebels", 1)
    assert (battle["where_prec"], battle["priogrid_gid"], battle["region"]) == (1, 181154, "Middle East")


def test_acled_has_31_columns_and_divides_what_lasted_over_its_days(shelf: Linked) -> None:
    sheet = sheet_of("acled", shelf)
    assert len(sheet.columns) == 31
    days = [(row["event_date"], row["fatalities"]) for row in sheet.rows if row["event_type"] == "Battles"]
    assert days == [("2012-03-05", 4), ("2012-03-06", 4), ("2012-03-07", 4)]  # dozens: 12
    assert {row["interaction"] for row in sheet.rows if row["event_type"] == "Battles"} == {"State forces-Rebel group"}
    shelling = next(row for row in sheet.rows if row["event_type"] == "Explosions/Remote violence")
    assert shelling["fatalities"] == 12  # the lowest until corroborated
    assert [one.reason for one in sheet.left_out] == ["ACLED has no type for condemn"]


def test_plover_requires_an_actor_and_says_who_is_alleged(shelf: Linked) -> None:
    records = documents_of("plover", shelf)
    assert {record["event"] for record in records} == {"ASSAULT"}
    for record in records:
        assert {"id", "date", "actor", "event"} <= record.keys()
        assert record["comment"] == "actors are alleged"
    assert export_of("plover", shelf).left_out[0].reason == "its days are not known"


def test_hxl_has_its_tags_under_the_headings(shelf: Linked) -> None:
    rows = list(csv.reader(io.StringIO(encoded(sheet_of("hxl", shelf), "csv").decode())))
    assert all(tag.startswith("#") for tag in rows[1])


def test_geojson_puts_longitude_first(shelf: Linked) -> None:
    made = export_of("geojson", shelf)
    found = json.loads(encoded(made, "geojson"))
    assert found["type"] == "FeatureCollection"
    points = [feature["geometry"] for feature in found["features"] if feature["geometry"]]
    assert points[0] == {"type": "Point", "coordinates": [36.6339, 35.9306]}


def test_every_entity_that_is_referred_to_is_in_the_export(shelf: Linked) -> None:
    entities = documents_of("ftm", shelf)
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    events = [entity for entity in entities if entity["schema"] == "Event"]
    assert {id_ for event in events for id_ in event["properties"].get("involved", [])} <= ids
    schemata = {"Event", "Article", "Organization", "PublicBody", "LegalEntity"}
    assert {entity["schema"] for entity in entities} <= schemata


def test_a_matrix_has_a_column_of_0_and_1_for_each_list_and_refuses_thin_strata(shelf: Linked) -> None:
    sheet = sheet_of("mse", shelf)
    assert sheet.names[4:] == ("in_interior_ministry", "in_syrian_observatory_for_human_rights")
    assert [[row[name] for name in sheet.names[4:]] for row in sheet.rows] == [[1, 1]]
    assert [one.reason for one in sheet.left_out] == ["fewer than 2 lists"]


@pytest.mark.parametrize("name", list(PROFILES))
def test_no_export_names_a_protected_source(name: str, shelf: Linked) -> None:
    made = export_of(name, shelf)
    out = encoded(made, "csv" if isinstance(made, Sheet) else "jsonl").decode().lower()
    assert "yusuf" not in out
    assert "haddad" not in out
