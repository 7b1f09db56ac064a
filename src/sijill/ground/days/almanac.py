"""Arithmetic of days, weeks, months and years.

Nothing here reads words. Every stretch is a pair of its first and last day, both included; what falls outside
the calendar of `datetime` raises ValueError or OverflowError.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from sijill.ground.days.words import SEASONS
from sijill.values import Days

Stretch = tuple[date, date]

SHORTEST_OF: Final = ((1, 1), (6, 2), (8, 3), (32, 4))  # most days for each UCDP date_prec; anything longer is 5
MONTHS_IN: Final = {"month": 1, "year": 12, "decade": 120}
DAYS_IN: Final = {"day": 1, "night": 1, "week": 7}


def precision_of(length: int) -> int:
    """Return UCDP's date_prec for a stretch of `length` days: 1 a day, 2 a few, 3 a week, 4 a month, 5 more."""
    return next((precision for most, precision in SHORTEST_OF if length <= most), 5)


def days_between(first: date, last: date, rule: str) -> Days:
    """Return the closed stretch from `first` to `last` as a value, with its precision."""
    return Days(first=first, last=last, precision=precision_of((last - first).days + 1), rule=rule)


def days_from(base: date | None, first: int, last: int, rule: str, anchor: str = "publication") -> Days:
    """Return the days `first` to `last` days from `base`; offsets from the named anchor where `base` is unknown."""
    if base is not None:
        return days_between(base + timedelta(first), base + timedelta(last), rule)
    precision = precision_of(last - first + 1)
    return Days(precision=precision, rule=rule, anchor=anchor, offset_first=first, offset_last=last)


def month(year: int, number: int) -> Stretch:
    """Return the first and last day of a month."""
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def year(number: int) -> Stretch:
    """Return 1 January and 31 December of a year."""
    return date(number, 1, 1), date(number, 12, 31)


def years(first: int, count: int) -> Stretch:
    """Return the first and last day of `count` years."""
    return date(first, 1, 1), date(first + count - 1, 12, 31)


def week(day: date) -> Stretch:
    """Return the Monday and Sunday of the week that holds `day`."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def weekend(day: date) -> Stretch:
    """Return the latest Saturday and Sunday whose Sunday is not after `day`."""
    sunday = day - timedelta((day.weekday() + 1) % 7)
    return sunday - timedelta(1), sunday


def season(year: int, name: str) -> Stretch:
    """Return the three months of a (northern) season; winter begins in the year given."""
    first = date(year, SEASONS[name], 1)
    return first, month(*month_after(first, 2))[1]


def month_after(day: date, months: int) -> tuple[int, int]:
    """Return the year and month that lie `months` after that of `day`."""
    years, month_before = divmod(day.year * 12 + day.month - 1 + months, 12)
    return years, month_before + 1


def months_after(day: date, months: int) -> date:
    """Return the same day of the month `months` later (earlier if negative), or that month's last day."""
    first, last = month(*month_after(day, months))
    return min(first + timedelta(day.day - 1), last)


def units_after(day: date, count: int, unit: str) -> date:
    """Return the day `count` units ("day", "week", "month", "year", "decade", "hour") after `day`."""
    if unit in MONTHS_IN:
        return months_after(day, count * MONTHS_IN[unit])
    return day + timedelta(days_in(count, unit))


def about(day: date, unit: str) -> Stretch:
    """Return how widely a count of `unit` reaches: the day, the seven days about it, its month, year or decade."""
    if unit == "week":
        return day - timedelta(3), day + timedelta(3)
    if unit == "month":
        return month(day.year, day.month)
    if unit == "year":
        return year(day.year)
    if unit == "decade":
        return date(day.year - 5, 1, 1), date(day.year + 5, 12, 31)
    return day, day


def ramadan(hijri_year: int) -> Stretch:
    """Return Ramadan by the tabular Islamic calendar; sightings of the moon differ from it by a day or two."""
    return islamic(hijri_year, 9, 1), islamic(hijri_year, 10, 1) - timedelta(1)


def islamic(hijri_year: int, number: int, day: int) -> date:
    """Return a day of the tabular Islamic calendar (civil epoch)."""
    since_epoch = (11 * hijri_year + 3) // 30 + 354 * hijri_year + 30 * number - (number - 1) // 2 + day
    return date.fromordinal(since_epoch + 226_630)


def days_in(count: int, unit: str) -> int:
    """Return how many days a count of hours, days, nights or weeks is, part days counted whole."""
    if unit == "hour":
        return -(-abs(count) // 24) * (1 if count > 0 else -1)
    return count * DAYS_IN[unit]


def day_before(day: date) -> date:
    """Return the day before."""
    return day - timedelta(1)
