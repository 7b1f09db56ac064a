"""Rules for calendar days, and runs of days within one month.

A date with its year means the same whenever it was printed; one without takes the year that the frame points to.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from sijill.ground.days.almanac import days_between
from sijill.ground.days.frame import in_nearest_year
from sijill.ground.days.rule import Rule
from sijill.ground.days.words import month_of, ordinal_of
from sijill.values import Days

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from sijill.ground.days.almanac import Stretch
    from sijill.ground.days.frame import Frame

WHICH_YEAR: Final = "(?:,? (?:of |in )?(?P<which>last|this|next|that|the same|the previous|the following) year)"
YEARS_AWAY: Final = {"last": -1, "this": 0, "next": 1, "that": 0, "the same": 0, "the previous": -1, "the following": 1}
NOT_COUNTED: Final = r"(?! (?:people|civilians|others|soldiers|have|be|not|also|per|percent)\b|\s?%)"
IN_BEFORE_A_COUNT: Final = r"(?:(?<!\bin\s)|(?=[a-z.]+\s\d+\w*\s*(?:[.,;:)]|$)))"  # "in March 30 people died" is March
MOST_MONTHS: Final = 12


def of_year(match: re.Match[str], frame: Frame, stretch_in: Callable[[int], Stretch], name: str) -> Days:
    """Return the stretch in the year that the match names ("year", "which"), else in the one the frame points to."""
    named = match.groupdict()
    if named.get("year"):
        return days_between(*stretch_in(int(match["year"])), f"{name} with year")
    if not named.get("which"):
        return in_nearest_year(stretch_in, frame, f"{name} without year") or Days(rule=f"{name} without year")
    which = " ".join(match["which"].split())
    base = frame.published if which in ("last", "this", "next") else frame.told
    rule = f"{name} of {which} year"
    return days_between(*stretch_in(base.year + YEARS_AWAY[which]), rule) if base else Days(rule=rule)


def _day_of(year: int, month: int, day: int) -> Days:
    found = date(year, month, day)
    return days_between(found, found, "full date")


def _full(match: re.Match[str], _: Frame) -> Days:
    return _day_of(int(match["year"]), month_of(match["month"]), ordinal_of(match["day"]))


def _iso(match: re.Match[str], _: Frame) -> Days:
    return _day_of(int(match["year"]), int(match["m"]), int(match["d"]))


def _numeric(match: re.Match[str], frame: Frame) -> Days:
    day, month, year = int(match["d"]), int(match["m"]), int(match["year"])
    if month > MOST_MONTHS:
        return _day_of(year, day, month)
    if match["mark"] != "/" or day > MOST_MONTHS or day == month:
        return _day_of(year, month, day)
    if frame.published is None:
        return Days(rule="numeric date: which figure is the month is not known")
    published = frame.published
    found = min((date(year, month, day), date(year, day, month)), key=lambda each: abs((each - published).days))
    return days_between(found, found, "numeric date nearest to publication")


def _partial(match: re.Match[str], frame: Frame) -> Days:
    month, day = month_of(match["month"]), ordinal_of(match["day"])
    return of_year(match, frame, lambda year: (date(year, month, day), date(year, month, day)), "date")


def _run(match: re.Match[str], frame: Frame) -> Days:
    month, first, last = month_of(match["month"]), ordinal_of(match["day"]), ordinal_of(match["day2"])
    return of_year(match, frame, lambda year: (date(year, month, first), date(year, month, last)), "days of one month")


OF_DAY: Final = "(?:{someday} )?(?:the )?"
END: Final = r"(?=[.,;:!?)\"\u201d'\u2019]|\s+(?:the|in|at|as|when|after|by|near|during|and|between|against|on)\b|\s*$)"
RULES: Final = (
    Rule(
        name="day month year", starts="FIGURE WEEKDAY", kind="day", days=_full,
        template=OF_DAY + "{day}(?: of | |-){month}(?:,? |,|-){year}",
    ),
    Rule(
        name="month day year", starts="MONTH WEEKDAY", kind="day", days=_full,
        template="(?:{someday} )?{month} {day}(?:,? of |,? |,){year}",
    ),
    Rule(
        name="month day year run together",
        starts="MONTH", kind="day", days=_full, template=r"{month} (?P<day>[0-3]\d){year}",
    ),
    Rule(
        name="year month day", starts="FIGURE", kind="day", days=_iso,
        template=r"{year}[-/.](?P<m>[01]?\d)[-/.](?P<d>[0-3]?\d)(?!\d)",
    ),
    Rule(
        name="numeric date", starts="FIGURE", kind="day", days=_numeric,
        template=r"(?P<d>[0-3]?\d)(?P<mark>[-/.])(?P<m>[0-3]?\d)[-/.]{year}",
    ),
    Rule(
        name="month days year", starts="MONTH", kind="days", days=_run,
        template="{month} (?:the )?{day}{sep}(?:the )?{day2},? {year}",
    ),
    Rule(
        name="days month year", starts="FIGURE", kind="days", days=_run,
        template="(?:the )?{day}{sep}{day2}(?: of)? {month},? {year}",
    ),
    Rule(
        name="month days", starts="MONTH", bare=True, kind="days", days=_run,
        template="{month} {day}{dash}{day2}" + NOT_COUNTED,
    ),
    Rule(
        name="month days", starts="MONTH", bare=True, kind="days", days=_run,
        template="{month} {day} (?:and|or) {day2}" + END,
    ),
    Rule(
        name="days month", starts="FIGURE", bare=True, kind="days", days=_run,
        template="(?:the )?{day}{sep}(?:the )?{day2}(?: of)? {month}" + WHICH_YEAR + "?" + NOT_COUNTED,
    ),
    Rule(
        name="month day", starts="MONTH WEEKDAY", bare=True, kind="day", days=_partial, sure=False,
        template="(?:{someday} )?" + IN_BEFORE_A_COUNT + "{month} (?:the )?{day}" + NOT_COUNTED + WHICH_YEAR + "?",
    ),
    Rule(
        name="day month", starts="FIGURE WEEKDAY", bare=True, kind="day", days=_partial, sure=False,
        template=OF_DAY + "{day}(?: of)? {month}" + WHICH_YEAR + "?" + NOT_COUNTED,
    ),
)  # fmt: skip
