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

SURE = frozenset({"defected", "detained", "killed_or_injured", "abducted", "released", "missing"})
"""Measures that a word names more surely than the reader's tag does: they are rare in its training gold. For the dead,
the injured and the displaced the tag is the surer: numbers of both often hang on one verb."""
_VICTIMS = frozenset({"obj", "nsubj:pass", "obl"})
"""Relations of whom a verb harms: "killed his wife and wounded three" counts the wounded alone."""
_CASUALTIES = {"killed", "injured"}
_ONES = frozenset({"a", "an", "another", "more", "other", "others"})
_CALLED = frozenset({"detainees", "defectors", "deserters", "captives", "prisoners", "hostages"})
"""What people are called by what became of them before: "six detainees were killed" counts the dead."""
_NEXT = 5
"""Words after the second of two joined words within which its own number stands ("wounded at least 30")."""
_BESIDE = 3
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

    Bodies are of the dead, whatever was done with them. Who is trapped or lives under siege is affected, not displaced;
    those who were killed there were killed.
    """
    if number.head.lower_ in _BODIES:
        return "killed"
    named = measure_of(number)
    if tagged in _CASUALTIES and named != "killed_or_injured" and tagged in _beside(number):
        return tagged
    if named == "affected" or (named is None and lives(number) and _besieged(number)):
        return "affected" if tagged == "displaced" or named is None else tagged
    if tagged == "displaced" and _befallen(number) in _CASUALTIES:
        return named or tagged
    return named if named in SURE and named is not None else tagged


def _befallen(number: Token) -> str | None:
    """Return the measure of the verb that befell those counted, where it is their very own ("15,000 were killed")."""
    people = _counted(number)
    people = people.head if people.dep_ == "conj" and people.head.pos_ == "NUM" else people
    return words().get(people.head.lower_) if people.dep_ in _VICTIMS else None


def _beside(number: Token) -> set[str | None]:
    """Return the measures that words right beside a number name: surer than what governs it from afar."""
    low = max(number.sent.start, number.i - _BESIDE)
    return {words().get(word.lower_) for word in number.doc[low : min(number.sent.end, number.i + _BESIDE + 1)]}


def is_population(number: Token) -> bool:
    """Tell whether a number counts who lives in a place, of whom nothing else is said: no figure of people harmed."""
    return lives(number) and not _besieged(number)


def is_spared(number: Token) -> bool:
    """Tell whether a number counts who lived: who survived, escaped, was saved or found alive ("saved 30 lives")."""
    people = _counted(number)
    if people.dep_ == "nmod" and people.head.lower_ == "lives":
        people = people.head
    verb = people.head
    alive = any(word.lower_ == "alive" for word in (*people.children, *verb.children))
    return alive or people.lower_ == "survivors" or _lived(people) or verb.lower_ in _SPARING.get(people.dep_, ())


def _lived(people: Token) -> bool:
    """Tell whether the next word says that people lived, whatever the parser makes of it ("nine men survived").

    "Nine migrants escaping Libya drowned" did not: a participle only says who they were.
    """
    after = people.nbor().lower_ if people.i + 1 < people.sent.end else ""
    return after in _SPARING["nsubj"] and not after.endswith("ing")


def lives(number: Token) -> bool:
    """Tell whether the nearest governor of a number that says anything says that the people live somewhere.

    "100,000 displaced people live in camps" and "who fled Aleppo" say more of them.
    """
    if any(words().get(t.lower_) or t.lower_ in _DRIVEN for t in _counted(number).subtree):
        return False
    token = number
    for _ in range(CLIMB):
        if token.head.i == token.i or words().get(token.head.lower_):
            return False
        if _is_living(token.head) or (token.head.lower_ == "home" and _has_to(token)):
            return True
        token = token.head
    return False


def _is_living(word: Token) -> bool:
    """Tell whether a word says that people live somewhere: the verb "lives", not what an attack claimed."""
    return word.lower_ in _LIVING and (word.lower_ != "lives" or word.pos_ == "VERB")


def _counted(number: Token) -> Token:
    return number.head if number.dep_ == "nummod" else number


def _has_to(token: Token) -> bool:
    """Tell whether a noun hangs on another by "to" ("home to a million people", not "the home of six")."""
    return any(child.lower_ == "to" for child in token.children)


def _besieged(number: Token) -> bool:
    return any(token.lower_ in _SIEGE for token in number.sent)


_SAVED = frozenset({"save", "saves", "saved", "saving", "rescue", "rescues", "rescued", "rescuing", "spared"})
_SPARING = {
    "nsubj": frozenset({"survive", "survives", "survived", "surviving", "escape", "escapes", "escaped", "escaping"}),
    "obj": _SAVED,
    "nsubj:pass": _SAVED,
}
"""Verbs of those who live, by what the people are to them."""
_BODIES = frozenset({"bodies", "body", "corpses", "corpse"})
_LIVING = frozenset({"live", "lives", "lived", "living", "reside", "population", "inhabited"})
_DRIVEN = frozenset({"forced", "driven", "uprooted", "expelled", "refugees", "homeless"})
_SIEGE = frozenset({"siege", "sieges", "besieged", "trapped", "encircled", "blockade", "blockaded", "stranded"})


def measure_of(number: Token) -> str | None:
    """Return the measure that the nearest governor of a number names, None where none of the table governs it."""
    token = number
    for _ in range(CLIMB):
        if token.head.i == token.i:
            return None
        token = token.head
        measure = words().get(token.lower_)
        if measure is not None and not _befell(token):
            return _joined(token, measure)
    return None


def _befell(token: Token) -> bool:
    """Tell whether a word only says what people are called, and its verb what befell them."""
    return token.lower_ in _CALLED and token.dep_ in _VICTIMS and words().get(token.head.lower_) is not None


def _joined(token: Token, measure: str) -> str:
    """Return the measure of "killed or wounded", the word's own where nothing is joined to it.

    "dead and wounded" counts both together only where no number stands of its own with the second word.
    """
    head = token.head
    both = token.dep_ == "conj" and _is_joined(token) and {measure, words().get(head.lower_)} == _CASUALTIES
    if both and not _counts(head, token.i) and not any(c.dep_ in _VICTIMS for c in head.children):
        return "killed_or_injured"
    for other in token.children:
        joins = other.dep_ == "conj" and _is_joined(other)
        together = {measure, words().get(other.lower_)} == _CASUALTIES
        if joins and together and not _counted_apart(token, other):
            return "killed_or_injured"
    return measure


def _is_joined(second: Token) -> bool:
    """Tell whether "or" or "and" joins a word to the one before; "but" sets it against it."""
    return any(c.lower_ in {"or", "and"} for c in second.children)


def _counted_apart(first: Token, second: Token) -> bool:
    """Tell whether the second of two joined words has a number of its own ("ten killed and thirty wounded")."""
    return _counts(first, min(second.i + _NEXT, second.sent.end))


def _counts(first: Token, end: int) -> bool:
    """Tell whether people are counted after a word and before `end`."""
    near = first.doc[first.i + 1 : end]
    return any(t.pos_ == "NUM" or t.lower_ in VAGUE_LOWS or t.lower_ in _ONES for t in near)
