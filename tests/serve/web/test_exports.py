"""Exports over the API: the bytes that the command writes, and what a form has no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from asked import API, items

from sijill.serve.cli import status_of
from sijill.serve.export import LINES, ExportForm

if TYPE_CHECKING:
    from pathlib import Path

    from fastapi.testclient import TestClient

OPTIONAL = {"parquet": "pyarrow", "xlsx": "xlsxwriter"}


@pytest.mark.parametrize("form", [form.value for form in ExportForm])
def test_a_form_is_what_the_command_writes(desk: TestClient, register: Path, tmp_path: Path, form: str) -> None:
    if form in OPTIONAL:
        pytest.importorskip(OPTIONAL[form])
    answer = desk.get(f"{API}/export", params={"format": form})
    assert answer.status_code == 200, answer.text
    given = ("export", "--register", str(register), "--format", form, "--masked", "--output", str(tmp_path / "it"))
    assert status_of(given) == 0
    assert answer.content == (tmp_path / "it").read_bytes()
    assert answer.headers["content-disposition"].startswith("attachment")
    if form not in OPTIONAL:  # packed, and the base64 of Parquet's schema spells anything
        assert b"alaa" not in answer.content.lower()


def test_a_table_is_given_in_another_file_form_and_of_claims(desk: TestClient) -> None:
    assert desk.get(f"{API}/export?format=ucdp&as=jsonl").headers["content-type"] == "application/jsonl"
    rows = desk.get(f"{API}/export?format=csv&rows=claims").text.splitlines()
    assert len(rows) > len(desk.get(f"{API}/export?format=csv").text.splitlines())


def test_what_a_form_has_no_room_for_is_counted_with_its_reasons(desk: TestClient) -> None:
    for form in ExportForm:
        reasons = items(desk, "export/left-out", format=form.value)
        if form not in LINES and form.value not in OPTIONAL:
            told = int(desk.get(f"{API}/export", params={"format": form.value}).headers["sijill-left-out"])
            assert sum(one["records"] for one in reasons) == told
    assert items(desk, "export/left-out", format="plover")


def test_what_contradicts_itself_is_refused_in_words_and_not_given_as_something_else(
    desk: TestClient, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for form, name, value in (
        ("csv", "as", "xlsx"), ("geojson", "as", "csv"), ("figures", "as", "parquet"), ("ucdp", "rows", "claims"),
        ("incidents", "rows", "claims"),
    ):  # fmt: skip
        for address in ("export", "export/left-out"):
            answer = desk.get(f"{API}/{address}", params={"format": form, name: value})
            assert answer.status_code == 422, form
            assert f"format {form}" in answer.json()["detail"]
        assert status_of(("export", "--register", str(register), "--format", form, f"--{name}", value)) == 2
        assert f"format {form}" in " ".join(capsys.readouterr().err.split())
    assert desk.get(f"{API}/export", params={"format": "csv", "as": "csv"}).status_code == 200


def test_an_unknown_form_is_a_problem_in_words(desk: TestClient) -> None:
    for asked in ("format=pdf", "format=ucdp&as=doc", "format=mse&least_lists=1", "rule=mine", "colour=red"):
        answer = desk.get(f"{API}/export?{asked}")
        assert answer.status_code == 422, asked
        assert answer.headers["content-type"] == "application/problem+json"
