"""The publication day that a report's own words give: "Wed 05 Apr 2017", "KABUL, Afghanistan (Nov. 12)".

Invariant: a day is never guessed. Where the words allow two readings ("10/08/2016") or leave the year out, only
another day that is known (`near`), a weekday in the words or the order of the report's other dates may decide. What is
likely by custom alone (`likely`: in 04-07-2015 the day stands first) settles no other day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sijill.values import Span

HEAD: Final = 1_000  # code points of a report in which its dateline is looked for
BEFORE: Final = 60  # code points before a day that tell whether it is a stamp
NEAREST: Final = 183  # days: a day without a year is the one within half a year of a known day
EUROPEAN: Final = "."  # 04.07.2015 is written where the day stands first; with / or - the order is not known
CUSTOMARY: Final = re.compile(r"\d\d-\d\d-\d{4}$")  # 04-07-2015 mostly too: a month that stands first takes /
MONTHS: Final = 12
FORTNIGHT: Final = 14  # days: a known day that near speaks for a reading
FEW: Final = 7  # days: a report is stamped within a few of its publication

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY: Final = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b[.,]?\s{1,3}"
_DAY: Final = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)[0-9]{2}(?![0-9])"
_SEP: Final = r"[\s,\u060c.-]{0,3}"
_DAY_WORDS: Final = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY})?(?:"
    rf"(?P<d1>{_DAY})[\s-](?P<m1>{_MONTH})(?:{_SEP}(?P<y1>{_YEAR}))?"
    rf"|(?P<m2>{_MONTH})\s?(?P<d2>{_DAY})(?:{_SEP}(?P<y2>{_YEAR})|(?![0-9]))"
    rf"|(?P<y3>{_YEAR})[-/](?P<m3>[01]?[0-9])[-/](?P<d3>[0-3]?[0-9])(?![0-9])"
    rf"|(?P<a>[0-3]?[0-9])(?P<sep>[./-])(?P<b>[0-3]?[0-9])(?P=sep)(?P<y4>{_YEAR})"
    rf"|(?P<y5>(?:19|20)[0-9]{{2}})(?P<m5>[01][0-9])(?P<d5>[0-3][0-9])(?![0-9])"
    r")",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"[\s,T]{0,3}(?:(?:at\s)?[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?|at\s[0-2][0-9][.:]?[0-5][0-9]\b"
    r"|[0-2]?[0-9][.:]?[0-5][0-9](?=\s?(?:[ap]\.?m\b|[AP]M\b|GMT|UTC|BST|E[DS]?T)))"
    r"(?:\s?(?:[ap]\.?m\b\.?|[AP]M\b))?(?:\s?(?:GMT|UTC|BST|E[DS]?T|KSA|Z\b)?(?:[+-][0-9]{1,2}:?(?:[0-9]{2})?)?)",
)
_LABEL: Final = re.compile(
    r"(?:Date of publication|(?:First )?[Pp]ublished(?: on)?|Posted(?: on)?|(?:Last )?[Uu]pdated?(?: at| on)?"
    r"|Aired|Date)[:\s]{0,3}$"
)
_CLOCK_BEFORE: Final = re.compile(r"\b[0-2][0-9][0-5][0-9]\s$")
_PLACE_BEFORE: Final = re.compile(r"[A-Z][\w'.-]{1,30}[,\s(]{1,3}$")
_BRACKET_AFTER: Final = re.compile(r"\)\s{0,3}(?:[\u2013\u2014\n\u2028A-Z-]|$)")
_WIRE_AFTER: Final = re.compile(r",?\s{0,2}\(?[A-Z][\w ]{1,30}\)?\s{0,2}[-\u2013\u2014]")
_CITY_BEFORE: Final = re.compile(
    r"^\s*(?!(?:After|At|Before|By|During|From|In|On|Since|Until)\b)[A-Z][\w'\u2019. -]{1,40}"
    r"(?:,\s[A-Z][\w'\u2019. -]{1,30}){0,2},\s$"
)
_NAMES_BEFORE: Final = re.compile(
    r"^\s*(?!(?:After|At|Before|By|During|From|In|On|Since|Until)\b)"
    r"(?:[A-Z][\w'\u2019.-]{1,30}(?: (?:al|de|el|la|of))?(?: |, )){1,6}(?<=, )$"
)
_DASH_AFTER: Final = re.compile(r"\s{0,2}(?:\([A-Z][\w'\u2019/ ]{1,60}\)\s{0,2})?[-\u2013\u2014]{1,2}\s")
_BULLETIN_BEFORE: Final = re.compile(
    r"\b(?:bulletin|briefing|communiqu[e\u00e9]|digest|newsletter|press release|report|sitrep|statement|summary|update)"
    r"(?:\s(?:no\.?|number|#)\s?\d{1,4})?\s?[,:|\u2013\u2014-]\s$",
    re.IGNORECASE,
)
_WORD_BEFORE: Final = re.compile(r"[\w'\"\u201d\u2019.)]{1,40}[,:;.]?\s{0,3}$")
_RELEASE: Final = re.compile(r"\b(20[0-9]{2})-([01][0-9])-[A-Z]{1,3}-[0-9]{1,4}\b")
_AFTER_STAMP: Final = re.compile(r"\s{0,3}[,:;|)\]]?\s{0,3}(?!by\b|at\b|title\b|updated\b)[a-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWords:
    """A calendar day as worded, with every reading that the words allow.

    `month_day` is set where the year is left out; `readings` then is empty. `weekday` counts from Monday = 0.
    `separator` is that of a numeric date whose first reading takes the day first.
    """

    span: Span
    worded: str
    readings: tuple[date, ...] = ()
    month_day: tuple[int, int] | None = None
    weekday: int | None = None
    separator: str | None = None

    def day(self, near: date | None = None) -> date | None:
        """Return the day, where the words alone or a known day `near` it leave one reading; else None."""
        readings = self.readings
        if self.month_day is not None:
            readings = _around(self.month_day, near)
        if len(readings) > 1 and self.weekday is not None:
            readings = tuple(day for day in readings if day.weekday() == self.weekday)
        if len(readings) > 1:
            readings = tuple(day for day in readings if day == near)
        return readings[0] if len(readings) == 1 else None

    def likely(self, near: date | None = None) -> date | None:
        """Return the day, or the likelier of two readings: the one within a week of `near`, else by custom.

        Custom tells nothing against a known day within a fortnight of which the other reading lies.
        """
        day = self.day(near)
        if day is not None or not self.readings:
            return day
        close = [each for each in self.readings if near and abs((each - near).days) <= FEW]
        if len(close) == 1:
            return close[0]
        if self.weekday is not None or not CUSTOMARY.match(self.worded) or not self._agrees(near):
            return None
        return self.readings[0]

    def _agrees(self, near: date | None) -> bool:
        """Tell whether no known day speaks against the reading that takes the day first."""
        return near is None or all(abs((each - near).days) > FORTNIGHT for each in self.readings[1:])


def parse_day(words: str) -> DayWords | None:
    """Read a day that `words` begin with: ISO 8601, RFC 2822, "August 10, 2016", "10/08/2016"; None if they do not."""
    stripped = words.strip()
    match = _DAY_WORDS.match(stripped)
    return _day_words(match) if match else None


def find_dateline(text: str, title_end: int = 0) -> DayWords | None:
    """Return the day that stands as the dateline or stamp in the first part of `text`.

    A day inside a sentence ("on August 13, 2016") is none. `title_end` is where the headline ends, if that is known:
    a day that follows it is a stamp.
    """
    head = text[: title_end + HEAD]
    for match in _DAY_WORDS.finditer(head):
        words = _day_words(match)
        if words is not None and _is_stamp(head, words, title_end):
            return _in_order(words, text)
    return None


def _in_order(words: DayWords, text: str) -> DayWords:
    """Return a numeric day in the order of the report's other dates of its form: "10/08/2016" beside "28/08/2016"."""
    if words.separator is None or len(words.readings) == 1:
        return words
    numeric = [(int(m["a"]), int(m["b"])) for m in _DAY_WORDS.finditer(text) if m["sep"] == words.separator]
    day_first = {first > MONTHS for first, second in numeric if (first > MONTHS) != (second > MONTHS)}
    if len(day_first) != 1:
        return words
    return replace(words, readings=words.readings[:1] if day_first.pop() else words.readings[1:])


