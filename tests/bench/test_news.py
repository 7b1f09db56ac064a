"""How real reports that nothing was learned from are brought back from the public texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from bench.accuracy.news import annotated, json_lines
from training.standoff import FOLDER, fingerprint, stood_off

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "BAGHDAD - A bomb killed 12 people in Mosul, police said."
CLAIM = {"quote": "killed 12 people in Mosul", "nth": 0, "number": "12", "measure": "killed", "place": "Mosul"}


def _case() -> dict[str, Any]:
    return {"id": "t17-one", "sha256": fingerprint(TEXT), "published": "2004-05-01", "claims": [stood_off(CLAIM, TEXT)]}


def test_a_case_has_its_text_and_the_words_of_its_claims_again(tmp_path: Path) -> None:
    (tmp_path / "t17-iraq.jsonl").write_text(json.dumps({"id": "t17-one", "text": TEXT}) + "\n", encoding="utf-8")
    (row,) = annotated(tmp_path, [_case()])
    assert row["text"] == TEXT
    assert {name: row["claims"][0][name] for name in CLAIM} == CLAIM


def test_a_text_that_is_not_the_one_annotated_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t17-iraq.jsonl").write_text(json.dumps({"id": "t17-one", "text": "Other."}) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="the text of t17-one that was annotated is not among the reports"):
        annotated(tmp_path, [_case()])


def test_no_report_that_is_measured_is_learned_from() -> None:
    learned = {json.loads(line)["id"] for path in FOLDER.glob("*.jsonl") for line in path.open(encoding="utf-8")}
    assert not learned & {case["id"] for case in json_lines()}
