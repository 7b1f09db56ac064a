"""Places that a claim's own sentence gives, where the reader points past them to a town elsewhere.

"In Kharkiv, a rocket struck a depot, killing one" tells of Kharkiv, whatever towns the sentences around it name. The
reader chooses among all places of a report, and where their names are new to it, not always the one beside the number.
A place that it finds in the sentence is left alone, unless that is only there for who speaks; so is a narrower one than
the sentence gives, since a headline tells of a province what the report then tells of a village.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sijill.asides import is_aside, is_landmark
from sijill.clauses import answers_from, half_at
from sijill.ground.items import item_at, items_of
from sijill.ground.towns import is_town, km_between
from sijill.model import Evidence
from sijill.saying import verbs_of_saying

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Span

    from sijill.ground.items import Item, Name
    from sijill.model import Claim, Place, Report, Text
    from sijill.reading import Reading

_AT: Final = frozenset({"at", "in", "inside", "off", "outside"})
"""What says that something is at a place; what is near one or around it may be anywhere."""
_KINDS: Final = frozenset(
    {
        "camp", "capital", "central", "city", "coastal", "country", "district", "eastern", "neighboring",
        "neighbouring", "northeastern", "northern", "northwestern", "of", "port", "province", "region", "restive",
        "rural", "southeastern", "southern", "southwestern", "state", "the", "town", "village", "western",
    }
)  # fmt: skip
"""Words between "in" and a name that only say what it is."""
BESIDE: Final = 10.0
"""Kilometres up to which one spot may be a quarter or suburb of another."""
_BEFORE: Final = 6
"""Words before a name among which its "in" stands."""
_COUNTRY: Final = 6
"""UCDP's where_prec of a country."""
_WEEKDAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_BESIDE_IT: Final = re.compile(r"\b(?:east|north|south|west)\w* of (?:the )?(?:\w+ of )?\Z|\b(?:from|near) \Z")
"""What stands before a place that only tells where another lies: "Oweijel, west of the city of"."""
_LONG: Final = 40
"""Characters before a name in which that stands."""
_OTHERS: Final = re.compile(r"\band (?:the )?(?:army|authorities|hospitals?|officials?|police|schools|shops|troops)\b")
"""Others of whom a sentence goes on to tell: "20 were hurt and police in Hama were on alert"."""
_WHERE: Final = re.compile(r",? where\b")
_ENDS: Final = re.compile(r"[;,]|\b(?:added|said|says)\b")
"""What ends the clause about a place."""
_BLANKS: Final = 3
"""Characters that may stand before a sentence's first word."""
_FAR: Final = 25
"""Words between a number and its own place behind it."""
APART: Final = 30.0
"""Kilometres from which two towns are two places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    report: Report
    text: Text
    names: tuple[Span, ...]
    starts: tuple[int, ...]
    found: Mapping[str, Place]
    items: tuple[Item, ...]
    is_told: bool  # whether the first sentence says who tells it, or on which day of the week it was

    def sentence_at(self, char: int) -> tuple[int, int]:
        """Return the stretch of the cleaned text of the sentence that holds a character."""
        number = max(bisect_right(self.starts, char) - 1, 0)
        return self.starts[number], (*self.starts, len(self.text.text))[number + 1]

    def is_headline(self, low: int) -> bool:
        """Tell whether the sentence at a character is the first one, with no speaker and no day: a headline."""
        return low == self.starts[0] and not self.is_told


def at_own_places(
    claims: Sequence[Claim], report: Report, text: Text, reading: Reading, found: Mapping[str, Place]
) -> list[Claim]:
    """Return the claims, those that point past the one town of their own sentence with that town.

    `found` holds the places of the report's names.
    """
    names = tuple(name for name in reading.doc.ents if name.label_ == "LOC")
    starts = tuple(sentence.start_char for sentence in reading.doc.sents)
    told = any(word.lower_ in verbs_of_saying() or word.lower_ in _WEEKDAYS for word in next(reading.doc.sents, ()))
    known = {name for name, place in found.items() if place.gazetteer_id is not None and not _is_land(place)}
    page = _Page(
        report=report,
        text=text,
        names=names,
        starts=starts,
        found=found,
        is_told=told,
        items=tuple(items_of(text.text, reading, known)),
    )
    return [_at_own_place(claim, page) if claim.figure is not None else claim for claim in claims]


def _at_own_place(claim: Claim, page: _Page) -> Claim:
    at = bisect_left(page.text.offsets, claim.anchor.span.start)
    low, high = half_at(page.text.text, *page.sentence_at(at), at)
    here = [name for name in page.names if low <= name.start_char < high]
    stated = _where(here, at, page.text.text)
    if stated is not None:
        return claim if _is_shown(claim, stated, page) else _placed(claim, stated, page)
    return _at_its_item(claim, at, page) or _at_its_sentence(claim, at, here, page)


def _at_its_item(claim: Claim, at: int, page: _Page) -> Claim | None:
    """Return a claim with the place of the item of a list that tells of it; None where it has that or is in none."""
    item, shown = item_at(page.items, at), _shown(claim)
    if item is None or not item.is_headed or not item.names or _is_in(item, shown, page):
        return None
    there = _told_in(item, at, page)
    return claim if claim.place is not None and _is_land(page.found[there.text]) else _placed(claim, there, page)


def _at_its_sentence(claim: Claim, at: int, here: Sequence[Span], page: _Page) -> Claim:
    """Return a claim with the one place of its sentence, `here` being those named in it."""
    low, high = half_at(page.text.text, *page.sentence_at(at), at)
    shown, own = _shown(claim), _own(here, low, at)
    pointed = bisect_left(page.text.offsets, shown.span.start) if shown is not None else -1
    if own is None or page.is_headline(low) or (low <= pointed < high and not _is_aside_at(pointed, here)):
        return claim
    if own.start_char < at and answers_from(page.text.text, own.end_char, at):
        return claim
    if shown is not None and shown.quote in page.text.text[low:high]:
        return claim
    opens, place, near = _opens(own, low), page.found[own.text], not _is_far(own, at)
    told = (near and _is_elsewhere(claim.place, place)) or (opens and _is_another(claim.place, place))
    return _placed(claim, own, page) if told or (near and pointed >= high and _is_unknown(place)) else claim


def _shown(claim: Claim) -> Evidence | None:
    """Return the words of a claim's place."""
    return next((e for e in claim.evidence if e.field == "place"), None)


