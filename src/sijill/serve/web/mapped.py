"""Incidents as rows for the map: small, so that twenty thousand of them are one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.serve.incident_words import heading_in_words, range_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sijill.incident import Incident
    from sijill.serve.web.desk import Snapshot

COLUMNS = ("id", "latitude", "longitude", "precision", "contested", "heading", "killed", "country", "unit")
UNIT, COUNTRY = 4, 5  # UCDP where_prec: first-level unit; anything wider is listed, not drawn


def mapped(now: Snapshot, found: Iterable[Incident]) -> dict[str, Any]:
    """Return the rows, those that are known by country only as a count by country, and those without a place."""
    rows, wide, unplaced = [], dict[str, int](), 0
    for incident in found:
        place = incident.place
        if place is None or place.latitude is None or place.longitude is None:
            unplaced += 1
        elif (place.precision or 1) >= COUNTRY:
            wide[place.country or "?"] = wide.get(place.country or "?", 0) + 1
        else:
            rows.append(row_of(incident, now))
    return {"columns": list(COLUMNS), "rows": rows, "by_country_only": wide, "without_place": unplaced}


def row_of(incident: Incident, now: Snapshot) -> list[Any]:
    """Return the row of an incident."""
    place = incident.place
    if place is None or place.latitude is None or place.longitude is None:
        return []
    heading = heading_in_words(incident, now.shelf.hiding(incident.claims))
    killed = range_in_words(incident.range_of("killed"))
    at = [round(place.latitude, 4), round(place.longitude, 4), place.precision or 1]
    return [incident.id, *at, int(incident.contested), heading, killed, place.country, place.admin1]
