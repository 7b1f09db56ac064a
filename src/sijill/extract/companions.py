"""People told of only by whose they are, beside one who is counted: "a man and his brother" are two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc

_THEIR: Final = frozenset({"her", "his", "their"})
_ONES: Final = (
    frozenset({"aunt", "baby", "brother", "child", "cousin", "daughter", "father", "fiance", "fiancee", "girlfriend"})
    | frozenset(
        {"grandchild", "granddaughter", "grandfather", "grandmother", "grandson", "husband", "infant", "mother"}
    )
    | frozenset({"nephew", "niece", "sister", "son", "toddler", "twin", "uncle", "widow", "wife"})
    | frozenset({"aide", "assistant", "bodyguard", "cameraman", "colleague", "deputy", "driver", "friend", "guard"})
    | frozenset({"interpreter", "neighbor", "neighbour", "secretary", "translator"})
)
"""What one person is to another, or does for him."""
_PERSONS: Final = (
    _ONES
    | frozenset(
        {"man", "woman", "boy", "girl", "child", "teenager", "baby", "couple", "civilian", "villager", "farmer"}
    )
    | frozenset({"soldier", "policeman", "policewoman", "officer", "militant", "fighter", "rebel", "guard", "driver"})
    | frozenset({"doctor", "nurse", "paramedic", "teacher", "student", "journalist", "worker", "shopkeeper"})
    | frozenset({"passenger", "bystander", "priest", "imam", "nun"})
)
"""One person by a word of his own, that may stand without an article behind another: "a doctor and nurse"."""
_PERSON: Final = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_LONGEST: Final = 8
"""Words of a person, at most: "nine-month-old baby" are six."""
_ALONE: Final = frozenset({"is", "was", "has"})
"""Verbs that tell of one person: "killed a man and his brother was wounded" joins nobody."""


def companions(doc: Doc, number: int) -> int:
    """Return how many people are joined by "his", "her" or "their" to the one whom the word at `number` counts."""
    at, found = _behind_person(doc, number + 1), 0
    while (behind := _behind_companion(doc, at) or _behind_bare(doc, number, at)) is not None:
        at, found = behind, found + 1
    return found if at >= len(doc) or doc[at].lower_ not in _ALONE else 0


def _behind_person(doc: Doc, start: int) -> int:
    """Return the place behind the words for a person that begin at one."""
    end = start
    while end < min(len(doc), start + _LONGEST) and (doc[end].pos_ in _PERSON or doc[end].text == "-"):
        end += 1
    return end


def _behind_bare(doc: Doc, number: int, at: int) -> int | None:
    """Return the place behind "and child" where one more stands bare beside the one counted: "a man and woman"."""
    if at >= len(doc) or doc[number].lower_ not in {"a", "an"} or doc[at - 1].lower_ not in _PERSONS:
        return None
    joined = at
    while joined < len(doc) and doc[joined].lower_ in {",", "and"}:
        joined += 1
    end = _behind_person(doc, joined)
    alone = joined > at and end == joined + 1 and doc[joined].lower_ in _PERSONS
    return end if alone else None


def _behind_companion(doc: Doc, at: int) -> int | None:
    """Return the place behind "and his young son" where that stands at one, None where it does not."""
    joined = at
    while joined < len(doc) and doc[joined].lower_ in {",", "and"}:
        joined += 1
    if joined == at or joined + 1 >= len(doc) or doc[joined].lower_ not in _THEIR:
        return None
    end = _behind_person(doc, joined + 1)
    return end if end > joined + 1 and doc[end - 1].lower_ in _ONES else None
