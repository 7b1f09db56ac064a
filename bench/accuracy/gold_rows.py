"""Rows of the gold as nouns of the model: what every measurement that starts from gold claims has in common."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from sijill.extract.numbers import bounds, vague_count
from sijill.ground.actors import actor_of
from sijill.model import Actor, Claim, Evidence, Figure, Place, Report, Source
from sijill.values import CountRange, Days, Span

Row = dict[str, Any]


def report_of(doc: Row) -> Report:
    """Return a gold document as a report."""
    digest = hashlib.sha256(doc["text"].encode()).hexdigest()
    return Report(
        text=doc["text"],
        name=doc["id"],
        sha256=digest,
        outlet=doc.get("outlet"),
        title=doc.get("title"),
        published=day_of(doc["published"]),
    )


def claim_with(row: Row, report: Report, evidence: tuple[Evidence, ...], place: Place | None) -> Claim:
    """Return a gold row as a claim without an incident key, with the evidence and the place that are given."""
    return Claim(
        report_id=report.id,
        happening=row["happening"],
        sources=(Source(worded=row["source"], kind=row["source_kind"]),),
        evidence=evidence,
        figure=figure_of(row),
        certainty=row["modality"],
        perpetrator=alleged(row["perpetrator"], row["country"]),
        place=place,
        days=Days(first=day_of(row["from"]), last=day_of(row["to"])),
        extractor="gold",
    )


def quoted(field: str, where: Span, report: Report) -> Evidence:
    """Return the words of a report at a span as evidence."""
    return Evidence(field=field, span=where, quote=where.of(report.text))


def figure_of(row: Row) -> Figure:
    """Return the figure of a gold row."""
    return Figure(
        measure=row["measure"],
        worded=row["number"],
        count=count_of(row),
        victims=row["victims"],
        category=row["category"],
        scope=row["scope"],
    )


def count_of(row: Row) -> CountRange:
    """Return the count of a gold row."""
    if row["value"] is None:
        return vague_count(row["vague"] or "many")
    comparator = row["comparator"] if row["comparator"] != "vague" else "exact"
    return bounds(comparator, row["value"], row["value_high"])


def alleged(worded: str | None, country: str | None) -> Actor | None:
    """Return who is said to have done it."""
    return actor_of(worded, country) if worded else None


def day_of(iso: str | None) -> date | None:
    """Return the day of YYYY-MM-DD."""
    return date.fromisoformat(iso) if iso else None
