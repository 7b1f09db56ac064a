"""Words for a number that is not stated, and the lowest that each stands for: all are open above.

The lows are of the design's rules of counting: several 3, tens 20, dozens 24, scores 40, hundreds 200, thousands
2,000, each times the scale behind it ("several hundred thousand", "tens of thousands"). A share ("two-thirds", "30
per cent") bounds nothing: of how many is told elsewhere, if at all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sijill.extract.stated_numbers import REMEMBERED, SCALES, UNDER_100, alternatives

_FEW: Final = {"several": 3, "a few": 3, "a handful": 3, "handful": 3}
_PLURALS: Final = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2_000_000,
}  # fmt: skip
_OPEN: Final = (
    "numerous", "an unknown number", "large number", "a large number", "a growing number", "an increasing number",
    "a high number", "large numbers", "numbers", "more than half", "nearly half", "around half", "countless",
    "a majority", "many", "some", "a number", "most", "half", "more and more",
)  # fmt: skip
VAGUE_LOWS: Final[dict[str, int | None]] = {**_FEW, **_PLURALS, **dict.fromkeys(_OPEN)}
"""The lowest number that each vague word by itself stands for; None bounds nothing."""
_TIMES: Final = {**_FEW, **_PLURALS, "many": 2}
"""What each stands for before a scale: "many hundreds" are at least two."""

_SCALES: Final = rf"(?:{alternatives(SCALES)}s?\b)"
_SHARE: Final = (
    rf"(?:(?:\d+(?:[.,]\d+)?|{UNDER_100})\s?(?:%|per\s?cent\b)"
    r"|(?:two|three|four|nine)[\s-](?:thirds|fifths|tenths)\b(?:\s+of\s+an?\s+million\b)?"
    r"|three[\s-]quarters\b(?!\s+(?:of\s+an?\s+)?million)"
    r"|(?:an?|one)[\s-](?:third|fifth|tenth)(?=\s+of\b|\Z)(?:\s+of\s+an?\s+million\b)?"
    r"|(?:an?|one)[\s-]quarter(?=\s+of\b|\Z)(?!\s+of\s+an?\s+million))"
)
"""A third person is none."""
VAGUE: Final = (
    rf"(?:{_SHARE}"
    rf"|{alternatives([*_FEW, 'many'])}(?:\s+{_SCALES})+"
    rf"|(?:dozens|scores)\s+more\b|{alternatives(_PLURALS)}(?:\s+of\s+{alternatives(_PLURALS)})*(?!\w)"
    rf"|{alternatives(word for word in VAGUE_LOWS if word != 'half')}\b)"
)
"""A pattern of any vague word; "half" alone begins "half a million" and is left to what is tagged."""


@lru_cache(maxsize=REMEMBERED)
def vague_low(words: str) -> int | None:
    """Return the lowest number that a vague word stands for, None where it bounds nothing."""
    text = re.sub(r"\s+", " ", words.lower()).removesuffix(" more")
    if text in VAGUE_LOWS:
        return VAGUE_LOWS[text]
    first = next((word for word in sorted(_TIMES, key=len, reverse=True) if text.startswith(f"{word} ")), None)
    return None if first is None else _times(_TIMES[first], text.removeprefix(first).split())


def _times(number: int, words: list[str]) -> int | None:
    """Return a number times the scales behind it, None where another word stands among them."""
    for word in words:
        scale = SCALES.get(word.removesuffix("s"))
        if scale is None and word not in {"of", "tens"}:
            return None
        number *= 10 if word == "tens" else scale or 1
    return number
