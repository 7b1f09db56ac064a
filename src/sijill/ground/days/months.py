"""Rules for months, seasons, years, decades, centuries and the months of the Islamic calendar.

Each stands for all of its days: "in 2011" is the whole year.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sijill.ground.days import almanac
from sijill.ground.days.almanac import days_between
from sijill.ground.days.dates import WHICH_YEAR, of_year
from sijill.ground.days.frame import Frame, in_nearest_year
from sijill.ground.days.rule import Rule
from sijill.ground.days.words import month_of, ordinal_of
from sijill.values import Days

if TYPE_CHECKING:
    import re

CENTURY: Final = 100
FEASTS: Final = {"ramadan": (9, 1, 30), "fitr": (10, 1, 3), "adha": (12, 10, 4)}  # month, day, length in days
FIRST_OF_DECADES: Final = 1900  # "the 1800s" are a century


def _month(match: re.Match[str], frame: Frame) -> Days:
    month = month_of(match["month"])
    return of_year(match, frame, lambda year: almanac.month(year, month), "month")


def _named_beside(match: re.Match[str], frame: Frame) -> Days:
    """Return "last March" and "next March": wholly before or after the month of publication."""
    month, which = month_of(match["month"]), match["which"]
    if frame.published is None:
        return Days(rule=f"{which} named month")
    year, at = frame.published.year, frame.published.month
    away = {"last": -1 if month >= at else 0, "this": 0, "next": 1 if month <= at else 0}[which]
    return days_between(*almanac.month(year + away, month), f"{which} named month")


def _season(match: re.Match[str], frame: Frame) -> Days:
    name, rule = match["season"] or match["season2"], "season"
    if match["year"]:
        return days_between(*almanac.season(int(match["year"]), name), rule)
    if frame.published is None or match["which"] != "last":
        return in_nearest_year(lambda year: almanac.season(year, name), frame, rule) or Days(rule=rule)
    over = Frame(published=almanac.months_after(frame.published, -3), whole=True)  # begun three months ago: over
    return in_nearest_year(lambda year: almanac.season(year, name), over, "last season") or Days(rule=rule)


def _season_alone(match: re.Match[str], frame: Frame) -> Days:
    name, rule = match["season"], "season without year"
    return in_nearest_year(lambda year: almanac.season(year, name), frame, rule) or Days(rule=rule)


def _year(match: re.Match[str], _: Frame) -> Days:
    return days_between(*almanac.year(int(match["year"])), "year")


def _years(match: re.Match[str], _: Frame) -> Days:
    first, last = int(match["year"]), int(match["short"])
    if last < CENTURY:
        last += first - first % CENTURY
    return days_between(*almanac.years(first, last - first + 1), "years")


def _decade(match: re.Match[str], _: Frame) -> Days:
    first = int(match["year"])
    century = first % CENTURY == 0 and first < FIRST_OF_DECADES
    return days_between(*almanac.years(first, CENTURY if century else 10), "decade")


def _century(match: re.Match[str], _: Frame) -> Days:
    return days_between(*almanac.years((ordinal_of(match["ordinal"]) - 1) * CENTURY + 1, CENTURY), "century")


def _before_christ(_: re.Match[str], __: Frame) -> Days:
    return Days(rule="before Christ: outside the calendar")


def _islamic(match: re.Match[str], frame: Frame) -> Days:
    """Return Ramadan and the feasts by the tabular Islamic calendar."""
    name = "fitr" if "fitr" in match[0] else "adha" if "adha" in match[0] else "ramadan"
    rule = f"{name}, tabular Islamic calendar"

    return of_year(match, frame, lambda year: _feast(name, year), rule)


def _feast(name: str, year: int) -> almanac.Stretch:
    """Return the feast's last beginning in a year: a lunar year may begin twice in one."""
    month, day, length = FEASTS[name]
    about = (year - 622) * 33 // 32
    firsts = [almanac.islamic(each, month, day) for each in range(about - 1, about + 4)]
    first = max(each for each in firsts if each.year == year)
    return first, first + timedelta(length - 1)


RULES: Final = (
    Rule(name="month year", starts="MONTH", kind="month", days=_month, template="{month}(?:,? (?:of )?|-){year}"),
    Rule(name="month of which year", starts="MONTH", kind="month", days=_month, template="{month}" + WHICH_YEAR),
    Rule(
        name="last named month", starts="last this next", kind="month", days=_named_beside, sure=False,
        template="(?P<which>last|this|next) {month}",
    ),
    Rule(
        name="season", starts="last this next SEASON", bare=True, kind="month", days=_season,
        template=r"(?:(?P<which>last|this|next) {season}(?! (?:of|in|to))|(?:the )?{season2}(?:,? (?:of )?){year})",
    ),
    Rule(
        name="feast", sure=False, starts="eid ramadan", bare=True, kind="day", days=_islamic,
        template=r"(?:eid[ -]al[- ](?:fitr|adha)|ramadan)(?:,? {year})?",
    ),
    Rule(
        name="decade", starts="FIGURE", kind="year", days=_decade,
        template=r"(?:the )?(?P<year>1\d\d0|20\d0)['\u2019]?s",
    ),
    Rule(name="century", starts="FIGURE ORDINAL", kind="year", days=_century, template="(?:the )?{ordinal}[ -]century"),
    Rule(
        name="before Christ", starts="FIGURE", kind="other", days=_before_christ,
        template=r"\d{1,4}(?: bc\b| b\.c\.| bce\b)",
    ),
    Rule(name="years", starts="FIGURE", kind="year", days=_years, sure=False,
         template=r"{year}(?: )?[\u2013\u2014/-](?: )?(?P<short>(?:\d\d)?\d\d)(?!\d)"),
    Rule(
        name="season alone", starts="SEASON", bare=True, kind="month", days=_season_alone, sure=False,
        template="(?P<season>spring|summer|autumn|winter)",
    ),
    Rule(name="month", starts="MONTH", bare=True, kind="month", days=_month, template="{month}", sure=False),
    Rule(name="year", starts="FIGURE", kind="year", days=_year, template="{year}", sure=False),
)  # fmt: skip
