"""Whole claims and reports as JSON documents: every field of the noun under its own name, days as YYYY-MM-DD.

Two names differ from the nouns': `id` is added, and `perpetrator` stands as `alleged_perpetrator`.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sijill.serve.rows import finite

if TYPE_CHECKING:
    from sijill.model import Claim, Report

RENAMED = {"perpetrator": "alleged_perpetrator"}


def plain(value: object) -> Any:  # noqa: ANN401 -- what JSON holds has no narrower type
    """Return the value in what JSON holds: frozen nouns as objects, tuples as arrays, numbers that are none as null."""
    if is_dataclass(value):
        return {RENAMED.get(f.name, f.name): plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return finite(value) if isinstance(value, float) else value


def claim_document(claim: Claim) -> dict[str, Any]:
    """Return a claim whole, its id first."""
    return {"id": claim.id, **plain(claim)}


def report_document(report: Report, *, with_text: bool = False) -> dict[str, Any]:
    """Return a report, its id first; without its text unless asked for."""
    document = {"id": report.id, **plain(report)}
    if not with_text:
        del document["text"]
    return document
