"""Numbers of people near which nothing tells of harm: "protect the lives of 13 million women" counts no dead.

What came before may go on ("The four were in two ambulances", "Three of them", "The union says 16"), so that a sentence
without a word of harm is asked with those around it; whom it counts anew ("scores of men with rifles") is no figure.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from sijill.extract.counted import counted
from sijill.extract.measure_words import words
from sijill.extract.words import sentence_around
from sijill.saying import verbs_of_saying

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE: Final = 2
"""Sentences before a number's own that may tell of the harm."""
_SURE: Final = 0.95
_LEAST: Final = 8
"""Words of a sentence from which it is no fragment ("40 civilians")."""
_FINITE: Final = frozenset({"VERB", "AUX"})
_JOINED_ON: Final = frozenset({"appos", "conj", "parataxis", "list", "nsubj:outer"})
_MORE: Final = frozenset({"others", "more"})
_KNOWN: Final = frozenset({"the", "these", "those", "all", "both", "his", "her", "their", "its", "another", "other"})
"""Words beside people who were told of before."""


def is_unharmed(number: Token, probability: float) -> bool:
    """Tell whether a number tagged with the dead or wounded counts people of whom nothing near tells any harm.

    The reader's tag is believed where it is sure of people counted anew beside others who were harmed, and of a number
    that names nobody ("put the number at 25").
    """
    doc = number.doc
    start, end = _sentence(number)
    own = doc[start:end]
    if _tells_harm(doc, start, end) or len(own) < _LEAST or not any(word.pos_ in _FINITE for word in own):
        return False
    if not _tells_harm(doc, *_around(doc, start, end)):
        return probability < _SURE or _people(number) != number
    return probability < _SURE and _is_new(number) and not _goes_on(number, end)


def _sentence(number: Token) -> tuple[int, int]:
    """Return the sentence of a number, with what stands before it where no full stop ends that."""
    start, end = sentence_around(number.doc, number.i)
    while start > 0 and number.doc[start - 1].is_alpha:
        start = sentence_around(number.doc, start - 1)[0]
    return start, end


def _around(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the stretch from two sentences before one to the end of the next."""
    for _ in range(_BEFORE):
        start = sentence_around(doc, start - 1)[0] if start > 0 else 0
    return start, sentence_around(doc, end)[1] if end < len(doc) else end


def _goes_on(number: Token, end: int) -> bool:
    """Tell whether the next sentence tells what befell those whom a number brings in: "killed the insurgents"."""
    doc, stem = number.doc, _people(number).lower_.removesuffix("s")
    below = doc[end : sentence_around(doc, end)[1]] if end < len(doc) else doc[end:end]
    known = any(word.lower_.removesuffix("s") == stem and word.nbor(-1).lower_ in _KNOWN for word in below[1:])
    return known and _tells_harm(doc, below.start, below.end)


def _people(number: Token) -> Token:
    """Return the word of the people that a number, an article or "scores of" counts."""
    of = next((c for c in number.children if c.dep_ == "nmod" and any(k.lower_ == "of" for k in c.children)), None)
    return number.head if number.dep_ == "det" else of if of is not None else counted(number)


def _is_new(number: Token) -> bool:
    """Tell whether people are counted who were not told of before, by a noun of their own that a verb governs."""
    people = _people(number)
    if (
        people.i == number.i
        or people.pos_ != "NOUN"
        or people.lower_ in _MORE
        or people.lower_ in words()
        or people.dep_ in _JOINED_ON
    ):
        return False
    if any(child.lower_ in _KNOWN or child.dep_ == "appos" for child in people.children):
        return False
    return people.head.lower_ not in verbs_of_saying()


def _tells_harm(doc: Doc, start: int, end: int) -> bool:
    stretch = doc[start:end]
    return any(word.lower_ in words() for word in stretch) or _harm().search(stretch.text) is not None


@cache
def _harm() -> re.Pattern[str]:
    source = resources.files("sijill.extract") / "data" / "harm.toml"
    listed = tomllib.loads(source.read_text(encoding="utf-8"))["beginnings"]
    ways = (one.removesuffix(".") + r"\b" if one.endswith(".") else one for one in listed)
    return re.compile(rf"\b(?:{'|'.join(ways)})", re.IGNORECASE)
