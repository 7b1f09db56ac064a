"""Which country a report is about: every name, demonym and country word in it votes.

Invariant: the weights are positive and add up to one, or there are none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import lru_cache
from math import log10
from typing import TYPE_CHECKING

from sijill.ground.places.around import CLEAR, OWNED, SURE, around
from sijill.ground.places.context import PlaceContext
from sijill.ground.places.entries import COUNTRY, PRECISION, TOWN, UNIT
from sijill.ground.places.gazetteer import Gazetteer
from sijill.ground.places.lists import DATA, country_of_demonym
from sijill.ground.places.resolving import KNOWN_TO_ALL
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sijill.ground.places.around import Around
    from sijill.ground.places.entries import Entry
    from sijill.model import Place

_CAPITALISED = re.compile(
    r"(?:\b(?:al|el|ad|ar|as|ash|az|an|at|ez)[- ])?\b[^\W\d_a-z][\w'\u2019]*"
    r"(?:[- ](?:of|[aeiu][ldnrstz]h?|de|la|[^\W\d_a-z][\w'\u2019]*))*"
)
_ARTICLE = re.compile(r"(?:al|el|ad|ar|as|ash|az|an|at|ez)-", re.IGNORECASE)
_PART = re.compile(rf"\S {_ARTICLE.pattern}\Z", re.IGNORECASE)
_OF_A_COUNTRY = re.compile(
    r"\b([A-Z][a-z]+) (?:(?:border|coastal|northern|southern|eastern|western) )?"
    r"(?:capital|city|district|governorate|port|province|region|town|village)s?\b"
)
"""A demonym that says where a place lies: "the Syrian town of"."""
VOTE = {COUNTRY: 1.5, UNIT: 2.0, TOWN: 2.0}
LISTED_VOTE = 2.0
DEMONYM_VOTE = 0.7
COUNTED = 3
"""A name that comes more often votes no more."""
SMALLEST = 15_000
"""Smaller towns do not vote unless a name tagger found them: their names are too often other words."""
STANDS_OUT = 0.25
LEAD = 1.1
"""The report's country has this share of the votes at least, and so many times those of the next; the countries of the
gold's development part are right oftenest so."""
LEAST = 1.2
"""Votes below which no country stands out: a single small town of that name is none."""
LONGEST = 4  # words in a name
ROUNDS = 3
"""Times that a report's names are resolved beside one another; chosen on LGL (right within 161 km: 84.2 to 84.7)."""
PEOPLE_FOR_A_COUNTRY = 1e8


def candidates(text: str, gazetteer: Gazetteer | None = None) -> tuple[Span, ...]:
    """Return the capitalised phrases of a text that the gazetteer knows, longest first from the left."""
    book = gazetteer or Gazetteer.load()
    return tuple(span for match in _CAPITALISED.finditer(text) for span in _known(match, book))


def _known(match: re.Match[str], gazetteer: Gazetteer) -> Iterator[Span]:
    """Yield the known names in a run of capitalised words; "al-Numan" in "Maarat al-Numan" is none of its own."""
    starts = [m.start() for m in re.finditer(r"(?<![^\s-])\S", match[0])]
    ends = [m.end() for m in re.finditer(r"[^\s-]+", match[0])]
    at = 0
    while at < len(ends):
        longest = min(at + LONGEST, len(ends))
        whole = _PART.search(match[0], 0, starts[at]) is None and (
            at == 0 or _ARTICLE.match(match[0], starts[at]) is None
        )
        found = next(
            (to for to in range(longest, at, -1) if whole and _votes(match[0][starts[at] : ends[to - 1]], gazetteer)),
            None,
        )
        if found is not None:
            yield Span(start=match.start() + starts[at], end=match.start() + ends[found - 1])
        at = found or at + 1


def _votes(name: str, gazetteer: Gazetteer) -> bool:
    if name.lower() in _idle_words():
        return False
    return any(entry.kind != TOWN or entry.population >= SMALLEST for entry in gazetteer.named(name))


