"""Lists of the API: claims, incidents, reports, the log. Each is paged."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from sijill.serve.incident_form import line_of
from sijill.serve.log import row_of
from sijill.serve.web.asking import (
    Key,
    Now,
    QueryClaims,
    QueryIncidents,
    QueryPaged,
    claims_asked,
    incidents_asked,
)
from sijill.serve.web.documents import claim_of, listing, report_of
from sijill.serve.web.finding import incident_found
from sijill.serve.web.history import history
from sijill.serve.web.log import log_page
from sijill.serve.web.paging import page_of

router = APIRouter(tags=["lists"])


class Listing(BaseModel):
    """A page of a list: give `next` as `cursor` for the one after it; it is null on the last."""

    items: list[dict[str, Any]]
    total: int
    next: str | None = None


@router.get("/claims", response_model=Listing)
def claims(now: Now, wanted: QueryClaims) -> dict[str, Any]:
    """List the claims as they stand after review, in the order of the book."""
    page = page_of(claims_asked(now, wanted), str, wanted.cursor, wanted.limit)
    return listing(page, now.members(page.items), lambda one: claim_of(one, now))


@router.get("/incidents", response_model=Listing)
def incidents(now: Now, wanted: QueryIncidents) -> dict[str, Any]:
    """List the incidents by their first day."""
    page = page_of(incidents_asked(now, wanted), lambda one: one.id, wanted.cursor, wanted.limit)
    return listing(page, page.items, lambda one: line_of(one, now.shelf))


@router.get("/incidents/{incident}/history", response_model=Listing)
def entered(now: Now, incident: Key, wanted: QueryPaged) -> dict[str, Any]:
    """List what people entered about an incident and its claims that still holds, each with its entry's number."""
    found = history(incident_found(now, incident), now)
    page = page_of(found, lambda one: str(one[0]), wanted.cursor, wanted.limit)
    return listing(page, page.items, lambda one: {"entry": one[0], "words": one[1]})


@router.get("/reports", response_model=Listing)
def reports(now: Now, wanted: QueryPaged) -> dict[str, Any]:
    """List the reports in the order of the book, without their texts."""
    page = page_of(now.report_ids, str, wanted.cursor, wanted.limit)
    return listing(page, now.reports(page.items), lambda one: report_of(one, now))


@router.get("/log", response_model=Listing)
def log(now: Now, wanted: QueryPaged) -> dict[str, Any]:
    """List the entries of the book, the newest first."""
    page, hiding = log_page(now, wanted), now.shelf.hiding_all()
    return listing(page, page.items, lambda entry: row_of(entry, hiding))
