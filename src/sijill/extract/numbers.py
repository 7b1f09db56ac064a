"""A number phrase of English news, and how many people it stands for.

The words and their bounds are the table of docs/why.md's rules of counting; `count_of` never guesses: a phrase that
it cannot read is a vague word that bounds nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sijill.values import CountRange

REMEMBERED: Final = 65_536
"""Words whose value is kept."""
IN_ONE_REPORT: Final = 512
"""Number phrases that are kept: each is asked for several times while its report is read."""
_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORD_VALUES = {
    **{word: n for n, word in enumerate(_UNITS)},
    **{word: 10 * n for n, word in enumerate(_TENS, start=2)},
    "a": 1, "an": 1, "another": 1, "no": 0, "none": 0, "nobody": 0, "dozen": 12, "half": 0, "single": 1, "lone": 1,
    "both": 2,
}  # fmt: skip
MULTIPLIERS = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "m": 1_000_000, "k": 1000, "billion": 10**9}
VAGUE_LOWS: dict[str, int | None] = {
    "several": 3, "a few": 3, "a handful": 3, "handful": 3, "numerous": None, "an unknown number": None,
    "a few dozen": 36, "a few hundred": 300, "a few thousand": 3000, "several dozens": 36, "several hundreds": 300,
    "several thousands": 3000, "many hundreds": 200, "many thousands": 2000, "many dozens": 24,
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200,
    "several dozen": 36, "several hundred": 300, "several thousand": 3000, "thousands": 2000,
    "tens of thousands": 20_000, "hundreds of thousands": 200_000, "millions": 2_000_000,
    "tens of millions": 20_000_000, "several million": 3_000_000,
    "large number": None, "a large number": None, "a growing number": None, "an increasing number": None,
    "a high number": None, "large numbers": None, "numbers": None, "more than half": None, "nearly half": None,
    "around half": None, "countless": None, "a majority": None, "scores more": 40, "dozens more": 24,
    "many": None, "some": None, "a number": None, "most": None, "half": None, "more and more": None,
}  # fmt: skip
"""The lowest number that each vague word stands for; all are open above. None bounds nothing."""

COMPARATOR_WORDS = {
    "at_least": ("at least", "no fewer than", "not less than", "no less than", "at the least", "a minimum of",
                 "pushing above", "upwards of", "upward of"),
    "more_than": ("more than", "over", "well over", "greater than", "exceeding", "in excess of", "above",
                  "well above"),
    "at_most": ("up to", "at most", "as many as", "as high as", "no more than", "a maximum of"),
    "less_than": ("fewer than", "less than", "under", "below"),
    "about": ("about", "around", "some", "an estimated", "estimated", "approximately", "roughly", "circa",
              "an average of", "or so"),
    "nearly": ("nearly", "almost", "close to", "just under", "nearing", "approaching"),
}  # fmt: skip
_WORD_COMPARATOR = {phrase: kind for kind, phrases in COMPARATOR_WORDS.items() for phrase in phrases}


def _alternatives(words: list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) + ")"


_SPELLED = [
    w for w in WORD_VALUES if w not in {"a", "an", "another", "no", "none", "nobody", "half", "single", "lone", "both"}
]
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f. ]\d{3})+(?!\d)|\d+(?:\.\d+)?"
_SPELLED_WORD = _alternatives(_SPELLED)
_CORE = (
    rf"(?:(?:{_DIGITS})(?:\s*(?:hundred|thousand|million|billion|m|k)\b)?(?!\.\d)"
    rf"|an?\s+(?:couple|pair|score)\b|half\s+a\s+million|(?:a\s+)?quarter\s+of\s+a\s+million|half\s+a\s+dozen"
    rf"|(?:(?:an?|{_SPELLED_WORD})\s+)?(?:hundred|thousand|million|dozen)(?:\s+and\s+{_SPELLED_WORD})?"
    rf"|{_alternatives(_TENS)}[\s-]{_alternatives(_UNITS[1:10])}"
    rf"|{_SPELLED_WORD}"
    rf"|another\s+one|another(?=\s+\d)|another|an?|no\s+one|none|nobody|no|single|lone|both)\b"
)
_VAGUE = _alternatives([w for w in VAGUE_LOWS if w != "half"])
_COMPARE = _alternatives(list(_WORD_COMPARATOR))
_PHRASE = re.compile(
    rf"\b(?:(?P<between>between|from)\s+)?"
    rf"(?:an\s+(?=estimated\s+at))?(?:estimated\s+(?=at))?(?:(?P<compare>{_COMPARE})\s+)?(?:(?:another|a\s+further|a\s+total\s+of)\s+(?=\d|{_alternatives(_SPELLED)}))?"
    rf"(?:(?P<vague>{_VAGUE}\b)|(?P<core>{_CORE}))"
    rf"(?:(?:\s*(?P<join>[-\u2013])\s*|\s+(?P<word>to|and|or)\s+)(?:{_COMPARE}\s+)?(?P<upper>{_CORE}))?"
    rf"(?P<plus>\+|\s+or\s+more\b)?",
    re.IGNORECASE,
)


_PHRASE_VALUES = {
    "no one": 0, "half a million": 500_000, "half a dozen": 6, "a couple": 2, "a pair": 2, "a score": 20,
}  # fmt: skip


@lru_cache(maxsize=REMEMBERED)
def value_of(words: str) -> int | None:
    """Return the whole number that digits or number words state, None where they state none.

    `2 million` is 2,000,000; `twenty-one` 21; `a hundred` 100; `half a million` 500,000.
    """
    text = re.sub(r"[\s-]+", " ", words.lower()).strip("+ ")
    if text.endswith("quarter of a million"):
        return 250_000
    if text in _PHRASE_VALUES:
        return _PHRASE_VALUES[text]
    return _digits_value(text) if text[:1].isdigit() else _words_value(text)


def _digits_value(text: str) -> int | None:
    found = re.fullmatch(r"(\d[\d,.\u00a0\u202f ]*?)\s*(hundred|thousand|million|billion|m|k)?", text)
    if not found:
        return None
    digits = found[1].strip()
    if re.fullmatch(r"\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+", digits):
        digits = re.sub(r"\D", "", digits)
    try:
        number = float(digits.replace(",", ""))
    except ValueError:
        return None
    return round(number * MULTIPLIERS.get(found[2] or "", 1))


def _words_value(text: str) -> int | None:
    total = current = 0
    seen = False
    for word in text.split():
        if word in MULTIPLIERS or word == "dozen":
            current = max(current, 1) * MULTIPLIERS.get(word, 12)
            seen = True
            if current >= MULTIPLIERS["thousand"]:
                total, current = total + current, 0
        elif word in WORD_VALUES:
            current += WORD_VALUES[word]
            seen = True
        elif word != "and":
            return None
    return total + current if seen else None


def bounds(comparator: str, value: int, value_high: int | None = None) -> CountRange:
    """Return the range that a comparator and a stated number stand for, by the design's rules of counting."""
    ends: dict[str, tuple[int | None, int | None]] = {
        "at_least": (value, None),
        "more_than": (value, None),
        "at_most": (0, value),
        "less_than": (0, max(value - 1, 0)),
        "range": (value, value_high),
    }
    low, high = ends.get(comparator, (value, value))
    return CountRange(
        low=low, high=high, comparator=comparator, value=value, value_high=value_high,
        approximate=comparator in {"about", "nearly"},
    )  # fmt: skip


