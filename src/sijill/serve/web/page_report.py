"""A report: its text with every claim marked where it stands, and beside it the claims, to be judged one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from starlette.responses import Response

from sijill.serve.review_words import in_words
from sijill.serve.silent import silent_line
from sijill.serve.web.asking import Now
from sijill.serve.web.claim_cards import card
from sijill.serve.web.finding import member_found, report_found
from sijill.serve.web.marked_text import marked_text
from sijill.serve.web.publication import publication_in_words
from sijill.serve.web.templates import page

if TYPE_CHECKING:
    from sijill.model import Report
    from sijill.serve.web.desk import Snapshot

router = APIRouter()


@router.get("/reports/{key}")
def report(request: Request, now: Now, key: str) -> Response:
    """Show a report."""
    found = report_found(now, key)
    members = now.members_of(found.id)
    numbers = {member.claim.id: number for number, member in enumerate(members, start=1)}
    mask = now.shelf.masks.of(found.id)
    return page(
        request,
        "report.html",
        report=mask.report(found),
        id=found.id,
        published=publication_in_words(found),
        words=marked_text(found.text, [member.claim for member in members], mask, numbers),
        cards=[card(member, number, found, now) for number, member in enumerate(members, start=1)],
        rejected=rejected(found, now),
        silent=silent_line(now.hidden_in(found.id), [member.claim for member in members], mask),
    )


@router.get("/claims/{key}")
def claim(request: Request, now: Now, key: str) -> Response:
    """Show one claim, as its report's page lists it."""
    member = member_found(now, key)
    return card_page(request, now, member.claim.id)


def card_page(request: Request, now: Snapshot, claim_id: str) -> Response:
    """Return the card of a claim: alone for a script, else on a page of its own."""
    member = member_found(now, claim_id)
    (found,) = now.reports([member.claim.report_id])
    number = 1 + [one.claim.id for one in now.members_of(found.id)].index(member.claim.id)
    name = "claim_card.html" if request.headers.get("hx-request") else "claim.html"
    return page(request, name, c=card(member, number, found, now), id=found.id)


def rejected(found: Report, now: Snapshot) -> list[tuple[str, str, list[tuple[int, str]]]]:
    """Return the claims of a report that people rejected: id, words, and who said what in which entry."""
    mask, gone = now.shelf.masks.of(found.id), []
    hiding = now.shelf.hiding_all()
    for id_, stored in now.view.reviewed.rejected.items():
        if stored.claim.report_id == found.id:
            said = [(review.seq, in_words(review, hiding)) for review in now.reviews(id_)]
            gone.append((id_, mask.text(stored.claim.evidence[0].quote), said))
    return gone
