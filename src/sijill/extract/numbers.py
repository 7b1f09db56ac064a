"""A number phrase of English news, and how many people it stands for.

The words and their bounds are the table of docs/why.md's rules of counting; `count_of` never guesses: a phrase that
it cannot read is a vague word that bounds nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import prod
from typing import Final

from sijill.extract.stated_numbers import NUMBER, OF_SPELLED, SCALE, SCALES, alternatives, value_of
from sijill.extract.vague_words import VAGUE, vague_low
from sijill.values import CountRange

IN_ONE_REPORT: Final = 512
"""Number phrases that are kept: each is asked for several times while its report is read."""
_AROUND: Final = 60
"""Characters on each side of a tagged word in which its phrase is sought."""
_COMPARATORS: Final = {
    "at_least": ("at least", "at the least", "at the very least", "no fewer than", "not fewer than", "not less than",
                 "no less than", "a minimum of", "pushing above", "upwards of", "upward of"),
    "more_than": ("more than", "over", "well over", "just over", "a little over", "slightly over", "slightly more than",
                  "a little more than", "well above", "above", "greater than", "exceeding", "in excess of", "tops",
                  "topped", "topping", "exceeds", "exceeded", "surpasses", "surpassed", "has passed", "had passed"),
    "at_most": ("up to", "at most", "at the most", "as many as", "as high as", "no more than", "not more than",
                "a maximum of"),
    "less_than": ("fewer than", "less than", "under", "well under", "below", "slightly fewer than"),
    "about": ("about", "around", "some", "an estimated", "estimated", "approximately", "roughly", "circa",
              "an average of", "somewhere around", "in the region of", "on the order of", "in the order of"),
    "nearly": ("nearly", "almost", "close to", "just under", "just short of", "a little under", "nearing",
               "approaching", "not quite"),
}  # fmt: skip
_COMPARATOR_OF: Final = {phrase: kind for kind, phrases in _COMPARATORS.items() for phrase in phrases}
_SIGNS: Final = {">": "more_than", "≥": "at_least", "<": "less_than", "≤": "at_most"}
"""Signs before digits; all others ("~200", "c. 200") are "about"."""
_ROUGHLY: Final = frozenset({"about", "nearly"})
_NO_PARTICLE: Final = "(?:(?!over\\b)|" + "".join(
    rf"(?<!\b{verb}\s)" for verb in ("handed", "handing", "ran", "turned", "turning")
) + ")"  # fmt: skip
"""What "over" compares by stands behind no verb that has it for its own: "handed over two of the hostages"."""
_COMPARE: Final = alternatives(_COMPARATOR_OF)
_ALSO: Final = r"(?:,?\s+(?:if\s+not|perhaps|possibly|maybe|or(?:\s+even)?|to)\s+(?:even\s+)?" + VAGUE + r"(?!\w))"
_PHRASE: Final = re.compile(
    rf"(?<!\w)(?:(?P<between>between|from)\s+)?"
    rf"(?:{_NO_PARTICLE}(?P<compare>{_COMPARE}(?:\s+(?:at\s+)?{_COMPARE})?)\s+|(?P<sign>[~≈>≥<≤]|c\.|ca\.|approx\.|est\.)\s*(?=\d))?"
    rf"(?:(?:another|a\s+further|a\s+total\s+of)\s+(?=\d|{OF_SPELLED}(?!\w)))?"
    rf"(?:(?P<vague>{VAGUE}(?!\w)){_ALSO}?|(?P<core>{NUMBER}))"
    rf"(?:(?:\s*(?P<join>[-\u2013])\s*|\s+(?P<word>to|and|or)\s+)(?:{_COMPARE}\s+)?(?P<upper>{NUMBER}))?"
    rf"(?P<same>\s*\(\s*(?P<again>{NUMBER})\s*\))?"
    rf"(?P<end>\+|-plus\b|\s+or\s+(?:more|so|fewer|less)\b|[-\s]odd\b)?",
    re.IGNORECASE,
)


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
        approximate=comparator in _ROUGHLY,
    )  # fmt: skip


def vague_count(word: str, comparator: str = "vague") -> CountRange:
    """Return the range of a vague word: its low, open above."""
    text = re.sub(r"\s+", " ", word.lower())
    return CountRange(low=vague_low(text), high=None, comparator=comparator, vague=text)


def count_of(worded: str) -> CountRange:
    """Read a number phrase ("at least 22", "between 5 and 9", "dozens"): a range, or a vague word."""
    found = _PHRASE.match(worded.strip())
    if not found:
        return vague_count(worded.strip())
    if found["vague"]:
        return vague_count(re.sub(r"\s+more$", "", found["vague"], flags=re.IGNORECASE))
    return _stated(found)


def _stated(found: re.Match[str]) -> CountRange:
    low, high = _ends(found)
    if low is not None and high is not None and high > low and _is_range(found):
        return bounds("range", low, high)
    value = value_of(found["core"])
    if value is None:
        return vague_count(found["core"])
    return bounds(_comparator(found), value)


def _ends(found: re.Match[str]) -> tuple[int | None, int | None]:
    """Return both numbers of a phrase; the first has the second's scale too: "two to three thousand"."""
    low, high = value_of(found["core"] or ""), value_of(found["upper"] or "")
    if high is None or not found["core"] or re.search(rf"\b{SCALE}", found["core"], re.IGNORECASE):
        return low, high
    scales = re.findall(rf"\b{SCALE}", found["upper"], re.IGNORECASE)
    if low is None:
        return value_of(" ".join([found["core"], *scales])), high
    scale = prod(SCALES[word.lower()] for word in scales)
    return (low * scale if scale > 1 and low < high / scale else low), high