def vague_count(word: str, comparator: str = "vague") -> CountRange:
    """Return the range of a vague word: its low from VAGUE_LOWS, open above."""
    text = re.sub(r"\s+", " ", word.lower())
    return CountRange(low=VAGUE_LOWS.get(text), high=None, comparator=comparator, vague=text)


def count_of(worded: str) -> CountRange:
    """Read a number phrase ("at least 22", "between 5 and 9", "dozens"): a range, or a vague word."""
    found = _PHRASE.match(worded.strip())
    if not found:
        return vague_count(worded.strip())
    if found["vague"]:
        return _vague(found)
    return _stated(found)


def _vague(found: re.Match[str]) -> CountRange:
    return vague_count(re.sub(r"\s+more$", "", found["vague"], flags=re.IGNORECASE))


def _stated(found: re.Match[str]) -> CountRange:
    value = value_of(found["core"])
    if value is None:
        return vague_count(found["core"])
    upper = value_of(found["upper"]) if found["upper"] else None
    if upper is not None and upper > value and _is_range(found):
        return bounds("range", value, upper)
    if found["plus"] or found["core"].endswith("+"):
        return bounds("at_least", value)
    compare = re.sub(r"\s+", " ", (found["compare"] or "").lower())
    return bounds(_WORD_COMPARATOR.get(compare, "exact"), value)


def _is_range(found: re.Match[str]) -> bool:
    return (found["word"] or "").lower() != "and" or (found["between"] or "").lower() == "between"


@lru_cache(maxsize=IN_ONE_REPORT)
def phrase_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the extent of the whole number phrase around `text[start:end]`, comparator words included.

    The stretch itself comes back where no phrase of the grammar overlaps it.
    """
    line = max(text.rfind("\n", 0, start) + 1, start - 60)
    for found in _PHRASE.finditer(text, line, min(len(text), end + 40)):
        if found.start() < end and start < found.end():
            return _trimmed(found)
    return start, end


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    """Drop the upper number of "12 and 30" and the leading "from" of what is no range."""
    start, end = found.span()
    if found["upper"] and not (_is_range(found) and _grows(found)):
        end = found.end("core")
    if found["between"] and not found["upper"]:
        start = found.start("compare") if found["compare"] else found.start("core" if found["core"] else "vague")
    return start, end


def _grows(found: re.Match[str]) -> bool:
    low, high = value_of(found["core"] or ""), value_of(found["upper"])
    return low is not None and high is not None and high > low


def has_number_words(worded: str) -> bool:
    """Tell whether the words hold a number, a number word or a vague plural that the grammar knows."""
    return _PHRASE.search(worded) is not None
