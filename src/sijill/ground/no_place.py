"""Words that the reader points to as a place and that name none: a person, a party, "the blast", "the toll".

A text that names no place leaves the reader little to point to. What the gazetteer knows, what the reader tags as a
place, and words of a kind of place ("the camp") stay, and so do capitalised words that are neither a person's nor an
organisation's: places are many, and most are in no gazetteer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sijill.ground.places.words import KIND_WORDS, PARTS

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sijill.model import Place

_WORD = re.compile(r"[\w'\u2019-]+")
_PRONOUNS = frozenset({"them", "it", "there", "here", "which", "where", "that", "this"})
_BUILDINGS = frozenset(
    {"factory", "building", "house", "home", "station", "headquarters", "compound", "centre", "center"}
)


def is_no_place(place: Place, doc: Doc, start: int, end: int) -> bool:
    """Tell whether words of the cleaned text that were taken for a place name none."""
    if place.worded.lower() in _PRONOUNS:
        return True
    if place.latitude is not None or place.country is not None:
        return False
    tagged = {name.label_ for name in doc.ents if name.start_char < end and start < name.end_char}
    if tagged:
        return "LOC" not in tagged
    said = _WORD.findall(place.worded)
    return not any(word[:1].isupper() or _is_kind(word) for word in said)


def _is_kind(word: str) -> bool:
    plain = word.lower()
    return plain in KIND_WORDS or plain.removesuffix("s") in KIND_WORDS or plain in PARTS or plain in _BUILDINGS
