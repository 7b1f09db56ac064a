"""Days that end with the report: its own, a running total's, and those of what a text calls a beginning."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sijill.ground.beginnings import has_ended, is_perfect
from sijill.values import Days

if TYPE_CHECKING:
    from datetime import date

_WEEK = re.compile(r"(?:the )?(?:last|past|previous) (?:week|weekend)")
_BEGINNINGS = "since|beg[aiu]n|beginning|starte?d?|starting|erupted|broke out|outbreak|onset|flared|launched"


def report_days(published: date | None, rule: str) -> Days:
    """Return the report's own day, or the day before an unknown anchor where there is no publication day."""
    if published is None:
        return Days(anchor="publication", rule=rule)
    return Days(first=published, last=published, precision=1, rule=rule)


def until_report(days: Days, published: date | None) -> Days:
    """Close an open last day of a running total with the publication day."""
    if published is None or days.last is not None or (days.first is not None and days.first > published):
        return days
    return replace(days, last=published)


def running(days: Days, text: str, published: date | None, *, total: bool = True) -> Days:
    """Let a running total that is dated by a beginning ("the war began in 2011") run from there to the report.

    A month or a year that the text does not call a beginning ("killed 20,000 people in 2013") keeps its end; so does a
    week of which it is told what happened in it ("tensions began last week, with snipers firing on funerals"), where
    the figure is no `total` and no perfect tells what has been done since.
    """
    if _WEEK.fullmatch((days.worded or "").lower()) and not total and not is_perfect(text):
        return days
    if published is None or days.first is None or days.last is None or days.last >= published or not days.worded:
        return days
    begun = re.search(rf"\b(?:{_BEGINNINGS})\b[^.]{{0,90}}{re.escape(days.worded)}", text, re.IGNORECASE)
    if begun is None or (not total and has_ended(text[begun.end() :])):
        return days
    return replace(days, last=published, rule=f"{days.rule}; a running total goes on to the report")
