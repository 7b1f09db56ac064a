"""One name -> the entry that is meant, within what surrounds it.

Invariant: an entry that comes back lies in the container, where the container is known.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sijill.geometry import distance_km
from sijill.ground.places.entries import COUNTRY, PRECISION, UNIT, Entry
from sijill.ground.places.rank import alike, best, is_weak, plausible
from sijill.ground.places.words import TAKING_KINDS, TOWN_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sijill.ground.places.context import PlaceContext
    from sijill.ground.places.index import Index

AROUND_A_TOWN_KM = 40.0
AROUND_A_UNIT_KM = 250.0
FOLDED_PEOPLE = 50_000
"""Without a country to go by, only a town of this many people is recognised in another spelling."""


class Found(NamedTuple):
    """An entry and how it was found."""

    entry: Entry
    rule: str


def find(
    index: Index, name: str, context: PlaceContext, container: Entry | None = None, kind: str | None = None
) -> Found | None:
    """Return the entry that the name means here, or None where nothing fits.

    A site ("Tamim airfield") lies abroad only where a town there is called so first, not also (Kirkuk, once Tamim).
    """
    test = plausible(context)
    exact = [e for e in index.named(name) if lies_in(e, container) and (container is not None or test(e))]
    if kind == "site" and context.country is not None:
        exact = [e for e in exact if e.country == context.country or e.name.lower() == name.lower()]
    chosen = best(_of_kind(exact, kind), _toward(context, container))
    if chosen is not None and (container is not None or not is_weak(chosen, context)):
        return Found(chosen, _rule(chosen, "exact name"))
    respelled = _respelled(index, name, context, container, kind)
    if chosen is None or respelled is not None:
        return respelled
    return Found(chosen, _rule(chosen, "exact name"))


def _respelled(
    index: Index, name: str, context: PlaceContext, container: Entry | None, kind: str | None
) -> Found | None:
    """Return the entry that goes by another Latin spelling of the name, in the report's country or the container."""
    folded = [
        e for e in index.folded(name) if lies_in(e, container) and _known_land(e, context, container) and alike(name, e)
    ]
    chosen = best(_of_kind(folded, kind), _toward(context, container))
    return Found(chosen, _rule(chosen, "another spelling of the name")) if chosen else None


def _rule(entry: Entry, how: str) -> str:
    return f"{how}, {'GeoNames' if entry.id.startswith('geonames:') else 'list of places'}"


def _known_land(entry: Entry, context: PlaceContext, container: Entry | None) -> bool:
    if container is not None:
        return True
    if context.country is None:
        return entry.population >= FOLDED_PEOPLE
    return entry.country == context.country


def _toward(context: PlaceContext, container: Entry | None) -> PlaceContext:
    return context if container is None else replace(context, country=container.country)


def _of_kind(entries: Iterable[Entry], kind: str | None) -> list[Entry]:
    """Return the entries that the kind word fits; all of them where it fits none but decides nothing."""
    found = list(entries)
    if kind in TAKING_KINDS:
        return [e for e in found if e.kind == UNIT or e.precision == PRECISION[UNIT]] or found
    if kind in TOWN_KINDS:
        return [e for e in found if e.kind not in (UNIT, COUNTRY)] or found
    if kind == "district":
        return [e for e in found if e.kind in ("district", "neighbourhood")] or found
    if kind in ("neighbourhood", "camp"):
        return [e for e in found if e.kind not in (UNIT, COUNTRY)]
    return found


def lies_in(entry: Entry, container: Entry | None) -> bool:
    """Whether the entry can lie in the container; True where there is none."""
    if container is None:
        return True
    if entry.kind == COUNTRY or (container.country and entry.country and entry.country != container.country):
        return False
    if container.kind == COUNTRY:
        return True
    if container.kind == UNIT:
        return _in_unit(entry, container)
    reach = AROUND_A_TOWN_KM if container.precision <= 2 else AROUND_A_UNIT_KM  # noqa: PLR2004 -- where_prec 2: near
    return entry.kind != UNIT and distance_km(entry.point, container.point) <= reach


def _in_unit(entry: Entry, unit: Entry) -> bool:
    if entry.kind == UNIT:
        return False
    if entry.admin1_code is not None:
        return entry.admin1_code == unit.admin1_code
    return distance_km(entry.point, unit.point) <= AROUND_A_UNIT_KM
