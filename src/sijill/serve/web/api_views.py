"""Single things of the API, and what is worked out: a claim, a report, an incident, the map, the queue."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter

from sijill.run import reviews
from sijill.serve.agreement_form import document as agreement_document
from sijill.serve.incident_screen import document as incident_document
from sijill.serve.review_words import review_of
from sijill.serve.silent import people_documents
from sijill.serve.web.asking import Key, Now, QueryIncidents, QueryPaged, incidents_asked
from sijill.serve.web.documents import claim_of, report_of
from sijill.serve.web.finding import incident_found, member_found, report_found
from sijill.serve.web.mapped import mapped
from sijill.serve.web.paging import numbered_page, page_of
from sijill.serve.web.queue import pair_document
from sijill.serve.web.series import running_totals, total_row

router = APIRouter(tags=["views"])


@router.get("/claims/{claim}")
def claim(now: Now, claim: Key) -> dict[str, Any]:
    """Return a claim with its reviews and, where it was corrected, what the reader had made of it."""
    member = member_found(now, claim)
    hiding, original = now.shelf.hiding_all(), now.view.reviewed.originals.get(member.claim.id)
    mask = now.shelf.masks.of(member.claim.report_id)
    return {
        **claim_of(member, now),
        "reviews": [review_of(review, hiding) for review in now.reviews(member.claim.id)],
        "as_read": now.shelf.hiding([member.claim.id]).plain(mask.claim(original.claim)) if original else None,
    }


@router.get("/reports/{report}")
def report(now: Now, report: Key) -> dict[str, Any]:
    """Return a report with its text and claims; spans count the code points of the unmasked text."""
    found = report_found(now, report)
    members = now.members_of(found.id)
    claims, mask = [member.claim for member in members], now.shelf.masks.of(found.id)
    return {
        **report_of(found, now, with_text=True),
        "claims": [claim_of(member, now) for member in members],
        "people_who_hide": people_documents(now.hidden_in(found.id), claims, mask),
    }


@router.get("/incidents/{incident}")
def incident(now: Now, incident: Key) -> dict[str, Any]:
    """Return an incident whole; the id of a claim, and one that was merged away, lead to it."""
    found = incident_found(now, incident)
    signed = [review_of(review, now.shelf.hiding_all()) for review in reviews.signatures(now.view, found)]
    return {**incident_document(found, now.shelf), "signatures": signed}


@router.get("/series")
def series(now: Now, wanted: QueryPaged) -> dict[str, Any]:
    """List each source's running totals beside the register's own sum."""
    page = numbered_page(running_totals(now, None, "ibc"), wanted)
    return {"items": [total_row(one, now) for _, one in page.items], "total": page.total, "next": page.next}


@router.get("/map")
def map_points(now: Now, wanted: QueryIncidents) -> dict[str, Any]:
    """Return where the incidents are, a row each in the order of `columns`, paged; what is not drawn is counted."""
    return mapped(now, incidents_asked(now, wanted), wanted)


@router.get("/queue")
def queue(now: Now, wanted: QueryPaged) -> dict[str, Any]:
    """List the pairs of claims that nobody has judged, the least certain first."""
    page = page_of(now.pairs_to_judge, lambda one: f"{one.a}-{one.b}", wanted.cursor, wanted.limit)
    return {"items": [pair_document(one, now) for one in page.items], "total": page.total, "next": page.next}


@router.get("/agreement")
def agreement(now: Now, wanted: QueryPaged) -> dict[str, Any]:
    """Return how far the reviewers agree: alpha by field, and two by two, paged, their words and their groupings."""
    page = numbered_page(now.agreement.pairs, wanted)
    found = replace(now.agreement, pairs=tuple(one for _, one in page.items))
    return {**agreement_document(found, now.shelf.hiding_all()), "total": page.total, "next": page.next}


@router.get("/sources")
def sources(now: Now, wanted: QueryPaged) -> dict[str, Any]:
    """List the sources with what each counts and its track record; with the first page the groups of one origin."""
    page = numbered_page(now.sources, wanted)
    groups = {} if wanted.cursor else {"groups": now.source_groups}
    return {"items": [one.document for _, one in page.items], "total": page.total, "next": page.next, **groups}
