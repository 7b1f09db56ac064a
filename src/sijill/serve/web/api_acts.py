"""What the API enters: each answer names the number of the entry, by which it can be undone."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel

from sijill.run.reviewed import conflicts
from sijill.serve.web import acts
from sijill.serve.web.asking import Key
from sijill.serve.web.forms import (
    AddForm,
    Form,
    GradeForm,
    JudgeForm,
    MergeForm,
    ReportForm,
    ReviewForm,
    SplitForm,
    UndoForm,
)
from sijill.serve.web.reviewer import Reviewer

router = APIRouter(tags=["acts"])


class Done(BaseModel):
    """The entry that was made; `conflicts` are pairs of entries by two people that contradict each other."""

    entry: int
    conflicts: list[tuple[int, int]] = []


class Read(BaseModel):
    """What became of a report: new, known, reread or revision."""

    report: str
    status: str
    claims: int


@router.post("/reports", status_code=201)
def read(request: Request, form: ReportForm) -> Read:
    """Read a report into the register."""
    found = acts.read_pasted(request.app.state.desk, form)
    return Read(report=found.report_id, status=found.status, claims=found.claims)


@router.post("/reports/{report}/claims", status_code=201)
def add(request: Request, report: Key, form: AddForm, person: Reviewer) -> Done:
    """Add a claim that was missed."""
    return Done(entry=acts.add(request.app.state.desk, report, form, person))


@router.post("/claims/{claim}/reviews", status_code=201)
def review(request: Request, claim: Key, form: ReviewForm, person: Reviewer) -> Done:
    """Accept, reject, correct or note a claim. Two people who do so at once both keep their entries."""
    desk: Any = request.app.state.desk
    entry = acts.review(desk, claim, form, person)
    reviewed = desk.now().view.reviewed
    found = conflicts(reviewed.of(reviewed.moved.get(claim, claim)))
    return Done(entry=entry, conflicts=[(a.seq, b.seq) for a, b in found])


@router.post("/judgements", status_code=201)
def judge(request: Request, form: JudgeForm, person: Reviewer) -> Done:
    """Judge that two claims tell of one happening, or do not."""
    return Done(entry=acts.judge(request.app.state.desk, form, person))


@router.post("/incidents/{incident}/merge", status_code=201)
def merge(request: Request, incident: Key, form: MergeForm, person: Reviewer) -> Done:
    """Judge that two incidents are one."""
    return Done(entry=acts.merge(request.app.state.desk, incident, form.other, acts.because(person, form.reason)))


@router.post("/incidents/{incident}/split", status_code=201)
def split(request: Request, incident: Key, form: SplitForm, person: Reviewer) -> Done:
    """Judge that some claims of an incident are another happening."""
    return Done(entry=acts.split(request.app.state.desk, incident, form.claims, acts.because(person, form.reason)))


@router.post("/incidents/{incident}/grade", status_code=201)
def grade(request: Request, incident: Key, form: GradeForm, person: Reviewer) -> Done:
    """Say how well an incident is established."""
    return Done(entry=acts.grade(request.app.state.desk, incident, form.grade, acts.because(person, form.reason)))


@router.post("/incidents/{incident}/signatures", status_code=201)
def sign(request: Request, incident: Key, form: Form, person: Reviewer) -> Done:
    """Sign an incident off as it is; the second signature is another person's."""
    return Done(entry=acts.sign(request.app.state.desk, incident, acts.because(person, form.reason)))


@router.post("/undo", status_code=201)
def undo(request: Request, form: UndoForm, person: Reviewer) -> Done:
    """Undo a judgement, a review or an undoing; nothing is removed from the book."""
    return Done(entry=acts.undo(request.app.state.desk, form.entry, acts.because(person, form.reason)))
