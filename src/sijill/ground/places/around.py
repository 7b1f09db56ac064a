"""What the text itself says a named place lies in: "Tirana township, Sagaing region, Myanmar" is no town of Albania.

Invariant: words come back only where they end in a country, or in a first-level unit that the gazetteer knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sijill.ground.places.entries import COUNTRY, UNIT
from sijill.ground.places.lists import country_of_demonym
from sijill.ground.places.words import KIND_WORDS, PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.ground.places.index import Index

_WORD: Final = r"[^\W\d_a-z](?:[\w-]|['\u2019](?!s\b))*"
_NAME: Final = rf"{_WORD}(?: (?:(?:of|the|de|del|la) ){{0,2}}{_WORD})*"
_PART: Final = rf"(?:(?:{'|'.join(sorted(PARTS, key=len, reverse=True))}|central|neighbou?ring) )"
_UNITS: Final = (
    "local government area", "department", "territory", "commune", "division", "prefecture", "tribal district",
)  # fmt: skip
_KIND_WORD: Final = rf"(?:{'|'.join(sorted([*KIND_WORDS, *_UNITS], key=len, reverse=True))})\b"
_KIND: Final = rf"(?: {_KIND_WORD})"
_OF_KIND: Final = re.compile(_KIND, re.IGNORECASE)
_LINK: Final = re.compile(rf"(?:, (?:an?|the)(?: [a-z-]+){{0,3}}{_KIND} (?:in|of)|,? in|,) (?:the )?")
_OF: Final = re.compile(r" of (?:the )?")
_AREA: Final = re.compile(
    rf"{_PART}*(?:(?P<owner>{_NAME})(?:['\u2019]s {_PART}*| (?:{_PART})*(?:[a-z-]+ )?(?:state|province|region) of ))?"
    rf"(?P<name>{_WORD}(?:(?!(?i:{_KIND})) (?:(?:of|the|de|del|la) ){{0,2}}{_WORD})*)"
    rf"(?P<kind>(?i:{_KIND}))?(?!\w|['\u2019])"
)
_STOPS: Final = re.compile(r"[.;:)\n]|,(?! (?:and|or|who|which)\b)|\Z")
_GOES_ON: Final = re.compile(r" (?:on|at|when|where|during|late|early|last|this|since|killing)\b")
"""What stands behind a place told in full, and not behind one who speaks or another place of a list."""
_LISTED: Final = re.compile(r",? (?:and|or) |, [^\W\d_a-z]")
_OWNED: Final = re.compile(rf"(?P<of>{_NAME})['\u2019]s {_PART}*\Z")
_HELD: Final = "[a-z-]*(?:occupied|controlled|held|backed|run|seized|captured|annexed)"
_OF_PEOPLE: Final = re.compile(
    rf"(?P<of>{_NAME}) {_PART}*(?:(?!{_HELD})[a-z-]+ )?"
    rf"(?i:{_KIND_WORD}) of \Z"
)
SURE, CLEAR, HINTED, OWNED = range(3, -1, -1)
"""How surely a text puts a place into others: with the word for its kind or theirs; into a land, between commas; so
that other readings are left; by an owner ("Israel's Gaza offensive" is of one who comes from elsewhere)."""
_AREAS: Final = 3
"""Areas that are told one behind the other: a district, a province, a country."""
_CITY: Final = 100_000
_NEAR: Final = 60
"""Characters before a name in which its land stands: "the eastern Ukrainian city of"."""


class Around(NamedTuple):
    """What a text says a place lies in: its words, the country where they name one, and how surely it says so."""

    words: str
    country: str | None
    sure: int


def around(name: str, text: str, index: Index) -> Around | None:
    """Return what a text says most surely that a name lies in: "Sagaing region, Myanmar"; None where nothing."""
    if _country(name, index):
        return None
    best: Around | None = None
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        told = _behind(text, found.end(), index) or _before(before, index)
        if told is not None and (best is None or told.sure > best.sure):
            best = told
        if best is not None and best.sure == SURE:
            break
    return best


def _behind(text: str, end: int, index: Index) -> Around | None:
    """Return the areas that follow a name, up to the last that is known."""
    kind = _OF_KIND.match(text, end)
    areas = list(_areas(text, kind.end() if kind else end, of_kind=kind is not None))
    while areas and not _is_known(areas[-1], index):
        areas.pop()
    if not areas or not all(area["kind"] or _is_known(area, index) for area in areas):
        return None
    last = areas[-1]
    stops = _STOPS.match(text, last.end()) is not None
    country = _country(last["name"], index) or _country(last["owner"] or "", index)
    if not stops and not _GOES_ON.match(text, last.end()):
        return None
    if not last["kind"] and country is None and _LISTED.match(text, last.end()):
        return None
    kinds = kind is not None or any(area["kind"] for area in areas)
    sure = SURE if kinds else CLEAR if stops and country else HINTED
    return Around(text[areas[0].start() : last.end()], country, sure)


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


def _before(text: str, index: Index) -> Around | None:
    """Return the land that stands before a name: "Mali's Kidal", "the eastern Ukrainian city of Kramatorsk"."""
    owned = _OWNED.search(text) if "'s " in text or "\u2019s " in text else None
    people = _OF_PEOPLE.search(text) if text.endswith(" of ") else None
    if owned is not None:
        words = next((words for words in _endings(owned["of"]) if _holds_others(words, index)), None)
        return Around(words, _country(words, index), OWNED) if words else None
    words = next((words for words in _endings(people["of"]) if country_of_demonym(words)), None) if people else None
    return Around(words, country_of_demonym(words), CLEAR) if words else None


def _endings(words: str) -> Iterator[str]:
    """Yield words, then without the first, and so on: "In Mali" may be "Mali"."""
    parts = words.split(" ")
    return (" ".join(parts[at:]) for at in range(len(parts)))
