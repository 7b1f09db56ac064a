"""Claims, reports and entries as the API gives them, masked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from sijill.run.reviewed import conflicts
from sijill.serve.documents import claim_document, report_document
from sijill.serve.web.paging import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sijill.incident import Member
    from sijill.model import Report
    from sijill.serve.web.desk import Snapshot

T = TypeVar("T")


def listing(page: Page[Any], items: Iterable[T], document: Callable[[T], dict[str, Any]]) -> dict[str, Any]:
    """Return a page of a list, whose items are given, as a document."""
    return {"items": [document(item) for item in items], "total": page.total, "next": page.next}


def claim_of(member: Member, now: Snapshot) -> dict[str, Any]:
    """Return a claim as it stands, with its report, its incident and the number of its newest review."""
    shown, id_ = now.shelf.shown(member), member.claim.id
    return {
        **claim_document(shown.claim),
        "id": id_,
        "report_name": shown.report_name,
        "outlet": shown.outlet,
        "incident_id": now.view.homes.get(id_),
        "reviewed": now.view.reviewed.newest(id_),
        "conflicts": [[a.seq, b.seq] for a, b in conflicts(now.reviews(id_))],
    }


def report_of(report: Report, now: Snapshot, *, with_text: bool = False) -> dict[str, Any]:
    """Return a report, its text where it is asked for."""
    shown = now.shelf.masks.of(report.id).report(report)
    claims = len(now.claims_in(report.id))
    return {**report_document(shown, with_text=with_text), "id": report.id, "claims": claims}
