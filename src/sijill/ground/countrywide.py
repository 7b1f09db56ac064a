"""Figures of a whole country: "killed 300 people across the country", "dead since the war began".

The country is the one that the report is about, spelled as the report last spells it before the figure. A text that
lost its apostrophes spells it in "Syrias war" too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sijill.ground.places import country_of_demonym
from sijill.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.tokens import Span as Name

    from sijill.ground.places import Gazetteer
    from sijill.model import Claim, Place, Report, Text

    Named = tuple[tuple[int, int], Place]
    """Where the cleaned text names a country, and the country."""

WHOLE: Final = 6
"""UCDP's where_prec of a country."""
_ACROSS: Final = re.compile(
    r"(?:[^,;:]|, among them [^,]*,){0,90}?\b(?:(?:across|throughout|all over|around) (?:the|its|their) "
    r"(?:whole |entire |war-torn )?(?:country|nation)|nation-?wide|country-?wide)\b",
    re.IGNORECASE | re.DOTALL,
)
_POSSESSIVE: Final = re.compile(r"\b([A-Z]\w{2,})['\u2019]?s\b")
_NEXT_ACT: Final = re.compile(
    r"\band (?:\w+ly )?(?!wounded|injured|killed|hurt|displaced|detained|arrested)\w+ed\b", re.IGNORECASE
)
"""A second verb before "across the country" ("killed 40 people and shocked people all over the country")."""
_WARS: Final = r"\b(?:war|conflict|uprising|revolt|rebellion|revolution|insurgency)\b"
_WAR: Final = re.compile(rf"{_WARS}|\bfighting\b", re.IGNORECASE)
_KILLING: Final = re.compile(
    rf"{_WARS}[^;:]{{0,120}}\b(?:claimed|cost|displaced|driven|forced|killed|left|uprooted)\b[^;:]{{0,30}}\Z",
    re.IGNORECASE | re.DOTALL,
)
_SINCE: Final = re.compile(
    rf"[^;:]{{0,60}}\bsince (?:[\w'\u2019-]+ ){{1,4}}?{_WARS} (?:began|broke|erupted|flared|started)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Homeland:
    """The country that a report is about: each of its names in the report, in their order, with its place."""

    report: Report
    text: Text
    names: Sequence[Named]

    def of(self, claim: Claim, at: int, clause: tuple[int, int]) -> Claim:
        """Return a figure of the whole country placed in it, by the name that stands last before the figure.

        `at` is where the figure stands in the cleaned text, `clause` the stretch of its clause.
        """
        start, end = clause
        if not self.names or not is_countrywide(claim, self.text.text[at:end], self.text.text[start:end]):
            return claim
        above = [named for named in self.names if named[0][0] < at]
        stretch, place = above[-1] if above else self.names[0]
        span = self.text.original(*stretch)
        words = Evidence(field="place", span=span, quote=span.of(self.report.text), rule="the country of the report")
        others = tuple(e for e in claim.evidence if e.field != "place")
        return replace(claim, place=place, evidence=(*others, words))


def names_of(country: str | None, names: Iterable[Name], places: Mapping[str, Place]) -> list[Named]:
    """Return the names of a country among a report's names of places, in their order, with their place."""
    found = [((name.start_char, name.end_char), places[name.text]) for name in names if country and name.text in places]
    return [(stretch, place) for stretch, place in found if _is_country(place, country)]


def spelled_in(text: str, country: str | None, gazetteer: Gazetteer) -> list[Named]:
    """Return where a text spells a country's name though nothing tagged it: "Syrias war", "Syria's war"."""
    if country is None:
        return []
    found = (match for match in _POSSESSIVE.finditer(text) if country_of_demonym(match[1]) is None)
    placed = ((match.span(1), gazetteer.resolve(match[1])) for match in found)
    return [(stretch, place) for stretch, place in placed if _is_country(place, country)]


def _is_country(place: Place, country: str | None) -> bool:
    return place.precision == WHOLE and place.gazetteer_id is not None and place.country == country


def is_countrywide(claim: Claim, after: str, clause: str) -> bool:
    """Tell whether a figure is one of the whole country: by what follows its number, or as a toll of a war.

    `after` is its clause from the number on. A toll that the reader finds a place for keeps it, unless words between
    the figure and a war, or "across the country", name none.
    """
    if claim.figure is None or (claim.place is not None and _is_country(claim.place, claim.place.country)):
        return False
    if claim.figure.scope == "cumulative" and claim.place is None and _WAR.search(clause):
        return True
    said = _ACROSS.match(after)
    if said is None and claim.figure.scope == "cumulative":
        said = _KILLING.search(clause[: len(clause) - len(after)]) or _SINCE.match(after)
    return said is not None and not _NEXT_ACT.search(said[0]) and not (claim.place and claim.place.worded in said[0])
