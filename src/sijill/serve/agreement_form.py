"""Agreement of reviewers as the command line, the API and the judging queue give it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.serve.wording import counted

if TYPE_CHECKING:
    from sijill.agreement import Agreement, FieldAgreement, PairAgreement
    from sijill.serve.hiding import Hiding

FIELDS = ("Field", "Held by two or more", "Alike", "Alpha", "Level")
PAIRS = (
    "Who",
    "And",
    "Selected words",
    "Overlap",
    "Missed claims",
    "Both found",
    "Claims put together",
    "B-cubed",
    "Rand",
)
NOT_TOLD = "-"


def document(found: Agreement, hiding: Hiding) -> dict[str, Any]:
    """Return the agreement as JSON holds it; people's names are masked where a source's would be."""
    plain: dict[str, Any] = hiding.plain(found)
    return plain


def field_cells(one: FieldAgreement) -> tuple[str, ...]:
    """Return a field's row."""
    return one.field.replace("_", " "), f"{one.units:,}", f"{one.agreed:.0%}", measured(one.alpha), one.level


def pair_cells(one: PairAgreement, hiding: Hiding) -> tuple[str, ...]:
    """Return two people's row."""
    spans, clusters = one.spans, one.clusters
    return (
        hiding.text(one.first),
        hiding.text(one.second),
        f"{spans.spans:,}",
        measured(spans.overlap),
        f"{spans.missed:,}",
        measured(spans.found_by_both),
        f"{clusters.claims:,}",
        measured(clusters.b_cubed),
        measured(clusters.rand),
    )


def measured(number: float | None) -> str:
    """Return a measure in words; a dash where there is none."""
    return NOT_TOLD if number is None else f"{number:.2f}"


def aware_in_words(found: Agreement) -> str:
    """Return what the figures are worth."""
    if not found.aware:
        return "No review was made by somebody who had seen another's of the claim."
    return (
        f"{counted(found.aware, 'review')} made by people who had seen another's of the claim: agreement that was seen "
        "is no measure of how reliably the work can be repeated."
    )
