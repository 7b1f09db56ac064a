"""The place and agency that a wire story opens with: "BEIRUT (AP) --", "KABUL, Afghanistan (Nov. 12)".

Invariant: `end` is where the article's own words begin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from sijill.clean.agencies import agencies, agency_words, cities, city_words

WITHIN: Final = 1_500  # code points: highlights and captions may stand before the dateline
LONGEST_PLACE: Final = 60  # code points
_NAME: Final = r"[A-Z][\w.'/\\-]{1,24}"
_PLACE: Final = rf"{_NAME}(?: (?:al-|el-|ash-|ad-|de )?{_NAME}| countryside){{0,3}}"
_FIRST: Final = "(?:Abu|Al|Beni|Ben|Bin|Bir|Deir|El|Fort|Jabal|Jisr|Khan|Los|New|Port|Ras|Saint|San|Tal|Tel|Tell|Wadi)"
_REGION: Final = rf"(?:, {_NAME}(?: {_NAME}){{0,2}}){{0,2}}"
_DASH: Final = r"\s?-{1,3}\s"
_NOT_PLACES: Final = frozenset(
    {
        "FILE",
        "UPDATE",
        "URGENT",
        "EXCLUSIVE",
        "BREAKING",
        "NEW",
        "LIVE",
        "WATCH",
        "VIDEO",
        "PHOTOS",
        "NOTE",
        "OPINION",
        "NATO",
        "ISIS",
        "ISIL",
        "UNHCR",
    }
)
_MONTH: Final = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}"
_DATED: Final = rf"(?:{_MONTH}\.? [0-9]{{1,2}}|[0-9]{{1,2}} {_MONTH})(?:,? (?:19|20)[0-9]{{2}})?"
_DAY: Final = r"\((?:[A-Z][a-z]{2,8}\.? [0-9]{1,2}(?:[,.] (?:19|20)[0-9]{2})?)\)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """A dateline's stretch with its place and agency, either of which may be missing."""

    start: int
    end: int
    place: str | None = None
    agency: str | None = None


@cache
def _opening() -> tuple[re.Pattern[str], ...]:
    """Return the forms of a dateline that are known where the article begins."""
    agency, city = agency_words(), city_words()
    return tuple(
        re.compile(form)
        for form in (
            rf"(?P<place>{_PLACE}{_REGION}) \|\s(?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))",
            rf"(?P<place>{_PLACE}{_REGION}) {_DAY}(?:{_DASH}|\s|$)",
            rf"(?:(?P<place>{_PLACE}{_REGION}),? )?\((?P<agency>{agency}|[A-Z][A-Za-z]{{1,20}})\){_DASH}",
            rf"(?P<place>{_PLACE}{_REGION}), [A-Z][a-z]{{2,8}}\.? [0-9]{{1,2}} \(?(?P<agency>{agency})\)?{_DASH}",
            rf"(?P<place>{_PLACE}{_REGION}), (?P<agency>{agency}){_DASH}",
            rf"(?P<place>(?!(?:After|At|By|From|In|On|Since)\b){_PLACE}{_REGION}), {_DATED}{_DASH}(?=[\"'A-Z0-9])",
            rf"(?P<place>{city}(?: {city}|{_REGION})) ?-{{1,3}}\s(?=\S)",
            rf"(?P<place>[A-Z][A-Z.'/-]{{2,24}}(?: [A-Z][A-Z.'/-]{{1,24}}){{0,2}}{_REGION}){_DASH}(?=[\"'A-Z0-9])",
            rf"(?P<place>{city}) \((?P<agency>{agency})\)\s",
            rf"(?P<place>{city}) (?P<agency>{agency})\s(?=[A-Z\"'0-9])",
            rf"(?P<agency>{agency}){_DASH}",
        )
    )


@cache
def _mark() -> re.Pattern[str]:
    """Return the form of an agency in brackets with its dash."""
    return re.compile(rf"\((?P<agency>{agency_words()})\) ?-{{1,3}}\s")


@cache
def _place_before() -> re.Pattern[str]:
    """Return the form of the place that stands before such a mark, whatever runs into it."""
    one = rf"(?:{_FIRST} )?{_NAME}(?=,)|{city_words()}|[A-Z][A-Z./'-]{{2,24}}"
    return re.compile(rf"(?:(?:^|(?<=\n)){_PLACE}|\b(?:{one})){_REGION} \Z")


def opening_wire(text: str, at: int) -> Wire | None:
    """Return the dateline that begins at `at`, if one does."""
    for form in _opening():
        match = form.match(text, at)
        if match and (wire := _wire(match)) and (wire.place or "").split(" ")[0] not in _NOT_PLACES:
            return wire
    return None


def bare_city(text: str, at: int) -> Wire | None:
    """Return the city in capitals that opens a story without any mark after it: "AMMAN Nearly 50 air strikes"."""
    match = re.compile(r"(?P<place>[A-Z]{3,}(?: [A-Z]{3,})?) (?=[A-Z][a-z]|[0-9])").match(text, at)
    return _wire(match) if match and match["place"] in cities() else None


def inner_wire(text: str, start: int) -> Wire | None:
    """Return the dateline that follows highlights or a caption: "... rebels say Tripoli, Libya (CNN) -- The"."""
    mark = _mark().search(text, start, start + WITHIN)
    if mark is None:
        return None
    before = text[max(start, mark.start() - LONGEST_PLACE) : mark.start()]
    place = _place_before().search(before)
    begin = mark.start() - len(place[0]) if place else mark.start()
    return Wire(
        start=begin, end=mark.end(), place=place[0].strip() if place else None, agency=agencies()[mark["agency"]]
    )


def _wire(match: re.Match[str]) -> Wire:
    """Return the dateline of a match."""
    found = match.groupdict()
    agency = found.get("agency")
    return Wire(
        start=match.start(),
        end=match.end(),
        place=found.get("place"),
        agency=agencies().get(agency, agency) if agency else None,
    )
