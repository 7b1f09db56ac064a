"""Whether words that may be a time are one where they stand: the verb "may", the figure 2011, Fridays in general.

Each test looks at the words about the candidate, never further than `REACH` characters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sijill.ground.days.words import MONTHS, listed

if TYPE_CHECKING:
    from collections.abc import Callable

REACH: Final = 24
_BEFORE_A_MONTH: Final = re.compile(
    r"\b(?:in|since|last|this|next|until|till|of|by|from|through|and|or|to|early|late|mid|between|during|before|after|"
    r"for|throughout|on|end of|start of)[\s-]+(?:early |late |mid-?)?$",
)
_BEFORE_A_YEAR: Final = re.compile(
    r"(?:\b(?:in|into|since|during|throughout|until|till|by|of|from|to|before|after|between|and|or|through|early|late|"
    r"mid|the year|for|than|about|around|circa|as late as|as early as)[\s-]+|\(|^|[\ds]\s?[-\u2013\u2014]\s?)$",
)
_LOOSE: Final = re.compile(r"\b(?:of|from|to|by|between|and|or|for|than|before|after|about|around)\s+$")
_IN_A_NUMBER: Final = re.compile(r"[\d.,$€£#/-]\Z")
_BEFORE_A_SEASON: Final = re.compile(
    r"\b(?:in|during|throughout|over|until|since|by|into|and|or|of|this|that)\s+(?:the\s+)?$",
)
_HEADING: Final = re.compile(r"(?:^|\n|\.)\s*$")
_DETERMINER: Final = re.compile(r"\b(?:the|a|an|its|his|their|that|this|disputed|deadly|bloody)\s+$")
_WORD_AFTER: Final = re.compile(r"\s+([a-z][a-z'\u2019-]*)")
_NAME_AFTER: Final = re.compile(r"\s+[A-Za-z][\w'\u2019-]*[^\Ws]\b")  # "the 1963 coup", not "the 2011 fighters"
_AFTER_A_YEAR: Final = frozenset(
    {
        "a", "after", "against", "alone", "also", "amid", "an", "and", "are", "as", "at", "because", "before", "being",
        "between", "but", "by", "could", "did", "during", "for", "from", "had", "has", "have", "he", "her", "his", "i",
        "if", "in", "into", "is", "it", "its", "more", "not", "of", "on", "onward", "onwards", "or", "over", "she",
        "so", "that", "the", "their", "there", "they", "this", "through", "to", "under", "until", "was", "we", "were",
        "when", "where", "which", "while", "who", "with", "would", "your",
    },
)  # fmt: skip
_CAPITAL_BEFORE: Final = re.compile(r"\b([A-Z][\w.]*)\s$")
_NAME_BESIDE: Final = re.compile(r"\s[A-Z][a-z]")
_GENERAL: Final = re.compile(r"\b(?:on|every|most|all)\s+$")
_ACT_AFTER: Final = re.compile(
    r"\s+(?:[a-z-]+ )?(?:air ?strikes?|ambush|assault|attacks?|blasts?|bombings?|clash(?:es)?|explosions?|fighting"
    r"|killings?|massacre|protests?|raids?|rall(?:y|ies)|shelling|shootings?|strikes?|violence|vote)\b"
)
"""What happened on a day whose apostrophe was lost: "details on Wednesdays blast"."""
_MONTH_AFTER: Final = re.compile(
    rf"(?:\s+(?:and|to|or|through)\s+|\s?[-\u2013\u2014]\s?)(?:{'|'.join(MONTHS)})\b",
    re.IGNORECASE,
)
SURE_MONTHS: Final = frozenset(name for name in MONTHS if len(name) > len("may") and name != "march")
_DOUBTFUL_MONTHS: Final = frozenset(MONTHS) - SURE_MONTHS


def is_time(rule: str, text: str, start: int, end: int, *, part: bool) -> bool:
    """Tell whether `text[start:end]`, which has the form of `rule`, is a time; `part` tells of an "early" before it."""
    return _TESTS[rule](text, start, end, part)


def _before(text: str, start: int) -> str:
    return text[max(0, start - REACH) : start].lower()


def _is_month(text: str, start: int, end: int, part: bool) -> bool:  # noqa: FBT001 -- one shape for all tests
    word = text[start:end].rstrip(".")
    if not word[0].isupper():
        return False
    sure = part or word.lower() not in _DOUBTFUL_MONTHS or _MONTH_AFTER.match(text, end)
    return bool(sure or _BEFORE_A_MONTH.search(_before(text, start)))


def _is_date(text: str, start: int, end: int, part: bool) -> bool:  # noqa: ARG001, FBT001 -- one shape for all tests
    """Refuse the verbs: "12 may", "march 5 km"."""
    return not re.search(r"\b(?:may|mar|march)\b", text[start:end])


def _is_year(text: str, start: int, end: int, part: bool) -> bool:  # noqa: FBT001 -- one shape for all tests
    before, following = _before(text, start), _WORD_AFTER.match(text, end)
    word = following[1] if following else ""
    if word in listed("counted") or (not part and _IN_A_NUMBER.search(before)):
        return False
    if _DETERMINER.search(before):
        return _NAME_AFTER.match(text, end) is not None and int(text[start:end]) % 50 != 0
    if part or (_HEADING.search(before) and text[end : end + 1] in (":", "\n")):
        return True
    return _BEFORE_A_YEAR.search(before) is not None and (_is_plain(word, before) or not _LOOSE.search(before))


def _is_plain(word: str, before: str) -> bool:
    """Tell whether the word after a year is none that a figure could count."""
    return not word or word in _AFTER_A_YEAR or (before.endswith("of ") and not word.endswith("s"))


def _is_years(text: str, start: int, end: int, part: bool) -> bool:  # noqa: ARG001, FBT001 -- one shape for all tests
    """Refuse "2016-08", which is a month, and a range of people ("2000-2500 fighters")."""
    first, last = text[start : start + 4], text[end - 2 : end]
    following = _WORD_AFTER.match(text, end)
    longer = text[end - 4 : end] if text[end - 4 : end].isdecimal() else first[:2] + last
    return first < longer and not (following and following[1] in listed("counted"))


def _is_weekday(text: str, start: int, end: int, part: bool) -> bool:  # noqa: ARG001, FBT001 -- one shape for all tests
    """Refuse Fridays in general; a lost apostrophe ("Fridays attack") is let through."""
    if not text[start:end].lower().endswith("ys"):
        return True
    general = _GENERAL.search(_before(text, start)) is not None and _ACT_AFTER.match(text, end) is None
    return _WORD_AFTER.match(text, end) is not None and not general


def _is_near(text: str, start: int, end: int, part: bool) -> bool:  # noqa: FBT001 -- one shape for all tests
    """Refuse names such as "Russia Today", and "the day" without a part of it."""
    if text[start:end].lower().endswith("the day"):
        return part
    return not (text[start:end] == "Today" and re.search(r"[A-Z]\w+ $", text[max(0, start - REACH) : start]))


def _is_season(text: str, start: int, end: int, part: bool) -> bool:  # noqa: FBT001 -- one shape for all tests
    """Refuse "the Arab Spring" and "winter clothes"."""
    following = _WORD_AFTER.match(text, end)
    clear = text[start:end].islower() and (following is None or following[1] in _AFTER_A_YEAR)
    return clear and (part or bool(_BEFORE_A_SEASON.search(_before(text, start))))


def _is_feast(text: str, start: int, end: int, part: bool) -> bool:  # noqa: ARG001, FBT001 -- one shape for all tests
    """Refuse people and operations ("Mr Ramadan", "Ramadan Shallah")."""
    before, after = _CAPITAL_BEFORE.search(text[max(0, start - REACH) : start]), _NAME_BESIDE.match(text, end)
    return not after and (before is None or before[1].lower() in _AFTER_A_YEAR | {"last", "holy"})


def _has_part(text: str, start: int, end: int, part: bool) -> bool:  # noqa: ARG001, FBT001 -- one shape for all tests
    return part


_TESTS: Final[dict[str, Callable[[str, int, int, bool], bool]]] = {
    "month": _is_month,
    "year": _is_year,
    "years": _is_years,
    "last named month": _is_date,
    "feast": _is_feast,
    "season alone": _is_season,
    "month day": _is_date,
    "day month": _is_date,
    "weekday": _is_weekday,
    "near": _is_near,
    "the unit": _has_part,
}
