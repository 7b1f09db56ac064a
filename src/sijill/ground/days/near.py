"""Rules for times told from the report's day: yesterday, overnight, last week, the past 24 hours.

Without a publication day each keeps its distance from it in days, where that is the same on every day.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sijill.ground.days import almanac
from sijill.ground.days.almanac import days_between, days_from
from sijill.ground.days.rule import Rule
from sijill.ground.days.words import number_of
from sijill.values import Days

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from datetime import date

    from sijill.ground.days.frame import Frame

OFFSETS: Final = {
    "the day before yesterday": (-2, -2),
    "the day after tomorrow": (2, 2),
    "yesterday": (-1, -1),
    "last night": (-1, -1),
    "overnight": (-1, 0),
    "today": (0, 0),
    "the day": (0, 0),
    "tonight": (0, 0),
    "this morning": (0, 0),
    "this afternoon": (0, 0),
    "this evening": (0, 0),
    "tomorrow": (1, 1),
}
STRETCHES: Final[dict[str, Callable[[date], almanac.Stretch]]] = {
    "week": almanac.week,
    "month": lambda day: almanac.month(day.year, day.month),
    "year": lambda day: almanac.year(day.year),
    "decade": lambda day: almanac.years(day.year // 10 * 10, 10),
}
AWAY: Final = {
    "last": -1, "previous": -1, "this": 0, "that": 0, "same": 0, "the": 0, "next": 1, "following": 1, "coming": 1,
}  # fmt: skip
OF_TOLD: Final = ("previous", "that", "same", "following")


def _near(match: re.Match[str], frame: Frame) -> Days:
    worded = " ".join(match[0].split())
    return days_from(frame.published, *OFFSETS[worded], worded)


def _weekend(match: re.Match[str], frame: Frame) -> Days:
    if frame.published is None:
        return Days(precision=2, rule="weekend")
    ahead = frame.future or match["which"] in ("next", "coming")
    return days_between(*almanac.weekend(frame.published + timedelta(7 if ahead else 0)), "weekend")


def _unit(match: re.Match[str], frame: Frame) -> Days:
    """Return the week, month or year beside; of this one, what is over (to come, in the future tense)."""
    which, unit = match["which"].removeprefix("the ").strip(), match["unit"]
    rule, base = f"{which} {unit}", frame.told if match["which"].split()[-1] in OF_TOLD else frame.published
    if base is None:
        return Days(rule=rule)
    first, last = STRETCHES[unit](almanac.units_after(base, AWAY[which], unit))
    if which in ("this", "the") and not frame.whole:
        return days_between(*((base, last) if frame.future else (first, base)), rule)
    return days_between(first, last, rule)


def _window(match: re.Match[str], frame: Frame) -> Days:
    """Return the time that runs up to the report's day ("the past 24 hours") or on from it ("the next 24 hours")."""
    way, unit = match["way"] or match["way2"], match["unit"] or match["unit2"].removesuffix("s")
    ahead = way in ("next", "coming", "following")
    rule = f"{'next' if ahead else 'past'} {unit}s"
    count = number_of(match["number"] or ("" if match["some"] else "1"))
    if count is None:
        return _open(frame, rule, ahead=ahead)
    if frame.published is None:
        return _counted_offsets(count if ahead else -count, unit, rule)
    other = almanac.units_after(frame.published, count if ahead else -count, unit)
    return days_between(min(frame.published, other), max(frame.published, other), rule)


def _open(frame: Frame, rule: str, *, ahead: bool) -> Days:
    """Return a stretch of unknown length that touches the report's day."""
    base = frame.published
    if base is None:
        return Days(
            rule=rule, anchor="publication", offset_first=0 if ahead else None, offset_last=None if ahead else 0
        )
    return Days(first=base, rule=rule) if ahead else Days(last=base, rule=rule)


def _counted_offsets(count: int, unit: str, rule: str) -> Days:
    if unit in almanac.MONTHS_IN:
        return Days(rule=rule, anchor="publication", offset_last=0) if count < 0 else Days(rule=rule)
    days = almanac.days_in(count, unit)
    return days_from(None, min(days, 0), max(days, 0), rule)


def _recent(match: re.Match[str], frame: Frame) -> Days:
    return _open(frame, f"recent {match['unit']}s", ahead=False)


RULES: Final = (
    Rule(
        name="near", kind="day", days=_near, sure=False,
        starts="day yesterday last overnight today tonight this tomorrow",
        template="(?:" + "|".join(OFFSETS) + r")\b",
    ),
    Rule(
        name="window", starts="past last next coming following", kind="other", days=_window,
        template=(
            "(?:the )?(?P<way>past|last|next|coming|following) (?:(?P<some>few|several|many|some)|{number})"
            r"(?: |-){unit}s?\b|the (?P<way2>past|last) (?P<unit2>hours?|day|week|month|year|decade)\b"
        ),
    ),
    Rule(name="recent", starts="recent", kind="other", days=_recent, template=r"recent {unit}s?\b"),
    Rule(
        name="weekend", starts="weekend last this next past coming", kind="week", days=_weekend,
        template=r"(?:(?:the )?(?P<which>last|this|next|past|coming) |the )?weekend\b",
    ),
    Rule(
        name="unit", starts="last this next that previous following coming same", kind="week", days=_unit,
        template=(
            "(?P<which>last|this|next|that|(?:the )?(?:previous|following|coming|same)) "
            r"(?P<unit>week|month|year|decade)\b"
        ),
    ),
    Rule(
        name="the unit", starts="week month year decade", kind="week", days=_unit, sure=False,
        template=r"(?P<which>the) (?P<unit>week|month|year|decade)\b",
    ),
)  # fmt: skip
