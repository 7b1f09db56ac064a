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
