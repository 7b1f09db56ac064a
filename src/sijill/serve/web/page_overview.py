"""The overview: map, timeline, what contradicts, what awaits judgement; and how to say who is at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from starlette.responses import Response

from sijill.incident import Filters
from sijill.serve.web.addresses import with_questions
from sijill.serve.web.asking import AskedIncidents, Now, QueryIncidents, gathered_of, incidents_asked, question_of
from sijill.serve.web.incident_lines import contradiction_lines, line_of
from sijill.serve.web.queue import claims_to_review
from sijill.serve.web.running_totals import cumulative
from sijill.serve.web.templates import page
from sijill.serve.web.timeline import timeline

if TYPE_CHECKING:
    from sijill.serve.web.desk import Snapshot
    from sijill.serve.web.running_totals import Cumulative

router = APIRouter()
LATEST = 8


@router.get("/")
def overview(request: Request, now: Now, wanted: QueryIncidents) -> Response:
    """Show what the register holds."""
    question, found = question_of(wanted), incidents_asked(now, wanted)
    odd = [one for one in reversed(found) if one.contradictions][:LATEST]
    return page(
        request,
        "overview.html",
        wanted=wanted,
        reports=len(now.report_ids),
        claims=len(now.view.outlines),
        found=len(found),
        whole=len(now.incidents),
        timeline=now.once(("timeline", question), lambda: timeline(found, wanted, gathered_of(now, wanted))),
        totals=now.once(("totals", question), lambda: totals_of(now, wanted)),
        map_address=with_questions(request, "/map/places", cursor=None, limit=None),
        list_address=with_questions(request, "/incidents"),
        contradictions=[(line_of(one, now), contradiction_lines(one, now)) for one in odd],
        pairs=len(now.pairs_to_judge),
        doubtful=len(claims_to_review(now)),
    )


def totals_of(now: Snapshot, wanted: AskedIncidents) -> Cumulative | None:
    """Return the running totals drawn; None where no source's total answers to what is asked."""
    narrowed = (wanted.place, wanted.country, wanted.happening, wanted.grade, wanted.contested, wanted.reports)
    return None if any(narrowed) else cumulative(now.shelf, gathered_of(now, wanted), filters_of(wanted))


def filters_of(wanted: AskedIncidents) -> Filters:
    """Return which running totals are asked for."""
    return Filters(measure=wanted.measure or "killed", first=wanted.first_day, last=wanted.last_day)
