"""Whole numbers that digits or number words state: "1,300", "two thousand five hundred", "one and a half million".

Invariant: `value_of` gives a number only where every word of a phrase was read, so that no scale is lost ("several
hundred thousand" is not 300); what comes to no whole number ("two and a half") states none.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

REMEMBERED: Final = 65_536
"""Words whose value is kept."""
_UNITS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL: Final = {
    **{word: n for n, word in enumerate(_UNITS)},
    **{word: 10 * n for n, word in enumerate(_TENS, start=2)},
    "couple": 2, "pair": 2,
}  # fmt: skip
SCALES: Final = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 100_000, "crore": 10_000_000, "million": 1_000_000,
    "billion": 10**9,
}  # fmt: skip
"""What a number is multiplied by; lakh and crore are of South Asian papers."""
_SHORT_SCALES: Final = {"m": 10**6, "mn": 10**6, "k": 1000, "bn": 10**9, "score": 20}
_PARTS: Final = {
    "half": Fraction(1, 2), "quarter": Fraction(1, 4), "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
}  # fmt: skip
_BETWEEN: Final = frozenset({"a", "an", "and", "of"})
_ALONE: Final = {
    "a": 1, "an": 1, "another": 1, "another one": 1, "no": 0, "none": 0, "nobody": 0, "no one": 0, "single": 1,
    "lone": 1, "both": 2,
}  # fmt: skip
"""Words that are a number only by themselves."""
_LONGEST: Final = 20
"""Characters of digits above which they are no number of people."""
_ANEW: Final = 1000
"""The least scale behind which a number begins anew ("two thousand five hundred")."""


def alternatives(phrases: Iterable[str]) -> str:
    """Return a pattern of any of the phrases, the longest first, whatever white space parts their words."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"


SCALE: Final = rf"(?:{alternatives(SCALES)}\b)"
"""A pattern of a scale, as it stands behind another number."""
_ANY_SCALE: Final = rf"(?:{alternatives([*SCALES, *_SHORT_SCALES])}\b)"
UNDER_100: Final = rf"(?:(?:{alternatives(_TENS)}[\s-]+{alternatives(_UNITS[1:10])}|{alternatives(_UNITS + _TENS)})\b)"
"""A pattern of a number below a hundred in words."""
_DIGITS: Final = (
    rf"(?:\d+\s?[½¼¾]|[½¼¾]|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?![\d,])|\d{{1,3}}(?:[,\u00a0\u202f. ]\d{{3}})+(?!\d)"
    rf"|\d+,\d{{1,2}}(?=[\s-]*(?:lakh|crore|million|billion|mn|m|bn)\b)|\d+(?:\.\d+)?)"
    rf"(?:[\s-]*{_ANY_SCALE})*(?!\.\d)"
)
_OF_A_SCALE: Final = (
    rf"(?:an?\s+(?:couple|pair)(?:\s+of)?(?:\s+{SCALE})+"
    rf"|(?:(?:(?:an?|one)\s+)?(?:half|quarter)|three[\s-]quarters)(?:\s+of)?(?:\s+an?)?(?:[\s-]+{SCALE})+"
    rf"|(?:{UNDER_100}|an?)\s+and\s+(?:a\s+half|a\s+quarter|three[\s-]quarters)(?:[\s-]+{SCALE})+"
    rf"|(?:{UNDER_100}|an?)\s+(?:million|thousand|billion)\s+and\s+a\s+half\b|{UNDER_100}[\s-]+score\b)"
)
"""What words that are no whole number, or not that one, by themselves come to with their scale."""
_UNDER_1000: Final = rf"(?:(?:(?:{UNDER_100}|an?)[\s-]+)?hundred\b(?:[\s-]+(?:and\s+)?{UNDER_100})?|{UNDER_100})"
_THOUSANDS: Final = rf"(?:(?:(?:{_UNDER_1000}|an?)[\s-]+)?thousand\b(?:[\s-]+(?:and\s+)?{_UNDER_1000})?)"
_LARGE: Final = (
    rf"(?:(?:(?:{_UNDER_1000}|an?)[\s-]+)?(?:lakh|crore|million|billion)\b"
    rf"(?:[\s-]+(?:and\s+)?(?:{_THOUSANDS}|{_UNDER_1000})(?![\s-]+(?:million|billion)))?)"
)
_DOZENS: Final = rf"(?:(?:(?:{UNDER_100}|an?)[\s-]+)?dozen\b(?:[\s-]+(?:thousand|million)\b)?)"
OF_SPELLED: Final = rf"(?:{_OF_A_SCALE}|{_LARGE}|{_THOUSANDS}|{_DOZENS}|{_UNDER_1000})"
"""A pattern of a number spelled out in words of its own."""
NUMBER: Final = (
    rf"(?:(?:{_DIGITS}|an?\s+(?:couple|pair|score)\b(?!\s+(?:of\s+)?{SCALE})|{OF_SPELLED}"
    rf"|another\s+one|another|an?|no\s+one|none|nobody|no|single|lone|both)(?!\w))"
)
"""A pattern of any number that is stated, without what it is compared by."""


@lru_cache(maxsize=REMEMBERED)
def value_of(words: str) -> int | None:
    """Return the whole number that digits or number words state, None where they state none.

    `2 million` is 2,000,000; `twenty-one` 21; `a hundred` 100; `half a million` 500,000; `1.2 lakh` 120,000.
    """
    text = re.sub(r"[\s-]+", " ", words.lower()).strip("+ ").replace("three quarters", "¾")
    text = re.sub(r"^one (?=half|quarter)", "", text)
    if text in _ALONE:
        return _ALONE[text]
    value = _added_up(re.findall(r"\d(?:[\d,.\u00a0\u202f ]*\d)?|[½¼¾]|[^\W\d]+|\S", text))
    return int(value) if value is not None and value.denominator == 1 else None


def _added_up(words: list[str]) -> Fraction | None:
    """Return what the words of a number come to, None where one of them is none, or all only stand between."""
    total, current, scale = Fraction(0), Fraction(0), 1
    for word, after in pairwise([*words, ""]):
        if (times := _scale_of(word)) is not None:
            current, scale = (current or Fraction(1)) * times, times
            if times >= _ANEW:
                total, current = total + current, Fraction(0)
        elif word in _PARTS:
            current += _PARTS[word] * (scale if total and not current else 1)
        elif (number := _number_of(word, scaled=_scale_of(after) is not None)) is not None:
            current += number
        elif word not in _BETWEEN:
            return None
    return total + current if set(words) - _BETWEEN else None


def _scale_of(word: str) -> int | None:
    return SCALES.get(word) or _SHORT_SCALES.get(word)


def _number_of(word: str, *, scaled: bool) -> Fraction | int | None:
    """Return what a word or digits state; a point before a scale is that of decimals ("1.125 million")."""
    if len(word) > _LONGEST:
        return None
    decimal = scaled and re.fullmatch(r"\d+\.\d+", word)
    if not decimal and re.fullmatch(r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}", word):
        return int(re.sub(r"\D", "", word))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", word):
        return Fraction(word.replace(",", "."))
    return _SMALL.get(word)
