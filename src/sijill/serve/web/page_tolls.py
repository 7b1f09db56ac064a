"""Tolls: any table with its rule and exclusions, and every number opening to its incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from sijill.reconcile import rule_of
from sijill.serve.series import rows_of as series_rows
from sijill.serve.toll_form import key_of
from sijill.serve.toll_words import checks
from sijill.serve.web.asking import Now, QueryToll
from sijill.serve.web.incident_lines import line_of
from sijill.serve.web.templates import page

if TYPE_CHECKING:
    from sijill.incident import Tally, TallyRow
    from sijill.serve.web.asking import AskedToll
    from sijill.serve.web.desk import Snapshot

router = APIRouter()
MOST_BEHIND = 200  # incidents listed behind one number; the rest are said


@router.get("/tolls")
def tolls(request: Request, now: Now, wanted: QueryToll) -> Response:
    """Show a toll."""
    told = now.once(("toll", wanted.model_dump_json()), lambda: told_of(now, wanted))
    return page(request, "tolls.html", wanted=wanted, **told)


def told_of(now: Snapshot, wanted: AskedToll) -> dict[str, Any]:
    """Return the toll with what stands behind and beside it."""
    found = now.view.toll(rule=wanted.rule, filters=wanted.filters, by=wanted.by)
    rows = [(key_of(row, found, now.shelf), row) for row in found.rows]
    return {
        "rule": rule_of(wanted.rule),
        "found": found,
        "rows": [(key, row, behind(row, now)) for key, row in (*rows, ("all", found.whole))],
        "left_out": left_out(found, now),
        "checks": list(checks(found, now.shelf)),
        "series": list(series_rows(now.shelf, wanted.measure, wanted.rule)),
    }


def behind(row: TallyRow, now: Snapshot) -> list[tuple[str, str]]:
    """Return the incidents behind a number: id and heading."""
    return [(id_, line_of(now.incidents[id_], now).heading) for id_ in row.incidents[:MOST_BEHIND]]


def left_out(found: Tally, now: Snapshot) -> list[tuple[str, list[tuple[str, str]], int]]:
    """Return each reason with the incidents that it leaves out, and how many they are in all."""
    by_reason: dict[str, list[str]] = {}
    for one in found.exclusions:
        by_reason.setdefault(one.reason, []).append(one.incident)
    return [
        (reason, [(id_, line_of(now.incidents[id_], now).heading) for id_ in ids[:MOST_BEHIND]], len(ids))
        for reason, ids in by_reason.items()
    ]
