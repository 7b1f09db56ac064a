"""Headlines that name no more than the country: "Ten die in Syria air strike", of which the report says where it was.

Only what happened once is placed so: a number over several places, or over a time, is the country's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from sijill.ground.countrywide import WHOLE
from sijill.ground.no_place import with_place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.model import Claim, Place

_PLURAL: Final = re.compile(r"\b(?!clashes)\w{3,}(?<![sui])s\Z", re.IGNORECASE)


def below_headline(claims: Sequence[Claim], headed: Sequence[bool]) -> list[Claim]:
    """Return the claims, those of the headline that it places in a country where their happening is told to be in it.

    `headed` tells of each claim whether it stands in the headline. Where the text gives one happening several places,
    the headline may mean all of them, but its number is that of the same number told again. A word of the headline
    goes where its numbers go, and nowhere where the text tells of its happening in the whole country too.
    """
    below = [claim for claim, head in zip(claims, headed, strict=True) if not head and claim.incident]
    told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in below:
        if claim.place is not None and not _is_whole(claim.place):
            told[claim.incident or "", claim.place.country or ""].append(claim)
    counted = [_below(c, told) if head and c.figure else c for c, head in zip(claims, headed, strict=True)]
    numbers = [c for c, head in zip(counted, headed, strict=True) if head and c.figure]
    wide = {c.incident for c in below if not _is_once(c) or (c.place is not None and _is_whole(c.place))}
    if any(not _is_once(c) or (c.place is not None and _is_whole(c.place)) for c in numbers):
        return counted
    words = [head and not c.figure and c.incident not in wide for c, head in zip(counted, headed, strict=True)]
    return [_below(c, told) if word and not _is_many(c) else c for c, word in zip(counted, words, strict=True)]


def _below(claim: Claim, told: dict[tuple[str, str], list[Claim]]) -> Claim:
    place = claim.place
    if place is None or not _is_whole(place) or claim.certainty != "asserted" or not _is_once(claim):
        return claim
    found = told.get((claim.incident or "", place.country or ""), [])
    found = [one for one in found if _is_same_number(one, claim)] or found
    if len({one.place.worded for one in found if one.place}) != 1 or _is_sum(claim, found):
        return claim
    return with_place_of(found[0], claim)


def _is_whole(place: Place) -> bool:
    return place.precision == WHOLE and place.gazetteer_id is not None


def _is_once(claim: Claim) -> bool:
    return claim.figure is None or claim.figure.scope == "incident"


def _is_many(claim: Claim) -> bool:
    """Tell whether words tell of several happenings ("air strikes"); what happened once is called "clashes" too."""
    return _PLURAL.search(claim.anchor.quote) is not None


def _is_sum(claim: Claim, found: Sequence[Claim]) -> bool:
    """Tell whether all that the text counts at a place is fewer than the headline's number: a part of it."""
    if claim.figure is None:
        return False
    high = claim.figure.count.low
    counts = [c.figure.count.low for c in found if c.figure and c.figure.measure == claim.figure.measure]
    known = [count for count in counts if count is not None]
    return high is not None and bool(known) and max(known) < high


def _is_same_number(one: Claim, other: Claim) -> bool:
    if one.figure is None or other.figure is None or one.figure.measure != other.figure.measure:
        return False
    return one.figure.count.low is not None and one.figure.count.low == other.figure.count.low
