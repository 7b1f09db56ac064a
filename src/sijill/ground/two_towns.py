"""Figures of one report that two sentences count in two places: they are of no one happening.

Only what a sentence plainly says is taken: "12 died in Kale. Three were shot in Monywa". Of such pairs in the annotated
reports none of 37 whose places are towns apart is of one happening, and none of 20 of those with a place that no
gazetteer knows, where neither their numbers nor the words of their places have anything in common. A sentence that
begins with its place ("In Monywa, three were shot") is told of nothing above it that was elsewhere: one pair of ten.
Items of a list ("1.", "EGYPT:") are happenings of their own where each begins with a place that the other lacks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sijill.asides import speakers_places
from sijill.clauses import answers_from, half_at
from sijill.ground.items import are_apart, item_at, items_of
from sijill.ground.told_apart import OF_BEFORE
from sijill.ground.towns import is_town, km_between

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from numpy.typing import NDArray

    from sijill.model import Claim, Place, Text
    from sijill.reading import Reading

    Pairs = NDArray[np.bool_]

APART: Final = 20.0
"""Kilometres from which two towns are two places: a town and its suburb are told of as one."""
BESIDE: Final = 5.0
"""The same where both sentences begin with their towns."""
_BEFORE: Final = 80
"""Characters before a name in which its "in" stands."""
_LOCATED: Final = re.compile(
    r"\b(?:around|at|in|inside|near|off|on|outside)\s+(?:(?:army|base|camp|capital|central|city|coastal|eastern"
    r"|neighbou?ring|north(?:ea|we)stern|northern|of|port|restive|rural|south(?:ea|we)stern|southern|the|town|village"
    r"|western)\s+)*\Z|\b(?:city|town|village) of\s+\Z",
    re.IGNORECASE,
)
_WIDE_OR_NARROW: Final = re.compile(
    r"\s*(?:area|camp|countryside|district|governorate|hospital|hotel|market|mosque|neighbou?rhood|prison|province|quarter"
    r"|region|road|school|square|state|street|suburbs?)\b|['\u2019]s?\s",
    re.IGNORECASE,
)
"""What follows a name that is of a unit, or of a spot in some town."""
_SPOT: Final = re.compile(
    r"\b(?:airport|base|camp|church|hospital|hotel|market|mosque|museum|neighbou?rhood|prison|quarter|road|school|square"
    r"|street)\b",
    re.IGNORECASE,
)
"""What says in a name itself that it is of a spot."""
_LEADING: Final = re.compile(
    r"\W*(?:(?:also|earlier|elsewhere|later|meanwhile|separately),?\s+)?(?=(?:at|in)\b)", re.IGNORECASE
)
"""What may stand before the "in" with which a sentence begins."""
_FOUND: Final = re.compile(
    r"\b(?:bod(?:y|ies)|bur(?:y|ied|ial)|corpses?|found|funerals?|hospitals?|injuries|morgue|recovered|retrieved|wounds)\b",
    re.IGNORECASE,
)
"""What tells of bodies and patients."""
_HARM: Final = re.compile(
    r"\b(?:attack|bomb|kill|raid|shell|shot|strik)\w*|\b(?:blast|died|explosion|hit|struck)\b", re.IGNORECASE
)
"""What tells that they were harmed there."""
_FEW: Final = 4
"""Numbers up to which a third is often by chance the sum of two."""


class _Told(NamedTuple):
    """Where a figure is told to be, in which sentence, whether that says so itself, or begins with it.

    `dated`: whether it says when, too. `of_before`: whether the sentence tells what became of the victims of an earlier
    day; `found`: only of bodies or patients, who may be found elsewhere than where they were harmed.
    """

    place: Place | None
    sentence: tuple[int, int]
    own: bool = False
    opens: bool = False
    days: tuple[date | None, date | None] = (None, None)
    dated: bool = False
    of_before: bool = False
    found: bool = False


def counted_in_two_places(claims: Sequence[Claim], text: Text, reading: Reading) -> Pairs:
    """Tell of any two claims whether both are figures that two sentences count in two places."""
    sentences = [(sentence.start_char, sentence.end_char) for sentence in reading.doc.sents]
    asides = speakers_places(name for name in reading.doc.ents if name.label_ == "LOC")
    told = [_told(claim, text, sentences, asides) for claim in claims]
    numbers = {claim.figure.count.value for claim in claims if claim.figure is not None and claim.figure.count.value}
    apart = _of_other_items(claims, text, reading)
    placed = [at for at, one in enumerate(told) if one.place is not None]
    for n, a in enumerate(placed):
        for b in placed[n + 1 :]:
            if _is_apart(told[a], told[b]):
                towns = _are_towns(told[a], told[b])
                sure = not _may_be_one(claims[a], claims[b], set() if towns else numbers)
                apart[a, b] = apart[b, a] = apart[a, b] or sure
    return apart


def _of_other_items(claims: Sequence[Claim], text: Text, reading: Reading) -> Pairs:
    """Tell of any two claims whether both are figures that two items of a list count, each of its own."""
    apart = np.zeros((len(claims), len(claims)), np.bool_)
    places = (claim.place for claim in claims if claim.place is not None)
    items = items_of(text.text, reading, {place.worded for place in places if place.gazetteer_id is not None})
    at = [item_at(items, bisect_left(text.offsets, claim.anchor.span.start)) if items else None for claim in claims]
    inside = [(n, item) for n, item in enumerate(at) if item is not None and claims[n].figure is not None]
    for n, (a, here) in enumerate(inside):
        for b, there in inside[n + 1 :]:
            apart[a, b] = apart[b, a] = are_apart(here, there)
    return apart


def _told(claim: Claim, text: Text, sentences: Sequence[tuple[int, int]], asides: frozenset[tuple[int, int]]) -> _Told:
    at = bisect_left(text.offsets, claim.anchor.span.start)
    home = max(0, bisect_right(sentences, (at, len(text.text))) - 1)
    start, end = half_at(text.text, *sentences[home], at)
    named = next((e for e in claim.evidence if e.field == "place"), None)
    if claim.figure is None or claim.place is None or named is None:
        return _Told(None, (home, start))
    low, high = bisect_left(text.offsets, named.span.start), bisect_left(text.offsets, named.span.end)
    opening = _LOCATED.search(text.text, max(start, low - _BEFORE), low) if start <= low < end else None
    answers = (low, high) in asides or (low < at and answers_from(text.text, high, at))
    if opening is None or answers or _WIDE_OR_NARROW.match(text.text, high) or _SPOT.search(named.quote):
        return _Told(claim.place, (home, start), days=(claim.days.first, claim.days.last))
    lead = _LEADING.match(text.text, start)
    opens = lead is not None and lead.end() == opening.start()
    said = text.text[start:end]
    before, found = OF_BEFORE.search(said) is not None, _FOUND.search(said) is not None and not _HARM.search(said)
    when = next((bisect_left(text.offsets, e.span.start) for e in claim.evidence if e.field == "days"), -1)
    return _Told(
        claim.place, (home, start), own=True, opens=opens, of_before=before, found=found, dated=start <= when < end,
        days=(claim.days.first, claim.days.last),
    )  # fmt: skip


def _is_apart(one: _Told, other: _Told) -> bool:
    """Tell whether two sentences say two places, or the later one begins with another than the earlier one's."""
    if one.place is None or other.place is None or one.sentence == other.sentence:
        return False
    last = max(one, other, key=lambda told: told.sentence)
    if not (one.own and other.own) and not last.opens and not _is_of_another_day(one, other, last):
        return False
    if _are_towns(one, other):
        least = BESIDE if one.opens and other.opens else APART
        return not last.found and (km_between(one.place, other.place) or 0.0) > least
    return not (one.of_before or other.of_before) and _are_worded_apart(one.place, other.place)


def _is_of_another_day(one: _Told, other: _Told, last: _Told) -> bool:
    """Tell whether the later of two sentences says its place and a day, and that is none of the other's."""
    if not last.own or not last.dated or None in {*one.days, *other.days}:
        return False
    return one.days[1] < other.days[0] or other.days[1] < one.days[0]  # type: ignore[operator]


def _are_worded_apart(here: Place, there: Place) -> bool:
    """Tell whether two places, one of them unknown to the gazetteer, have no word in common."""
    known = here.gazetteer_id is not None and there.gazetteer_id is not None
    return not known and {*here.worded.lower().split()}.isdisjoint(there.worded.lower().split())


def _are_towns(one: _Told, other: _Told) -> bool:
    return is_town(one.place) and is_town(other.place)


def _may_be_one(claim: Claim, other: Claim, numbers: set[int]) -> bool:
    """Tell whether two numbers are one, or a third one of the report holds both."""
    if claim.figure is None or other.figure is None:
        return True
    here, there = claim.figure.count.value or 0, other.figure.count.value or 0
    return max(here, there) > _FEW and (here == there or not numbers.isdisjoint({here + there, abs(here - there)}))
