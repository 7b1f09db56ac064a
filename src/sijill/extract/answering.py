"""Whom a crime befell for which others answer: "soldiers convicted of killing three villagers were released".

What becomes of those who answer for it, told right behind the number, befell them and not the people counted.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from sijill.extract.measure_words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_ANSWERING: Final = frozenset(
    {"accused", "acquitted", "blamed", "charged", "charging", "convicted", "guilty", "implicated", "indicted"}
    | {"involved", "jailed", "prosecuted", "responsible", "sentenced", "sought", "suspected", "trial", "tried"}
    | {"wanted", "arrested", "detained", "imprisoned", "held", "complicit", "cleared"}
)
_BINDING: Final = frozenset({"of", "for", "in", "over", "with"})
_FILLING: Final = frozenset(
    {"a", "an", "the", "at", "least", "about", "some", "up", "to", "more", "than", "over", "nearly", "almost", "around"}
    | {"allegedly", "connection", "relation", "involvement", "mass", "as", "many"}
)
"""Words that may stand between the verb or noun of a crime and those before and behind it."""
_CRIMES: Final = frozenset(
    {"abduction", "abductions", "assassination", "assassinations", "death", "deaths", "killings", "massacre"}
    | {"massacres", "murder", "murders"}
)
_HARM: Final = frozenset({"killed", "injured", "killed_or_injured", "abducted"})


def crime_against(number: Token) -> str | None:
    """Return the measure of a crime whose victims a number counts, where it is named right behind who answers for it.

    The words stand in one row: who answers ("accused"), "of", the crime ("killing", "the murder of"), the number.
    """
    before = _without(_FILLING, list(number.doc[number.sent.start : number.i])[::-1])
    before = _without(_FILLING, before[1:]) if before and before[0].lower_ == "of" else before
    measure = words().get(before[0].lower_) if before else None
    if measure not in _HARM or not (before[0].lower_.endswith("ing") or before[0].lower_ in _CRIMES):
        return None
    behind = _without(_FILLING, before[1:])
    bound = list(takewhile(lambda word: word.lower_ in _BINDING | _FILLING, behind))
    answers = behind[len(bound) : len(bound) + 1]
    return measure if bound and answers and answers[0].lower_ in _ANSWERING else None


def _without(passed: frozenset[str], row: Sequence[Token]) -> list[Token]:
    """Return a row of words without those at its beginning that may be passed over."""
    first = next((at for at, word in enumerate(row) if word.lower_ not in passed), len(row))
    return list(row[first:])
