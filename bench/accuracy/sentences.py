"""Sentences of the project's own, from many conflicts, with what each counts: how figures are read outside the gold.

`cases/sentences.csv` holds a row a sentence: `told` lists measures and numbers ("killed 12; injured 30"; no number
where none is stated; nothing where nobody is counted), or, for the kind "certainty", how certain its one figure is.
Rules were shaped on many of them, so that they guard what was mended and measure little else.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import sijill
from bench.accuracy.intervals import measured, share
from bench.accuracy.parts import Error, Outcome, Part, fingerprint_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sijill.model import Claim

TABLE = Path(__file__).parent / "cases" / "sentences.csv"
ASKED = 0.95
PUBLISHED = "2017-03-05"
ABOUT = (
    "Sentences of the project's own with what each counts, and how certainly; right is one whose measures and numbers "
    "are all right and no more are told. Rules were shaped on many of them."
)


def part() -> Part:
    """Return the part of the gate."""
    return Part(name="sentences", measure=lambda _: measure(), about=ABOUT)


def measure() -> Outcome:
    """Return the share of the sentences that are read rightly."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = [told_by(row["kind"], sijill.read(row["sentence"], published=PUBLISHED)) for row in rows]
    right = [(float(got == sorted(wanted(row["told"]))), 1.0) for row, got in zip(rows, told, strict=True)]
    errors = [
        Error(row["kind"], f"{row['sentence']!r} counts {row['told'] or 'nobody'}; read {'; '.join(got) or 'nobody'}")
        for row, got, (ok, _) in zip(rows, told, right, strict=True)
        if not ok
    ]
    score = measured("sentences right", right, share, ASKED)
    return Outcome(scores=[score], fingerprint=fingerprint_of(rows), errors=errors)


def wanted(told: str) -> list[str]:
    """Return the entries of a row."""
    return [entry.strip() for entry in told.split(";") if entry.strip()]


def told_by(kind: str, claims: Iterable[Claim]) -> list[str]:
    """Return what the figures of a sentence say, as a row of the table would."""
    figures = [claim for claim in claims if claim.figure is not None]
    if kind == "certainty":
        return sorted(claim.certainty for claim in figures)
    return sorted(entry_of(claim) for claim in figures)


def entry_of(claim: Claim) -> str:
    """Return a figure's measure and number, the measure alone where no number is stated."""
    assert claim.figure is not None
    value = claim.figure.count.value
    return claim.figure.measure if value is None else f"{claim.figure.measure} {value}"
