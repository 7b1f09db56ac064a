"""The acts of a person, from form to entry: the one way by which pages and API enter anything."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sijill.acquire import Options
from sijill.acquire.options import too_large
from sijill.acquire.reports import report_from_text
from sijill.errors import InputError, UsageError
from sijill.extract import EXTRACTOR
from sijill.run import acts, reviews
from sijill.run.acts import Person
from sijill.run.pipeline import load_tools, read_report

if TYPE_CHECKING:
    from sijill.ledger import Entered
    from sijill.serve.web.desk import Desk
    from sijill.serve.web.forms import AddForm, JudgeForm, ReportForm, ReviewForm

DIGEST = 8


def because(person: Person, reason: str | None) -> Person:
    """Return the person with the reason that was given."""
    return Person(name=person.name, reason=(reason or "").strip() or None)


def read_pasted(desk: Desk, form: ReportForm) -> Entered:
    """Read a pasted report into the register; InputError where it is empty or too large."""
    size = len(form.text.encode("utf-8", "replace"))
    if size > desk.max_bytes:
        raise too_large(size, desk.max_bytes)
    if not form.text.strip():
        msg = "the report is empty: paste its text"
        raise InputError(msg)
    text = form.text.replace("\r\n", "\n")
    name = form.name.strip() or f"pasted-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:DIGEST]}"
    options = Options(published=form.published, outlet=form.outlet.strip() or None, max_bytes=desk.max_bytes)
    report = report_from_text(text, name=name, options=options)
    found = read_report(report, load_tools(1))
    return desk.book.enter(report, found.claims, extractor=EXTRACTOR, hidden=found.hidden)


def review(desk: Desk, claim: str, form: ReviewForm, person: Person) -> int:
    """Enter a review of a claim."""
    if form.act == "correct" and form.field is None:
        msg = "say which field is corrected"
        raise UsageError(msg)
    who, field = because(person, form.reason), form.field if form.act == "correct" else None
    words = form.span if field else None
    return desk.enter(
        lambda book, view: reviews.review_claim(
            book, view, form.act, claim, who, seen=form.seen, field=field, value=form.value, words=words
        )
    )


def add(desk: Desk, report: str, form: AddForm, person: Person) -> int:
    """Enter a claim that was missed."""
    found = desk.book.report(report)
    who = because(person, form.reason)
    return desk.enter(lambda book, _: reviews.add_claim(book, found, who, form.spans, form.said))


def judge(desk: Desk, form: JudgeForm, person: Person) -> int:
    """Enter what a person holds of two claims."""
    who = because(person, form.reason)
    return desk.enter(lambda book, view: acts.judge(book, view, form.verdict, (form.a, form.b), who))


def merge(desk: Desk, incident: str, other: str, person: Person) -> int:
    """Enter that two incidents are one."""
    return desk.enter(lambda book, view: acts.merge(book, view, (incident, other), person))


def split(desk: Desk, incident: str, claims: list[str], person: Person) -> int:
    """Enter that some claims are another happening."""
    return desk.enter(lambda book, view: acts.split(book, view, incident, claims, person))


def grade(desk: Desk, incident: str, word: str | None, person: Person) -> int:
    """Enter how well an incident is established."""
    return desk.enter(lambda book, view: reviews.grade(book, view, incident, word or "", person))


def sign(desk: Desk, incident: str, person: Person) -> int:
    """Enter that a person stands by an incident."""
    return desk.enter(lambda book, view: reviews.sign(book, view, incident, person))


def undo(desk: Desk, entry: int, person: Person) -> int:
    """Enter that an entry is undone."""
    return desk.enter(lambda book, _: acts.undo(book, entry, person))
