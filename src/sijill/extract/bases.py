"""Numbers of which only some are told of: 12 in "five of the 12 passengers were killed".

Invariant: a number whose own words tell what befell its people is a figure of theirs ("two of the 30 wounded").
"""

from __future__ import annotations

import re
from itertools import dropwhile
from typing import TYPE_CHECKING, Final

from sijill.extract.befallen import harm_told
from sijill.extract.counted import counted
from sijill.extract.measure_words import words
from sijill.extract.stated_numbers import SCALES, value_of
from sijill.extract.vague_words import VAGUE_LOWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_SHARES: Final = frozenset(
    {"third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "%", "cent", "percent"}
    | {"most", "half", "none", "neither", "majority", "out", "part", "rest", "remainder", "few", "several"}
)
_PASSED: Final = frozenset(
    {"the", "these", "those", "its", "their", "his", "her", "our", "at", "least", "about", "more", "than", "some"}
    | {"nearly", "almost", "over", "around", "an", "estimated", "up", "to", "roughly", "total", "original"}
)
"""Words that may stand between "of" and the number."""
_HARMED: Final = frozenset({"killed", "killed_or_injured", "injured"})
_VICTIMS: Final = frozenset({"victims", "casualties", "martyrs", "fatalities"})
_HELD: Final = frozenset(
    {"hostages", "captives", "prisoners", "detainees", "inmates", "refugees", "abductees", "displaced"}
)
"""People whom their name tells to have been taken or driven out; not that they were freed."""
_PART_OF_A_SCALE: Final = frozenset({"quarter", "quarters", "half", "third", "thirds"})
"""In "a quarter of a million" they are of the number itself."""
_FAR: Final = 14
"""Words before a number among which its "of" and the share stand."""
_OWNERS: Final = frozenset({"'s", "'", "\u2019s", "\u2019"})
_OWNER: Final = 4
"""Words of an owner, at most, with the sign behind it: "half of the old town's 2,000 residents"."""
_DYING: Final = frozenset({"died", "survived", "succumbed"})
_RATIO: Final = re.compile(
    r"(?<!\S)(\w+) (?:in|out of)(?: every)? (\w+) (?:of\b|\w*people|children|women|men|\w+ (?:people|children|women))"
)
_AHEAD: Final = 12
"""Words behind "Of the 30 passengers" within which the comma and the number of some of them stand."""


def is_base(number: Token, measure: str) -> bool:
    """Tell whether a number with a measure counts those of whom only some are told to have met with it."""
    if _is_ratio(number):
        return True
    if not (_is_shared_out(number) or _is_of_them(number)):
        return False
    return not _befell_all(number, measure) and (_is_told(number, measure) or _is_of_a_number(number))


def _is_of_a_number(number: Token) -> bool:
    """Tell whether a number stands before the "of": whatever it counts of them, "nine of the 21" are not 21."""
    before = _before(number)
    return len(before) > 1 and before[0].lower_ == "of" and value_of(before[1].text) is not None


def _is_told(number: Token, measure: str) -> bool:
    """Tell whether a sentence tells that some met with a measure: "many of the 3,500 have waited" tells none."""
    return any(words().get(word.lower_) == measure or harm_told(word.lower_) == measure for word in number.sent)


def told_of_all(number: Token) -> str | None:
    """Return the measure that their name gives all of whom only some are told of: "two of the five wounded died"."""
    if not (_is_shared_out(number) or _is_of_them(number)):
        return None
    return _named(number) or next((told for behind in _behind(number) if (told := harm_told(behind)) is not None), None)


def _named(number: Token) -> str | None:
    return words().get(counted(number).lower_)


def _before(number: Token) -> list[Token]:
    """Return the words before a number in its sentence, the nearest first, those left out that only qualify it."""
    before = list(number.doc[max(number.sent.start, number.i - _FAR) : number.i])[::-1]
    if not any(word.lower_ == "of" for word in before):
        return []
    before = list(dropwhile(lambda word: word.pos_ == "NUM", before)) if number.lower_ in SCALES else before
    if before and before[0].lower_ in _OWNERS:
        before = list(dropwhile(lambda word: word.lower_ != "of", before[: _OWNER + 1])) + before[_OWNER + 1 :]
    return list(dropwhile(lambda word: word.lower_ in _PASSED, before))


def _is_ratio(number: Token) -> bool:
    """Tell whether a number is of a ratio: "one in three people has fled", not "killed one in two attacks"."""
    around = " ".join(word.lower_ for word in number.doc[max(number.sent.start, number.i - 3) : number.i + 6])
    return any(number.lower_ in (found[1], found[2]) for found in _RATIO.finditer(around))


def _is_shared_out(number: Token) -> bool:
    """Tell whether a number or a share stands before the "of" of a number: "five of the 12", "two-thirds of 30"."""
    before = _before(number)
    if number.lower_ in SCALES and len(before) > 1 and before[1].lower_ in _PART_OF_A_SCALE:
        return False
    return number.lower_ not in VAGUE_LOWS and len(before) > 1 and before[0].lower_ == "of" and _is_some(before[1])


def _is_some(word: Token) -> bool:
    return word.lower_ in _SHARES or word.lower_ in VAGUE_LOWS or value_of(word.text) is not None


def _is_of_them(number: Token) -> bool:
    """Tell whether a sentence begins with the number of all, and that of some follows: "Of the 12 people, five"."""
    before = _before(number)
    if not before or before[0].lower_ != "of" or not (len(before) == 1 or before[1].is_punct):
        return False
    ahead = number.doc[number.i + 1 : min(number.i + _AHEAD, number.sent.end)]
    comma = next((word.i for word in ahead if word.lower_ == ","), None)
    if comma is None:
        return False
    some = number.doc[comma + 1 : min(comma + 5, number.sent.end)]
    return any(_is_some(word) for word in some if word.lower_ not in {"a", "an", "no"})


def _befell_all(number: Token, measure: str) -> bool:
    """Tell whether the number's own words say that the measure is of all of them: "the 30 killed", "12 hostages"."""
    named = _named(number)
    if named is not None:
        return named == measure
    if any(harm_told(behind) == measure for behind in _behind(number)):
        return True
    told = list(_own_words(number))
    if measure != "released" and measure not in _HARMED and any(word in _HELD for word in told):
        return True
    return any(words().get(word) == measure or (measure in _HARMED and word in _VICTIMS) for word in told)


def _behind(number: Token) -> Iterator[str]:
    """Yield the words behind a number and behind its people, where another verb or a comma tells that they say which.

    "Of the 40 people killed, 12 were children", "was one of two people killed"; not "five of 12 hostages killed".
    """
    sentence = number.doc[number.sent.start : number.sent.end]
    last = max(counted(number).i, number.i)
    verbs = any(word.pos_ == "AUX" or word.lower_ in _DYING for word in sentence)
    for at in {number.i + 1, last + 1}:
        behind = number.doc[at : number.sent.end]
        if verbs or any(word.lower_ == "," for word in behind):
            yield " ".join(word.lower_ for word in behind[:_AHEAD])


def _own_words(number: Token) -> Iterator[str]:
    """Yield the number, the people it counts, and the words that say what befell them: "people who were killed"."""
    people = counted(number)
    for word in (number, people, *people.children, *number.children):
        yield word.lower_
        if word.dep_ in {"acl", "acl:relcl"}:
            yield from (other.lower_ for other in word.children if other.dep_ == "conj")
