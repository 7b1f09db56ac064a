"""A number over a country or a region that its own sentence divides among places: "20 in Syria, 12 of them in Aleppo".

Such a number covers several happenings: it is one of a period, stands beside their sum, and is never added to them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sijill.model import Claim, Place

REGION: Final = 4
"""UCDP's where_prec from which a place is a first-level unit or more."""
COUNTRY: Final = 6
"""The same for a country."""
_TALLIED: Final = frozenset({"activist", "monitor", "opposition"})
"""Sources that add up what many places tell them."""
_MANY: Final = frozenset(
    {"attack", "excessive_force_against_protesters", "protest_with_intervention", "peaceful_protest"}
    | {"violent_demonstration", "other"}
)
"""Happenings that go on in many places of a country at once, where a bomb or an air strike is one."""


def of_a_country(claim: Claim) -> Claim:
    """Make the dead and wounded whom activists or monitors count in a whole country figures of a period.

    "Activists said security forces killed 13 protesters in Syria on Friday" covers the killings of many places.
    """
    figure, place = claim.figure, claim.place
    if figure is None or figure.scope != "incident" or place is None or not _is_whole_country(place):
        return claim
    several = (figure.count.low or 0) > 1 and figure.measure in {"killed", "injured"}
    if not several or claim.happening not in _MANY or claim.source.kind not in _TALLIED or figure.part_of:
        return claim
    return replace(claim, figure=replace(figure, scope="period"), incident=None)


def _is_whole_country(place: Place) -> bool:
    """Tell whether a place is worded as a country itself, not as a spot of which only the country is known."""
    return (place.precision or 0) >= COUNTRY and place.name is not None and place.worded in place.name


def covering(claims: Sequence[Claim], sentence_of: Callable[[Claim], int]) -> list[Claim]:
    """Return the claims, figures that cover the ones after them in their sentence made figures of a period."""
    sentences = [sentence_of(claim) for claim in claims]
    made = list(claims)
    for at, claim in enumerate(claims):
        after = (c for c, s in zip(claims[at + 1 :], sentences[at + 1 :], strict=True) if s == sentences[at])
        if claim.figure is not None and claim.figure.scope == "incident" and _covers(claim, after):
            made[at] = replace(claim, figure=replace(claim.figure, scope="period"), incident=None)
    return made


def _covers(whole: Claim, after: Iterable[Claim]) -> bool:
    """Tell whether the figures after one, of its measure and in places within its own, come to no more than it."""
    parts = [one for one in after if _is_within(whole, one)]
    if not parts or whole.figure is None:
        return False
    most, sums = whole.figure.count.low, [one.figure.count.low for one in parts if one.figure]
    return most is not None and all(low is not None for low in sums) and sum(low or 0 for low in sums) <= most


def _is_within(whole: Claim, part: Claim) -> bool:
    if whole.figure is None or part.figure is None or part.figure.part_of is not None:
        return False
    return part.figure.measure == whole.figure.measure and _is_inside(part.place, whole.place)


def _is_inside(place: Place | None, region: Place | None) -> bool:
    """Tell whether a place lies in a country or a first-level unit, and is less than it."""
    if place is None or region is None or place.precision is None or region.precision is None:
        return False
    if region.precision < REGION or place.precision >= region.precision or place.country != region.country:
        return False
    return region.admin1_code is None or place.admin1_code == region.admin1_code
