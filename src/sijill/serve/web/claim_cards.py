"""A claim as the report's page shows it: in words, with its fields, reviews and conflicts, masked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.run.reviewed import conflicts
from sijill.serve.opened import opened
from sijill.serve.page import alleged_by, what
from sijill.serve.review_words import ACTS, in_words
from sijill.serve.wording import days_in_words, place_in_words, source_kinds, sources_in_words

if TYPE_CHECKING:
    from sijill.incident import Member
    from sijill.model import Claim, Report
    from sijill.review import Review
    from sijill.serve.hiding import Hiding
    from sijill.serve.opened import Line
    from sijill.serve.web.desk import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One claim: `now` holds what its fields are, for the forms; `status` what people last said of it."""

    id: str
    number: int
    what: str
    about: str
    said_by: str
    certainty: str
    confidence: float
    quote: str
    incident: str | None
    fields: dict[str, str]
    opened: list[Line]
    reviews: list[tuple[Review, str]]
    conflicts: list[str]
    status: str
    seen: int
    is_figure: bool


def card(member: Member, number: int, report: Report, now: Snapshot) -> Card:
    """Return the card of a claim."""
    shown, id_ = now.shelf.shown(member).claim, member.claim.id
    hiding, reviews = now.shelf.hiding_all(), now.reviews(member.claim.id)
    return Card(
        id=id_,
        number=number,
        what=in_plain_words(shown, what(shown)),
        about=" · ".join(filter(None, (place_in_words(shown.place), days_in_words(shown.days), alleged_by(shown)))),
        said_by=f"{sources_in_words(shown)} ({source_kinds(shown).replace('_', ' ')})",
        certainty=shown.certainty,
        confidence=shown.confidence,
        quote=shown.evidence[0].quote,
        incident=now.view.homes.get(id_),
        fields=fields_of(shown),
        opened=opened(shown, now.shelf.masks.of(report.id).report(report)),
        reviews=[(review, in_words(review, hiding)) for review in reviews],
        conflicts=[conflict(a, b, hiding) for a, b in conflicts(reviews)],
        status=status_of(reviews),
        seen=now.view.reviewed.newest(id_),
        is_figure=shown.figure is not None,
    )


def in_plain_words(claim: Claim, words: str) -> str:
    """Return what is claimed with the category of victims as people write it: "(state forces)"."""
    end = f"({claim.figure.category})" if claim.figure else ""
    return words.removesuffix(end) + end.replace("_", " ")


def fields_of(claim: Claim) -> dict[str, str]:
    """Return what a form shows in each field."""
    figure = claim.figure
    return {
        "number": figure.worded if figure else "",
        "measure": figure.measure if figure else "",
        "victims": (figure.victims or "") if figure else "",
        "category": figure.category if figure else "",
        "scope": figure.scope if figure else "",
        "happening": claim.happening or "",
        "certainty": claim.certainty,
        "source": claim.source.worded or "",
        "kind": claim.source.kind,
        "perpetrator": claim.perpetrator.worded if claim.perpetrator else "",
        "target": claim.target.worded if claim.target else "",
        "place": claim.place.worded if claim.place else "",
        "first": str(claim.days.first or ""),
        "last": str(claim.days.last or ""),
    }


def conflict(a: Review, b: Review, hiding: Hiding) -> str:
    """Return what two people hold who did not see each other's entries."""
    return f"{in_words(a, hiding)} (entry {a.seq}); {in_words(b, hiding)} (entry {b.seq}), without seeing it"


def status_of(reviews: tuple[Review, ...]) -> str:
    """Return what people last said of a claim, "" where nobody has."""
    said = [review.act for review in reviews if review.act != "note"]
    return ACTS.get(said[-1], "") if said else ""