@lru_cache(maxsize=1)
def _idle_words() -> frozenset[str]:
    """Return the capitalised words that are hardly ever places in news: months, titles, people's names."""
    lines = (DATA / "not_places.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))


def report_context(
    names: Sequence[str], text: str, outlet: str | None = None, gazetteer: Gazetteer | None = None
) -> PlaceContext:
    """Return what the report is about: `names` are place names found in it, once for each time they occur.

    The capitalised words of the text that the gazetteer knows vote with them.
    """
    book = gazetteer or Gazetteer.load()
    said = Counter(names) | Counter(span.of(text) for span in candidates(text, book))
    votes: dict[str, float] = defaultdict(float)
    peoples = Counter(word for word in re.findall(r"[^\W\d_]{3,}", f"{text} {outlet or ''}") if word[0].isupper())
    for word, times in peoples.items():
        if country := country_of_demonym(word):
            votes[country] += DEMONYM_VOTE * min(times, COUNTED)
    for country in filter(None, map(country_of_demonym, _OF_A_COUNTRY.findall(text))):
        votes[country] += LISTED_VOTE
    ballots = [(min(times, COUNTED), _shares(name, book)) for name, times in said.items()]
    return _context(_tally(ballots, votes, _tally(ballots, votes, {})))


def _tally(
    ballots: list[tuple[int, dict[str, float]]], words: dict[str, float], lean: dict[str, float]
) -> dict[str, float]:
    """Return the votes with every ambiguous name leaning to the countries that already lead."""
    votes = defaultdict(float, words)
    total = sum(lean.values()) or 1.0
    for times, shares in ballots:
        leaning = {c: s * (0.05 + lean.get(c, 0.0) / total) for c, s in shares.items()} if lean else shares
        whole = sum(leaning.values()) or 1.0
        strength = sum(shares.values())
        for country, share in leaning.items():
            votes[country] += times * strength * share / whole
    return votes


def _shares(name: str, gazetteer: Gazetteer) -> dict[str, float]:
    """Return what a name says for each country: by people, the square root of them."""
    if country := country_of_demonym(name):
        return {country: DEMONYM_VOTE}
    people: dict[str, float] = defaultdict(float)
    strength: dict[str, float] = {}
    for entry in gazetteer.named(name):
        if entry.country is not None:
            size = PEOPLE_FOR_A_COUNTRY if entry.kind == COUNTRY else max(entry.population, 100)
            people[entry.country] = max(people[entry.country], size**0.5)
            strength[entry.country] = max(strength.get(entry.country, 0.0), _strength(entry))
    whole = sum(people.values())
    return {country: strength[country] * share / whole for country, share in people.items()}


def _strength(entry: Entry) -> float:
    if entry.kind != TOWN:
        return VOTE.get(entry.kind, LISTED_VOTE)
    return VOTE[TOWN] * min(1.0, max(0.1, (log10(entry.population or 1) - 3) / 3))


def _context(votes: dict[str, float]) -> PlaceContext:
    whole = sum(votes.values())
    if not whole:
        return PlaceContext()
    weights = {c: v / whole for c, v in sorted(votes.items(), key=lambda item: (-item[1], item[0])) if v > 0}
    first, second, *_ = (*weights, "")
    leads = whole * weights[first] >= LEAST and weights[first] >= max(STANDS_OUT, LEAD * weights.get(second, 0.0))
    return PlaceContext(country=first if leads else None, countries=weights)


def _beside_others(context: PlaceContext, found: dict[str, Place], name: str) -> PlaceContext:
    """Return a context with the places of all names but one."""
    return replace(context, near=tuple(place for other, place in found.items() if other != name))


def resolve_together(
    names: Sequence[str], context: PlaceContext, gazetteer: Gazetteer | None = None, text: str = ""
) -> tuple[Place, ...]:
    """Return the places of a report's names, each resolved anew with the others beside it.

    What the text says a name lies in ("Tirana township, Sagaing region, Myanmar") decides where it is.
    """
    book = gazetteer or Gazetteer.load()
    told = {name: around(name, text, book.index) for name in dict.fromkeys(names)} if text else dict.fromkeys(names)
    found = {name: _resolved(book, name, told[name], context) for name in told}
    for _ in range(ROUNDS if len(found) > 1 else 0):
        before = found
        found = {name: _resolved(book, name, told[name], _beside_others(context, found, name)) for name in found}
        if found == before:
            break
    return tuple(found[name] for name in names)


def _resolved(book: Gazetteer, name: str, told: Around | None, context: PlaceContext) -> Place:
    """Return where a name is, within what the text puts around it where the name alone is elsewhere or unknown."""
    alone = book.resolve(name, context)
    if told is None or (told.sure == OWNED and alone.gazetteer_id):
        return alone
    within = replace(book.resolve(f"{name}, {told.words}", context), worded=name)
    if within.country is None or (told.country is not None and within.country != told.country):
        return alone
    if within.gazetteer_id:
        return within
    within = replace(within, precision=max(within.precision or 0, PRECISION[UNIT]))  # nothing tells how near a town
    if not alone.gazetteer_id:
        return within
    return within if within.country != alone.country and _outweighs(book, told, alone) else alone


def _outweighs(book: Gazetteer, told: Around, alone: Place) -> bool:
    """Tell whether a text says more surely where a name lies than the gazetteer, that does not know it there."""
    people = max((e.population for e in book.named(alone.worded) if e.id == alone.gazetteer_id), default=0)
    return told.sure == SURE or (told.sure == CLEAR and people < KNOWN_TO_ALL)
