"""The table that the gate publishes, and when it fails."""

from __future__ import annotations

import re

from bench.accuracy.gate import broken, floors_of, parts, sections_of, table
from bench.accuracy.intervals import measured, share
from bench.accuracy.parts import Outcome, Part

RIGHT = measured("right", [(1, 2), (1, 2)], share, 0.75)
ERROR = measured("error", [(1, 4), (1, 4)], share, 0.05, less_is_better=True)
OUTCOME = Outcome(scores=[RIGHT, ERROR], fingerprint="abc")
PART = Part(name="small", measure=lambda _: OUTCOME, about="Two documents.")


def test_what_is_asked_stands_beside_what_is_measured() -> None:
    rows = [re.sub(r"\s+", " ", row) for row in table(PART, OUTCOME)]
    assert "| right | 0.500 | 0.500..0.500 | 2 | 0.75 | 0.250 |" in rows
    assert "| error | 0.250 | 0.250..0.250 | 2 | \u2264 0.05 | 0.200 |" in rows


def test_today_holds_the_floors_that_it_pins() -> None:
    assert not broken(PART, OUTCOME, {"small": floors_of(OUTCOME)})


def test_a_score_below_its_floor_and_an_error_above_its_ceiling_are_named() -> None:
    pinned = {"small": {"fingerprint": "abc", "floors": {"right": 0.6, "error": 0.1}}}
    assert broken(PART, OUTCOME, pinned) == [
        "small: right is 0.500, below the pinned 0.600",
        "small: error is 0.250, above the pinned 0.100",
    ]


def test_a_corpus_that_changed_has_no_floors() -> None:
    [said] = broken(PART, OUTCOME, {"small": {"fingerprint": "other", "floors": {}}})
    assert "--set-floors" in said


def test_a_part_measured_alone_leaves_the_other_sections() -> None:
    published = "\n".join(["# Accuracy", "", *table(PART, OUTCOME), "## other", "", "kept", ""])
    assert list(sections_of(published)) == ["small", "other"]
    assert "kept" in sections_of(published)["other"]


def test_without_outside_data_the_project_measures_its_own(monkeypatch) -> None:  # noqa: ANN001 -- pytest's own
    monkeypatch.delenv("SIJILL_DATA", raising=False)
    assert [part.name for part in parts()] == [
        "protected sources",
        "sentences",
        "short reports",
        "time phrases",
        "examples",
    ]
