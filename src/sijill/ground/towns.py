"""Places that are towns or spots, and how far apart two places lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.geometry import distance_km

if TYPE_CHECKING:
    from sijill.model import Place

_TOWN: Final = 2
"""UCDP's where_prec up to which a place is a spot or near one."""


def is_town(place: Place | None) -> bool:
    """Tell whether a place is known to the town or better, and where that is."""
    if place is None or place.latitude is None or place.longitude is None:
        return False
    return place.precision is not None and place.precision <= _TOWN


def km_between(one: Place, other: Place) -> float | None:
    """Return the kilometres between two places, None where a point is not known."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return distance_km((one.latitude, one.longitude), (other.latitude, other.longitude))