def clock_end(text: str, end: int) -> int:
    """Return where the time of day that follows a day at `end` ends ("16:45", "1055 UTC+3"); `end` if there is none."""
    match = _CLOCK.match(text, end)
    return match.end() if match else end


def release_month(text: str) -> date | None:
    """Return the middle of the month that a press release's number names ("2011-01-S-055")."""
    match = _RELEASE.search(text, 0, HEAD)
    return _date(match[1], match[2], "15") if match else None


def _day_words(match: re.Match[str]) -> DayWords | None:
    """Build the day from its groups; None where no calendar holds it."""
    found = match.groupdict()
    span = Span(start=match.start(), end=match.end())
    weekday = _WEEKDAYS.index(found["weekday"][:3].lower()) if found["weekday"] else None
    year, month, day = (_first(found, key) for key in ("y", "m", "d"))
    if found["a"]:
        readings = _two_orders(found["y4"], found["a"], found["b"], found["sep"])
    elif year:
        only = _date(year, month, day)
        readings = (only,) if only else ()
    else:
        leap = _date("2000", month, day)
        month_day = (leap.month, leap.day) if leap else None
        return DayWords(span=span, worded=match[0], month_day=month_day, weekday=weekday) if leap else None
    if not readings:
        return None
    return DayWords(span=span, worded=match[0], readings=readings, weekday=weekday, separator=found["sep"])


