"""The annotation form of figures and happenings: one JSON line a report, as the scoring scripts read it.

`start` and `end` count code points of the report's text: of the number for a figure, of the trigger for a happening.
`quote` and `nth` (which occurrence of the quote it is, from 0) find the clause in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.serve.rows import finite, iso, worded_sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.model import Claim, Report
    from sijill.serve.masking import Mask


def line_of(report: Report, claims: Sequence[Claim], mask: Mask) -> dict[str, Any]:
    """Return the line of one report; it has one also where nothing is claimed."""
    return {
        "id": mask.text(report.name),
        "published": iso(report.published),
        "claims": [figure_entry(claim, report.text, mask) for claim in claims if claim.figure],
        "happenings": [happening_entry(claim, report.text, mask) for claim in claims if not claim.figure],
    }


def figure_entry(claim: Claim, text: str, mask: Mask) -> dict[str, Any]:
    """Return a claim with a figure as an entry of `claims`."""
    shown = mask.claim(claim)
    figure = shown.figure
    if figure is None:
        msg = f"claim {claim.id} has no figure"
        raise ValueError(msg)
    return {
        **quoted(claim, shown, text),
        "number": figure.worded,
        **placed_at(claim),
        "measure": figure.measure,
        "value": figure.count.value,
        "vague": figure.count.vague,
        "comparator": figure.count.comparator,
        "value_high": figure.count.value_high,
        "victims": figure.victims,
        "category": figure.category,
        "scope": figure.scope,
        **said_and_done(shown),
    }


def happening_entry(claim: Claim, text: str, mask: Mask) -> dict[str, Any]:
    """Return a claim without a figure as an entry of `happenings`."""
    shown = mask.claim(claim)
    return {
        **quoted(claim, shown, text),
        "trigger": shown.anchor.quote,
        **placed_at(claim),
        "target": shown.target.worded if shown.target else None,
        **said_and_done(shown),
    }


def quoted(claim: Claim, shown: Claim, text: str) -> dict[str, Any]:
    """Return the quote and which occurrence of it in the text it is."""
    clause = claim.evidence[0]
    return {"quote": shown.evidence[0].quote, "nth": occurrence(text, clause.quote, clause.span.start)}


def placed_at(claim: Claim) -> dict[str, Any]:
    """Return where the number or trigger stands in the text."""
    return {"start": claim.anchor.span.start, "end": claim.anchor.span.end}


def said_and_done(claim: Claim) -> dict[str, Any]:
    """Return the fields that figures and happenings share."""
    return {
        "source": worded_sources(claim),
        "source_kind": claim.source.kind,
        "modality": claim.certainty,
        "from": iso(claim.days.first),
        "to": iso(claim.days.last),
        "place": (claim.place.worded or None) if claim.place else None,
        "country": claim.place.country if claim.place else None,
        "perpetrator": claim.perpetrator.worded if claim.perpetrator else None,
        "happening": claim.happening,
        "incident": claim.incident,
        "id": claim.id,
        "confidence": finite(claim.confidence),
        "protected": any(source.protected for source in claim.sources),
    }


def occurrence(text: str, quote: str, start: int) -> int:
    """Return how many times the quote begins in the text before `start`, overlapping ones counted."""
    seen, at = 0, text.find(quote)
    while 0 <= at < start:
        seen, at = seen + 1, text.find(quote, at + 1)
    return seen
