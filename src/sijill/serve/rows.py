"""One flat row a claim, as CSV and JSON Lines give it. The order of the columns is part of the form: only append."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sijill.serve.wording import source_kinds

if TYPE_CHECKING:
    from datetime import date

    from sijill.ledger import StoredClaim
    from sijill.model import Claim

Cell = str | int | float | bool | None
Row = dict[str, Cell]

COLUMNS = (
    "id", "report", "measure", "number", "value", "value_high", "low", "high", "comparator", "victims", "category",
    "group", "scope", "happening", "alleged_perpetrator", "target", "source", "source_kind", "protected", "certainty",
    "place", "place_name", "gazetteer_id", "latitude", "longitude", "place_precision", "country", "admin1", "from",
    "to", "days_worded", "days_precision", "reason", "incident", "quote", "start", "end", "confidence", "extractor",
    "report_id",
)  # fmt: skip


def row_of(stored: StoredClaim) -> Row:
    """Return the row of a stored claim."""
    claim = stored.claim
    cells = {
        **counted_cells(claim),
        **placed_cells(claim),
        **dated_cells(claim),
        "id": claim.id,
        "report": stored.report_name,
        "report_id": claim.report_id,
        "happening": claim.happening,
        "alleged_perpetrator": claim.perpetrator.worded if claim.perpetrator else None,
        "target": claim.target.worded if claim.target else None,
        "source": worded_sources(claim),
        "source_kind": source_kinds(claim),
        "protected": any(source.protected for source in claim.sources),
        "certainty": claim.certainty,
        "reason": claim.reason,
        "incident": claim.incident,
        "quote": claim.evidence[0].quote,
        "start": claim.anchor.span.start,
        "end": claim.anchor.span.end,
        "confidence": finite(claim.confidence),
        "extractor": claim.extractor,
    }
    return {column: cells.get(column) for column in COLUMNS}


def counted_cells(claim: Claim) -> Row:
    """Return the cells of the figure; none where the claim has no figure."""
    figure = claim.figure
    if figure is None:
        return {}
    count = figure.count
    return {
        "measure": figure.measure,
        "number": figure.worded,
        "value": count.value,
        "value_high": count.value_high,
        "low": count.low,
        "high": count.high,
        "comparator": count.comparator,
        "victims": figure.victims,
        "category": figure.category,
        "group": figure.group,
        "scope": figure.scope,
    }


def placed_cells(claim: Claim) -> Row:
    """Return the cells of the place; none where no place is known."""
    place = claim.place
    if place is None:
        return {}
    return {
        "place": place.worded or None,
        "place_name": place.name,
        "gazetteer_id": place.gazetteer_id,
        "latitude": finite(place.latitude),
        "longitude": finite(place.longitude),
        "place_precision": place.precision,
        "country": place.country,
        "admin1": place.admin1,
    }


def dated_cells(claim: Claim) -> Row:
    """Return the cells of the days."""
    days = claim.days
    return {
        "from": iso(days.first),
        "to": iso(days.last),
        "days_worded": days.worded,
        "days_precision": days.precision,
    }


def worded_sources(claim: Claim) -> str | None:
    """Return the sources as worded, joined by "and"; None where the report speaks in its own voice."""
    return " and ".join(dict.fromkeys(source.worded for source in claim.sources if source.worded)) or None


def iso(day: date | None) -> str | None:
    """Return YYYY-MM-DD, or None."""
    return day.isoformat() if day else None


def finite(number: float | None) -> float | None:
    """Return the number, or None where it is not one that JSON can hold."""
    return number if number is not None and math.isfinite(number) else None
