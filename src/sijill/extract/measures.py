"""What a number of people counts, by the word that governs it; the table `data/measures.csv` names the words.

"ten people were killed or wounded" counts both: words of two measures joined by "or" or "and" are one
measure of their own, where one number stands for both.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from sijill.errors import DataError
from sijill.extract.numbers import VAGUE_LOWS
from sijill.model import MEASURES

if TYPE_CHECKING:
    from spacy.tokens import Token

SURE = frozenset({"defected", "detained", "killed_or_injured", "abducted", "released", "missing", "affected"})
"""Measures that a word names more surely than the reader's tag does: they are rare in its training gold. For the dead,
the injured and the displaced the tag is the surer: numbers of both often hang on one verb."""
_CASUALTIES = {"killed", "injured"}
_ONES = frozenset({"a", "an", "another"})
_NEXT = 5
"""Words after the second of two joined words within which its own number stands ("wounded at least 30")."""
CLIMB = 3
"""Governors above a number that are asked."""


@cache
def words() -> dict[str, str]:
    """Return the measure of every word of the table."""
    rows = csv.DictReader((resources.files("sijill.extract") / "data" / "measures.csv").read_text("utf-8").splitlines())
    table = {row["word"]: row["measure"] for row in rows}
    unknown = sorted(set(table.values()) - set(MEASURES))
    if unknown:
        msg = f"measures.csv: unknown measure {unknown[0]!r}; use one of {', '.join(MEASURES)}"
        raise DataError(msg)
    return table


def settled(tagged: str, number: Token) -> str:
    """Return the measure of a tagged number: its governing word's where that is one of SURE, else the tag's.

    People who live somewhere, where the sentence speaks of a siege, are affected by it.
    """
    named = measure_of(number)
    if named is None and lives(number):
        return "affected"
    return named if named in SURE and named is not None else tagged


def is_population(number: Token) -> bool:
    """Tell whether a number counts who lives in a place, of whom nothing else is said: no figure of people harmed."""
    return lives(number) and not any(token.lower_ in _SIEGE for token in number.sent)


def lives(number: Token) -> bool:
    """Tell whether the nearest governor of a number that says anything says that the people live somewhere."""
    token = number
    for _ in range(CLIMB):
        if token.head.i == token.i or words().get(token.head.lower_):
            return False
        token = token.head
        if token.lower_ in _LIVING:
            return True
    return False


_LIVING = frozenset({"live", "lives", "lived", "living", "reside", "home", "population", "inhabited"})
_SIEGE = frozenset({"siege", "sieges", "besieged", "trapped", "encircled", "blockade", "blockaded", "stranded"})


def measure_of(number: Token) -> str | None:
    """Return the measure that the nearest governor of a number names, None where none of the table governs it."""
    token = number
    for _ in range(CLIMB):
        if token.head.i == token.i:
            return None
        token = token.head
        measure = words().get(token.lower_)
        if measure is not None:
            return _joined(token, measure)
    return None


def _joined(token: Token, measure: str) -> str:
    """Return the measure of "killed or wounded", the word's own where nothing is joined to it.

    "dead and wounded" counts both together only where no number stands of its own with the second word.
    """
    head = token.head
    if token.dep_ == "conj" and {measure, words().get(head.lower_)} == _CASUALTIES and not _counts(head, token.i):
        return "killed_or_injured"
    for other in token.children:
        joins = other.dep_ == "conj" and any(c.lower_ in {"or", "and"} for c in other.children)
        together = {measure, words().get(other.lower_)} == _CASUALTIES
        if joins and together and not _counted_apart(token, other):
            return "killed_or_injured"
    return measure


def _counted_apart(first: Token, second: Token) -> bool:
    """Tell whether the second of two joined words has a number of its own ("ten killed and thirty wounded")."""
    return _counts(first, min(second.i + _NEXT, second.sent.end))


def _counts(first: Token, end: int) -> bool:
    """Tell whether people are counted after a word and before `end`."""
    near = first.doc[first.i + 1 : end]
    return any(t.pos_ == "NUM" or t.lower_ in VAGUE_LOWS or t.lower_ in _ONES for t in near)