def _first(found: dict[str, str | None], key: str) -> str:
    """Return the group of the alternative that matched."""
    return next((value for n in "1235" if (value := found.get(key + n))), "")


def _two_orders(year: str, first: str, second: str, separator: str) -> tuple[date, ...]:
    """Return day-month and month-day readings of a numeric date, without doubles."""
    european = _date(year, second, first)
    american = None if separator == EUROPEAN else _date(year, first, second)
    return tuple(dict.fromkeys(day for day in (european, american) if day))


def _date(year: str, month: str, day: str) -> date | None:
    """Return the calendar day, None where there is no such day."""
    number = _MONTHS.index(month[:3].lower()) + 1 if month[:1].isalpha() else int(month)
    try:
        return date(int(year), number, int(day.rstrip("stndrhSTNDRH")))
    except ValueError:
        return None


def _around(month_day: tuple[int, int], near: date | None) -> tuple[date, ...]:
    """Return the day of that month and day within half a year of `near`; nothing without `near`."""
    if near is None:
        return ()
    years = (str(year) for year in range(near.year - 1, near.year + 2))
    days = (_date(year, str(month_day[0]), str(month_day[1])) for year in years)
    return tuple(day for day in days if day and abs((day - near).days) < NEAREST)[:1]


def _is_stamp(head: str, words: DayWords, title_end: int) -> bool:
    """Tell a stamp from a day inside a sentence, by what stands around it."""
    start, end = words.span.start, words.span.end
    before = head[max(0, start - BEFORE) : start]
    if before.endswith("("):
        return bool(_PLACE_BEFORE.search(before)) and bool(_BRACKET_AFTER.match(head, end))
    if before.endswith("updated: "):  # the stamp of a film or gallery beside the article
        return False
    if clock_end(head, end) > end or _LABEL.search(before) or _CLOCK_BEFORE.search(before):
        return True
    line = head[head.rfind("\n", 0, start) + 1 : start]
    if words.month_day is not None:
        return _is_wire_stamp(head, end, line)
    if _follows_a_name(words, before):
        return "," not in words.worded or not _AFTER_STAMP.match(head, end)
    return not _AFTER_STAMP.match(head, end) and _stands_apart(head, words.span, line, title_end)


def _stands_apart(head: str, span: Span, line: str, title_end: int) -> bool:
    """Tell whether a day opens its line, follows the headline, or is set off by a bar or a dash."""
    gap = head[title_end : span.start] if 0 < title_end <= span.start else line
    if not any(c.isalnum() for c in line) or not any(c.isalnum() for c in gap):
        return True
    if _CITY_BEFORE.match(line) and _DASH_AFTER.match(head, span.end):
        return True
    if _BULLETIN_BEFORE.search(line) and head[span.end : span.end + 1] in {"", "\n"}:
        return True
    return head[span.end : span.end + 2] == " |" or line.rstrip().endswith(("|", " -", " \u2013", " \u2014"))


def _is_wire_stamp(head: str, end: int, line: str) -> bool:
    """Tell whether a day without a year stands in a wire's dateline: "ATHENS, March 11 (Reuters) -", "May 2: "."""
    if not line.strip():
        return head[end : end + 1] == ":" and sum(_heads_an_item(head, day) for day in _DAY_WORDS.finditer(head)) == 1
    if _NAMES_BEFORE.match(line) and _DASH_AFTER.match(head, end):
        return True
    return bool(_PLACE_BEFORE.search(line)) and bool(_WIRE_AFTER.match(head, end))


def _heads_an_item(head: str, day: re.Match[str]) -> bool:
    """Tell whether a day opens its line before a colon: where two do, they head the items of a bulletin."""
    opens = not head[head.rfind("\n", 0, day.start()) + 1 : day.start()].strip()
    return opens and head[day.end() : day.end() + 1] == ":"


def _follows_a_name(words: DayWords, before: str) -> bool:
    """Tell whether a day with its weekday follows a name or a full stop, not a word such as "on" or "of"."""
    word = _WORD_BEFORE.search(before)
    return words.weekday is not None and word is not None and (word[0][:1].isupper() or word[0].rstrip()[-1] in ".)")
