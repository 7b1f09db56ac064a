"""From what an address names to the thing; NotFoundError where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.errors import NotFoundError

if TYPE_CHECKING:
    from sijill.incident import Incident, Member
    from sijill.model import Report
    from sijill.serve.web.desk import Snapshot


def incident_found(now: Snapshot, key: str) -> Incident:
    """Return the incident of an id, of a claim of it, or of how either begins."""
    moved = now.view.reviewed.moved.get(key, key)
    exact = now.incidents.get(moved)
    return exact or now.view.incident(moved)


def member_found(now: Snapshot, key: str) -> Member:
    """Return the claim of an id, of one that a correction changed, or of how it begins."""
    moved = now.view.reviewed.moved.get(key, key)
    here = now.member(moved)
    if here is not None:
        return here
    if moved in now.view.reviewed.rejected:
        msg = f"claim {key} was rejected by a person; its report's page lists it"
        raise NotFoundError(msg)
    found = [id_ for id_ in now.claim_ids if key and id_.startswith(key)]
    if len(found) == 1:
        return now.members(found)[0]
    msg = f"{len(found)} claims' ids begin with {key!r}: give more of it" if found else f"no claim has the id {key!r}"
    raise NotFoundError(msg)


def report_found(now: Snapshot, key: str) -> Report:
    """Return the report with an id or a name."""
    return next(iter(now.reports([key])), None) or now.shelf.book.report(key)
