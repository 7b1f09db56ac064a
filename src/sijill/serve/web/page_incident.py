"""An incident: the accounts side by side, ranges with what they rest on, contradictions, sentences, history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from starlette.responses import Response

from sijill.run.reviews import lapsed, signatures
from sijill.serve.reasons import reasons_of
from sijill.serve.sentences import sentences_in
from sijill.serve.web.asking import Now, snapshot
from sijill.serve.web.finding import incident_found
from sijill.serve.web.history import history
from sijill.serve.web.incident_lines import (
    accounts,
    blame_lines,
    contradiction_lines,
    line_of,
    precision_of,
    range_lines,
)
from sijill.serve.web.mapped import row_of
from sijill.serve.web.templates import page

if TYPE_CHECKING:
    from sijill.incident import Incident
    from sijill.serve.web.desk import Snapshot
    from sijill.serve.web.incident_lines import Line

router = APIRouter()
NEAR_DAYS = 7
MOST_NEAR = 12


@router.get("/incidents/{key}")
def incident(request: Request, now: Now, key: str) -> Response:
    """Show an incident."""
    found = incident_found(now, key)
    hiding, people = now.shelf.hiding(found.claims), now.shelf.hiding_all()
    return page(
        request,
        "incident.html",
        incident=found,
        line=line_of(found, now),
        moved=key if key != found.id and not found.id.startswith(key) else None,
        ranges=range_lines(found),
        accounts=accounts(found, now),
        contradictions=contradiction_lines(found, now),
        blames=list(blame_lines(found, now)),
        aside=[(one.claim, one.reason) for one in found.set_aside],
        sentences=list(sentences_in(found.claims, now.shelf)),
        why=list(reasons_of(found, now.shelf)),
        precision=precision_of(found),
        point=row_of(found, now),
        signed=[(people.text(one.author), one) for one in signatures(now.view, found)],
        lapsed=[(people.text(one.author), one) for one in lapsed(now.view, found)],
        history=history(found, now),
        near=near(found, now),
        reports={now.view.members[id_].claim.id: now.view.members[id_].claim.report_id for id_ in found.claims},
        claims=[(id_, hiding.text(now.view.members[id_].claim.anchor.quote)) for id_ in found.claims],
    )


def near(found: Incident, now: Snapshot) -> list[Line]:
    """Return incidents that may be the same: of the same country and within a week, the nearest days first."""
    place, day = found.place, found.days.first
    country = place.country if place else None
    here = now.view.incidents if country is None else now.by_country.get(country, ())
    others = [one for one in here if one.id != found.id]
    apart = [(abs((one.days.first - day).days) if one.days.first and day else NEAR_DAYS, one) for one in others]
    close = sorted((pair for pair in apart if pair[0] <= NEAR_DAYS), key=lambda pair: (pair[0], pair[1].id))
    return [line_of(one, now) for _, one in close[:MOST_NEAR]]


def shown_again(request: Request) -> Snapshot:
    """Return the register as it is after an act."""
    return snapshot(request)
