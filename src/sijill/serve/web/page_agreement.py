"""How far the reviewers agree: field by field over all of them, and two by two, a page of pairs at a time."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from sijill.serve.agreement_form import FIELDS, PAIRS, aware_in_words, field_cells, pair_cells
from sijill.serve.web.addresses import with_questions
from sijill.serve.web.asking import Now, QueryPaged
from sijill.serve.web.paging import numbered_page
from sijill.serve.web.templates import page

router = APIRouter()


@router.get("/agreement")
def agreement(request: Request, now: Now, wanted: QueryPaged) -> Response:
    """Tell how far the reviewers agree."""
    told, hiding = now.agreement, now.shelf.hiding_all()
    found = numbered_page(told.pairs, wanted)
    return page(
        request,
        "agreement.html",
        reviewers=len(told.reviewers),
        fields=(FIELDS, [field_cells(one) for one in told.fields]),
        pairs=(PAIRS, [pair_cells(one, hiding) for _, one in found.items]),
        aware=aware_in_words(told),
        first=not wanted.cursor,
        total=found.total,
        more=with_questions(request, cursor=found.next) if found.next else None,
    )
