"""Gold claims as the linking stage takes them: each annotated figure made into a `Claim`, its incident key hidden.

Places come from the project's gazetteer and actors from its lists, as `ground` would give them; everything else is the
annotators' word.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.accuracy.claims import span
from bench.accuracy.corpora import lines
from bench.accuracy.gold_rows import claim_with, quoted, report_of
from sijill.ground.places import Gazetteer, report_context
from sijill.link import mention_of
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.accuracy.gold_rows import Row
    from sijill.ground.places import PlaceContext
    from sijill.link import Mention
    from sijill.model import Claim, Report

LABELS = Path(__file__).with_name("cases") / "same_incidents.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """A gold row with what linking sees of it, and its report."""

    row: Row
    report: Report
    mention: Mention


def gold_claims(gold_folder: Path, part: str) -> list[GoldClaim]:
    """Return the incident claims of a part of the gold ("dev", "train"), their incident keys hidden from linking."""
    docs = lines(gold_folder / f"{part}.docs.jsonl")
    gazetteer = Gazetteer.load()
    found: list[GoldClaim] = []
    for id_, line in lines(gold_folder / f"{part}.gold.jsonl").items():
        report = report_of(docs[id_])
        rows = line["claims"]
        named = [row["place"] for row in rows if row["place"]]
        context = report_context(named, report.text, report.outlet, gazetteer)
        for row in rows:
            if row["scope"] == "incident" and row["incident"]:
                claim = claim_of(row, report, context, gazetteer)
                found.append(GoldClaim(row=row, report=report, mention=mention_of(claim, report, entered=len(found))))
    return found


def claim_of(row: Row, report: Report, context: PlaceContext, gazetteer: Gazetteer) -> Claim:
    """Return a gold row as a claim without an incident key, its place looked up."""
    start, end = span(row, report.text, "number")
    where = Span(start=start, end=end)
    evidence = tuple(quoted(name, where, report) for name in ("claim", "number"))
    return claim_with(row, report, evidence, gazetteer.resolve(row["place"], context) if row["place"] else None)


def labelled() -> dict[tuple[str, str], str]:
    """Return the incidents of train that several reports tell of, labelled by hand: (report name, key) -> incident."""
    with LABELS.open(encoding="utf-8", newline="") as rows:
        return {(row["report"], row["key"]): row["incident"] for row in csv.DictReader(rows)}


def truth_of(claims: list[GoldClaim], across: dict[tuple[str, str], str]) -> Iterator[str]:
    """Yield each claim's true incident: what `across` says of its report and key, else the two together."""
    for claim in claims:
        own = (claim.report.name, claim.row["incident"])
        yield across.get(own, " ".join(own))
