"""How two places compare: by name, by distance, and by which of them holds the other.

Invariant: comparing is symmetric; two places of one gazetteer id are the same place.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sijill.geometry import distance_km as between
from sijill.link.units import MOST_REMEMBERED

if TYPE_CHECKING:
    from sijill.link.mention import Spot
    from sijill.link.units import Unit, Where

TOWN_PRECISION = 2  # UCDP where_prec: 1 exact, 2 near a known place; from 3 on a district or more
UNIT_PRECISION = 4  # a first-level unit
SAME_KM, NEAR_KM, REGION_KM = 3.0, 18.0, 60.0
LEVELS = ("same", "same spot", "near", "inside", "country", "other name", "region", "far")
"""From the likeliest to be one happening to the least; "unknown" stands apart."""


def distance_km(a: Spot, b: Spot) -> float | None:
    """Return the great-circle distance of two places in kilometres, None where a point is not known."""
    if a.latitude is None or b.latitude is None or a.longitude is None or b.longitude is None:
        return None
    return between((a.latitude, a.longitude), (b.latitude, b.longitude))


def is_town(spot: Spot) -> bool:
    """Tell whether the place is known to a town or better."""
    return spot.latitude is not None and (spot.precision or 0) <= TOWN_PRECISION


def level(a: Unit, b: Unit) -> str:
    """Return the closest level of any place of one and any place of the other, "unknown" where there is none."""
    return _of_places(a.where, b.where)


@lru_cache(maxsize=MOST_REMEMBERED)
def _of_places(a: Where, b: Where) -> str:
    if not a.spots or not b.spots:
        return "unknown"
    if len(a.spots) == len(b.spots) == 1:
        return _of_spots(a.spots[0], b.spots[0])
    found = {_of_spots(x, y) for x in a.spots for y in b.spots}
    return next((name for name in LEVELS if name in found), "unknown")


def _of_spots(a: Spot, b: Spot) -> str:
    """Compare two places: "same" goes by the name, "same spot" by the map, "inside" by what holds what."""
    if is_town(a) != is_town(b) and not (_unresolved(a) or _unresolved(b)):
        return _by_container(a, b)
    if not a.names.isdisjoint(b.names):
        return "same"
    if a.country and b.country and a.country != b.country:
        return "far"
    if is_town(a) and is_town(b):
        return _by_distance(a, b)
    return _by_container(a, b)


def _by_distance(a: Spot, b: Spot) -> str:
    km = distance_km(a, b) or 0.0
    if km <= SAME_KM:
        return "same spot"
    if km <= NEAR_KM or a.words & b.words:
        return "near"
    return "region" if km <= REGION_KM else "far"


def _by_container(a: Spot, b: Spot) -> str:
    """Compare two places of which one at least is a unit, a country, or words alone."""
    if a.country and b.country and a.country != b.country:
        return "far"
    if _unresolved(a) or _unresolved(b):
        return "near" if a.words & b.words else "other name"
    if a.admin1 and b.admin1:
        if a.admin1 == b.admin1:
            return "inside"
        return "far" if (distance_km(a, b) or 0.0) > 2 * REGION_KM else "region"
    return "country"  # all that is known of one of the two


def _unresolved(spot: Spot) -> bool:
    return spot.country is None or (spot.latitude is None and spot.precision is None)


def counted_apart(a: Unit, b: Unit) -> bool:
    """Tell whether the figures of two units of a report are all told of towns, none of which is near the other's."""
    here, there = ({m.spot for m in unit.mentions if m.count is not None and m.spot is not None} for unit in (a, b))
    if not here or not there or not all(is_town(spot) for spot in here | there):
        return False
    return all(_of_spots(x, y) in {"far", "region"} for x in here for y in there)


def too_far(a: Unit, b: Unit) -> str | None:
    """Return why two units cannot be one by place: every place of both known to the town, all far apart; else None."""
    if level(a, b) != "far":
        return None
    here, there = a.where.spots, b.where.spots
    if not all(is_town(s) for s in (*here, *there)):
        return None
    nearest = min(distance_km(x, y) or 0.0 for x in here for y in there)
    return f"{nearest:.0f} km apart"
