"""Headlines that name no more than the country: "Ten die in Syria air strike", of which the report says where it was.

Only what happened once is placed so: a number over several places, or over a time, is the country's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sijill.ground.countrywide import WHOLE
from sijill.ground.no_place import with_place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.model import Claim, Place


def below_headline(claims: Sequence[Claim], headed: Sequence[bool]) -> list[Claim]:
    """Return the claims, those of the headline that it places in a country where their happening is told to be in it.

    `headed` tells of each claim whether it stands in the headline. Where the text gives one happening several places,
    the headline may mean all of them, but its number is that of the same number told again.
    """
    told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim, head in zip(claims, headed, strict=True):
        if not head and claim.incident and claim.place is not None and not _is_whole(claim.place):
            told[claim.incident, claim.place.country or ""].append(claim)
    return [_below(c, told) if head else c for c, head in zip(claims, headed, strict=True)]


def _below(claim: Claim, told: dict[tuple[str, str], list[Claim]]) -> Claim:
    place = claim.place
    if place is None or not _is_whole(place) or claim.certainty != "asserted" or not _is_once(claim):
        return claim
    found = told.get((claim.incident or "", place.country or ""), [])
    found = [one for one in found if _is_same_number(one, claim)] or found
    if len({one.place.worded for one in found if one.place}) != 1:
        return claim
    return with_place_of(found[0], claim)


def _is_whole(place: Place) -> bool:
    return place.precision == WHOLE and place.gazetteer_id is not None


def _is_once(claim: Claim) -> bool:
    return claim.figure is None or claim.figure.scope == "incident"


def _is_same_number(one: Claim, other: Claim) -> bool:
    if one.figure is None or other.figure is None or one.figure.measure != other.figure.measure:
        return False
    return one.figure.count.low is not None and one.figure.count.low == other.figure.count.low
