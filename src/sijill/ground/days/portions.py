"""Parts of a stretch of days: early, mid, late, the end of, the first three months of, the eve of.

A part of one day is that day. Of a month, early, mid and late are the 1st to 10th, 10th to 20th and 21st to the end
(mid by the annotation guidelines, rule 10); of a year, its first quarter, June to August, and its last quarter; of a
week its first, middle and last three days; of anything else its thirds.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from sijill.ground.days import almanac
from sijill.ground.days.almanac import days_between
from sijill.ground.days.words import number_of, ordinal_of, pattern

if TYPE_CHECKING:
    from sijill.values import Days

POSITIONS: Final = {
    "early": 0, "beginning": 0, "start": 0, "outset": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2,
}  # fmt: skip
THIRDS_OF_YEAR: Final = (((1, 1), (3, 31)), ((6, 1), (8, 31)), ((10, 1), (12, 31)))
LONGEST_WEEK, SHORTEST_MONTH, LONGEST_MONTH, SHORTEST_YEAR, LONGEST_YEAR = 8, 28, 31, 365, 366
PART: Final = pattern(  # begins with one of PART_STARTS, an article apart
    r"(?:"
    r"(?:earlier|later|early|late|mid)\b(?:-| on the night of| on| in|)"
    r"|(?:the )?(?:beginning|start|outset|end|middle|close) of"
    r"|(?:the )?(?:first|second|latter) half of"
    r"|(?:the )?(?:first|second|third|fourth|last|final) (?:{number} )?(?:day|week|weekend|month|quarter|year)s? of"
    r"|(?:the )?(?:(?:early|small|late|first|last|morning) )?hours of"
    r"|(?:the )?(?:morning|afternoon|evening|night|dawn|eve) (?:of|on)"
    r"|(?:at )?(?:dawn|noon|midday|midnight|sunrise|sunset|nightfall)(?: on|)|overnight(?: on|)"
    r")"
)
PART_STARTS: Final = frozenset(
    {
        "earlier", "later", "early", "late", "mid", "beginning", "start", "outset", "middle", "end", "close", "first",
        "second", "third", "fourth", "last", "final", "latter", "small", "hours", "morning", "afternoon", "evening",
        "night", "dawn", "eve", "at", "noon", "midday", "midnight", "sunrise", "sunset", "nightfall", "overnight",
    },
)  # fmt: skip
_COUNTED: Final = re.compile(
    pattern(
        "(?P<which>first|second|third|fourth|last|final) (?:{number} )?"
        "(?P<unit>day|week|month|quarter|year)(?P<many>s?) of",
    ),
)


def part_of(days: Days, part: str) -> Days:
    """Return the part of the days that the words name; the days themselves where they name none of a single day."""
    if days.first is None or days.last is None:
        return days
    words = " ".join(part.split())
    if words.startswith("overnight") and days.first == days.last:
        return days_between(days.first - timedelta(1), days.last, "overnight")
    if "eve of" in words:
        return days_between(days.first - timedelta(1), days.first - timedelta(1), f"eve of {days.rule}")
    counted = _COUNTED.search(words)
    first, last = _counted(days.first, days.last, counted) if counted else _worded(days.first, days.last, words)
    return days_between(first, last, f"{words} {days.rule}") if (first, last) != (days.first, days.last) else days


def _worded(first: date, last: date, words: str) -> almanac.Stretch:
    if "half" in words:
        return _half(first, last, second="first" not in words)
    position = next((at for word, at in POSITIONS.items() if re.search(rf"\b{word}\b", words)), None)
    if position is None or first == last:
        return first, last
    return _third(first, last, position)


def _half(first: date, last: date, *, second: bool) -> almanac.Stretch:
    if _is_year(first, last):
        return (date(first.year, 7, 1), last) if second else (first, date(first.year, 6, 30))
    middle = first + (last - first) // 2
    return (middle + timedelta(1), last) if second else (first, middle)


def _is_year(first: date, last: date) -> bool:
    return SHORTEST_YEAR <= (last - first).days + 1 <= LONGEST_YEAR and first.day == first.month == 1


def _third(first: date, last: date, position: int) -> almanac.Stretch:
    length = (last - first).days + 1
    if _is_year(first, last):
        (month, day), (last_month, last_day) = THIRDS_OF_YEAR[position]
        return date(first.year, month, day), date(first.year, last_month, last_day)
    if SHORTEST_MONTH <= length <= LONGEST_MONTH and first.day == 1:
        return ((first, first.replace(day=10)), (first.replace(day=10), first.replace(day=20)),
                (first.replace(day=21), last))[position]  # fmt: skip
    third = 3 if length <= LONGEST_WEEK else -(-length // 3)
    starts = (first, first + timedelta((length - third) // 2), last - timedelta(third - 1))
    return starts[position], starts[position] + timedelta(third - 1)


def _counted(first: date, last: date, words: re.Match[str]) -> almanac.Stretch:
    """Return "the first three months", "the second week", "the last quarter" of the stretch, kept within it."""
    if words["many"] and not words["number"]:
        return _third(first, last, 2 if words["which"] in ("last", "final") else 0)
    unit, count = words["unit"], number_of(words["number"] or "1") or 1
    if unit == "quarter":
        unit, count = "month", 3
    if words["which"] in ("last", "final"):
        after = almanac.units_after(last + timedelta(1), -count, unit)
        return max(first, after), last
    skipped = (ordinal_of(words["which"]) - 1) * count
    start = almanac.units_after(first, skipped, unit)
    return start, max(start, min(last, almanac.day_before(almanac.units_after(start, count, unit))))
