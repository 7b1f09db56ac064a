"""Which of several places of one name is meant: people, country and neighbours, added up.

Invariant: a score is a finite number that depends on nothing but the entry, the context and the wording.
"""

from __future__ import annotations

from math import exp, log10
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from sijill.geometry import distance_km
from sijill.ground.places.entries import COUNTRY, TOWN, UNIT
from sijill.ground.places.keys import exact_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sijill.ground.places.context import PlaceContext
    from sijill.ground.places.entries import Entry
    from sijill.model import Place

UNKNOWN_PEOPLE = 2_000
"""What a place whose population GeoNames does not know counts for."""
COUNTRY_BONUS = 2.0
CAPITAL_BONUS = 1.0
UNIT_PENALTY = 0.3
SAME_COUNTRY = 2.0
WEIGHT_OF_COUNTRIES = 2.0
NEIGHBOUR = 2.0
NEIGHBOUR_KM = 100.0
"""Distance at which a neighbour's pull has fallen to a third."""
SAME_UNIT = 1.0
"""For a place in a first-level unit that another name of the report lies in; chosen on LGL."""
SEAT_SHARE = 0.05
"""A town with this share of its unit's people is meant by their common name, where no word says "province"."""
FAR_TOWN_PEOPLE = 100_000
"""A smaller town in a country that the report does not name is not taken for a place of the report."""
NAMED_WEIGHT = 0.03
FAMOUS_PEOPLE = 500_000
HARDLY_NAMED_WEIGHT = 0.1
ALIKE = 60.0
"""rapidfuzz ratio (0..100) from which two spellings with one fold key are taken for one name."""


def score(entry: Entry, context: PlaceContext) -> float:
    """Return how likely the entry is meant: the logarithm of its people, and what the context adds."""
    total = log10(entry.population or UNKNOWN_PEOPLE)
    total += COUNTRY_BONUS if entry.kind == COUNTRY else -UNIT_PENALTY if entry.kind == UNIT else 0.0
    total += CAPITAL_BONUS if entry.capital else 0.0
    if entry.country is not None:
        total += SAME_COUNTRY if entry.country == context.country else 0.0
        total += WEIGHT_OF_COUNTRIES * context.countries.get(entry.country, 0.0)
    if entry.kind != COUNTRY:
        total += _neighbours(entry, context)
    return total


def _neighbours(entry: Entry, context: PlaceContext) -> float:
    known = [p for p in context.near if p.latitude is not None and p.longitude is not None and _is_local(p)]
    closest = min((distance_km(entry.point, (p.latitude or 0.0, p.longitude or 0.0)) for p in known), default=1e9)
    same = any(p.admin1_code and p.admin1_code == entry.admin1_code for p in context.near)
    return NEIGHBOUR * exp(-closest / NEIGHBOUR_KM) + (SAME_UNIT if same else 0.0)


def _is_local(place: Place) -> bool:
    return place.precision is not None and place.precision <= 4  # noqa: PLR2004 -- where_prec 4 is a first-level unit


def best(entries: Iterable[Entry], context: PlaceContext) -> Entry | None:
    """Return the likeliest entry, or None where there is none."""
    ranked = sorted(entries, key=lambda e: (-score(e, context), e.id))
    if not ranked:
        return None
    first = ranked[0]
    if first.kind == UNIT:
        return next((e for e in ranked if _is_seat(e, first)), first)
    return first


def _is_seat(entry: Entry, unit: Entry) -> bool:
    inside = entry.kind == TOWN and entry.admin1_code == unit.admin1_code
    return inside and entry.population >= SEAT_SHARE * unit.population


def plausible(context: PlaceContext) -> Callable[[Entry], bool]:
    """Return a test that refuses small far-away towns in a report whose country is known."""

    def test(entry: Entry) -> bool:
        if context.country is None or entry.kind != TOWN or entry.country == context.country:
            return True
        named = context.countries.get(entry.country or "", 0.0) >= NAMED_WEIGHT
        return named or entry.population >= FAR_TOWN_PEOPLE

    return test


def is_weak(entry: Entry, context: PlaceContext) -> bool:
    """Whether the entry is a lesser town in a country that the report hardly names, while it is about another."""
    if context.country is None or entry.kind != TOWN or entry.country == context.country:
        return False
    return entry.population < FAMOUS_PEOPLE and context.countries.get(entry.country or "", 0.0) < HARDLY_NAMED_WEIGHT


def alike(worded: str, entry: Entry) -> bool:
    """Whether two spellings that share a fold key look like one name."""
    return fuzz.ratio(exact_key(worded), exact_key(entry.name)) >= ALIKE
