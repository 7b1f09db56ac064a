"""Times turned into days, for the gate: the project's own table of phrases, and WikiWars."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from bench.accuracy.days import TABLE, Tally, row_is_right, tally_of
from bench.accuracy.intervals import measured, share
from bench.accuracy.parts import Error, Outcome, Part, fingerprint_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

TABLE_ASKED = 0.97
WIKIWARS_ASKED = 0.82


def parts(folder: Path | None) -> Iterator[Part]:
    """Yield the parts of the gate that are at hand."""
    about = "The project's own phrases with the days and the precision that a careful reader gives them."
    yield Part(name="time phrases", measure=lambda _: measure_table(), about=about)
    if folder is not None:
        about = (
            "Expressions whose value is a day, month, season or year of our era. Recall is over those of the gold, "
            "found with a span that overlaps; precision over found ones that were given days. Without training: the "
            "grammar has no weights, so there is nothing to cross-validate."
        )
        path = folder / "data" / "time" / "wikiwars"
        yield Part(name="wikiwars", measure=lambda _: measure_wikiwars(path), about=about)


def measure_table() -> Outcome:
    """Return the share of the table's rows that are right."""
    with TABLE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    right = [(float(row_is_right(row)), 1.0) for row in rows]
    errors = [Error(row["why"], f"{row['phrase']!r} is {row['first']}..{row['last']}")
              for row, (ok, _) in zip(rows, right, strict=True) if not ok]  # fmt: skip
    score = measured("phrases right", right, share, TABLE_ASKED)
    return Outcome(scores=[score], fingerprint=fingerprint_of(rows), errors=errors)


def measure_wikiwars(folder: Path) -> Outcome:
    """Return value F1 with relaxed spans, precision and recall."""
    paths = sorted(folder.glob("*.xml"))
    tallies = [tally_of(path) for path in paths]
    scores = [
        measured("value F1, relaxed spans", tallies, value_f1, WIKIWARS_ASKED),
        measured("values recalled", tallies, lambda some: share([t.valued for t in some])),
        measured("values right where given", tallies, lambda some: share([t.resolved for t in some])),
    ]
    errors = [Error(kind_of(line), line) for tally in tallies for line in tally.wrong]
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in paths)
    return Outcome(scores=scores, fingerprint=fingerprint_of(texts), errors=errors)


def value_f1(tallies: Sequence[Tally]) -> float:
    """Return the harmonic mean of precision and recall over articles."""
    precision, recall = share([t.resolved for t in tallies]), share([t.valued for t in tallies])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def kind_of(line: str) -> str:
    """Return the kind of an error that `days` worded."""
    return "missed" if line.startswith("missed") else "other days"
