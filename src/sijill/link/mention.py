"""A claim as linking sees it: the few fields that are compared, taken from the claim and the sentence it stands in.

Invariant: a mention is a function of its claim, its report and the order of entry; it holds no text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sijill.judgement import Anchor
from sijill.link.families import families_of
from sijill.link.words import rare_words, sentence_at, sentences, sound_of, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sijill.model import Claim, Place, Report, Source

GENERIC_ACTORS = words("force fighter militant gunmen group men troop attacker member security rebel the unknown with")
"""Words for a party that fit most parties."""
PLACE_TYPES = frozenset({
    "the", "of", "in", "near", "province", "governorate", "city", "town", "village", "district", "neighborhood",
    "neighbourhood", "quarter", "suburb", "area", "region", "countryside", "border", "crossing", "al", "el",
})  # fmt: skip
"""Words of a place name that are not the name."""
MOST_PLACES = 16_384  # places whose comparable form is remembered: a war's reports name the same ones
_JOINED = re.compile(r"\s+and\s+|\s*,\s*")
_ARTICLE = re.compile(r"\b(?:al|el|an|ar|as|ash|ad|at|az|ez|us)-", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where: gazetteer id, point (degrees), UCDP precision 1..7, country and first-level unit, words of the name.

    `names` holds the sound of each name that the place goes by; of two where the text names two ("Foua and Kefraya").
    """

    words: frozenset[str]
    names: frozenset[str] = frozenset()
    id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None
    country: str | None = None
    admin1: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A figure: measure, low and high (None is open), category, and the number as stated (None for a vague word)."""

    measure: str
    low: int | None
    high: int | None
    category: str
    value: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """What is compared of one claim.

    Days are proleptic ordinals. `entered` orders claims within the book: an incident is named after its first.
    `key` is the reader's own key for the happening within the report, None where it gave none. `sentence` counts
    sentences from 0; `all_words` are those of the sentence, `rare` the rare ones among them.
    """

    claim: str
    report: str
    anchor: Anchor
    entered: int = 0
    key: str | None = None
    scope: str = "incident"
    happening: str | None = None
    families: frozenset[str] = frozenset()
    count: Count | None = None
    actors: frozenset[str] = frozenset()
    actor_kind: str | None = None
    spot: Spot | None = None
    first: int | None = None
    last: int | None = None
    published: int | None = None
    sources: frozenset[str] = frozenset()
    source_kind: str = "reporter"
    sentence: int = 0
    rare: frozenset[str] = frozenset()
    all_words: frozenset[str] = frozenset()


def mention_of(claim: Claim, report: Report, *, entered: int = 0) -> Mention:
    """Return what linking compares of a claim; `entered` is the number of its entry in the book."""
    figure = claim.figure
    words_of_sentence, rare, number = _sentence(claim, report.text)
    return Mention(
        claim=claim.id,
        report=claim.report_id,
        anchor=Anchor(report_name=report.name, span=claim.anchor.span),
        entered=entered,
        key=claim.incident,
        scope=figure.scope if figure else "incident",
        happening=claim.happening,
        families=families_of(claim.happening, figure.measure if figure else None),
        count=_count(claim),
        actors=_actors(claim),
        actor_kind=claim.perpetrator.kind if claim.perpetrator else None,
        spot=_spot(claim.place) if claim.place else None,
        first=claim.days.first.toordinal() if claim.days.first else None,
        last=claim.days.last.toordinal() if claim.days.last else None,
        published=report.published.toordinal() if report.published else None,
        sources=frozenset(name for source in claim.sources for name in _names(source)),
        source_kind=claim.source.kind,
        sentence=number,
        rare=rare,
        all_words=words_of_sentence,
    )


def mentions_of(claims: Iterable[Claim], report: Report, *, entered: int = 0) -> Iterator[Mention]:
    """Yield the mentions of a report's claims, entered one after another from number `entered` on."""
    return (mention_of(claim, report, entered=entered + i) for i, claim in enumerate(claims))


def _sentence(claim: Claim, text: str) -> tuple[frozenset[str], frozenset[str], int]:
    """Return the words of the claim's sentence, the rare ones, and the sentence's number."""
    number = sentence_at(text, claim.anchor.span.start)
    spans = sentences(text)
    worded = text[slice(*spans[number])] if spans else claim.anchor.quote
    return words(worded), rare_words(worded), number


def _names(source: Source) -> Iterator[str]:
    """Yield the name by which a source is compared: resolved, else as worded; the reporter has none."""
    if source.name or source.worded:
        yield " ".join(sorted(words(source.name or source.worded or "")))


def _actors(claim: Claim) -> frozenset[str]:
    actor = claim.perpetrator
    return words(f"{actor.worded} {actor.name or ''}") - GENERIC_ACTORS if actor else frozenset()


def _count(claim: Claim) -> Count | None:
    figure = claim.figure
    if figure is None:
        return None
    number = figure.count
    return Count(measure=figure.measure, low=number.low, high=number.high, category=figure.category, value=number.value)


def _names_in(worded: str) -> Iterator[str]:
    """Yield the sound of each place that some words name, without words such as "province"."""
    for name in _JOINED.split(worded):
        own = [sound_of(word) for word in _LETTERS.findall(_ARTICLE.sub("", name)) if word.lower() not in PLACE_TYPES]
        if own:
            yield " ".join(own)


@lru_cache(maxsize=MOST_PLACES)
def _spot(place: Place) -> Spot:
    return Spot(
        words=words(place.name or place.worded),
        names=frozenset(name for worded in (place.worded, place.name) if worded for name in _names_in(worded)),
        id=place.gazetteer_id,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.precision,
        country=place.country,
        admin1=place.admin1_code or (f"{place.country} {place.admin1}" if place.admin1 else None),
    )
