"""Rules for weekdays.

A bare weekday is the nearest one on the tense's side of the report's day, which may be that day itself. "Last
Monday" is no day that a report would call yesterday: on a Tuesday it is the Monday of the week before.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from sijill.ground.days.almanac import days_between, week
from sijill.ground.days.frame import Frame, nearest_weekday
from sijill.ground.days.rule import Rule
from sijill.ground.days.words import weekday_of
from sijill.values import Days

if TYPE_CHECKING:
    import re

WEEKS_AWAY: Final = {"last": -1, "this": 0, "next": 1}
RULE_OF: Final = {
    "last": "weekday before the day before publication",
    "past": "weekday strictly before publication",
    "next": "weekday strictly after publication",
    "previous": "weekday before the day told of",
    "following": "weekday after the day told of",
}


def _weekday(match: re.Match[str], frame: Frame) -> Days:
    weekday, which = weekday_of(match["weekday"]), match["which"]
    if match["week"]:
        return _in_week(weekday, match["week"], frame)
    rule = RULE_OF.get(which, "weekday after publication" if frame.future else "weekday before publication")
    day = nearest_weekday(weekday, _frame_for(which, frame))
    return days_between(day, day, rule) if day else Days(precision=1, rule=rule)


def _frame_for(which: str | None, frame: Frame) -> Frame:
    """Return the frame in which the nearest such weekday is the one meant."""
    if which == "last":
        return Frame(published=_beside(frame.published, -2))
    if which == "past":
        return Frame(published=_beside(frame.published, -1))
    if which == "next":
        return Frame(published=_beside(frame.published, 1), future=True)
    if which == "previous":
        return Frame(published=_beside(frame.told, -1))
    if which == "following":
        return Frame(published=_beside(frame.told, 1), future=True)
    return frame


def _beside(day: date | None, days: int) -> date | None:
    return day + timedelta(days) if day else None


def _in_week(weekday: int, which: str, frame: Frame) -> Days:
    rule = f"weekday of {which} week"
    if frame.published is None:
        return Days(precision=1, rule=rule)
    day = week(frame.published)[0] + timedelta(7 * WEEKS_AWAY[which] + weekday)
    return days_between(day, day, rule)


RULES: Final = (
    Rule(
        name="weekday",
        starts="WEEKDAY last this next past previous following", bare=True, sure=False, kind="day", days=_weekday,
        template=(
            r"(?:(?:the )?(?P<which>last|this|next|past|previous|following) )?{weekday}s?\b"
            "(?:,? (?:of )?(?P<week>last|this|next) week)?"
        ),
    ),
)  # fmt: skip
