"""Numbers that one sentence counts together: what holds of one of them holds of the others.

"Seven soldiers, five rebels and three civilians were killed" tells of one happening or of one period, not of both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.reading import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from sijill.extract.words import Page
    from sijill.reading import NumberCue

_BOTH_SIDES: Final = re.compile(
    r"[\w\s'\u2019-]{0,40}?\b(?:on|from) (?:both|all|the two|either) sides?\b", re.IGNORECASE
)


def sharing_scope(page: Page, cues: Sequence[NumberCue]) -> list[NumberCue]:
    """Return the cues with one scope for all numbers of one enumeration: the likeliest of them together."""
    groups: dict[int, list[int]] = defaultdict(list)
    for at, cue in enumerate(cues):
        groups[_enumeration(page.doc[cue.start : cue.end].root).i].append(at)
    made = list(cues)
    for members in groups.values():
        scope = _together([cues[at] for at in members])
        for at in members:
            made[at] = replace(cues[at], scope=scope)
    return made


def _enumeration(number: Token) -> Token:
    """Return the first noun of the enumeration in which a number counts."""
    token = number.head if number.dep_ == "nummod" else number
    while token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        token = token.head
    return token


def _together(cues: Sequence[NumberCue]) -> tuple[Choice, ...]:
    if len(cues) == 1:
        return cues[0].scope
    sums: dict[str, float] = defaultdict(float)
    for choice in (choice for cue in cues for choice in cue.scope):
        sums[choice.label] += choice.probability / len(cues)
    return tuple(Choice(label, sums[label]) for label in sorted(sums, key=lambda label: -sums[label]))


def on_both_sides(page: Page, end: int) -> bool:
    """Tell whether the people whose number ends at a character of the cleaned text are of both sides of a fight."""
    return _BOTH_SIDES.match(page.text.text, end) is not None