def _comparator(found: re.Match[str]) -> str:
    """Return what a stated number is compared by: an end ("or more"), else the last firm word, else a rough one."""
    end = re.sub(r"[-\s]+", " ", (found["end"] or "").lower()).strip()
    if end in {"+", "plus", "or more"}:
        return "at_least"
    if end in {"or fewer", "or less"}:
        return "at_most"
    words = re.findall(_COMPARE, found["compare"] or "", re.IGNORECASE)
    kinds = [_COMPARATOR_OF[re.sub(r"\s+", " ", word.lower())] for word in words]
    if found["sign"]:
        kinds = [_SIGNS.get(found["sign"], "about")]
    rough = "about" if end else "exact"
    return next((kind for kind in reversed(kinds) if kind not in _ROUGHLY), kinds[0] if kinds else rough)


def _is_range(found: re.Match[str]) -> bool:
    return (found["word"] or "").lower() != "and" or (found["between"] or "").lower() == "between"


@lru_cache(maxsize=IN_ONE_REPORT)
def phrase_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the extent of the whole number phrase around `text[start:end]`, comparator words included.

    The stretch itself comes back where no phrase of the grammar overlaps it.
    """
    line = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    for found in _PHRASE.finditer(text, line, min(len(text), end + _AROUND)):
        if found.start() < end and start < found.end():
            return _trimmed(found)
    return start, end


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    """Drop the upper number of "12 and 30", another in brackets, and the leading "from" of what is no range."""
    start, end = found.span()
    if found["upper"] and not (_is_range(found) and _grows(found)):
        end = found.end("core")
    elif found["same"] and value_of(found["again"]) != value_of(found["core"] or ""):
        end = found.start("same")
    if found["between"] and not found["upper"]:
        firsts = ("compare", "sign", "core", "vague")
        start = min(found.start(name) for name in firsts if found[name])
    return start, end


def _grows(found: re.Match[str]) -> bool:
    low, high = _ends(found)
    return low is not None and high is not None and high > low


def has_number_words(worded: str) -> bool:
    """Tell whether the words hold a number, a number word or a vague plural that the grammar knows."""
    return _PHRASE.search(worded) is not None
