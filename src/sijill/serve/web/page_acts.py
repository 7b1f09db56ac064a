"""What the pages' forms enter: each answer leads back to where the act shows, with the entry that undoes it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from sijill.errors import UsageError
from sijill.run.acts import Person
from sijill.serve.web import acts
from sijill.serve.web.asking import snapshot
from sijill.serve.web.forms import AddForm, Id, JudgeForm, ReportForm, ReviewForm
from sijill.serve.web.page_report import card_page
from sijill.serve.web.reviewer import COOKIE, Reviewer, written

router = APIRouter()
TELLING = ("/incidents/", "/reports/", "/queue")  # pages that say which entry was just made
A_YEAR = 365 * 24 * 3600  # seconds
Reason = Annotated[str, Form(max_length=2000)]


def to(address: str, entry: int | None = None) -> Response:
    """Lead to a page; `entry` is told there as what can be undone."""
    where, _, mark = address.partition("#")
    tells = entry and where.startswith(TELLING)
    told = f"{'&' if '?' in where else '?'}entered={entry}" if tells else ""
    return RedirectResponse(f"{where}{told}{'#' if mark else ''}{mark}", status_code=303)


@router.post("/reviewer")
def reviewer(name: Annotated[str, Form(max_length=100)], back: Annotated[str, Form(max_length=300)] = "/") -> Response:
    """Say who is at the desk now."""
    person = Person(name=" ".join(name.split()))
    response = to(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/")
    response.set_cookie(COOKIE, written(person.name), max_age=A_YEAR, httponly=True, samesite="strict")
    return response


@router.post("/reports")
def read(request: Request, form: Annotated[ReportForm, Form()]) -> Response:
    """Read a pasted report, and show it."""
    return to(f"/reports/{acts.read_pasted(request.app.state.desk, form).report_id}")


@router.post("/claims/{key}/reviews")
def review(request: Request, key: str, form: Annotated[ReviewForm, Form()], person: Reviewer) -> Response:
    """Enter a review; a script gets the card anew, or nothing where the claim is gone."""
    entry = acts.review(request.app.state.desk, key, form, person)
    now = snapshot(request)
    id_ = now.view.reviewed.moved.get(key, key)
    here = now.member(id_)
    if request.headers.get("hx-request") and here is not None:
        return card_page(request, now, id_)
    gone = now.view.reviewed.rejected.get(id_)
    report = here.claim.report_id if here else gone.claim.report_id if gone else ""
    return to(f"/reports/{report}#c-{id_}", entry)


@router.post("/reports/{key}/claims")
def add(request: Request, key: str, form: Annotated[AddForm, Form()], person: Reviewer) -> Response:
    """Add a claim that was missed."""
    return to(f"/reports/{key}", acts.add(request.app.state.desk, key, form, person))


@router.post("/judgements")
def judge(request: Request, form: Annotated[JudgeForm, Form()], person: Reviewer) -> Response:
    """Judge the pair at the head of the queue, and show the next."""
    return to("/queue", acts.judge(request.app.state.desk, form, person))


@router.post("/incidents/{key}/merge")
def merge(request: Request, key: str, other: Annotated[Id, Form()], person: Reviewer, reason: Reason = "") -> Response:
    """Merge an incident with another."""
    return to(f"/incidents/{key}", acts.merge(request.app.state.desk, key, other, acts.because(person, reason)))


@router.post("/incidents/{key}/split")
def split(
    request: Request, key: str, person: Reviewer, claims: Annotated[list[Id] | None, Form()] = None, reason: Reason = ""
) -> Response:
    """Take claims out of an incident."""
    if not claims:
        msg = "tick the claims that are another happening first"
        raise UsageError(msg)
    return to(f"/incidents/{key}", acts.split(request.app.state.desk, key, claims, acts.because(person, reason)))


@router.post("/incidents/{key}/grade")
def grade(
    request: Request, key: str, person: Reviewer, grade: Annotated[str, Form(max_length=20)], reason: Reason = ""
) -> Response:
    """Grade an incident."""
    return to(f"/incidents/{key}", acts.grade(request.app.state.desk, key, grade, acts.because(person, reason)))


@router.post("/incidents/{key}/signatures")
def sign(request: Request, key: str, person: Reviewer, reason: Reason = "") -> Response:
    """Sign an incident off."""
    return to(f"/incidents/{key}", acts.sign(request.app.state.desk, key, acts.because(person, reason)))


@router.post("/undo")
def undo(
    request: Request,
    entry: Annotated[int, Form(ge=1)],
    person: Reviewer,
    back: Annotated[str, Form(max_length=300)] = "/log",
) -> Response:
    """Undo an entry, and show the page it was undone from."""
    done = acts.undo(request.app.state.desk, entry, person)
    return to(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/log", done)
