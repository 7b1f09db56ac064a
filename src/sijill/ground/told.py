"""Times counted from the day last told of: "a day later", "the same day", "the day before", "since then", "that year".

The day told of is the last single day that stands before them in the text and is not after the report. "Since then" and
"that year" also count from a stretch ("in early 2011 ... since then"), from the last one that is no time of saying.
What completes a time is counted back from its sentence's day: "found on Friday, two days after gunmen took them".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sijill.ground.days import days_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sijill.ground.narrative import Dated
    from sijill.values import Days

_UNIT: Final = "(?:hour|day|week|month|year|decade)"
_ITS_UNIT: Final = rf"(?:that|same|previous|following) {_UNIT}\Z"
_FROM_TOLD: Final = re.compile(
    rf"\btold of\Z|\b{_UNIT}s (?:earlier|later|before|after|previously|prior)\Z|^{_ITS_UNIT}"
)
_FROM_A_STRETCH: Final = re.compile(rf"\bsince the day told of\Z|^{_ITS_UNIT}")
_TURNED: Final = {"after": "earlier", "before": "later"}
_COMPLETED: Final = re.compile(r"\b(?:after|before)\Z")
_CLAUSE: Final = re.compile(r"\s+(?:[\w'\u2019-]+\s+){0,12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What was told of so far: the last single day, and the first day of the last time of any length."""

    day: date | None = None
    first: date | None = None

    def and_then(self, time: Dated, published: date | None) -> _Told:
        """Return what was told of once a time has been named; what lies after the report is nothing told of."""
        first = time.days.first
        if first is None or (published is not None and first > published):
            return self
        single = first == time.days.last
        return _Told(day=first if single else self.day, first=self.first if time.reporting else first)


def counted_from_told(times: Iterable[Dated], text: str, published: date | None) -> list[Dated]:
    """Return the times in their order, those told from another day counted from the day told of before them."""
    told = _Told()
    found = []
    for time in times:
        counted = _counted(time, text, published, _anchor(time, told)) if _is_from_told(time) else time
        told = told.and_then(counted, published)
        found.append(counted)
    return found


def completing(times: Iterable[Dated], text: str, char: int, published: date | None) -> Days | None:
    """Return the days of what a clause tells that completes a time of its sentence; None for a word of no such clause.

    `times` are those of the word's sentence, in their order; the day counted from is the last one before the clause.
    """
    before = [time for time in times if time.span.end <= char]
    if len(before) <= 1 or not before[-1].bound or not _CLAUSE.fullmatch(text[before[-1].span.end : char]):
        return None
    day = next((t.days.first for t in reversed(before[:-1]) if t.days.first and t.days.first == t.days.last), None)
    counted = _COMPLETED.sub(lambda side: _TURNED[side[0]], before[-1].span.of(text).lower())
    days = days_of(counted, published=published, anchor=day) if day else None
    return days if days is not None and days.known else None


def _is_from_told(time: Dated) -> bool:
    """Tell whether a time counts from another day than the report's, and from no clause that follows it."""
    return not time.bound and bool(_FROM_TOLD.search(time.days.rule or ""))


def _anchor(time: Dated, told: _Told) -> date | None:
    return told.first if _FROM_A_STRETCH.search(time.days.rule or "") else told.day


def _counted(time: Dated, text: str, published: date | None, told: date | None) -> Dated:
    """Return a time counted from the day told of; as it was where none was told of, or it would be after the report."""
    if told is None:
        return time
    days = days_of(time.span.of(text), published=published, anchor=told)
    is_past = days.first is None or published is None or days.first <= published
    return replace(time, days=days) if is_past else time
