"""What the gazetteer knows of one place.

Invariant: an entry's coordinates are degrees (WGS 84) in range, and its precision is one of UCDP's 1..7.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sijill.geometry import Point

TOWN, UNIT, COUNTRY = "town", "unit", "country"
KINDS = (
    TOWN, UNIT, COUNTRY, "region", "district", "neighbourhood", "camp", "crossing", "base", "site", "mountain",
    "river", "lake", "island", "sea", "desert", "continent",
)  # fmt: skip
PRECISION = {TOWN: 1, UNIT: 4, COUNTRY: 6}
"""UCDP where_prec of the kinds that the built gazetteer holds; a row of the extra list states its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One place: `population` is 0 where unknown; a unit's and a country's is that of what lies in it.

    `capital` is true for the capital of a country; `derived` is true where the coordinates are not
    the place's own but worked out from the towns in it.
    """

    id: str
    name: str
    kind: str
    latitude: float
    longitude: float
    country: str | None
    population: int = 0
    admin1_code: str | None = None
    precision: int = 1
    derived: bool = False
    capital: bool = False

    @property
    def point(self) -> Point:
        """Latitude and longitude."""
        return self.latitude, self.longitude
