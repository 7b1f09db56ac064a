"""Reports and claims as rows to look them up by; the exact values are in the payload, not here."""

from __future__ import annotations

import unicodedata
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sijill.model import content_id

if TYPE_CHECKING:
    from sijill.model import Claim, Place, Report
    from sijill.values import CountRange, Days

    Row = dict[str, Any]

NAMES_AT_HAND = 10_000  # names whose folding is remembered: a war's reports name the same places
LARGEST = 2**63 - 1  # what a database's whole number holds; a larger count is exact in the payload only


def storable(text: str) -> str:
    """Return a text that every database takes: PostgreSQL has no NUL."""
    return text.replace("\0", "\u2400")


@lru_cache(maxsize=NAMES_AT_HAND)
def folded(text: str) -> str:
    """Return the words of a name without case, accents and punctuation, single spaces between them."""
    letters = (c if c.isalnum() else " " for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(letters).casefold().split())


def report_row(report: Report, seq: int, revises: int | None) -> Row:
    """Return the row that a report is found by."""
    return {
        "seq": seq,
        "id": report.id,
        "name": storable(report.name),
        "outlet": None if report.outlet is None else storable(report.outlet),
        "published": None if report.published is None else report.published.isoformat(),
        "sha256": storable(report.sha256),
        "revises": revises,
    }


def claim_row(claim: Claim, *, seq: int, report: int, reading: int) -> Row:
    """Return the row that a claim is found by; `report` and `reading` are the numbers of their entries."""
    place = claim.place
    return {
        "seq": seq,
        "id": claim.id,
        "report": report,
        "reading": reading,
        "happening": claim.happening,
        "certainty": claim.certainty,
        "place": None if place is None else place_id(place),
        "country": None if place is None else _folded(place.country),
        "admin1_code": None if place is None else _folded(place.admin1_code),
        "incident": None if claim.incident is None else storable(claim.incident),
        "protected": any(source.protected for source in claim.sources),
        "confidence": claim.confidence,
        **_figure_columns(claim),
        **_day_columns(claim.days),
    }


def source_kind_rows(claim: Claim, seq: int) -> list[Row]:
    """Return one row for each kind of source that the claim has."""
    return [{"kind": kind, "claim": seq} for kind in sorted({source.kind for source in claim.sources})]


def place_row(place: Place) -> Row:
    """Return the row that a place is found by; its words stand between spaces, so that whole words can be sought."""
    return {
        "id": place_id(place),
        "worded": f" {folded(place.worded)} ",
        "name": _folded(place.name),
        "admin1": _folded(place.admin1),
        "admin1_code": _folded(place.admin1_code),
        "country": _folded(place.country),
    }


@lru_cache(maxsize=NAMES_AT_HAND)
def place_id(place: Place) -> str:
    """Return one id for all places that are found by the same words."""
    sought = (place.worded, place.name, place.admin1, place.admin1_code, place.country)
    return content_id("place", *(_folded(words) for words in sought))


def _folded(text: str | None) -> str | None:
    """Return the folded text, None for none."""
    return None if text is None else folded(text)


def _figure_columns(claim: Claim) -> Row:
    """Return the columns of a claim's figure, all None where it has none."""
    figure = claim.figure
    if figure is None:
        return dict.fromkeys(("measure", "category", "scope", "low", "high", "value"))
    return {
        "measure": figure.measure,
        "category": figure.category,
        "scope": figure.scope,
        **_count_columns(figure.count),
    }


def _count_columns(count: CountRange) -> Row:
    """Return low, high and value, none above what a database can hold."""
    numbers = {"low": count.low, "high": count.high, "value": count.value}
    return {name: None if number is None else min(number, LARGEST) for name, number in numbers.items()}


def _day_columns(days: Days) -> Row:
    """Return the first and last day to compare with: an open end is the end of time, unknown days are None."""
    if not days.known:
        return {"first_day": None, "last_day": None}
    return {"first_day": (days.first or date.min).isoformat(), "last_day": (days.last or date.max).isoformat()}
