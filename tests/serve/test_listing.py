from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from sijill.serve.rows import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from small_register import Ran

    Sijill = Callable[..., Ran]


def test_claims_lists_figures_and_happenings(sijill: Sijill) -> None:
    rows = sijill("claims", "--jsonl").lines()
    assert len(rows) == 11
    assert [row["number"] for row in sijill("figures", "--jsonl").lines()] == [
        "At least a dozen", "ten", "three", "Seven", "five", "three", "some 1,100", "5", "two",
    ]  # fmt: skip
    assert [row["happening"] for row in sijill("happenings", "--jsonl").lines()] == ["aid", "displacement"]


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (("--measure", "killed_or_injured"), ["ten"]),
        (("--category", "armed_group"), ["five"]),
        (("--source-kind", "monitor"), ["Seven", "five", "three"]),
        (("--certainty", "hedged"), ["some 1,100"]),
        (("--scope", "cumulative"), ["some 1,100"]),
        (("--place", "idlib", "--measure", "defected"), ["At least a dozen"]),
        (("--country", "SY", "--happening", "defection"), ["At least a dozen"]),
        (("--from", "2012-01-01", "--to", "2012-01-01"), ["some 1,100", "two"]),
        (("--report", "004", "--limit", "2"), ["At least a dozen", "ten"]),
    ],
)
def test_figures_are_filtered(sijill: Sijill, options: tuple[str, ...], numbers: list[str]) -> None:
    assert [row["number"] for row in sijill("figures", "--jsonl", *options).lines()] == numbers


def test_a_row_holds_the_claim_flat(sijill: Sijill) -> None:
    row = sijill("figures", "--jsonl", "--certainty", "hedged").lines()[0]
    assert list(row) == list(COLUMNS)
    assert row | {"id": "", "report_id": ""} == {
        "id": "", "report": "004_defectors", "measure": "killed", "number": "some 1,100", "value": 1100,
        "value_high": None, "low": 1100, "high": 1100, "comparator": "about", "victims": "soldiers",
        "category": "state_forces", "group": None, "scope": "cumulative", "happening": None,
        "alleged_perpetrator": "armed groups", "target": None, "source": "The authorities",
        "source_kind": "government", "protected": False, "certainty": "hedged", "place": None, "place_name": None,
        "gazetteer_id": None, "latitude": None, "longitude": None, "place_precision": None, "country": None,
        "admin1": None, "from": "2011-03-01", "to": None, "days_worded": "since March", "days_precision": 5,
        "reason": None, "incident": None, "quote": "apparently killed some 1,100 soldiers since March",
        "start": 468, "end": 478, "confidence": 1.0, "extractor": "hand 1", "report_id": "",
    }  # fmt: skip


def test_json_is_one_document_of_the_same_rows(sijill: Sijill) -> None:
    assert json.loads(sijill("claims", "--json").out) == sijill("claims", "--jsonl").lines()


def test_protected_sources_are_masked_in_every_listing(sijill: Sijill) -> None:
    for form in ("--csv", "--json", "--jsonl"):
        for command in ("claims", "figures", "happenings"):
            assert "alaa" not in sijill(command, form).out.lower()
    assert "alaa" not in sijill("claims").out.lower()
    assert "alaa" not in sijill("figures", "--by-happening").out.lower()
    assert "alaa" not in sijill("figures", "--by-happening", "--json").out.lower()


def test_a_name_is_masked_also_where_the_filter_leaves_out_the_claim_that_protects_it(sijill: Sijill) -> None:
    row = sijill("claims", "--happening", "displacement", "--jsonl").lines()[0]
    assert row["quote"] == "[protected source]'s brother fled"


def test_unmasked_shows_the_words(sijill: Sijill) -> None:
    assert "ALAA's brother fled" in sijill("claims", "--csv", "--unmasked").out


def test_csv_neutralises_formulas_and_has_one_line_of_names(sijill: Sijill) -> None:
    rows = list(csv.DictReader(io.StringIO(sijill("claims", "--csv").out)))
    assert len(rows) == 11
    assert rows[-1]["source"] == "'=2+2"
    assert rows[-1]["report"].startswith("'=cmd|")
    assert rows[0]["latitude"] == "35.9306"


