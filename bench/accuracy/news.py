"""Real reports that no weights learned from: figures of Timeline17's news on Iraq, Libya and Egypt, annotated by hand.

`cases/news.jsonl` stands off from the public texts (ids, hashes, offsets; no words of theirs), which lie in
`data/reports` of the folder that SIJILL_DATA names. What the program had found in each was corrected, once. Nothing may
be learned from them and no rule shaped on what is read wrong there, so that no errors are shown.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.standoff import fingerprint, worded

from bench.accuracy.annotated import figure_scores
from bench.accuracy.claims import figures
from bench.accuracy.corpora import lines
from bench.accuracy.parts import Outcome, Part, fingerprint_of
from bench.accuracy.reading import figures_line, read_rows

if TYPE_CHECKING:
    from bench.accuracy.parts import Row

CASES = Path(__file__).parent / "cases" / "news.jsonl"
ABOUT = (
    "Real news of Iraq, Libya and Egypt (Timeline17) that the weights have not learned from and no rule was shaped on: "
    "what the program had read in it before was corrected by hand, once, so that the marks are rather kind."
)


def part(folder: Path) -> Part:
    """Return the part of the gate; `folder` holds `data/reports`."""
    return Part(name="news", measure=lambda _: measure(folder), about=ABOUT)


def measure(folder: Path) -> Outcome:
    """Return how the figures of the reports are read."""
    gold = annotated(folder / "data" / "reports", json_lines())
    tallies = [
        figures(row["text"], row["claims"], figures_line(read)["claims"])
        for row, read in zip(gold, read_rows(gold), strict=True)
    ]
    return Outcome(scores=figure_scores(tallies), fingerprint=fingerprint_of(json_lines()))


def json_lines() -> list[Row]:
    """Return the stand-off lines."""
    with CASES.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def annotated(reports: Path, cases: list[Row]) -> list[Row]:
    """Return the lines with their texts and the words of their claims.

    Raises ValueError where the text that was annotated is not among the reports.
    """
    texts: dict[str, dict[str, Any]] = {}
    for path in sorted(reports.glob("t17-*.jsonl")):
        texts.update(lines(path))
    return [_with_words(case, texts.get(case["id"], {}).get("text", "")) for case in cases]


def _with_words(case: Row, text: str) -> Row:
    if fingerprint(text) != case["sha256"]:
        message = f"{CASES}: the text of {case['id']} that was annotated is not among the reports"
        raise ValueError(message)
    return {**case, "text": text, "claims": [worded(claim, text) for claim in case["claims"]]}
