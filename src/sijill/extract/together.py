"""Numbers that are told together: what holds of one of them holds of the others.

"Seven soldiers, five rebels and three civilians were killed" tells of one happening or of one period, not of both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sijill.extract.alone import article_of
from sijill.extract.parts import is_part
from sijill.extract.words import number_in
from sijill.reading import Choice, NumberCue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from sijill.extract.words import Page
    from sijill.reading import TriggerCue

_CASUALTIES: Final = frozenset({"killed", "injured"})
_PARTED: Final = re.compile(r";|\n|\bwhile\b", re.IGNORECASE)
_NEAR: Final = 200
"""Characters within which the dead and the wounded of one sentence are of one happening: in annotated reports those of
99 in 100 such pairs that are in one place."""
_SURE: Final = 0.8
_BACK: Final = 3
"""Numbers back to which one that is told together with another is looked for."""
_BOTH_SIDES: Final = re.compile(
    r"[\w\s'\u2019-]{0,40}?\b(?:on|from) (?:both|all|the two|either) sides?\b", re.IGNORECASE
)


def sharing_scope(page: Page, cues: Sequence[NumberCue]) -> list[NumberCue]:
    """Return the cues, in the order of the text, with one scope for those told together: the likeliest for all."""
    made = list(cues)
    for members in _told_together(page, cues):
        scope = _together([cues[at] for at in members])
        for at in members:
            made[at] = replace(cues[at], scope=scope)
    return made


def told_as_one(page: Page, cues: Sequence[TriggerCue]) -> list[tuple[int, int]]:
    """Return pairs of numbers that are told together, and so of one happening, if both are of any."""
    numbers = [(at, cue) for at, cue in enumerate(cues) if isinstance(cue, NumberCue)]
    groups = _told_together(page, [cue for _, cue in numbers])
    return [
        (numbers[a][0], numbers[b][0])
        for members in groups
        for a, b in pairwise(members)
        if _is_part(page, numbers[b][1]) or _is_one_place(page, numbers[a][1], numbers[b][1])
    ]


def _place(page: Page, cue: TriggerCue) -> str:
    """Return the words of a cue's place, none where it has none."""
    return page.doc[cue.place.start : cue.place.end].text.lower() if cue.place and cue.place.holds else ""


def _told_together(page: Page, cues: Sequence[NumberCue]) -> list[list[int]]:
    """Return groups of two or more numbers, in the order of the text, that one enumeration or sentence counts."""
    groups: list[list[int]] = []
    for at, cue in enumerate(cues):
        home = next((g for g in groups[-_BACK:] if _is_told_with(page, cues[g[-1]], cue)), None)
        if home is None:
            groups.append([at])
        else:
            home.append(at)
    return [group for group in groups if len(group) > 1]


def _is_told_with(page: Page, first: NumberCue, second: NumberCue) -> bool:
    """Tell whether two numbers are of one enumeration, or of the dead and the wounded of one sentence and place."""
    a, b = (number_in(page.doc[cue.start : cue.end]) for cue in (first, second))
    if _is_part(page, second) and a.sent.start == b.sent.start:
        return True
    if first.measure == second.measure and _enumeration(article_of(a) or a).i == _enumeration(article_of(b) or b).i:
        return True
    if (
        not _is_one_place(page, first, second)
        or {first.measure, second.measure} != _CASUALTIES
        or _are_of_two_scopes(first, second)
    ):
        return False
    return a.sent.start == b.sent.start and not _PARTED.search(page.doc[a.i : b.i].text) and b.idx - a.idx <= _NEAR


def _is_part(page: Page, cue: NumberCue) -> bool:
    return is_part(page, *page.chars(cue.start, cue.end))


def _are_of_two_scopes(first: NumberCue, second: NumberCue) -> bool:
    """Tell whether two numbers are surely of two scopes: "23 were killed, pushing the death toll to 4,600"."""
    here, there = first.scope[0], second.scope[0]
    return here.label != there.label and min(here.probability, there.probability) >= _SURE


def _is_one_place(page: Page, a: TriggerCue, b: TriggerCue) -> bool:
    here, there = _place(page, a), _place(page, b)
    return not here or not there or here == there


def _enumeration(number: Token) -> Token:
    """Return the first noun of the enumeration in which a number counts."""
    token = number.head if number.dep_ in {"nummod", "det"} else number
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
