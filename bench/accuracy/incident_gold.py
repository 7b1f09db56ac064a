"""Gold claims as the linking stage takes them: each annotated figure made into a `Claim`, its incident key hidden.

Places come from the project's gazetteer and actors from its lists, as `ground` would give them; everything else is the
annotators' word.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.accuracy.claims import span
from bench.accuracy.corpora import lines
from sijill.extract.numbers import bounds, vague_count
from sijill.ground.actors import actor_of
from sijill.ground.places import Gazetteer, report_context
from sijill.link import mention_of
from sijill.model import Actor, Claim, Evidence, Figure, Report, Source
from sijill.values import CountRange, Days, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.ground.places import PlaceContext
    from sijill.link import Mention

LABELS = Path(__file__).with_name("cases") / "same_incidents.csv"
Row = dict[str, Any]


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
        report = _report(docs[id_])
        rows = line["claims"]
        named = [row["place"] for row in rows if row["place"]]
        context = report_context(named, report.text, report.outlet, gazetteer)
        for row in rows:
            if row["scope"] == "incident" and row["incident"]:
                claim = claim_of(row, report, context, gazetteer)
                found.append(GoldClaim(row=row, report=report, mention=mention_of(claim, report, entered=len(found))))
    return found


def _report(doc: Row) -> Report:
    published = date.fromisoformat(doc["published"]) if doc["published"] else None
    digest = hashlib.sha256(doc["text"].encode()).hexdigest()
    return Report(
        text=doc["text"], name=doc["id"], sha256=digest, outlet=doc["outlet"], title=doc["title"], published=published
    )


def claim_of(row: Row, report: Report, context: PlaceContext, gazetteer: Gazetteer) -> Claim:
    """Return a gold row as a claim without an incident key."""
    start, end = span(row, report.text, "number")
    where = Span(start=start, end=end)
    evidence = tuple(Evidence(field=name, span=where, quote=where.of(report.text)) for name in ("claim", "number"))
    place = gazetteer.resolve(row["place"], context) if row["place"] else None
    return Claim(
        report_id=report.id,
        happening=row["happening"],
        sources=(Source(worded=row["source"], kind=row["source_kind"]),),
        evidence=evidence,
        figure=_figure(row),
        certainty=row["modality"],
        perpetrator=_actor(row["perpetrator"], row["country"]),
        place=place,
        days=Days(first=_day(row["from"]), last=_day(row["to"])),
        extractor="gold",
    )


def _figure(row: Row) -> Figure:
    return Figure(
        measure=row["measure"],
        worded=row["number"],
        count=_count(row),
        victims=row["victims"],
        category=row["category"],
        scope=row["scope"],
    )


def _count(row: Row) -> CountRange:
    if row["value"] is None:
        return vague_count(row["vague"] or "many")
    comparator = row["comparator"] if row["comparator"] != "vague" else "exact"
    return bounds(comparator, row["value"], row["value_high"])


def _actor(worded: str | None, country: str | None) -> Actor | None:
    return actor_of(worded, country) if worded else None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def labelled() -> dict[tuple[str, str], str]:
    """Return the incidents of train that several reports tell of, labelled by hand: (report name, key) -> incident."""
    with LABELS.open(encoding="utf-8", newline="") as rows:
        return {(row["report"], row["key"]): row["incident"] for row in csv.DictReader(rows)}


def truth_of(claims: list[GoldClaim], across: dict[tuple[str, str], str]) -> Iterator[str]:
    """Yield each claim's true incident: what `across` says of its report and key, else the two together."""
    for claim in claims:
        own = (claim.report.name, claim.row["incident"])
        yield across.get(own, " ".join(own))
