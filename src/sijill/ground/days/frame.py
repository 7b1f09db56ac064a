"""What a worded time is read against, and the choice of the year or week that the words leave out.

A frame never holds a guess: a day that is not known is None, and what depends on it stays unresolved.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sijill.ground.days.almanac import days_between

if TYPE_CHECKING:
    from collections.abc import Callable

    from sijill.ground.days.almanac import Stretch
    from sijill.values import Days

LEAP_REACH = 8  # years: 29 February may be eight years away (1896 to 1904)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The report's day, the day last told of, the direction that bare dates point in, and the event referred to.

    `whole` asks for all of the current week, month or year, whose part is then taken ("early this month").
    """

    published: date | None = None
    anchor: date | None = None
    future: bool = False
    event: Days | None = None
    whole: bool = False

    @property
    def event_first(self) -> date | None:
        """First day of the event referred to."""
        return self.event.first if self.event else None

    @property
    def event_last(self) -> date | None:
        """Last day of the event referred to, or its first where only that is known."""
        return (self.event.last or self.event.first) if self.event else None

    @property
    def told(self) -> date | None:
        """The day last told of, where one is known to differ from the report's."""
        return self.event_last or self.anchor

    def allows(self, stretch: Stretch) -> bool:
        """Tell whether the stretch lies on the side of publication that the tense points to."""
        if self.published is None:
            return True
        return stretch[1] >= self.published if self.future else stretch[0] <= self.published


def in_nearest_year(stretch_in: Callable[[int], Stretch], frame: Frame, rule: str) -> Days | None:
    """Return the stretch of the year that the frame points to, or None where no day is known to start from.

    Against a publication day it is the latest that has begun (in the future tense the next not over); against a day
    told of, the nearest of those. Of a month that is not over, what is over counts ("in August", printed on the 13th).
    """
    base = frame.anchor or frame.published
    if base is None:
        return None
    near = [stretch for stretch in _candidates(stretch_in, base.year) if frame.allows(stretch)]
    if not near:
        return None
    first, last = min(near, key=lambda stretch: _distance(stretch, base))
    if frame.published and not (frame.future or frame.whole) and first <= frame.published:
        last = min(last, frame.published)
    return days_between(first, last, rule)


def _candidates(stretch_in: Callable[[int], Stretch], year: int) -> list[Stretch]:
    reach = range(max(1, year - LEAP_REACH), min(9999, year + LEAP_REACH + 1))
    return [stretch for each in reach if (stretch := _if_in_calendar(stretch_in, each))]


def _if_in_calendar(stretch_in: Callable[[int], Stretch], year: int) -> Stretch | None:
    try:
        return stretch_in(year)
    except ValueError:
        return None


def _distance(stretch: Stretch, base: date) -> int:
    first, last = stretch
    return max((first - base).days, (base - last).days, 0)


def nearest_weekday(weekday: int, frame: Frame) -> date | None:
    """Return the nearest such weekday not after the report's day (not before it in the future tense)."""
    if frame.published is None:
        return None
    days = (weekday - frame.published.weekday()) % 7 if frame.future else -((frame.published.weekday() - weekday) % 7)
    return frame.published + timedelta(days)
