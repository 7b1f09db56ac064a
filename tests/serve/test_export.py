from __future__ import annotations

import json
from typing import TYPE_CHECKING

from small_register import EXTRACTOR, exactly, figure, report_of

from sijill.ledger import open_register
from sijill.serve.figures_form import occurrence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_register import Ran

    from sijill.model import Report

    Sijill = Callable[..., Ran]


def test_every_report_has_a_line_in_the_order_of_entry(sijill: Sijill) -> None:
    lines = sijill("export", "--format", "figures").lines()
    assert [(line["id"][:4], len(line["claims"]), len(line["happenings"])) for line in lines] == [
        ("004_", 7, 2), ("=cmd", 2, 0), ("quie", 0, 0),
    ]  # fmt: skip
    assert [line["published"] for line in lines] == [None, "2012-01-02", None]


def test_offsets_find_the_number_and_the_trigger_in_the_text(sijill: Sijill, defectors: Report) -> None:
    line = sijill("export").lines()[0]
    for entry in line["claims"]:
        assert defectors.text[entry["start"] : entry["end"]] == entry["number"]
    for entry in line["happenings"]:
        assert defectors.text[entry["start"] : entry["end"]] == entry["trigger"]


def test_a_figure_has_the_fields_of_the_guidelines(sijill: Sijill) -> None:
    entry = sijill("export").lines()[0]["claims"][1]
    assert {**entry, "id": ""} == {
        "quote": "ten people were killed or wounded", "nth": 0, "number": "ten", "start": 112, "end": 115,
        "measure": "killed_or_injured", "value": 10, "vague": None, "comparator": "exact", "value_high": None,
        "victims": "people", "category": "mixed", "scope": "incident", "source": "they", "source_kind": "activist",
        "modality": "asserted", "from": None, "to": None, "place": "Idlib", "country": "SY", "perpetrator": None,
        "happening": "armed_clash", "incident": "idlib-clash", "id": "", "confidence": 1.0, "protected": False,
    }  # fmt: skip


def test_a_happening_has_the_fields_of_the_guidelines(sijill: Sijill) -> None:
    entry = sijill("export").lines()[0]["happenings"][0]
    assert {**entry, "id": ""} == {
        "quote": "army defectors helped them", "nth": 0, "trigger": "helped", "start": 231, "end": 237,
        "target": None, "source": "One activist in the city", "source_kind": "activist", "modality": "asserted",
        "from": None, "to": None, "place": None, "country": None, "perpetrator": None, "happening": "aid",
        "incident": "idlib-clash", "id": "", "confidence": 1.0, "protected": True,
    }  # fmt: skip


def test_the_report_s_own_voice_has_no_source(sijill: Sijill) -> None:
    entry = sijill("export").lines()[0]["happenings"][1]
    assert (entry["source"], entry["source_kind"]) == (None, "reporter")


def test_the_working_file_holds_the_words_and_says_which_are_protected(sijill: Sijill) -> None:
    entry = sijill("export").lines()[0]["claims"][2]
    assert entry["quote"] == "“I counted three dead,” Alaa said"
    assert entry["protected"]


def test_masked_leaves_no_protected_name(sijill: Sijill) -> None:
    assert "alaa" not in sijill("export", "--masked").out.lower()


def test_whole_claims_are_masked_unless_told(sijill: Sijill) -> None:
    masked = sijill("export", "--format", "claims")
    assert len(masked.lines()) == 11
    assert "alaa" not in masked.out.lower()
    assert "Alaa" in sijill("export", "--format", "claims", "--unmasked").out
    assert masked.lines()[0]["evidence"][0]["field"] == "claim"


def test_where_a_name_recurs_the_last_report_has_the_line(sijill: Sijill, register: Path) -> None:
    later = report_of("Now four died in Hama.", "quiet", outlet="another")
    with open_register(register) as book:
        book.enter(later, [figure(later, "four died", "four", exactly(4))], extractor=EXTRACTOR)
    lines = sijill("export").lines()
    assert [line["id"] for line in lines].count("quiet") == 1
    assert lines[-1]["claims"][0]["value"] == 4


def test_the_same_register_gives_the_same_bytes(sijill: Sijill) -> None:
    assert sijill("export").out == sijill("export").out


def test_output_goes_to_a_file_and_what_was_written_is_said(sijill: Sijill, tmp_path: Path) -> None:
    target = tmp_path / "figures.jsonl"
    ran = sijill("export", "--output", str(target))
    assert ran.out == ""
    assert "3 lines" in ran.err
    assert len(target.read_text(encoding="utf-8").splitlines()) == 3
    assert json.loads(sijill("export", "--output", str(target), "--json").out)["lines"] == 3


def test_an_export_never_replaces_the_register(sijill: Sijill, register: Path) -> None:
    before = register.read_bytes()
    assert sijill("export", "--output", str(register)).status == 2
    assert register.read_bytes() == before


def test_an_output_that_cannot_be_written_is_named(sijill: Sijill, tmp_path: Path) -> None:
    ran = sijill("export", "--output", str(tmp_path / "missing" / "x.jsonl"))
    assert ran.status == 3
    assert "missing" in ran.err


def test_which_occurrence_of_a_quote_it_is() -> None:
    assert occurrence("two died, two died, two died", "two died", 10) == 1
    assert occurrence("aaa", "aa", 1) == 1


def test_main_gives_one_total_a_measure_for_every_report(sijill: Sijill) -> None:
    lines = [json.loads(line) for line in sijill("export", "--format", "main").out.splitlines()]
    assert len(lines) == 3
    for line in lines:
        measures = [claim["measure"] for claim in line["claims"]]
        assert len(measures) == len(set(measures))
        assert all(set(claim["rests_on"]) >= {claim["id"]} or claim["derived"] for claim in line["claims"])
