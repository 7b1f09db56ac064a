"""Tolls of the API: the whole and its lines, the incidents behind each, what is left out or beside it. All is paged."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter

from sijill.serve.incident_form import line_of
from sijill.serve.web.api_lists import Listing
from sijill.serve.web.asking import Now, QueryTollLine, QueryTollPage
from sijill.serve.web.page_tolls import named_by, told_of
from sijill.serve.web.paging import numbered_page

if TYPE_CHECKING:
    from sijill.incident import TallyRow

router = APIRouter(tags=["tolls"])
LONG = ("whole", "rows", "exclusions", "crosschecks")
"""What a tally holds beside single values."""


@router.get("/tolls")
def toll(now: Now, wanted: QueryTollPage) -> dict[str, Any]:
    """Return a toll under a named rule and a page of its lines.

    `incidents`, `left_out` and `crosschecks` are how many there are: `/tolls/incidents` (with the `line` of a line),
    `/tolls/left-out` and `/tolls/crosschecks` list them.
    """
    told = told_of(now, wanted)
    found, page, hiding = told.found, numbered_page(told.found.rows, wanted), now.shelf.hiding_all()
    return {
        **{one.name: hiding.plain(getattr(found, one.name)) for one in fields(found) if one.name not in LONG},
        "whole": numbers_of(found.whole),
        "rows": [{"line": at, "key": told.keys[at], **numbers_of(row)} for at, row in page.items],
        "total": page.total,
        "next": page.next,
        "left_out": len(found.exclusions),
        "crosschecks": len(found.crosschecks),
    }


@router.get("/tolls/incidents", response_model=Listing)
def incidents(now: Now, wanted: QueryTollLine) -> dict[str, Any]:
    """List the incidents behind a line of a toll, those that a reason leaves out, or those behind the whole."""
    _, ids = named_by(told_of(now, wanted), wanted.line, wanted.reason)
    page = numbered_page(ids, wanted)
    lines = [line_of(now.incidents[id_], now.shelf) for _, id_ in page.items]
    return {"items": lines, "total": page.total, "next": page.next}


@router.get("/tolls/left-out", response_model=Listing)
def left_out(now: Now, wanted: QueryTollPage) -> dict[str, Any]:
    """List the reasons for which incidents are left out; `/tolls/incidents` with one's `reason` lists them."""
    page = numbered_page(told_of(now, wanted).left_out, wanted)
    found = [{"reason": at, "words": words, "incidents": len(ids)} for at, (words, ids) in page.items]
    return {"items": found, "total": page.total, "next": page.next}


@router.get("/tolls/crosschecks", response_model=Listing)
def crosschecks(now: Now, wanted: QueryTollPage) -> dict[str, Any]:
    """List the figures of a period and running totals that stand beside a toll and are never added to it."""
    page = numbered_page(told_of(now, wanted).found.crosschecks, wanted)
    found = [now.shelf.hiding([check.claim]).plain(check) for _, check in page.items]
    return {"items": found, "total": page.total, "next": page.next}


def numbers_of(row: TallyRow) -> dict[str, Any]:
    """Return the numbers of a line, and of how many incidents."""
    told = {name: getattr(row, name) for name in ("low", "best", "high", "stated", "provisional")}
    return {**told, "incidents": len(row.incidents)}
