"""Accounts that answer the one before: "The army said 12 died. Residents put the dead at 31" tells of one happening.

A figure of another source in the very next sentence, which names no place, day or act of its own, is of what was told
before: 37 of 41 such pairs in the annotated reports are of one happening. Where words say that it is a rival number
("put the toll at", "gave a lower figure"), the sentence before the last counts too. Invariant: a figure answers one
before it, of its own measure.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from sijill.asides import speakers_places
from sijill.ground.told_apart import ANEW, ANOTHER, OF_BEFORE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sijill.model import Claim, Text
    from sijill.reading import Reading

_MORE: Final = re.compile(
    r"\b(?:also|another|elsewhere|later|more|others?|second|separate\w*|third)\b(?! than\b)", re.IGNORECASE
)
"""Words of people or acts beside those told of before."""
_RIVAL: Final = re.compile(
    r"\b(?:placed|puts?|putting|set) (?:\w+ ){0,3}?(?:count|dead|death|figure|number|toll|total)\b[^.;]{0,60}\bat\b"
    r"[^.;]{0,15}\Z"
    r"|\b(?:gave|gives|giving) (?:an? |the )?(?:\w+ )?(?:count|figure|number|toll|total)\b[^.;]{0,60}\Z"
    r"|\b(?:conflicting|different|higher|lower) (?:count|figure|number|toll)s?\b[^.;]{0,80}\Z"
    r"|\b(?:contest|contradict|disput)\w+\b[^.;]{0,80}\Z"
    r"|\bhowever, sa(?:id|ys) (?:that )?(?:he|it|she|they) (?:had|have) \w+\b[^.;]{0,12}\Z",
    re.IGNORECASE,
)
"""Words before a number that set it against another."""
_SHARED: Final = ("place", "days")
_TIMES: Final = 5
_FAR: Final = 10
"""How many times another number a rival one may be, where words say that it is one."""
_NEXT: Final = 1
_MOST: Final = 40
"""Figures before one among which the one that it answers stands."""
_REACH: Final = 2
"""Sentences up to which a rival number answers another."""


class _Figure(NamedTuple):
    """A figure of one happening: its number among the claims, its sentence, and where its number begins."""

    at: int
    sentence: int
    char: int


def rivals(claims: Sequence[Claim], text: Text, reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the figures that answer another, each as the numbers of the other and of itself among the claims."""
    sentences = [(sentence.start_char, sentence.end_char) for sentence in reading.doc.sents]
    claims = _without_speakers(claims, text, reading)
    figures = sorted(_figures(claims, text, sentences), key=lambda figure: figure.char)
    for n, own in enumerate(figures):
        before = _before(figures[max(0, n - _MOST) : n], own, claims)
        if before is not None and _answers(claims, before, own, text, sentences[own.sentence]):
            yield before.at, own.at


def _without_speakers(claims: Sequence[Claim], text: Text, reading: Reading) -> list[Claim]:
    """Return the claims, those whose place is only where somebody speaks without it: "a surgeon in Mosul said"."""
    asides = speakers_places(name for name in reading.doc.ents if name.label_ == "LOC")
    return (
        [_without_place(claim) if _is_at(claim, text, asides) else claim for claim in claims] if asides else [*claims]
    )


def _is_at(claim: Claim, text: Text, asides: frozenset[tuple[int, int]]) -> bool:
    shown = next((e.span for e in claim.evidence if e.field == "place"), None)
    if claim.figure is None or shown is None:
        return False
    return (bisect_left(text.offsets, shown.start), bisect_left(text.offsets, shown.end)) in asides


def _without_place(claim: Claim) -> Claim:
    return replace(claim, place=None, evidence=tuple(e for e in claim.evidence if e.field != "place"))


def with_rivals(claims: Sequence[Claim], text: Text, reading: Reading) -> list[Claim]:
    """Return the claims, those that answer another with its place and days where they have none of their own."""
    made = list(claims)
    for before, own in rivals(claims, text, reading):
        first, answer = made[before], made[own]
        shown = tuple(e for e in first.evidence if e.field in _SHARED)
        kept = tuple(e for e in answer.evidence if e.field not in _SHARED)
        made[own] = replace(
            answer, place=first.place, days=first.days, evidence=(*kept, *shown), incident=first.incident
        )
    return made


def _figures(claims: Sequence[Claim], text: Text, sentences: Sequence[tuple[int, int]]) -> Iterator[_Figure]:
    for at, claim in enumerate(claims):
        if claim.figure is not None and claim.figure.scope == "incident" and claim.figure.part_of is None:
            char = bisect_left(text.offsets, claim.anchor.span.start)
            yield _Figure(at, max(0, bisect_right(sentences, (char, len(text.text))) - 1), char)


def _before(figures: Sequence[_Figure], own: _Figure, claims: Sequence[Claim]) -> _Figure | None:
    """Return the last figure of the sentences before a figure's own that counts what it counts."""
    near = (f for f in reversed(figures) if 0 < own.sentence - f.sentence <= _REACH)
    return next((f for f in near if _measure(claims[f.at]) == _measure(claims[own.at])), None)


def _measure(claim: Claim) -> str | None:
    return claim.figure.measure if claim.figure is not None else None


def _answers(claims: Sequence[Claim], before: _Figure, own: _Figure, text: Text, sentence: tuple[int, int]) -> bool:
    first, answer = claims[before.at], claims[own.at]
    if not _is_of_another(first, answer) or any(_is_own(answer, f, text, sentence) for f in _SHARED):
        return False
    start = max(sentence[0], text.text.rfind(". ", sentence[0], own.char) + 1)  # two sentences may be taken for one
    said = text.text[start : sentence[1]]
    if ANOTHER.search(said) or ANEW.search(said) or "\n" in text.text[before.char : own.char].strip():
        return False
    if _RIVAL.search(text.text, start, own.char):
        return _is_like(first, answer, _FAR)
    near = own.sentence - before.sentence == _NEXT and _is_like(first, answer, _TIMES)
    return near and _MORE.search(said) is None and OF_BEFORE.search(said) is None


def _is_like(first: Claim, answer: Claim, times: int) -> bool:
    """Tell whether of two stated numbers neither is so many times the other: a sum of towns answers none of them."""
    here, there = (claim.figure.count.value or 0 if claim.figure is not None else 0 for claim in (first, answer))
    return 0 < max(here, there) <= times * min(here, there)


def _is_of_another(first: Claim, answer: Claim) -> bool:
    """Tell whether two named sources give two figures."""
    names = first.source.worded, answer.source.worded
    return None not in names and len({(name or "").lower() for name in names}) > 1


def _is_own(claim: Claim, field: str, text: Text, sentence: tuple[int, int]) -> bool:
    """Tell whether a claim's own sentence gives its place or days."""
    shown = next((e for e in claim.evidence if e.field == field), None)
    return shown is not None and sentence[0] <= bisect_left(text.offsets, shown.span.start) < sentence[1]
