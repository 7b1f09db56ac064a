"""Words that the reader points to as a place and that name none: a person, a party, "the blast", "the toll".

A text that names no place leaves the reader little to point to. What the gazetteer knows, what the reader tags as a
place, and words of a kind of place ("the camp") stay, and so do capitalised words that are neither a person's nor an
organisation's nor those of a party or a people: places are many, and most are in no gazetteer. That such a name is
taken to lie in the report's country tells nothing of it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sijill.ground.actors import category_of_people
from sijill.ground.places.words import KIND_WORDS, LOOSE, PARTS
from sijill.saying import times_of_saying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from sijill.model import Claim, Place

_WORD = re.compile(r"[\w'\u2019-]+")
_PRONOUNS = frozenset({"them", "it", "there", "here", "which", "where", "that", "this"})
_OPENING = (["at"], ["in"], ["inside"], ["near"], ["outside"])
_BUILDINGS = frozenset(
    {"factory", "building", "house", "home", "station", "headquarters", "compound", "centre", "center"}
)


def is_no_place(place: Place, doc: Doc, start: int, end: int) -> bool:
    """Tell whether words of the cleaned text that were taken for a place name none."""
    if place.worded.lower() in _PRONOUNS or _is_speaker(doc, start, end):
        return True
    if place.latitude is not None or place.gazetteer_id is not None:
        return False
    said = _WORD.findall(place.worded)
    named = any(not (word.islower() or word.isdigit()) or _is_kind(word) for word in said)
    tagged = {name.label_ for name in doc.ents if name.start_char < end and start < name.end_char}
    if tagged:
        return ("LOC" not in tagged and not _is_opened(doc, start)) or (
            not named and any(word.isdigit() for word in said)
        )
    return not named or _is_people(place.worded, said)


def _is_speaker(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words are those for somebody who says something: "said Ahmad", though an Ahmad lies in Kuwait."""
    named = doc.char_span(start, end, alignment_mode="expand")
    if named is None or any(word.ent_type_ == "LOC" for word in named):
        return False
    return named.root.dep_ == "nsubj" and named.root.pos_ == "PROPN" and named.root.head.lower_ in times_of_saying()


def _is_opened(doc: Doc, start: int) -> bool:
    """Tell whether words before a character open a place ("near", "the village of"): what follows is no person."""
    inside = doc.char_span(start, start + 1, alignment_mode="expand")
    before = [word.lower_ for word in doc[max(0, inside.start - 2) : inside.start]] if inside else []
    return before[-1:] in _OPENING or (before[-1:] == ["of"] and _is_kind(before[0]))


def _is_people(worded: str, said: Sequence[str]) -> bool:
    """Tell whether words with no kind of place among them name a party or a people: "Takfiri", "Alawite"."""
    if any(_is_kind(word) for word in said):
        return False
    return category_of_people(worded) is not None or all(word.lower() in LOOSE for word in said)


def _is_kind(word: str) -> bool:
    plain = word.lower()
    return plain in KIND_WORDS or plain.removesuffix("s") in KIND_WORDS or plain in PARTS or plain in _BUILDINGS


def instead(claims: Sequence[Claim], before: Sequence[Claim]) -> list[Claim]:
    """Return the claims, those that lost their place with that of another mention of their happening.

    `before` are the same claims with the places that they had. Their place is the one that most mentions of the
    happening give, the first of these where there are several.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    told: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        if claim.incident and claim.place is not None:
            found[claim.incident][claim.place.worded] += 1
            told.setdefault((claim.incident, claim.place.worded), claim)
    return [
        with_place_of(told[c.incident, found[c.incident].most_common(1)[0][0]], c)
        if c.place is None and was.place is not None and c.incident in found
        else c
        for c, was in zip(claims, before, strict=True)
    ]


def with_place_of(other: Claim, claim: Claim) -> Claim:
    """Return a claim at the place of another mention of its happening, with the words that name it."""
    own = tuple(e for e in claim.evidence if e.field != "place")
    shown = tuple(e for e in other.evidence if e.field == "place")
    return replace(claim, place=other.place, evidence=(*own, *shown))
