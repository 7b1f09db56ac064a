"""Which incidents a toll is asked of: inside, outside, or not known to be either.

Invariant: an incident that may concern the question but is not known to is left out with a reason, never in silence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.reconcile.folding import folded

if TYPE_CHECKING:
    from datetime import date

    from sijill.incident import Filters, Incident
    from sijill.model import Claim, Place
    from sijill.values import Days

INSIDE: Final = ""
OUTSIDE: Final = "outside"


def asked(incident: Incident, filters: Filters) -> str:
    """Return INSIDE, OUTSIDE, or the reason for which it cannot be told."""
    answers = [_placed(incident.place, filters), _dated(incident.days, filters.first, filters.last)]
    if filters.happening is not None and incident.happening != filters.happening:
        answers.append(OUTSIDE if incident.happening else "what happened is not known")
    if filters.grade is not None and incident.grade != filters.grade:
        answers.append(OUTSIDE if incident.grade else f"nobody has graded it {filters.grade}")
    if filters.perpetrator is not None or filters.side is not None:
        answers.append(_blamed(incident, filters))
    if OUTSIDE in answers:
        return OUTSIDE
    return next((answer for answer in answers if answer), INSIDE)


def _placed(place: Place | None, filters: Filters) -> str:
    if filters.place is None and filters.country is None:
        return INSIDE
    if place is None:
        return "its place is not known"
    if filters.country is not None and place.country != filters.country:
        return OUTSIDE if place.country else "its country is not known"
    return INSIDE if filters.place is None or lies_in(place, filters.place) else OUTSIDE


def lies_in(place: Place, asked_for: str) -> bool:
    """Tell whether a place is the one asked for, by name, gazetteer id or first-level unit."""
    names = (place.name, place.worded, place.gazetteer_id, place.admin1, place.admin1_code)
    wanted = folded(asked_for)
    return any(name is not None and (name == asked_for or folded(name) == wanted) for name in names)


def _dated(days: Days, first: date | None, last: date | None) -> str:
    if first is None and last is None:
        return INSIDE
    start, end = days.first or days.last, days.last or days.first
    if start is None or end is None:
        return "its days are not known"
    if (first and end < first) or (last and start > last):
        return OUTSIDE
    if (first and start < first) or (last and end > last):
        return f"its days, {start} to {end}, are only partly in the period"
    return INSIDE


def _blamed(incident: Incident, filters: Filters) -> str:
    blamed = [b.actor for b in incident.blames if b.kind != "denied"]
    if not blamed:
        return "nobody is named as having done it"
    wanted = folded(filters.perpetrator) if filters.perpetrator is not None else None
    for actor in blamed:
        named = wanted is None or wanted in {folded(actor.name or ""), folded(actor.worded)}
        if named and filters.side in {None, actor.side}:
            return INSIDE
    return OUTSIDE


def asked_of_figure(claim: Claim, filters: Filters) -> str:
    """Return INSIDE where a period's or running figure's place and days are what is asked, else why they are not.

    A running total is inside where its last day is.
    """
    placed = _placed(claim.place, filters)
    if placed or (filters.first is None and filters.last is None):
        return placed
    end = claim.days.last or claim.days.first
    if end is None:
        return "its days are not known"
    running = claim.figure is not None and claim.figure.scope == "cumulative"
    return _dated(replace(claim.days, first=end, last=end) if running else claim.days, filters.first, filters.last)
