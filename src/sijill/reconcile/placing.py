"""Where an incident was, from where its claims are said to have been.

Invariant: the words come from a claim of the incident; a unit is borrowed only where all that is known agrees on it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.reconcile.containment import may_lie_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sijill.incident import Member
    from sijill.model import Place

FIRST_LEVEL: Final = 4
"""UCDP's where_prec of a first-level unit."""
AGREEING: Final = 2
"""Claims that must put an incident in a unit for words that no gazetteer holds to be put there."""


def place_of(members: Sequence[Member]) -> Place | None:
    """Return the place that most figures are told of, or the most precise of those told that lies in it.

    Of equals the most precise, then the first-entered; where no figure has a place, the happenings' places count. What
    else a report tells of the happening ("the worst since the bombing in Casablanca") is no nearer to where it was.
    """
    if len(members) == 1:
        return members[0].claim.place
    every = Counter(m.claim.place for m in members if m.claim.place is not None)
    told = Counter(m.claim.place for m in members if m.claim.place is not None and m.claim.figure is not None) or every
    if not told:
        return None
    votes = {place: sum(n for other, n in told.items() if _is_one(place, other)) for place in every}
    most = max(told, key=lambda place: (votes[place], -(place.precision or 8)))
    inside = [place for place in every if most.gazetteer_id is not None and may_lie_in(place, most)]
    return _in_its_unit(max(inside or [most], key=lambda place: (-(place.precision or 8), votes[place])), every)


def _is_one(place: Place, other: Place) -> bool:
    known = place.gazetteer_id is not None
    return place.gazetteer_id == other.gazetteer_id if known else place.worded == other.worded


def _in_its_unit(place: Place, told: Mapping[Place, int]) -> Place:
    """Return a place of which only the words are known within the one unit of all other places told of its country.

    It has the point of the place that most of these claims name, to the precision of a unit. "Bab al-Nairab" is a
    quarter that no gazetteer holds; the other claims say Aleppo. One claim alone may tell of another happening: of 40
    such incidents of FA-KES looked up by hand, 34 lie in the one unit that others name, and three of the six that do
    not stand on a single claim, which is not enough here.
    """
    if place.latitude is not None or place.admin1_code is not None:
        return place
    near = [p for p in told if p.admin1_code and p.latitude is not None and place.country in {None, p.country}]
    if len({p.admin1_code for p in near}) != 1 or sum(told[p] for p in near) < AGREEING:
        return place
    nearest = max(near, key=lambda p: (told[p], -(p.precision or 8)))
    return replace(
        nearest,
        worded=place.worded,
        name=None,
        gazetteer_id=None,
        precision=max(FIRST_LEVEL, nearest.precision or FIRST_LEVEL),
        relation=place.relation,
        rule=f"not in the gazetteer; other claims of the incident are told of {nearest.worded}",
    )
