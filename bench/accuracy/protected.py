"""Sources that fear reprisals: how many of the project's own cases are recognised and marked protected.

Measured at what reading ships: a source is found where some claim of the text has a protected source of its words.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bench.accuracy.claims import same_words
from bench.accuracy.corpora import OWN_GOLD
from bench.accuracy.intervals import measured, share
from bench.accuracy.parts import Error, Outcome, Part, fingerprint_of
from bench.accuracy.reading import read_rows

if TYPE_CHECKING:
    from bench.accuracy.parts import Row
    from sijill.model import Source

CASES = OWN_GOLD / "protected.jsonl"
ASKED = 0.95
ABOUT = (
    "Short texts of the project's own, with sources that ask for anonymity, give a first name only or fear reprisals, "
    "and with sources that do not. Recall: protected sources marked so in some claim of the text. A source of no claim "
    "is in no register; the second row leaves those out."
)


def part() -> Part:
    """Return the part of the gate."""
    return Part(name="protected sources", measure=lambda _: measure(), about=ABOUT)


def measure() -> Outcome:
    """Return recall over those to be protected, and how many others are spared."""
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line]
    rows: list[Row] = [{"id": f"case-{n}", "text": case["text"]} for n, case in enumerate(cases)]
    recall, speaking, spared, errors = [], [], [], []
    for case, (_, claims) in zip(cases, read_rows(rows), strict=True):
        sources = [source for claim in claims for source in claim.sources]
        missed = [p for p in case["protected"] if not any(s.protected and speaks(p, s) for s in sources)]
        masked = [p for p in case["not_protected"] if any(s.protected and speaks(p, s) for s in sources)]
        silent = [p for p in missed if not any(speaks(p, s) for s in sources)]
        speaking.append((len(case["protected"]) - len(missed), len(case["protected"]) - len(silent)))
        recall.append((len(case["protected"]) - len(missed), len(case["protected"])))
        spared.append((len(case["not_protected"]) - len(masked), len(case["not_protected"])))
        errors += [Error("left open" if p not in silent else "in no claim", f"{name_of(p)!r}: {case['text']!r}")
                   for p in missed]  # fmt: skip
        errors += [Error("protected without need", f"{name_of(p)!r}: {case['text']!r}") for p in masked]
    scores = [
        measured("recall", [r for r in recall if r[1]], share, ASKED),
        measured("recall, of those who are the source of a claim", [r for r in speaking if r[1]], share, ASKED),
        measured("others spared", [s for s in spared if s[1]], share),
    ]
    return Outcome(scores=scores, fingerprint=fingerprint_of(cases), errors=errors)


def name_of(expected: dict[str, Any] | str) -> str:
    """Return the words of an expected source."""
    return expected if isinstance(expected, str) else expected["source"]


def speaks(expected: dict[str, Any] | str, source: Source) -> bool:
    """Tell whether a source is the expected one, by half of its words or by its name."""
    worded = name_of(expected)
    return same_words(worded, source.worded) or (source.name is not None and source.name in worded)
