"""Places made of places: the middle of several, a side of a country, a point at a distance and bearing.

Invariant: what comes out is never more precise than what went in.
"""

from __future__ import annotations

from dataclasses import replace
from math import radians, sin
from typing import TYPE_CHECKING

from sijill.geometry import BEARINGS, centre, distance_km, moved
from sijill.ground.places.entries import COUNTRY, Entry
from sijill.model import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.ground.places.index import Index
    from sijill.ground.places.phrase import PlacePhrase

NEAR_A_TOWN, DISTRICT, FIRST_LEVEL, REGION, WHOLE_COUNTRY = 2, 3, 4, 5, 6
"""UCDP where_prec."""
LIMITED_AREA_KM, WIDE_AREA_KM = 25.0, 75.0
"""Radius up to which UCDP's codebook speaks of a limited area around a place (where_prec 2); and of a district here."""
SECTOR = sin(radians(22.5))
"""Half the width of a bearing word's sector, as a share of the distance."""
TOGETHER_KM = 20.0
"""Places that lie this close together are one limited area."""


def several(places: Sequence[Place]) -> Place:
    """Return one place for several: their middle, and what they have in common."""
    points = [(p.latitude or 0.0, p.longitude or 0.0) for p in places]
    first = places[0]
    country = first.country if len({p.country for p in places}) == 1 else None
    code = first.admin1_code if len({p.admin1_code for p in places}) == 1 else None
    close = all(distance_km(points[0], point) <= TOGETHER_KM for point in points)
    precision = NEAR_A_TOWN if close else FIRST_LEVEL if code else REGION
    latitude, longitude = centre(points)
    return Place(
        worded=first.worded,
        name=" and ".join(p.name or "" for p in places),
        latitude=latitude,
        longitude=longitude,
        precision=max(precision, *(p.precision or 1 for p in places)),
        country=country,
        admin1=first.admin1 if code else None,
        admin1_code=code,
        rule="middle of several places",
    )


def part(index: Index, place: Place, entry: Entry, phrase: PlacePhrase) -> Place:
    """Return "northern Syria" as a region: the middle of the units on that side; "rural Homs" as its unit."""
    if phrase.part and entry.kind == COUNTRY and entry.country:
        units = [u for u in index.units(entry.country) if u.population]
        middle = centre([u.point for u in units]) if units else entry.point
        side = [u.point for u in units if _lies(u, middle, phrase.part)]
        latitude, longitude = centre(side) if side else middle
        rule = f"{place.rule}, its {phrase.part}"
        return replace(place, latitude=latitude, longitude=longitude, precision=REGION, relation=phrase.part, rule=rule)
    loose = {"site": NEAR_A_TOWN, "region": NEAR_A_TOWN, "district": DISTRICT, "countryside": DISTRICT}
    least = loose.get(phrase.kind or "", 1)
    return replace(place, precision=max(place.precision or 1, least), relation=phrase.part or place.relation)


def _lies(unit: Entry, middle: tuple[float, float], part: str) -> bool:
    north, east = unit.latitude - middle[0], unit.longitude - middle[1]
    tests = {"north": north > 0, "south": north < 0, "east": east > 0, "west": east < 0}
    return all(holds for side, holds in tests.items() if side in part)


def beside(place: Place, phrase: PlacePhrase) -> Place:
    """Return the place moved by the distance and bearing given, or made as imprecise as "near" is."""
    if phrase.relation is None:
        return place
    relation = f"{phrase.relation} {' and '.join(phrase.heads)}".strip()
    precision = place.precision or 1
    if phrase.relation == "between":
        return replace(place, relation=relation, precision=max(precision, REGION))
    wide = NEAR_A_TOWN if precision <= NEAR_A_TOWN else precision if precision < FIRST_LEVEL else REGION
    wide = max(wide, _spread(phrase))
    at = (place.latitude, place.longitude)
    if phrase.distance_km is None or phrase.bearing is None or at[0] is None or at[1] is None:
        return replace(place, relation=relation, precision=wide)
    latitude, longitude = moved((at[0], at[1]), BEARINGS[phrase.bearing], phrase.distance_km)
    return Place(
        worded=place.worded,
        latitude=latitude,
        longitude=longitude,
        precision=wide,
        country=place.country,
        relation=relation,
        rule=f"{phrase.distance_km:g} km {phrase.bearing} of {place.name}; country of {place.name}",
    )


def _spread(phrase: PlacePhrase) -> int:
    """Return the precision that a distance leaves: a bearing word is good to an eighth of the circle, none to all."""
    if phrase.distance_km is None:
        return NEAR_A_TOWN
    radius = phrase.distance_km * (SECTOR if phrase.bearing else 1.0)
    return NEAR_A_TOWN if radius <= LIMITED_AREA_KM else DISTRICT if radius <= WIDE_AREA_KM else REGION
