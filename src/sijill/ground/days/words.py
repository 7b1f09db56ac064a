"""The words that times are made of, as numbers and as pieces of patterns.

Every pattern here is for lower-case text, and no piece holds a group: what is read from a match is named by its rule.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri",
         "saturday sat", "sunday sun"),
    )
    for name in names.split()
}  # fmt: skip
ORDINALS: Final = {
    name: number
    for number, name in enumerate(
        (
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth",
        ),
        start=1,
    )
}  # fmt: skip
UNITS: Final = {
    name: number
    for number, name in enumerate(
        (
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ),
        start=1,
    )
}  # fmt: skip
TENS: Final = {
    name: 10 * tens
    for tens, name in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2)
}
NUMBERS: Final = {**UNITS, **TENS, "a": 1, "an": 1, "a couple of": 2, "couple of": 2}
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words that `ground/data/times.toml` lists under `name`."""
    table = tomllib.loads((files("sijill") / "ground" / "data" / "times.toml").read_text(encoding="utf-8"))
    return frozenset(table[name])


_NUMBER_WORD = rf"(?:{_any(TENS)})(?:(?:-| )(?:{_any(dict(list(UNITS.items())[:9]))}))?|{_any(UNITS)}"
PIECES: Final = {
    "month": rf"(?:(?:{_any(MONTHS)})\b(?:(?<=\b[a-z]{{3}})(?<!\bmay)\.|(?<=\bsept)\.)?)",
    "weekday": rf"(?:{'|'.join(name for name in WEEKDAYS if name.endswith('day'))})",
    "someday": rf"(?:{_any(WEEKDAYS)})\b\.?,?",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,]\d)",
    "year": r"(?:1\d{3}|20\d\d)(?!\d|[.,]\d)",
    "number": rf"(?:\d{{1,4}}|a couple of|couple of|an?|{_NUMBER_WORD})",
    "vague": r"(?:(?:a |the )?few|several|many|some)",
    "ordinal": rf"(?:{_any(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))",
    "unit": r"(?:hour|day|night|week|month|year|decade)",
    "season": rf"(?:{_any(SEASONS)})",
    "sep": r"(?:\s?[-\u2013\u2014]\s?|\s+(?:to|and|until|till|through|or)\s+)",
    "dash": r"(?:\s?[-\u2013\u2014]\s?|\s+(?:to|until|till|through)\s+)",
    "plain": rf"(?!(?:{_any(MONTHS)}|last|early|late|mid)\b|\d)[\w'\u2019-]+",  # a word that opens no date
    "word": r"[\w'\u2019-]+",
}


STARTS: Final = {
    "FIGURE": ("0",),
    "MONTH": tuple(MONTHS),
    "WEEKDAY": (*WEEKDAYS, *(f"{name}s" for name in WEEKDAYS if name.endswith("day"))),
    "NUMBER": (*UNITS, *TENS, "couple"),
    "VAGUE": ("few", "several", "many", "some"),
    "ABOUT": ("nearly", "almost", "about", "around", "more", "over", "just", "only", "at"),
    "UNIT": (
        "hour", "day", "night", "week", "month", "year", "decade",
        "hours", "days", "nights", "weeks", "months", "years", "decades",
    ),
    "ORDINAL": tuple(ORDINALS),
    "SEASON": tuple(SEASONS),
}  # fmt: skip


def pattern(template: str) -> str:
    """Return a rule's template as a regular expression: `{month}` named as it stands, a space as any white space."""
    named = re.sub(r"\{([a-z]+)(\d?)\}", lambda m: f"(?P<{m[1]}{m[2]}>{PIECES[m[1]]})", template)
    return named.replace(" ", r"\s+")


def starting_words(names: str) -> frozenset[str]:
    """Return the words that a rule can start with, from their lists' names ("MONTH") or themselves ("last")."""
    return frozenset(word for name in names.split() for word in STARTS.get(name, (name,)))


def number_of(worded: str) -> int | None:
    """Return the number that a word or figure up to four digits stands for; None for any other word."""
    plain = re.sub(r"\s+", " ", worded.strip().lower())
    if plain.isdecimal():
        return int(plain)
    tens, _, unit = plain.replace("-", " ").partition(" ")
    if tens in TENS and unit in UNITS:
        return TENS[tens] + UNITS[unit]
    return NUMBERS.get(plain)


def ordinal_of(worded: str) -> int:
    """Return the number that an ordinal or a day's figure stands for ("third", "21st", "21")."""
    figure = re.match(r"\d+", worded)
    return int(figure[0]) if figure else ORDINALS[worded]


def month_of(worded: str) -> int:
    """Return 1..12 for a month's name or its abbreviation."""
    return MONTHS[worded.strip(" .").lower()]


def weekday_of(worded: str) -> int:
    """Return 0 (Monday) to 6 (Sunday) for a weekday's name or its abbreviation."""
    return WEEKDAYS[worded.strip(" .,").lower()]
