"""Incidents as pages show them: lines of lists, and the parts of the incident's own page, masked. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.model import MEASURES
from sijill.serve.incident_words import (
    accounts_of,
    blame_in_words,
    heading_in_words,
    marks_in_words,
    range_in_words,
)
from sijill.serve.opened import PLACE_PRECISION
from sijill.serve.wording import counted, days_in_words, one_line, place_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.incident import Incident
    from sijill.serve.web.desk import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An incident in a list."""

    id: str
    heading: str
    happening: str
    place: str
    days: str
    killed: str
    injured: str
    told: str
    contested: bool
    kinds: str
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A number that a source gives: its part in the account, its words, the claims behind it and their reports."""

    source: str
    kind: str
    protected: bool
    measure: str
    role: str
    words: str
    claims: tuple[tuple[str, str, str, str], ...]  # claim, report, report's name, day of publication
    published: str


def line_of(incident: Incident, now: Snapshot) -> Line:
    """Return the line of an incident."""
    hiding = now.shelf.hiding(incident.claims)
    told = counted(len(incident.reports), "report")
    fewer = len(incident.origins) < len(incident.reports)
    return Line(
        id=incident.id,
        heading=heading_in_words(incident, hiding),
        happening=(incident.happening or "happening not known").replace("_", " "),
        place=hiding.text(place_in_words(incident.place)) or "place not known",
        days=hiding.text(days_in_words(incident.days)) or "days not known",
        killed=range_in_words(incident.range_of("killed")),
        injured=range_in_words(incident.range_of("injured")),
        told=told + (f", {counted(len(incident.origins), 'origin')}" if fewer else ""),
        contested=incident.contested,
        kinds=", ".join(dict.fromkeys(one.kind for one in incident.contradictions)),
        grade=incident.grade or "",
    )


def contradiction_lines(incident: Incident, now: Snapshot) -> list[str]:
    """Return each contradiction in words, source by source."""
    hiding = now.shelf.hiding(incident.claims)
    return [f"{one.kind}: {one_line(str(hiding.contradiction(one)))}" for one in incident.contradictions]


def range_lines(incident: Incident) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Return each measure with its range, what is to be known of it, and the claims that it rests on."""
    return [
        (one.measure.replace("_", " "), range_in_words(one), marks_in_words(one), one.claims)
        for one in sorted(incident.ranges, key=lambda one: MEASURES.index(one.measure))
    ]


def accounts(incident: Incident, now: Snapshot) -> list[Told]:
    """Return what each source says and has said, in the order of publication."""
    hiding, shelf = now.shelf.hiding(incident.claims), now.shelf
    found = []
    for one in accounts_of(incident, hiding):
        members = [shelf.shown(member) for member in shelf.members(one.amount.claims)]
        rows = [
            (id_, m.claim.report_id, m.report_name, str(m.published or "day not known"))
            for id_, m in zip(one.amount.claims, members, strict=True)
        ]
        found.append(
            Told(
                source=one.voice.name,
                kind=one.figures.voice.kind,
                protected=one.figures.voice.protected,
                measure=one.measure,
                role=one.role,
                words=one.words,
                claims=tuple(rows),
                published=min(row[3] for row in rows),
            )
        )
    order = [measure.replace("_", " ") for measure in MEASURES]
    return sorted(found, key=lambda one: (order.index(one.measure), one.published, one.source))


def blame_lines(incident: Incident, now: Snapshot) -> Iterator[str]:
    """Yield who blames whom."""
    hiding = now.shelf.hiding(incident.claims)
    return (blame_in_words(blame, hiding) for blame in incident.blames)


def precision_of(incident: Incident) -> str:
    """Return how exactly the place is known, in words; "" where no place is."""
    place = incident.place
    if place is None or place.latitude is None:
        return "not found in the gazetteer" if place else ""
    return PLACE_PRECISION.get(place.precision or 0, "")
