"""Which places can lie in which: a part of an incident happened where the whole did.

Invariant: where no place is told, nothing is kept apart; a place of which only the words are known holds itself alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.geometry import distance_km

if TYPE_CHECKING:
    from sijill.geometry import Point
    from sijill.model import Place

TOWN: Final = 2
"""UCDP's where_prec up to which a place is a spot or near one; from 3 on it is a district or more."""
COUNTRY: Final = 6
"""UCDP's where_prec of a country."""
ACROSS: Final = 10.0
"""Kilometres up to which one spot may be a quarter or suburb of another."""


def may_lie_in(part: Place | None, whole: Place | None) -> bool:
    """Tell whether what happened at one place may be a part of what happened at another."""
    if part is None or whole is None:
        return True
    if whole.precision is None:
        return part.worded == whole.worded
    if part.country and whole.country and part.country != whole.country:
        return False
    if _is_town(whole):
        return _is_beside(part, whole)
    return _precision(part) <= _precision(whole) and _is_of_unit(part, whole)


def _is_town(place: Place) -> bool:
    return place.precision is not None and place.precision <= TOWN


def _precision(place: Place) -> int:
    return place.precision or 0


def _is_beside(part: Place, town: Place) -> bool:
    """Tell whether a place may lie in a town: near it, or where only its words are known."""
    if part.precision is None:
        return True
    here, there = _point(part), _point(town)
    if not _is_town(part) or here is None or there is None:
        return _is_town(part) and part.gazetteer_id == town.gazetteer_id
    return distance_km(here, there) <= ACROSS


def _point(place: Place) -> Point | None:
    known = place.latitude is not None and place.longitude is not None
    return (place.latitude or 0.0, place.longitude or 0.0) if known else None


def _is_of_unit(part: Place, whole: Place) -> bool:
    """Tell whether nothing says that a place lies in another first-level unit than a district or a unit."""
    units = (part.admin1_code, whole.admin1_code)
    return _precision(whole) >= COUNTRY or None in units or units[0] == units[1]
