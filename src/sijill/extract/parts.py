"""Figures that are parts of the figure before: "23 bodies, 11 of them women", "61 wounded, including 14 children".

A part counts what its whole counts, unless words of its own say what became of it ("including three who died").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from sijill.extract.measure_words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sijill.extract.words import Page
    from sijill.model import Claim, Figure

_BEFORE: Final = re.compile(
    r"\b(?:including|among (?:them|whom|those|the (?:dead|killed|wounded|injured|victims|casualties|detained|arrested))"
    r"|of (?:them|whom|which)|comprising|most of them)\b[^.]*$",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"\s+of (?:them|whom|the (?:dead|victims|wounded|injured))\b", re.IGNORECASE)
_BROKEN_DOWN: Final = re.compile(
    r"\d[^().;:\n]{0,25}\b(?:dead|deaths|fatalities|killed|martyr(?:ed|s)|injured|wounded)\s"
    r"\((?:(?!\b(?:according|besides|except|excluding|not|or|plus|said|says)\b)[^().;\n])*\Z",
    re.IGNORECASE,
)
"""A number, what became of its people and, in brackets, whom it is made up of: "6 killed (2 children"."""
_BY_OTHERS: Final = re.compile(r"\s+(?:according|as per|by|per|say|says|said)\b", re.IGNORECASE)
"""What follows a number that another source gives instead: "20 dead (14 according to the army)"."""
_AMONG: Final = re.compile(
    r"(?:\s+[\w'\u2019-]+){1,4}?\s+(?:are|is|was|were)\s+(?:also\s+)?among\s+"
    r"(?:the (?:casualties|dead|fatalities|injured|killed|victims|wounded)|those (?:killed|injured|wounded))\b",
    re.IGNORECASE,
)
_FAR: Final = 600
"""Characters within which "among the dead" still speaks of a number before."""
_MARKING: Final = frozenset({"including", "comprising"})
_REACH: Final = 200
"""Characters within which "including" still speaks of the figure before."""
_NEAR: Final = 60
"""Characters before a number in which "including" stands."""
_OWN: Final = 10
"""Words after a number that may say what became of those it counts."""


def with_parts(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Mark each figure that words such as "including" make a part of the figure before it; in the order of the text."""
    whole: Claim | None = None
    wholes: dict[str, Claim] = {}
    marked = []
    for claim in sorted(claims, key=lambda c: c.anchor.span.start):
        made = _among(page, _part(page, claim, whole), wholes)
        marked.append(made)
        if made.figure is not None and made.figure.part_of is None:
            whole = wholes[made.figure.measure] = made
    return marked


def _among(page: Page, claim: Claim, wholes: Mapping[str, Claim]) -> Claim:
    """Mark a figure of which it is said that they "were among the dead" as a part of the last number of these."""
    figure = claim.figure
    whole = wholes.get(figure.measure) if figure is not None and figure.part_of is None else None
    if figure is None or whole is None or whole.figure is None or not _is_less(figure, whole.figure):
        return claim
    span = claim.anchor.span
    near = span.start - whole.anchor.span.start <= _FAR
    said = _AMONG.match(page.text.text, bisect_left(page.text.offsets, span.end)) if near else None
    return claim if said is None else replace(claim, figure=replace(figure, part_of=whole.id))


def _part(page: Page, claim: Claim, whole: Claim | None) -> Claim:
    figure = claim.figure
    if figure is None or whole is None or whole.figure is None:
        return claim
    span = claim.anchor.span
    if span.start - whole.anchor.span.start > _REACH or not _is_less(figure, whole.figure):
        return claim
    start, end = bisect_left(page.text.offsets, span.start), bisect_left(page.text.offsets, span.end)
    if not is_part(page, start, end):
        return claim
    if figure.measure == whole.figure.measure or _is_told_by(page, figure.measure, whole.figure.measure, start, end):
        return replace(claim, figure=replace(figure, part_of=whole.id, measure=whole.figure.measure))
    return claim


def _is_told_by(page: Page, own: str, whole: str, start: int, end: int) -> bool:
    """Tell whether the whole tells what became of its part: no words beside the part do."""
    return {own, whole} <= _CASUALTIES and not _says_its_own(page, start, end)


def _is_less(part: Figure, whole: Figure) -> bool:
    """Tell whether a part can be one: "killing 11 of them" after "11 terrorists" is the whole again."""
    return part.count.low is None or whole.count.low is None or part.count.low < whole.count.low


def is_part(page: Page, start: int, end: int) -> bool:
    """Tell whether words before a number ("including") or after it ("of them") mark it as a part of the one before."""
    text = page.reading.text
    low = _sentence_start(page, start)
    if _BEFORE.search(text[max(low, start - _NEAR) : start]) is not None or _AFTER.match(text, end) is not None:
        return True
    broken_down = _BROKEN_DOWN.search(text, text.rfind("\n", 0, start) + 1, start) is not None
    return broken_down and _BY_OTHERS.match(text, end) is None


def _sentence_start(page: Page, char: int) -> int:
    inside = page.doc.char_span(char, char + 1, alignment_mode="expand")
    return int(inside[0].sent.start_char) if inside else max(0, char - _NEAR)


def _says_its_own(page: Page, start: int, end: int) -> bool:
    """Tell whether words around a number name a measure: since "including", or up to the next number or "and"."""
    number = page.doc.char_span(start, end, alignment_mode="expand")
    marked = _BEFORE.search(page.reading.text[max(0, start - _NEAR) : start])
    since = page.doc.char_span(start - len(marked[0]), start, alignment_mode="contract") if marked else None
    if number is None or not len(number) or (marked and since is None):
        return True
    if any(word.pos_ == "VERB" and word.lower_ not in _MARKING for word in since or ()):
        return True
    after = page.doc[number.end : min(number.end + _OWN, number.sent.end)]
    own = [*(since or ()), *takewhile(lambda word: word.pos_ != "NUM" and word.lower_ not in {"and", "or", ";"}, after)]
    return any(words().get(word.lower_) or word.lower_ in _CONDITIONS for word in own)


_CASUALTIES: Final = frozenset({"killed", "injured", "killed_or_injured"})
_CONDITIONS: Final = frozenset({"critical", "critically", "serious", "seriously", "severely", "hospital", "missing"})
