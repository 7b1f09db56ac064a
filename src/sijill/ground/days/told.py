"""Rules for times told from another day of the text: a day earlier, two days later, the third day in a row.

They start from the event referred to, where it is known, else from the day last told of. "A day earlier" falls back
on the report's day; what looks forward never does, for nothing past lies after publication.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sijill.ground.days import almanac
from sijill.ground.days.almanac import days_between, days_from
from sijill.ground.days.rule import Rule
from sijill.ground.days.words import listed, number_of, ordinal_of
from sijill.values import Days

if TYPE_CHECKING:
    import re
    from datetime import date

    from sijill.ground.days.frame import Frame

BACK: Final = ("ago", "earlier", "before", "previously", "prior")
BESIDE: Final = {"previous": -1, "before": -1, "next": 1, "following": 1, "after": 1, "same": 0, "that": 0}


def _base(frame: Frame, *, back: bool) -> date | None:
    """Return the day to count from."""
    if frame.event_first and frame.event_last:
        return frame.event_first if back else frame.event_last
    return frame.anchor or (frame.published if back else None)


def _beside(match: re.Match[str], frame: Frame) -> Days:
    """Return "the next day", "the day before", "that day"."""
    away = BESIDE[match["which"] or match["side"] or match["same"]]
    rule = {-1: "day before the day told of", 0: "the day told of", 1: "day after the day told of"}[away]
    return days_from(_base(frame, back=away < 0), away, away, rule, "day told of")


def _counted(match: re.Match[str], frame: Frame) -> Days:
    """Return "two days ago", "a week later", as exactly as its unit says."""
    way, unit = match["way"], match["unit"] or match["unit2"]
    back = way in BACK
    rule = f"{unit}s {way}"
    base = frame.published if way == "ago" else _base(frame, back=back)
    anchor = "publication" if way == "ago" else "day told of"
    count = number_of(match["number"] or "")
    if count is None:
        return days_between(base, base, rule) if base and unit == "hour" else _uncounted(base, rule, back=back)
    signed = -count if back else count
    if base is None:
        return _unanchored(signed, unit, rule, anchor)
    if match["nearly"] and unit == "week" and back:
        return days_between(*_nearly(almanac.units_after(base, signed, unit)), rule)
    return days_between(*almanac.about(almanac.units_after(base, signed, unit), unit), rule)


def _nearly(day: date) -> almanac.Stretch:
    """Return the days that "nearly a week" is short of a week by: one or two."""
    return day + timedelta(1), day + timedelta(2)


def _uncounted(base: date | None, rule: str, *, back: bool) -> Days:
    """Return "several days earlier": only one end is known."""
    if base is None:
        return Days(rule=rule)
    return Days(last=base, rule=rule) if back else Days(first=base, rule=rule)


def _unanchored(count: int, unit: str, rule: str, anchor: str) -> Days:
    if unit in almanac.MONTHS_IN:
        return Days(rule=rule)
    days = almanac.days_in(count, unit)
    slack = 3 if unit == "week" else 0
    return days_from(None, days - slack, days + slack, rule, anchor)


def _in_a_row(match: re.Match[str], frame: Frame) -> Days:
    """Return "the third consecutive day": three days to the report's day."""
    count, unit = ordinal_of(match["ordinal"] or match["ordinal2"]), match["unit"] or match["unit2"]
    rule = f"{unit}s in a row"
    if unit in almanac.MONTHS_IN:
        if frame.published is None:
            return Days(rule=rule)
        return days_between(almanac.units_after(frame.published, -count, unit), frame.published, rule)
    days = almanac.days_in(count, unit)
    return days_from(frame.published, 1 - days, 0, rule)


def _nth_of(match: re.Match[str], frame: Frame) -> Days:
    """Return "the eighth month of unrest": known only where the event's first day is."""
    count, unit = ordinal_of(match["ordinal"]), match["unit"]
    rule = f"nth {unit} of an event"
    if frame.event_first is None:
        return Days(rule=rule)
    first = almanac.units_after(frame.event_first, count - 1, unit)
    following = almanac.units_after(frame.event_first, count, unit)
    return days_between(first, max(first, almanac.day_before(following)), rule)


def _since_event(match: re.Match[str], frame: Frame) -> Days:
    then = match[0].endswith("then")
    first = frame.event_first or (frame.anchor if then else None)
    return Days(first=first, rule="since the day told of" if then else "since an event")


_EVENTS: Final = "|".join(sorted(listed("events")))
_BEGINS: Final = "|".join(sorted(listed("begins")))
RULES: Final = (
    Rule(
        name="beside", starts="previous next following day night morning evening same that", kind="day", days=_beside,
        template=(
            r"the (?P<which>previous|next|following) (?:day|night|morning|afternoon|evening)\b"
            r"|the (?:day|night|morning|evening) (?P<side>before|after|following)\b(?! yesterday| tomorrow)"
            r"|(?:the )?(?P<same>same|that) (?:day|night|morning|afternoon|evening)\b"
        ),
    ),
    Rule(
        name="counted", starts="FIGURE NUMBER VAGUE UNIT ABOUT", kind="day", days=_counted,
        template=(
            "(?:(?P<nearly>nearly|almost) |(?:about|around|more than|over|just|some|only|at least) )?"
            r"(?:(?:{number}(?: |-)|{vague} ){unit}s?|{unit2}s) "
            r"(?P<way>ago|earlier|later|before|after|previously|prior)\b"
        ),
    ),
    Rule(
        name="in a row", starts="for its their ORDINAL FIGURE", kind="other", days=_in_a_row,
        template=(
            r"(?:for )?(?:a |the |its |their )?(?:{ordinal} (?:consecutive|straight|successive|running) {unit}\b"
            r"|{ordinal2} (?:consecutive )?{unit2} (?:running|in a row)\b)"
        ),
    ),
    Rule(
        name="nth of", starts="its their ORDINAL FIGURE", kind="other", days=_nth_of,
        template=r"(?:the |a |its |their )?{ordinal} {unit} of (?:{word} ){0,3}?(?:" + _EVENTS + r")\b",
    ),
    Rule(
        name="since event", starts="since", kind="other", days=_since_event,
        template=(
            r"since (?:then\b"
            r"|(?:the )?(?:start|beginning|outbreak|onset|outset) of (?:{plain} ){0,3}?(?:" + _EVENTS + r")\b"
            r"|(?:{plain2} ){1,6}?(?:" + _BEGINS + r")\b(?: out\b)?"
            r"|(?:the|its|their) (?:{plain3} ){0,2}?(?:" + _EVENTS + r")\b)"
        ),
    ),
)  # fmt: skip
