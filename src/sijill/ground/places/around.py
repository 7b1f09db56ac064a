"""What the text itself says a named place lies in: "Tirana township, Sagaing region, Myanmar" is no town of Albania.

Invariant: words come back only where they end in a country, or in a first-level unit that the gazetteer knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sijill.ground.places.entries import COUNTRY, UNIT
from sijill.ground.places.lists import country_of_demonym
from sijill.ground.places.words import KIND_WORDS, PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.ground.places.index import Index

_WORD: Final = r"[^\W\d_a-z](?:[\w-]|['\u2019](?!s\b))*"
_NAME: Final = rf"{_WORD}(?: (?:(?:of|the|and|de|del|la) ){{0,2}}{_WORD})*"
_PART: Final = rf"(?:(?:{'|'.join(sorted(PARTS, key=len, reverse=True))}|central|neighbou?ring|occupied) )"
_UNITS: Final = (
    "local government area", "department", "territory", "commune", "division", "prefecture", "tribal district",
)  # fmt: skip
_KIND: Final = rf"(?: (?:{'|'.join(sorted([*KIND_WORDS, *_UNITS], key=len, reverse=True))})\b)"
_OF_KIND: Final = re.compile(_KIND, re.IGNORECASE)
_LINK: Final = re.compile(r"(?:, (?:an?|the) (?:[a-z-]+ ){1,4}(?:in|of)|,? in|,) (?:the )?")
_OF: Final = re.compile(r" of (?:the )?")
_AREA: Final = re.compile(
    rf"{_PART}*(?:(?P<owner>{_NAME})(?:['\u2019]s {_PART}*| (?:{_PART})*(?:[a-z-]+ )?(?:state|province|region) of ))?"
    rf"(?P<name>{_WORD}(?:(?!(?i:{_KIND})) (?:(?:of|the|and|de|del|la) ){{0,2}}{_WORD})*)"
    rf"(?P<kind>(?i:{_KIND}))?(?!\w|['\u2019])"
)
_ENDS: Final = re.compile(
    r"[.;:)\n]|,(?! (?:and|or|who|which)\b)|\Z"
    r"| (?:on|at|when|where|after|before|during|as|late|early|last|this|over|since|by|with|from|to|near|killing)\b"
)
"""What stands behind a place told in full, and not behind one who speaks or another place of a list."""
_LISTED: Final = re.compile(r",? (?:and|or) |, [^\W\d_a-z]")
_OWNED: Final = re.compile(rf"(?P<of>{_NAME})['\u2019]s {_PART}*\Z")
_OF_PEOPLE: Final = re.compile(rf"(?P<of>{_NAME}) {_PART}*(?:[a-z-]+ )?(?i:{_KIND[:3]}{_KIND[4:]}) of \Z")
_AREAS: Final = 3
"""Areas that are told one behind the other: a district, a province, a country."""
_CITY: Final = 100_000
_NEAR: Final = 60
"""Characters before a name in which its land stands: "the eastern Ukrainian city of"."""


def around(name: str, text: str, index: Index) -> str | None:
    """Return what a text says a name lies in, in its words: "Sagaing region, Myanmar"; None where it says nothing."""
    if _country(name, index):
        return None
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        told = _behind(text, found.end(), index) or _before(text[max(0, found.start() - _NEAR) : found.start()], index)
        if told is not None:
            return told
    return None


def _behind(text: str, end: int, index: Index) -> str | None:
    """Return the areas that follow a name, up to the last that is known."""
    kind = _OF_KIND.match(text, end)
    areas = list(_areas(text, kind.end() if kind else end, of_kind=kind is not None))
    while areas and not _is_known(areas[-1], index):
        areas.pop()
    if not areas or not _ENDS.match(text, areas[-1].end()):
        return None
    last, alone = areas[-1], not areas[-1]["kind"] and _country(areas[-1]["name"], index) is None
    return None if alone and _LISTED.match(text, last.end()) else text[areas[0].start() : last.end()]


def _areas(text: str, at: int, *, of_kind: bool) -> Iterator[re.Match[str]]:
    """Yield the areas that stand behind one another: "district of Hajjah province in Yemen"."""
    for _ in range(_AREAS):
        link = _LINK.match(text, at) or (_OF.match(text, at) if of_kind else None)
        area = _AREA.match(text, link.end()) if link else None
        if area is None:
            return
        yield area
        at, of_kind = area.end(), area["kind"] is not None


def _is_known(area: re.Match[str], index: Index) -> bool:
    if area["owner"] and (_country(area["owner"], index) or country_of_demonym(area["owner"])):
        return True
    return _country(area["name"], index) is not None or any(entry.kind == UNIT for entry in index.named(area["name"]))


def _country(name: str, index: Index) -> str | None:
    return next((entry.country for entry in index.named(name) if entry.kind == COUNTRY), None)


def _holds_others(name: str, index: Index) -> bool:
    """Tell whether a name is that of a country or a city: "Tripoli's Ain Zara"."""
    return any(entry.kind == COUNTRY or entry.population >= _CITY for entry in index.named(name))


def _before(text: str, index: Index) -> str | None:
    """Return the land that stands before a name: "Mali's Kidal", "the eastern Ukrainian city of Kramatorsk"."""
    owned, people = _OWNED.search(text), _OF_PEOPLE.search(text)
    if owned is not None:
        return next((words for words in _endings(owned["of"]) if _holds_others(words, index)), None)
    if people is not None:
        return next((words for words in _endings(people["of"]) if country_of_demonym(words)), None)
    return None


def _endings(words: str) -> Iterator[str]:
    """Yield words, then without the first, and so on: "In Mali" may be "Mali"."""
    parts = words.split(" ")
    return (" ".join(parts[at:]) for at in range(len(parts)))
