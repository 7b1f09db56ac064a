"""Lists: incidents, reports, sources, the judging queue, the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from sijill.serve.agreement_form import FIELDS, PAIRS, aware_in_words, field_cells, pair_cells
from sijill.serve.log import row_of
from sijill.serve.sentences import own_sentence
from sijill.serve.source_profiles import group_in_words
from sijill.serve.web.addresses import with_questions
from sijill.serve.web.asking import Now, QueryIncidents, QueryPaged, incidents_asked
from sijill.serve.web.claim_cards import card
from sijill.serve.web.incident_lines import line_of
from sijill.serve.web.log import log_page
from sijill.serve.web.paging import page_of, sources_page
from sijill.serve.web.publication import publication_in_words
from sijill.serve.web.queue import claims_to_review, done, pairs_in_words
from sijill.serve.web.templates import page

if TYPE_CHECKING:
    from sijill.judgement import Judgement
    from sijill.serve.web.claim_cards import Card
    from sijill.serve.web.desk import Snapshot

router = APIRouter()
AT_ONCE = 5  # claims shown in the queue
UNDOABLE = ("judgement", "review", "undo")


@router.get("/incidents")
def incidents(request: Request, now: Now, wanted: QueryIncidents) -> Response:
    """List the incidents."""
    found = page_of(incidents_asked(now, wanted), lambda one: one.id, wanted.cursor, wanted.limit)
    more = with_questions(request, cursor=found.next) if found.next else None
    lines = [line_of(one, now) for one in found.items]
    return page(request, "incidents.html", wanted=wanted, lines=lines, total=found.total, more=more)


@router.get("/reports")
def reports(request: Request, now: Now, wanted: QueryPaged) -> Response:
    """List the reports."""
    found = page_of(now.reports.values(), lambda one: one.id, wanted.cursor, wanted.limit)
    more = with_questions(request, cursor=found.next) if found.next else None
    rows = [
        (one.id, now.shelf.masks.of(one.id).report(one), publication_in_words(one), len(now.by_report.get(one.id, ())))
        for one in found.items
    ]
    return page(request, "reports.html", rows=rows, total=found.total, more=more)


@router.get("/read")
def read(request: Request) -> Response:
    """Show where a report is pasted."""
    return page(request, "read.html", most=request.app.state.desk.max_bytes)


@router.get("/sources")
def sources(request: Request, now: Now, wanted: QueryPaged) -> Response:
    """List the sources, and on the first page which of them share an origin."""
    found = sources_page(now, wanted.cursor, wanted.limit)
    more = with_questions(request, cursor=found.next) if found.next else None
    groups = None if wanted.cursor else groups_in_words(now)
    profiles = [one for _, one in found.items]
    return page(request, "sources.html", profiles=profiles, total=found.total, more=more, groups=groups)


def groups_in_words(now: Snapshot) -> list[tuple[str, str]]:
    """Return what the page says of sources that share an origin."""
    return [group_in_words(one) for one in now.sources["groups"]]


@router.get("/queue")
def queue(request: Request, now: Now) -> Response:
    """Show what awaits judgement, the least certain first."""
    pairs, doubtful = now.pairs_to_judge, claims_to_review(now)
    entered, lately = done(now)
    cards = [
        (one.claim.report_id, now.shelf.shown(one).report_name, queued(one.claim.id, now)) for one in doubtful[:AT_ONCE]
    ]
    return page(
        request,
        "queue.html",
        pair=pairs[0] if pairs else None,
        sides=sides(pairs[0], now) if pairs else [],
        pairs=pairs_in_words(now),
        claims=cards,
        doubtful=len(doubtful),
        done=entered,
        lately=lately,
        agreement=agreement_tables(now),
    )


def agreement_tables(now: Snapshot) -> dict[str, Any]:
    """Return what the queue says of how far its reviewers agree."""
    found, hiding = now.agreement, now.shelf.hiding_all()
    return {
        "reviewers": len(found.reviewers),
        "fields": (FIELDS, [field_cells(one) for one in found.fields]),
        "pairs": (PAIRS, [pair_cells(one, hiding) for one in found.pairs]),
        "aware": aware_in_words(found),
    }


def queued(claim_id: str, now: Snapshot) -> Card:
    """Return the card of a claim in the queue."""
    member = now.by_id[claim_id]
    return card(member, 1, now.reports[member.claim.report_id], now)


def sides(pair: Judgement, now: Snapshot) -> list[tuple[str, Card, dict[str, object]]]:
    """Return both claims of a pair: the incident of each, its card, and the sentence it stands in."""
    return [(now.view.homes[id_], queued(id_, now), own_sentence(id_, now.shelf)) for id_ in (pair.a, pair.b)]


@router.get("/log")
def log(request: Request, now: Now, wanted: QueryPaged) -> Response:
    """List the entries of the book, the newest first."""
    found, hiding = log_page(now, wanted), now.shelf.hiding_all()
    rows = [{**row_of(one, hiding), "act": one.payload.get("act")} for one in found.items]
    more = with_questions(request, cursor=found.next) if found.next else None
    return page(request, "log.html", rows=rows, total=found.total, more=more, undoable=UNDOABLE)
