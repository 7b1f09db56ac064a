"""What befell people of whom only a number goes on: "nine were taken. The navy put the number at eight".

"The three" are those told of before, where as many were. Invariant: only a number beside which nothing tells what
befell its people takes the measure of an earlier one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.extract.befallen import befallen
from sijill.extract.counted import counted
from sijill.extract.measure_words import words
from sijill.extract.measures import settled
from sijill.extract.stated_numbers import value_of
from sijill.extract.words import number_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from sijill.extract.words import Page
    from sijill.reading import NumberCue

_AT: Final = re.compile(
    r"\b(?:placed?|puts?|putting|set|gave|gives|giving) (?:the|its|their|his|her|a|that) (?:\w+ )?"
    r"(?:count|figure|number|tally|total) (?:as|at|of) (?:about |at least |more than |nearly |only |some )?\Z",
    re.IGNORECASE,
)
"""Words before a number that say what it counts by "the number" alone."""
_ANYBODY: Final = frozenset({"men", "others", "people", "persons", "women"})
_ELSE: Final = frozenset({"evacuees", "families", "homes", "houses", "households", "migrants", "refugees"})
_OWN: Final = 4
_FAR: Final = 80
"""Characters before a number in which they stand."""
_REACH: Final = 3
"""Sentences above a number up to which its people were told of."""


def with_carried(page: Page, cues: Sequence[NumberCue]) -> list[NumberCue]:
    """Return the cues, in the order of the text, with the measure of an earlier one where only a number goes on."""
    made: list[NumberCue] = []
    for cue in cues:
        number = number_in(page.doc[cue.start : cue.end])
        earlier = _earlier(page, made, cue, number)
        made.append(cue if earlier is None else _as(page, cue, earlier, again=_is_definite(number)))
    return made


def _as(page: Page, cue: NumberCue, earlier: NumberCue, *, again: bool) -> NumberCue:
    """Return a cue with the measure of an earlier one, and its people where they are the same."""
    return replace(cue, measure=_measure(page, earlier), victims=earlier.victims if again else cue.victims)


def _earlier(page: Page, made: Sequence[NumberCue], cue: NumberCue, number: Token) -> NumberCue | None:
    """Return the number of which another goes on, the nearest before it."""
    before = page.text.text[max(0, page.chars(cue.start, cue.end)[0] - _FAR) : page.chars(cue.start, cue.end)[0]]
    rival, again = _AT.search(before) is not None, _is_definite(number)
    if not (rival or again) or befallen(number) is not None or _says_itself(number):
        return None
    near = [other for other in reversed(made) if other.end <= cue.start and _is_near(page, other, number)]
    if any(_measure(page, other) == cue.measure for other in near):
        return None  # the reader takes it for one of them
    found = (other for other in near if rival or _value(page, other) == value_of(number.text))
    return next(found, None)


def _says_itself(number: Token) -> bool:
    """Tell whether the words behind a number say whom it counts: "a total of seven wounded", "at 2,000 refugees"."""
    behind = number.doc[number.i : min(number.i + _OWN, number.sent.end)]
    return counted(number).lower_ in _ELSE or any(words().get(word.lower_) for word in behind)


def _is_definite(number: Token) -> bool:
    """Tell whether a number stands for people told of before: "The three are in good health"."""
    people = counted(number)
    bare = people.i == number.i or people.lower_ in _ANYBODY
    bare = bare and number.pos_ == "NUM" and words().get(people.head.lower_) is None
    return bare and number.i > 0 and number.nbor(-1).lower_ in {"the", "these", "those"}


def _is_near(page: Page, other: NumberCue, number: Token) -> bool:
    between = page.doc[other.start : number.i + 1]
    return sum(1 for word in between if word.is_sent_start) <= _REACH


def _value(page: Page, cue: NumberCue) -> int | None:
    return value_of(number_in(page.doc[cue.start : cue.end]).text)


def _measure(page: Page, cue: NumberCue) -> str:
    return settled(cue.measure, number_in(page.doc[cue.start : cue.end]))
