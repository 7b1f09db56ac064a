import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.acquire import Options, Refusal, acquire
from sijill.acquire.draft import Given
from sijill.acquire.json_lines import read_json_lines
from sijill.errors import UsageError
from sijill.model import Report

TEXT = "Four people were killed in the shelling of the town, residents said."


def read(folder: Path, *lines: str, options: Options | None = None, name: str = "in.jsonl") -> list[Report | Refusal]:
    path = folder / name
    path.write_text("\n".join(lines), "utf-8")
    return list(acquire([str(path)], options=options))


def test_every_field_reaches_the_report(tmp_path: Path) -> None:
    row = {
        "id": "r1",
        "text": TEXT,
        "published": "2016-08-10",
        "title": "Four killed",
        "outlet": "sana",
        "url": "http://x/",
    }
    (report,) = read(tmp_path, json.dumps(row))
    assert isinstance(report, Report)
    assert (report.name, report.text, report.title) == ("r1", TEXT, "Four killed")
    assert (report.outlet, report.url, str(report.published)) == ("sana", "http://x/", "2016-08-10")
    assert report.published_by == "field"


def test_fields_can_have_other_names(tmp_path: Path) -> None:
    options = Options(fields={"text": "body", "id": "key"})
    (report,) = read(tmp_path, json.dumps({"key": 7, "body": TEXT}), options=options)
    assert (report.name, report.text) == ("7", TEXT)


def test_an_unknown_field_cannot_be_named() -> None:
    with pytest.raises(UsageError, match="unknown field 'author'"):
        Options(fields={"author": "by"})


def test_a_bad_line_in_the_middle_is_refused_with_its_number_and_the_others_are_read(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT})
    first, bad, last = read(tmp_path, good, '{"text": "Four', "", good)
    assert isinstance(first, Report)
    assert isinstance(bad, Refusal)
    assert bad.name.endswith("in.jsonl, line 2")
    assert "is not JSON" in bad.reason
    assert last.name == "in-4"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{}", "has no field 'text'"),
        ('{"text": null}', "has no field 'text'"),
        ('{"text": " "}', "has an empty field 'text'"),
        ('{"text": 12}', "has a field 'text' that is no string"),
        ('["text"]', "is a list, not a JSON object"),
        ("12", "is a int, not a JSON object"),
        ("[" * 100_000, "is nested too deeply"),
    ],
)
def test_a_line_without_a_text_is_refused_with_the_reason(tmp_path: Path, line: str, reason: str) -> None:
    good = json.dumps({"text": TEXT})
    refused, read_on = read(tmp_path, line, good)
    assert isinstance(refused, Refusal)
    assert refused.reason == reason
    assert isinstance(read_on, Report)


def test_values_that_are_no_words_are_left_out_with_a_note(tmp_path: Path) -> None:
    (report,) = read(tmp_path, json.dumps({"text": TEXT, "title": ["a"], "outlet": None}))
    assert isinstance(report, Report)
    assert (report.title, report.outlet) == (None, None)
    assert any("'title' holds a list" in note for note in report.notes)


def test_lone_surrogates_become_replacement_characters_at_the_same_places(tmp_path: Path) -> None:
    (report,) = read(
        tmp_path, '{"text": "Four \\ud800 people were killed in the town \\ud83d\\ude00.", "title": "\\udc00"}'
    )
    assert isinstance(report, Report)
    assert report.text == "Four \ufffd people were killed in the town \U0001f600."
    assert report.text.encode()
    assert any("surrogate" in note for note in report.notes)


def test_a_line_over_the_limit_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    long, good = json.dumps({"text": TEXT * 100}), json.dumps({"text": TEXT})
    refused, report = read(tmp_path, long, good, options=Options(max_bytes=1000))
    assert isinstance(refused, Refusal)
    assert refused.name.endswith("line 1")
    assert isinstance(report, Report)


def test_a_file_larger_than_the_limit_of_one_report_is_read_line_by_line(tmp_path: Path) -> None:
    assert len(read(tmp_path, *[json.dumps({"text": TEXT})] * 50, options=Options(max_bytes=1000))) == 50


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_with_a_byte_order_mark_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n" + json.dumps({"id": "b", "text": TEXT}), encoding)
    assert [found.name for found in acquire([str(path)])] == ["a", "b"]


def test_a_json_file_may_hold_one_report_a_list_or_lines(tmp_path: Path) -> None:
    row = {"id": "a", "text": TEXT}
    for content in (json.dumps(row, indent=2), json.dumps([row], indent=2), json.dumps(row) + "\n"):
        (report,) = read(tmp_path, content, name="in.json")
        assert (report.name, getattr(report, "text", None)) == ("a", TEXT)


@given(st.binary(max_size=200))
def test_no_line_raises(line: bytes) -> None:
    import io

    named = Given(label="x", name="x", origin="x")
    assert list(read_json_lines(io.BytesIO(line), named, Options())) is not None


@given(st.text(min_size=1).filter(str.strip))
def test_the_text_field_is_kept_character_for_character(text: str) -> None:
    import io

    (report,) = acquire(["-"], options=Options(stdin=io.BytesIO(json.dumps({"id": "a", "text": text}).encode())))
    assert isinstance(report, Report)
    assert report.text == text