def _is_in(item: Item, shown: Evidence | None, page: _Page) -> bool:
    """Tell whether the words of a claim's place stand in the item that tells of it."""
    return shown is not None and item.holds(bisect_left(page.text.offsets, shown.span.start))


def _is_land(place: Place) -> bool:
    """Tell whether a place is a country: a list of the dead by nation says nothing of where they died."""
    return place.gazetteer_id is not None and place.precision == _COUNTRY


def _told_in(item: Item, at: int, page: _Page) -> Span | Name:
    """Return the place of an item: the last before a number where it says that something is, else its first."""
    before = (name for name in reversed(page.names) if item.holds(name.start_char) and name.end_char <= at)
    return next((name for name in before if _is_located(name, item.start)), None) or item.names[0]


def _where(here: Sequence[Span], at: int, text: str) -> Span | None:
    """Return the place that a clause about it tells of: "and Kherson, where shelling wounded six"."""
    told = [name for name in here if name.end_char < at and _WHERE.match(text, name.end_char)]
    last = told[-1] if told else None
    if last is None or _ENDS.search(text, last.end_char + 1, at):
        return None
    if is_landmark(last) or _BESIDE_IT.search(text, max(0, last.start_char - _LONG), last.start_char):
        return None
    return None if any(last.end_char < name.start_char < at for name in here) else last


def _is_shown(claim: Claim, name: Span, page: _Page) -> bool:
    """Tell whether the words of a claim's place hold a name."""
    shown, span = _shown(claim), page.text.original(name.start_char, name.end_char)
    return shown is not None and shown.span.start <= span.start and span.end <= shown.span.end


def _is_aside_at(pointed: int, here: Sequence[Span]) -> bool:
    return any(is_aside(name) for name in here if name.start_char <= pointed < name.end_char)


def _own(here: Sequence[Span], low: int, at: int) -> Span | None:
    """Return the one place where a sentence says that something is, or the one it begins with ("In Kharkiv, ...")."""
    told = [name for name in here if _is_located(name, low) and not is_aside(name)]
    if len({name.text for name in told}) == 1:
        return told[0]
    first = told[0] if told and _opens(told[0], low) else None
    return first if first is not None and len([name for name in told if name.start_char < at]) == 1 else None


def _is_far(own: Span, at: int) -> bool:
    """Tell whether a place stands far behind a number, or behind who tells it: "11 died, he said in Orzan"."""
    between = [word for word in own.doc[max(0, own.start - _FAR) : own.start] if word.idx > at]
    if len(between) >= _FAR or any(word.lower_ in verbs_of_saying() for word in between if own.start_char > at):
        return True
    return _OTHERS.search(" ".join(word.lower_ for word in between)) is not None


def _is_located(name: Span, low: int) -> bool:
    """Tell whether "in", "at" or "near" stands before a name: "in the northern city of Tripoli"."""
    before = [word for word in name.doc[max(0, name.start - _BEFORE) : name.start] if word.idx >= low]
    opening = next((word.lower_ for word in reversed(before) if word.lower_ not in _KINDS), "")
    return opening in _AT


def _opens(name: Span, low: int) -> bool:
    """Tell whether a sentence begins with a name and what leads to it."""
    before = [word for word in name.doc[max(0, name.start - _BEFORE) : name.start] if word.idx >= low]
    return all(word.lower_ in _KINDS | _AT or not word.is_alpha for word in before) and (
        not before or before[0].idx - low <= _BLANKS
    )


def _is_elsewhere(pointed: Place | None, own: Place) -> bool:
    """Tell whether a town lies in another first-level unit than the place pointed to, or in that if it is a country."""
    km = km_between(pointed, own) if pointed is not None else None
    if not is_town(own) or pointed is None or pointed.precision is None or km is None:
        return is_town(own) and pointed is None
    if not is_town(pointed):
        return pointed.gazetteer_id is not None and pointed.country == own.country
    return km > APART and (pointed.country, pointed.admin1_code) != (own.country, own.admin1_code)


def _is_unknown(own: Place) -> bool:
    """Tell whether a place is one that no gazetteer knows: where it lies cannot speak against its sentence."""
    return own.gazetteer_id is None


def _is_another(pointed: Place | None, own: Place) -> bool:
    """Tell whether the place that a sentence begins with is a town, and not the one pointed to or around it."""
    if pointed is None or not is_town(own):
        return False
    km = km_between(pointed, own)
    return pointed.gazetteer_id is None if km is None else km > BESIDE and pointed.gazetteer_id != own.gazetteer_id


def _placed(claim: Claim, own: Span | Name, page: _Page) -> Claim:
    span = page.text.original(own.start_char, own.end_char)
    words = Evidence(field="place", span=span, quote=span.of(page.report.text), rule="named in its own sentence")
    others = tuple(e for e in claim.evidence if e.field != "place")
    return replace(claim, place=page.found[own.text], evidence=(*others, words))
