from __future__ import annotations

import csv
import io
import json
import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.serve import machine
from sijill.serve.rows import finite

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("cell", ["=2+2", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert machine.neutral(cell) == "'" + cell


def test_numbers_and_plain_words_stay_as_they_are() -> None:
    assert [machine.neutral(cell) for cell in (-36.5, 7, "seven", None, True)] == [-36.5, 7, "seven", None, "true"]


@given(st.text())
def test_any_text_comes_back_from_csv(text: str) -> None:
    stream = io.StringIO(newline="")
    machine.write_table(("a", "b"), [{"a": text, "b": 1}], stream)
    stream.seek(0)
    rows = list(csv.reader(stream))
    assert rows[0] == ["a", "b"]
    assert rows[1][0] in {text, "'" + text}


def test_json_never_holds_nan() -> None:
    assert finite(math.nan) is None
    assert finite(math.inf) is None
    with pytest.raises(ValueError, match="JSON"):
        machine.json_line(math.nan)


def test_an_empty_array_is_json() -> None:
    stream = io.StringIO()
    machine.write_array([], stream)
    assert json.loads(stream.getvalue()) == []


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("before")
    with pytest.raises(ZeroDivisionError), machine.written(target) as stream:
        stream.write(f"half{1 / 0}")
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_lone_surrogate_is_written_as_the_escape_that_json_gives_it(tmp_path: Path) -> None:
    with machine.written(tmp_path / "x.json") as stream:
        machine.write_document({"quote": "a\udc80b"}, stream)
    assert json.loads((tmp_path / "x.json").read_text())["quote"] == "a\udc80b"
