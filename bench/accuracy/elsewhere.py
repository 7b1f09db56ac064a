"""News that is not about conflict: every figure claim there is one too many. All that are found are listed for reading.

Local news of LGL without texts that speak of war, armed groups or terror; deaths by accident and crime are in it, and
a figure of people killed or detained there counts as false here, since no conflict is reported.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET  # a local file of our own
from typing import TYPE_CHECKING

from bench.accuracy.intervals import measured
from bench.accuracy.parts import Error, Outcome, Part, fingerprint_of, sampled
from bench.accuracy.reading import read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bench.accuracy.parts import Row
    from bench.accuracy.reading import Read

SAMPLE = 100
ASKED = 0.5
THOUSAND = 1000
CONFLICT = re.compile(
    r"\b(?:wars?|soldiers?|troops?|military|army|marines?|militants?|militias?|insurgen\w+|rebels?|guerrillas?|gunm[ae]n|"
    r"terror\w*|bomb\w*|suicide|air ?strikes?|shell(?:ed|ing)|rockets?|missiles?|Iraq\w*|Afghan\w*|Taliban|al-?Qaida|"
    r"Hamas|Hezbollah|Gaza|Israel\w*|Palestin\w*|Tamil|Darfur|hostages?|kidnap\w*|massacre\w*|genocide|riot\w*|"
    r"protest\w*|cease-?fire|veterans?|assassinat\w*|troubles|paramilitar\w*|IRA|cartels?)\b",
    re.IGNORECASE,
)
ABOUT = (
    "A hundred local news texts of LGL that name no war, armed group or protest. Every figure claim counts as false, "
    "deaths in accidents and arrests for crimes as well; `--why` lists all of them."
)


def part(folder: Path) -> Part:
    """Return the part of the gate."""
    return Part(name="elsewhere", measure=lambda whole: measure(folder, whole=whole), about=ABOUT)


def measure(folder: Path, *, whole: bool) -> Outcome:
    """Return the figure claims of the sample (or of all such texts) per thousand words."""
    rows = sampled(texts(folder / "data" / "geo" / "lgl.xml"), SAMPLE, whole=whole)
    reads = list(read_rows(rows))
    counts = [(figures_in(read), len(read[0].text.split())) for read in reads]
    score = measured("figure claims per thousand words", counts, per_thousand, ASKED, less_is_better=True)
    errors = [error for read in reads for error in false_claims(read)]
    return Outcome(
        scores=[score], fingerprint=fingerprint_of(rows), errors=errors,
        listed=[f"{error.kind}: {error.words}" for error in errors],
    )  # fmt: skip


def texts(path: Path) -> list[Row]:
    """Return the articles that speak of no conflict, in the order of the file."""
    articles = ET.parse(path).getroot()  # noqa: S314 -- a local file of our own
    rows = [{"id": f"lgl-{a.get('docid')}", "text": a.findtext("text") or ""} for a in articles]
    return [row for row in rows if row["text"].strip() and not CONFLICT.search(row["text"])]


def figures_in(read: Read) -> int:
    """Return how many figure claims a report was read to make."""
    return sum(claim.figure is not None for claim in read[1])


def per_thousand(counts: Sequence[tuple[int, int]]) -> float:
    """Return claims per thousand words."""
    return THOUSAND * sum(n for n, _ in counts) / max(1, sum(words for _, words in counts))


def false_claims(read: Read) -> list[Error]:
    """Return every figure claim of a report, with the words around it."""
    report, claims = read
    return [
        Error(c.figure.measure, f"{report.name} {c.confidence:.2f} {c.figure.worded!r}: {c.evidence[0].quote[:160]!r}")
        for c in claims
        if c.figure is not None
    ]
