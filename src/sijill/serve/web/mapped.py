"""Incidents for the map: place by place, small, twenty thousand of them in one answer; and each as a row, paged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.serve.incident_words import heading_in_words, range_in_words
from sijill.serve.web.asking import question_of
from sijill.serve.web.paging import page_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sijill.incident import Incident
    from sijill.serve.web.asking import AskedIncidents
    from sijill.serve.web.desk import Snapshot

FEW = 8  # incidents of one place that are sent with it; those of a place that has more are asked for
MOST = 80  # of one place that are told apart
Spot = tuple[float, float, int]
"""Latitude, longitude, and how exactly the place is known."""
COLUMNS = ("id", "latitude", "longitude", "precision", "contested", "heading", "killed", "country", "unit")
NEAR, UNIT, COUNTRY = 2, 4, 5  # UCDP where_prec: first-level unit; anything wider is listed, not drawn


def mapped(now: Snapshot, found: Iterable[Incident], wanted: AskedIncidents) -> dict[str, Any]:
    """Return a page of rows, those that are known by country only as a count by country, and those without a place."""
    drawn, undrawn = now.once(("drawn", question_of(wanted)), lambda: sorted_out(found))
    page = page_of(drawn, lambda one: one.id, wanted.cursor, wanted.limit)
    rows = [row_of(incident, now) for incident in page.items]
    return {"columns": list(COLUMNS), "rows": rows, "total": page.total, "next": page.next, **undrawn}


def places(now: Snapshot, found: Iterable[Incident]) -> dict[str, Any]:
    """Return how many incidents there are at each place, where they are few with their rows, and what is not drawn."""
    drawn, undrawn = sorted_out(found)
    by_place: dict[Spot, list[Incident]] = {}
    spots: dict[Spot, Spot] = {}  # as places are known -> as they are drawn: rounding takes longer than looking up
    for incident in drawn:
        known = exactly(incident)
        if known not in spots:
            spots[known] = spot_of(incident)
        by_place.setdefault(spots[known], []).append(incident)
    rows = [
        [
            *spot,
            len(some),
            int(any(one.contested for one in some)),
            some[0].place and some[0].place.country,
            some[0].place and some[0].place.admin1,
            [row_of(one, now) for one in some] if len(some) <= FEW else None,
        ]
        for spot, some in by_place.items()
    ]
    return {"places": rows, **undrawn}


def at_spot(now: Snapshot, found: Iterable[Incident], spot: Spot) -> list[list[Any]]:
    """Return the rows of the first incidents at a place."""
    drawn, _ = sorted_out(found)
    return [row_of(one, now) for one in drawn if spot_of(one) == spot][:MOST]


def sorted_out(found: Iterable[Incident]) -> tuple[list[Incident], dict[str, Any]]:
    """Return the incidents that are drawn, and how many are known by country only, by country, or have no place."""
    drawn, wide, unplaced = [], dict[str, int](), 0
    for incident in found:
        place = incident.place
        if place is None or place.latitude is None or place.longitude is None:
            unplaced += 1
        elif (place.precision or 1) >= COUNTRY:
            wide[place.country or "?"] = wide.get(place.country or "?", 0) + 1
        else:
            drawn.append(incident)
    return drawn, {"by_country_only": wide, "without_place": unplaced}


def exactly(incident: Incident) -> Spot:
    """Return where an incident was, as its place is known."""
    place = incident.place
    if place is None or place.latitude is None or place.longitude is None:
        return 0.0, 0.0, COUNTRY
    return place.latitude, place.longitude, place.precision or 1


def spot_of(incident: Incident) -> Spot:
    """Return where an incident is drawn: what is near a place is drawn at it."""
    latitude, longitude, precision = exactly(incident)
    return round(latitude, 4), round(longitude, 4), 1 if precision <= NEAR else precision


def row_of(incident: Incident, now: Snapshot) -> list[Any]:
    """Return the row of an incident."""
    place = incident.place
    if place is None or place.latitude is None or place.longitude is None:
        return []
    heading = heading_in_words(incident, now.shelf.hiding(incident.claims))
    killed = range_in_words(incident.range_of("killed"))
    latitude, longitude, _ = spot_of(incident)
    at = (latitude, longitude, place.precision or 1)
    return [incident.id, *at, int(incident.contested), heading, killed, place.country, place.admin1]
