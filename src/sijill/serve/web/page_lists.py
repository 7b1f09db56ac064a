"""Lists: incidents, reports, sources, the judging queue, the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from starlette.responses import Response

from sijill.serve.log import row_of
from sijill.serve.sentences import own_sentence
from sijill.serve.source_profiles import group_in_words
from sijill.serve.web.addresses import with_questions
from sijill.serve.web.asking import Now, QueryIncidents, QueryPaged, incidents_asked
from sijill.serve.web.claim_cards import card
from sijill.serve.web.incident_lines import line_of
from sijill.serve.web.log import log_page, subject_of
from sijill.serve.web.paging import numbered_page, page_of
from sijill.serve.web.publication import publication_in_words
from sijill.serve.web.queue import claims_to_review, done
from sijill.serve.web.templates import page

if TYPE_CHECKING:
    from sijill.incident import Member
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
    found = page_of(now.report_ids, str, wanted.cursor, wanted.limit)
    more = with_questions(request, cursor=found.next) if found.next else None
    rows = [
        (one.id, now.shelf.masks.of(one.id).report(one), publication_in_words(one), len(now.claims_in(one.id)))
        for one in now.reports(found.items)
    ]
    return page(request, "reports.html", rows=rows, total=found.total, more=more)


@router.get("/read")
def read(request: Request) -> Response:
    """Show where a report is pasted."""
    return page(request, "read.html", most=request.app.state.desk.max_bytes)


@router.get("/sources")
def sources(request: Request, now: Now, wanted: QueryPaged) -> Response:
    """List the sources, and on the first page which of them share an origin."""
    found = numbered_page(now.sources, wanted)
    more = with_questions(request, cursor=found.next) if found.next else None
    groups = None if wanted.cursor else groups_in_words(now)
    profiles = [one.document for _, one in found.items]
    return page(request, "sources.html", profiles=profiles, total=found.total, more=more, groups=groups)


def groups_in_words(now: Snapshot) -> list[tuple[str, str]]:
    """Return what the page says of sources that share an origin."""
    return [group_in_words(one) for one in now.source_groups]


@router.get("/queue")
def queue(request: Request, now: Now) -> Response:
    """Show what awaits judgement, the least certain first."""
    pair, doubtful = next(iter(now.pairs_to_judge), None), claims_to_review(now)
    entered, lately = done(now)
    cards = [
        (one.claim.report_id, now.shelf.shown(one).report_name, queued(one, now))
        for one in now.members(doubtful[:AT_ONCE])
    ]
    return page(
        request,
        "queue.html",
        pair=pair,
        sides=sides(pair, now) if pair else [],
        pairs=len(now.pairs_to_judge),
        claims=cards,
        doubtful=len(doubtful),
        done=entered,
        lately=lately,
    )


def queued(member: Member, now: Snapshot) -> Card:
    """Return the card of a claim in the queue."""
    (report,) = now.reports([member.claim.report_id])
    return card(member, 1, report, now)


def sides(pair: Judgement, now: Snapshot) -> list[tuple[str, Card, dict[str, object]]]:
    """Return both claims of a pair: the incident of each, its card, and the sentence it stands in."""
    return [
        (now.view.homes[one.claim.id], queued(one, now), own_sentence(one.claim.id, now.shelf))
        for one in now.members((pair.a, pair.b))
    ]


@router.get("/log")
def log(request: Request, now: Now, wanted: QueryPaged) -> Response:
    """List the entries of the book, the newest first."""
    found, hiding = log_page(now, wanted), now.shelf.hiding_all()
    rows = [
        {**row_of(one, hiding), "act": one.payload.get("act"), "about": subject_of(one, hiding)} for one in found.items
    ]
    more = with_questions(request, cursor=found.next) if found.next else None
    return page(request, "log.html", rows=rows, total=found.total, more=more, undoable=UNDOABLE)
