"""Claims as worded -> claims with days, places and actors; what cannot be resolved keeps its words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from sijill.ground.actors import actor_of
from sijill.ground.narrative import Calendar, days_of_claim, report_days, until_report
from sijill.ground.places import report_context
from sijill.values import Days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.ground.places import Gazetteer, PlaceContext
    from sijill.model import Actor, Claim, Report, Text
    from sijill.reading import Reading

_ABOVE = 3
"""Sentences above a claim whose time may still date it."""


def ground(
    claims: Sequence[Claim], report: Report, text: Text, reading: Reading, gazetteer: Gazetteer
) -> tuple[Claim, ...]:
    """Return the claims with their days, places and actors resolved as far as the report and the lists allow."""
    context = _context(report, text, reading)
    calendar = Calendar(reading.doc, report.published, text.dateline_day, text.headline.end if text.headline else 0)
    dated = _dated(claims, report, text, calendar)
    placed = [_placed(c, gazetteer, context) for c in dated]
    return tuple(_acted(c, context.country) for c in placed)


def _context(report: Report, text: Text, reading: Reading) -> PlaceContext:
    names = [e.text for e in reading.doc.ents if e.label_ == "LOC"]
    if text.dateline_place:
        names.append(text.dateline_place)
    return report_context(names, text.text, report.outlet)


def _dated(claims: Sequence[Claim], report: Report, text: Text, calendar: Calendar) -> list[Claim]:
    """Date each claim by its own words, else by another mention of its happening, else by what stands above it."""
    where = [_cleaned(text, c.anchor.span.start, c.anchor.span.end) for c in claims]
    day = text.dateline_day or report.published
    own = [days_of_claim(c, calendar, *at, day) for c, at in zip(claims, where, strict=True)]
    shared: dict[str, Days] = {}
    for claim, days in zip(claims, own, strict=True):
        if claim.incident and days and (days.known or days.offset_first is not None):
            shared.setdefault(claim.incident, days)
    return [
        replace(c, days=d or shared.get(c.incident or "") or _fallback(c, calendar, at[0], report))
        for c, d, at in zip(claims, own, where, strict=True)
    ]


def _fallback(claim: Claim, calendar: Calendar, char: int, report: Report) -> Days:
    if claim.figure is not None and claim.figure.scope == "cumulative":
        return until_report(Days(rule="a running total up to the report"), report.published)
    above = calendar.before(char, _ABOVE)
    if above is not None:
        return replace(above.days, rule=f"{above.days.rule} (carried from a sentence above)")
    return report_days(report.published, "the report's day: no other time is given")


def _cleaned(text: Text, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of the cleaned text that a stretch of the report's text came to."""
    low = bisect_left(text.offsets, start)
    return low, max(bisect_left(text.offsets, end), low + 1)


def _placed(claim: Claim, gazetteer: Gazetteer, context: PlaceContext) -> Claim:
    if claim.place is None:
        return claim
    return replace(claim, place=gazetteer.resolve(claim.place.worded, context))


def _acted(claim: Claim, country: str | None) -> Claim:
    return replace(claim, perpetrator=_actor(claim.perpetrator, country), target=_actor(claim.target, country))


def _actor(actor: Actor | None, country: str | None) -> Actor | None:
    return actor_of(actor.worded, country) if actor else None
