"""Halves of a sentence, and who speaks in one: "one died in Martuni, while Baku said four were wounded in Tartar".

What one half of a sentence says of places holds for that half alone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_PARTS: Final = re.compile(r";|, while\b|, whereas\b")
_ANSWERS: Final = re.compile(
    r"[^.;]{0,60}?\b(?:agency|amnesty|chancellor|crescent|cross|doctors?|embassy|emergency|foreign|government|governor|hospitals?|king|medics"
    r"|minister|ministry|nations|officials?|parliament|pope|premier|president|prime|spokes\w+|u\.?n\.?|union|vatican|watch)\b"
    r"[^.;]{0,60}?\b(?:added|admitted|announced|condemned|confirmed|counted|denounced|gave|mourned|put|puts|received"
    r"|recovered|reported|said|says|told|treated|treating)\b|[^.;]{0,40}?\b(?:families|mourners|relatives)\b",
    re.IGNORECASE,
)
_AT: Final = re.compile(r"\b[Aa]t (?:the )?(?:[A-Z][\w'\u2019-]*[ -]?){1,4}\Z")
"""Nobody answers "at Taji" but of what happened there."""
_NEAR: Final = 50
_ACT: Final = re.compile(
    r"\b(?:an?|another|one|two|three|several) (?:[\w'\u2019-]+ ){0,3}?(?:air ?strike|ambush|assault|attack(?:er)?|blast"
    r"|bomb(?:er|ing)?|clash|drone|explosion|grenade|gunm[ae]n|landmine|mine|missile|mob|mortar|raid|rocket|shell|shelling"
    r"|shooting|sniper|strike)(?:e?s)?\b",
    re.IGNORECASE,
)


def half_at(text: str, start: int, end: int, char: int) -> tuple[int, int]:
    """Return the half that holds a character of the sentence `start`..`end` of a text."""
    cuts = [start, *(found.start() for found in _PARTS.finditer(text, start, end)), end]
    return next((low, high) for low, high in pairwise(cuts) if low <= char < high or high == end)


def answers_from(text: str, place: int, number: int) -> bool:
    """Tell whether a place that opens a sentence is only where somebody answers: "In Rome, the ministry said 19 died".

    `place` and `number` are where the name ends and where the number begins; a happening that is brought in between is
    there: "In Kabul, officials said a bomb killed 19".
    """
    between = text[place:number]
    if _AT.search(text, max(0, place - _NEAR), place):
        return False
    return _ANSWERS.match(between) is not None and _ACT.search(between) is None
