"""What days a worded time stands for.

Nothing is guessed: an end that the words and the frame do not give stays open, and the words are kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sijill.ground.days.almanac import days_between
from sijill.ground.days.frame import Frame
from sijill.ground.days.phrases import phrases_in
from sijill.ground.days.portions import part_of
from sijill.values import Days

if TYPE_CHECKING:
    from datetime import date

    from sijill.ground.days.phrases import Phrase
    from sijill.ground.days.single import Time

OPEN_FIRST = ("until", "till", "by", "as of")
UNCHANGED = ("earlier", "later")


def days_of(
    worded: str,
    *,
    published: date | None,
    anchor: date | None = None,
    tense: str = "past",
    event: Days | None = None,
) -> Days:
    """Return the days that a worded time stands for, by rule 10 of the annotation guidelines.

    `anchor` is the day last told of, where it differs from `published`: "a day earlier" counts from it, and dates
    without a year take the year nearest to it. `tense` "future" turns bare weekdays and dates forward. `event` is
    what "five days after he was detained" or "the eighth month of unrest" refers to, where its days are known.
    Without `published`, what is told from it keeps its offsets. Never raises, whatever the words.
    """
    frame = Frame(published=published, anchor=anchor, future=tense == "future", event=event)
    try:
        return replace(_first_known(worded, frame), worded=worded)
    except (ValueError, OverflowError):
        return Days(worded=worded, rule="no such day")


def days_counted_from(worded: str, *, published: date | None) -> Days:
    """Return the days that a "since" phrase counts from, not those since then: "since March" gives March."""
    phrase = next(iter(phrases_in(worded, strict=False)), None)
    if phrase is None:
        return Days(worded=worded, rule="no time read")
    try:
        return replace(_joined(phrase.times, Frame(published=published)), worded=worded)
    except (ValueError, OverflowError):
        return Days(worded=worded, rule="no such day")


def span_days(a: Days, b: Days) -> Days:
    """Return the days from the start of `a` to the end of `b`, in either order where both are known."""
    if a.known or b.known:
        first = min(a.first, b.first) if a.first and b.first else a.first
        last = max(a.last, b.last) if a.last and b.last else b.last
        return _from_to(first, last, b.rule or a.rule)
    if a.anchor and a.anchor == b.anchor and a.offset_first is not None and b.offset_last is not None:
        return replace(a, offset_last=b.offset_last, rule=b.rule)
    return Days(rule=b.rule or a.rule)


def _from_to(first: date | None, last: date | None, rule: str | None) -> Days:
    if first and last and first <= last:
        return days_between(first, last, rule or "")
    return Days(first=first, last=None if first else last, rule=rule)


def _first_known(worded: str, frame: Frame) -> Days:
    found = [_phrase_days(phrase, frame) for phrase in phrases_in(worded, strict=False)]
    return next((days for days in found if days.known), found[0] if found else Days(rule="no time read"))


def _phrase_days(phrase: Phrase, frame: Frame) -> Days:
    if phrase.lead == "since":
        return _since(_joined(phrase.times, replace(frame, future=False)), frame)
    days = _joined(phrase.times, frame)
    if phrase.lead in OPEN_FIRST:
        return _until(days, phrase.lead)
    return days if phrase.times[0].rule.name != "since event" else _since(days, frame)


def _since(days: Days, frame: Frame) -> Days:
    """Return from the days' first to the report's day."""
    rule, published = f"since {days.rule}".replace("since since", "since"), frame.published
    if published is None:
        return Days(first=days.first, rule=rule, anchor="publication", offset_first=days.offset_first, offset_last=0)
    if days.first and days.first > published:
        return Days(first=days.first, rule=rule)
    return days_between(days.first, published, rule) if days.first else Days(last=published, rule=rule)


def _until(days: Days, lead: str) -> Days:
    return Days(last=days.last, rule=f"{lead} {days.rule}", anchor=days.anchor, offset_last=days.offset_last)


def _joined(times: tuple[Time, ...], frame: Frame) -> Days:
    """Return the days from the first time to the last; what one leaves out, another gives ("March to June 2012")."""
    *earlier, last = times
    if earlier and _is_bare(last) and not _is_bare(earlier[0]):
        first = _time_days(earlier[0], frame)
        onward = replace(frame, published=first.first, anchor=None, future=True) if first.first else frame
        return span_days(first, _not_after_the_report(_time_days(last, onward), last, frame))
    days = _time_days(last, frame)
    for time in reversed(earlier):
        back = replace(frame, published=days.last, anchor=None, future=False) if days.last else frame
        days = span_days(_time_days(time, back if _is_bare(time) else frame), days)
    return days


def _not_after_the_report(days: Days, time: Time, frame: Frame) -> Days:
    """Return days after the report, onward from another time, as those before it: "yesterday and Sunday"."""
    if frame.future or not (days.first and frame.published and days.first > frame.published):
        return days
    return _time_days(time, frame)


def _is_bare(time: Time) -> bool:
    """Tell whether the time takes its year or week from elsewhere."""
    named = time.match.groupdict()
    return time.rule.bare and not any(named.get(group) for group in ("year", "which", "week"))


def _time_days(time: Time, frame: Frame) -> Days:
    whole = bool(time.part) and not time.part.startswith(UNCHANGED)
    ahead = time.part.startswith("later") and time.rule.kind != "day"
    days = time.rule.days(time.match, replace(frame, whole=whole, future=frame.future or ahead))
    return part_of(days, time.part) if whole else days
