"""A place as worded -> a Place: the whole wording first, then its parts, then what contains it.

Invariant: the Place keeps the words it was given; its precision is one of UCDP's 1..7, or None where nothing at all
is known of it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sijill.ground.places.entries import COUNTRY, UNIT, Entry
from sijill.ground.places.find import Found, find
from sijill.ground.places.geometry import BEARINGS, centre, distance_km, moved
from sijill.ground.places.lists import country_of_demonym
from sijill.ground.places.phrase import PlacePhrase, parse_place_phrase
from sijill.model import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.ground.places.context import PlaceContext
    from sijill.ground.places.index import Index

UNRESOLVED = "not in the gazetteer"
NEAR_A_TOWN, DISTRICT, FIRST_LEVEL, REGION, WHOLE_COUNTRY = 2, 3, 4, 5, 6
TOGETHER_KM = 20.0
"""Places that lie this close together are one limited area."""
_parse = lru_cache(maxsize=4096)(parse_place_phrase)


def resolve(index: Index, worded: str, context: PlaceContext) -> Place:
    """Return where the words point."""
    whole = _whole(index, worded, context)
    if whole is not None:
        return _place(index, worded, whole)
    if people := index.area(country_of_demonym(worded) or ""):
        return _place(index, worded, Found(people, "people of a country"))
    phrase = _parse(worded)
    container = _container(index, phrase, context)
    if phrase.kind == "border":
        return _border(index, phrase, context)
    if phrase.kind == "capital":
        return _capital(index, phrase, context, container)
    heads = [(name, find(index, name, context, container, phrase.kind)) for name in phrase.heads]
    known = [found for _, found in heads if found is not None]
    if not known:
        return _unresolved(index, phrase, context, container)
    places = [_place(index, worded, found) for found in known]
    place = places[0] if len(places) == 1 else _several(places)
    if len(known) < len(heads):
        lost = ", ".join(name for name, found in heads if found is None)
        place = replace(place, rule=f"{place.rule}; {UNRESOLVED}: {lost}")
    return _beside(_part(index, place, known[0].entry, phrase), phrase)


def _whole(index: Index, worded: str, context: PlaceContext) -> Found | None:
    name = worded.strip()
    container = _named_around(index, context.container, context)
    if not index.named(name) and name.lower().startswith("the "):
        name = name[4:]
    return find(index, name, context, container) if index.named(name) else None


def _container(index: Index, phrase: PlacePhrase, context: PlaceContext) -> Entry | None:
    """Return the nearest container that is known, itself looked up within the wider ones."""
    around: Entry | None = None
    for name in (context.container, *reversed(phrase.containers)):
        around = _named_around(index, name, context, around) or around
    return around


def _named_around(index: Index, name: str | None, context: PlaceContext, wider: Entry | None = None) -> Entry | None:
    if not name:
        return None
    if country := country_of_demonym(name):
        return index.area(country)
    whole = find(index, name, context, wider)
    if whole is not None:
        return whole.entry
    phrase = _parse(name)
    found = (find(index, head, context, wider, phrase.kind) for head in phrase.heads)
    return next((f.entry for f in found if f is not None), None)


def _place(index: Index, worded: str, found: Found) -> Place:
    entry, rule = found
    unit = index.area(entry.admin1_code) if entry.admin1_code else None
    return Place(
        worded=worded,
        name=entry.name,
        gazetteer_id=entry.id,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=entry.precision,
        country=entry.country,
        admin1=unit.name if unit else None,
        admin1_code=entry.admin1_code,
        rule=f"{rule}, middle of its towns" if entry.derived and entry.kind == UNIT else rule,
    )


def _several(places: Sequence[Place]) -> Place:
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


def _part(index: Index, place: Place, entry: Entry, phrase: PlacePhrase) -> Place:
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


def _beside(place: Place, phrase: PlacePhrase) -> Place:
    """Return the place moved by the distance and bearing given, or made as imprecise as "near" is."""
    if phrase.relation is None:
        return place
    relation = f"{phrase.relation} {' and '.join(phrase.heads)}".strip()
    precision = place.precision or 1
    if phrase.relation == "between":
        return replace(place, relation=relation, precision=max(precision, REGION))
    wide = NEAR_A_TOWN if precision <= NEAR_A_TOWN else precision if precision < FIRST_LEVEL else REGION
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


def _capital(index: Index, phrase: PlacePhrase, context: PlaceContext, container: Entry | None) -> Place:
    names = [country_of_demonym(head) for head in phrase.heads]
    country = next((c for c in names if c), container.country if container else context.country)
    capital = index.capital(country) if country else None
    if capital is None:
        return _unresolved(index, phrase, context, container)
    return _beside(_place(index, phrase.worded, Found(capital, f"capital of {country}")), phrase)


def _border(index: Index, phrase: PlacePhrase, context: PlaceContext) -> Place:
    """Return a border as a region without coordinates: in the report's country, or in the one country named."""
    named = [_named_around(index, head, context) for head in phrase.heads]
    lands = list(dict.fromkeys(entry.country for entry in named if entry and entry.country))
    towns = [entry for entry in named if entry and entry.kind not in (COUNTRY, UNIT)]
    if towns:
        place = _place(index, phrase.worded, Found(towns[0], "place at a border"))
        return replace(place, precision=NEAR_A_TOWN, relation="border")
    own = context.country if context.country in lands or len(lands) <= 1 else None
    country = own or (lands[0] if len(lands) == 1 else None)
    rule = f"border of {' and '.join(lands)}" if lands else f"{UNRESOLVED}: a border"
    return Place(worded=phrase.worded, precision=REGION, country=country, relation="border", rule=rule)


def _unresolved(index: Index, phrase: PlacePhrase, context: PlaceContext, container: Entry | None) -> Place:
    """Return the words with what contains them, or else with the country that the report is about."""
    if container is not None:
        place = _place(index, phrase.worded, Found(container, f"{UNRESOLVED}; lies in {container.name}"))
        precision = max(NEAR_A_TOWN, container.precision)
        return _beside(replace(place, name=None, gazetteer_id=None, precision=precision), phrase)
    if context.country is None:
        return Place(worded=phrase.worded, relation=phrase.relation, rule=UNRESOLVED)
    rule = f"{UNRESOLVED}; country of the report"
    return Place(
        worded=phrase.worded, precision=WHOLE_COUNTRY, country=context.country, relation=phrase.relation, rule=rule
    )
