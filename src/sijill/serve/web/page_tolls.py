"""Tolls: any table with its rule and exclusions, every number opening to its incidents, a page of lines at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from sijill.errors import NotFoundError
from sijill.reconcile import rule_of
from sijill.serve.toll_form import WHOLE, key_of
from sijill.serve.toll_words import check_in_words
from sijill.serve.web.addresses import with_questions
from sijill.serve.web.asking import Now, QueryTollLine, QueryTollPage, question_of
from sijill.serve.web.incident_lines import line_of
from sijill.serve.web.paging import numbered_page
from sijill.serve.web.series import running_totals, total_row
from sijill.serve.web.templates import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.incident import CrossCheck, Tally, TallyRow
    from sijill.serve.web.asking import AskedToll
    from sijill.serve.web.desk import Snapshot

router = APIRouter()
BEHIND = 10  # incidents named under a number; the others are a page away
BESIDE = 20  # of the reasons, the figures of a period and the running totals on the page of a toll; others a page away


@dataclass(frozen=True, kw_only=True)
class Told:
    """A toll, the keys of its lines as they may be shown, and the incidents that each reason leaves out."""

    found: Tally
    keys: Sequence[str]
    left_out: Sequence[tuple[str, Sequence[str]]]


@router.get("/tolls")
def tolls(request: Request, now: Now, wanted: QueryTollPage) -> Response:
    """Show a toll."""
    told = told_of(now, wanted)
    found, lines = told.found, numbered_page(told.found.rows, wanted)
    totals = running_totals(now, wanted.measure, wanted.rule)
    return page(
        request,
        "tolls.html",
        wanted=wanted,
        rule=rule_of(wanted.rule),
        found=found,
        rows=[shown(request, now, told.keys[at], found.rows[at], line=str(at)) for at, _ in lines.items],
        whole=shown(request, now, WHOLE, found.whole, line=None),
        more=with_questions(request, cursor=lines.next) if lines.next else None,
        left_out=[
            (reason, len(ids), *opened(request, now, ids, reason=str(at)))
            for at, (reason, ids) in enumerate(told.left_out[:BESIDE])
        ],
        all_left_out=of_toll(request, "/tolls/left-out") if len(told.left_out) > BESIDE else None,
        reasons=len(told.left_out),
        checks=in_words(found.crosschecks[:BESIDE], now),
        beside=of_toll(request, "/tolls/beside") if len(found.crosschecks) > BESIDE else None,
        checked=len(found.crosschecks),
        series=[total_row(one, now) for one in totals[:BESIDE]],
        all_series=of_toll(request, "/tolls/totals") if len(totals) > BESIDE else None,
        totals=len(totals),
    )


@router.get("/tolls/incidents")
def toll_incidents(request: Request, now: Now, wanted: QueryTollLine) -> Response:
    """List the incidents behind one number of a toll, or those that one reason leaves out of it."""
    title, ids = named_by(told_of(now, wanted), wanted.line, wanted.reason)
    found = numbered_page(ids, wanted)
    lines = [line_of(now.incidents[id_], now) for _, id_ in found.items]
    return page(request, "toll_incidents.html", title=title, lines=lines, **of_list(request, found.total, found.next))


@router.get("/tolls/left-out")
def left_out(request: Request, now: Now, wanted: QueryTollPage) -> Response:
    """List the reasons for which incidents are left out of a toll."""
    found = numbered_page(told_of(now, wanted).left_out, wanted)
    rows = [(words, len(ids), of_toll(request, "/tolls/incidents", reason=str(at))) for at, (words, ids) in found.items]
    return page(request, "toll_left_out.html", rows=rows, **of_list(request, found.total, found.next))


@router.get("/tolls/beside")
def beside(request: Request, now: Now, wanted: QueryTollPage) -> Response:
    """List the figures of a period and running totals that stand beside a toll."""
    found = numbered_page(told_of(now, wanted).found.crosschecks, wanted)
    rows = in_words([one for _, one in found.items], now)
    return page(request, "toll_beside.html", rows=rows, **of_list(request, found.total, found.next))


@router.get("/tolls/totals")
def totals(request: Request, now: Now, wanted: QueryTollPage) -> Response:
    """List the running totals of every source."""
    found = numbered_page(running_totals(now, wanted.measure, wanted.rule), wanted)
    rows = [total_row(one, now) for _, one in found.items]
    return page(request, "toll_totals.html", rows=rows, **of_list(request, found.total, found.next))


def told_of(now: Snapshot, wanted: AskedToll) -> Told:
    """Return the toll that is asked for, counted once while nothing is entered."""
    asked = question_of(wanted, "line", "reason")
    return now.once(("toll", asked), lambda: counted_of(now, wanted))


def counted_of(now: Snapshot, wanted: AskedToll) -> Told:
    """Count."""
    found = now.view.toll(rule=wanted.rule, filters=wanted.filters, by=wanted.by)
    by_reason, hiding = dict[str, list[str]](), now.shelf.hiding_all()
    for one in found.exclusions:
        by_reason.setdefault(one.reason, []).append(one.incident)
    return Told(
        found=found,
        keys=[key_of(row, found, now.shelf) for row in found.rows],
        left_out=[(hiding.text(words), ids) for words, ids in by_reason.items()],
    )


def in_words(checks: Sequence[CrossCheck], now: Snapshot) -> list[tuple[str, str]]:
    """Return the claim of each figure that stands beside a toll, and what it says."""
    return [(one.claim, check_in_words(one, now.shelf)) for one in checks]


def named_by(told: Told, line: int | None, reason: int | None) -> tuple[str, Sequence[str]]:
    """Return the title and the ids of the incidents of a line, of a reason, or of the whole."""
    try:
        if reason is not None:
            words, ids = told.left_out[reason]
            return f"Left out: {words}", ids
        if line is not None:
            return told.keys[line], told.found.rows[line].incidents
    except IndexError:
        msg = "this toll has no such line any more: begin at the table of tolls"
        raise NotFoundError(msg) from None
    return "Counted", told.found.whole.incidents


def shown(request: Request, now: Snapshot, key: str, row: TallyRow, line: str | None) -> tuple[Any, ...]:
    """Return a line with the first incidents behind it, and the address of all of them."""
    return key, row, *opened(request, now, row.incidents, line=line)


def opened(
    request: Request, now: Snapshot, ids: Sequence[str], **named: str | None
) -> tuple[list[tuple[str, str]], str | None]:
    """Return the ids and headings of the first of some incidents, and the address of all where there are more."""
    first = [(id_, line_of(now.incidents[id_], now).heading) for id_ in ids[:BEHIND]]
    return first, of_toll(request, "/tolls/incidents", **named) if len(ids) > BEHIND else None


def of_toll(request: Request, path: str, **named: str | None) -> str:
    """Return the address of a page about the toll that is shown."""
    return with_questions(request, path, cursor=None, limit=None, **named)


def of_list(request: Request, total: int, following: str | None) -> dict[str, Any]:
    """Return what a page of a list about a toll says of the whole list, and of the way back."""
    return {
        "total": total,
        "more": with_questions(request, cursor=following) if following else None,
        "back": with_questions(request, "/tolls", cursor=None, limit=None, line=None, reason=None),
    }