def test_machine_output_has_no_colour(sijill: Sijill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    for form in ("--csv", "--jsonl"):
        assert "\x1b" not in sijill("claims", "--report", "004", form).out


@pytest.mark.parametrize("width", [40, 80, 100, 120])
@pytest.mark.parametrize("command", ["claims", "figures", "happenings", "reports"])
def test_a_table_fits_the_terminal_and_cuts_nothing(
    sijill: Sijill, monkeypatch: pytest.MonkeyPatch, width: int, command: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = sijill(command).out
    assert max(map(len, out.splitlines())) <= width
    assert "…" not in out


def test_no_text_from_a_report_is_read_as_markup_or_moves_the_cursor(sijill: Sijill) -> None:
    ran = sijill("claims", "--report", "=cmd")
    assert "[red]people" in ran.out.replace("\n", "")
    assert "\x1b" not in ran.out


def test_no_color_leaves_no_colour(sijill: Sijill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[36m" in sijill("claims").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[36m" not in sijill("claims").out


def test_what_a_table_leaves_out_is_said(sijill: Sijill) -> None:
    assert "9 more rows not shown" in sijill("claims", "--limit", "2").err
    assert "not shown" not in sijill("claims").err


@pytest.mark.parametrize(("word", "measure"), [("arrested", "detained"), ("wounded", "injured"), ("kiled", "killed")])
def test_a_word_of_reports_is_told_the_measure_that_it_names(sijill: Sijill, word: str, measure: str) -> None:
    ran = sijill("figures", "--measure", word)
    assert ran.status == 2
    assert f"did you mean '{measure}'?" in ran.err


def test_nothing_found_is_said_and_is_no_error(sijill: Sijill) -> None:
    ran = sijill("claims", "--country", "FR")
    assert (ran.status, ran.out) == (0, "")
    assert "nothing in the register answers to this: it holds 3 reports and" in ran.err
    assert sijill("claims", "--country", "FR", "--jsonl").out == ""


def test_figures_of_a_happening_stand_source_by_source(sijill: Sijill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    lines = sijill("figures", "--by-happening", "--report", "004").out.splitlines()
    assert [re.sub(r"  [0-9a-f]{8}$", "", line).rstrip() for line in lines] == [
        "report 004_defectors",
        "  Idlib, SY · up to 1 day before publication · defection, armed clash",
        "    activists (activist):",
        "      at least 12 defected secret police (state_forces)",
        "      10 killed or injured people (mixed)",
        "    [protected source] (activist): 3 killed (unspecified)",
        "    the Observatory (SOHR) (monitor):",
        "      7 killed members of the security forces (state_forces)",
        "      5 killed army rebels (armed_group)",
        "      3 killed civilians (civilian)",
        "",
        "  totals and periods (never added to happenings)",
        (
            "    The authorities (government): about 1,100 killed soldiers (state_forces) [hedged], cumulative, "
            "since 2011-03-01, allegedly by armed groups"
        ),
        "",
    ]


def test_groups_are_json_too(sijill: Sijill) -> None:
    groups = sijill("figures", "--by-happening", "--jsonl", "--report", "004").lines()
    assert [(group["incident"], group["totals"]) for group in groups] == [("idlib-clash", False), (None, True)]
    sources = groups[0]["sources"]
    assert [source["source"] for source in sources] == ["activists", "[protected source]", "the Observatory (SOHR)"]
    assert [row["value"] for row in sources[2]["figures"]] == [7, 5, 3]


def test_an_incident_without_a_key_stands_alone(sijill: Sijill) -> None:
    groups = sijill("figures", "--by-happening", "--jsonl", "--report", "=cmd").lines()
    assert [(group["incident"], group["totals"]) for group in groups] == [(None, False), (None, False)]


def test_reports_are_listed_with_their_day_claims_and_doubts(sijill: Sijill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "250")
    reports = json.loads(sijill("reports", "--json").out)
    assert [(report["name"].split("|")[0], report["claims"]) for report in reports] == [
        ("004_defectors", 9), ("=cmd", 2), ("quiet", 0),
    ]  # fmt: skip
    assert "text" not in reports[0]
    out = sijill("reports").out
    assert "unknown (neither given nor found)" in out
    assert "2012-01-02 (from the record's field)" in out
    assert "metadata says 2011-11-30" in " ".join(out.split())


def test_the_log_s_table_shows_what_was_entered_last(sijill: Sijill) -> None:
    last = sijill("log", "--jsonl").lines()[-2:]
    ran = sijill("log", "--limit", "2")
    assert [line.split()[0] for line in ran.out.splitlines() if line.strip()[:1].isdigit()] == [
        str(row["entry"]) for row in last
    ]
    assert "earlier rows not shown" in ran.err
    assert sijill("log", "--limit", "2", "--after", "1").out.split("\n")[3].split()[0] == "2"
