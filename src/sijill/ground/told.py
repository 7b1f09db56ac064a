"""Times counted from the day last told of: "a day later", "the same day", "the day before", "since then".

The day told of is the last single day that stands before them in the text and is not after the report.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sijill.ground.days import days_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sijill.ground.narrative import Dated

_FROM_TOLD = re.compile(
    r"\b(?:told of|(?:hour|day|week|month|year)s (?:earlier|later|before|after|previously|prior))\Z"
)


def counted_from_told(times: Iterable[Dated], text: str, published: date | None) -> list[Dated]:
    """Return the times in their order, those told from another day counted from the day told of before them."""
    told: date | None = None
    found = []
    for time in times:
        counted = _counted(time, text, published, told) if _is_from_told(time) else time
        told = _day(counted, published) or told
        found.append(counted)
    return found


def _is_from_told(time: Dated) -> bool:
    """Tell whether a time counts from another day than the report's, and from no clause that follows it."""
    return not time.bound and bool(_FROM_TOLD.search(time.days.rule or ""))


def _counted(time: Dated, text: str, published: date | None, told: date | None) -> Dated:
    """Return a time counted from the day told of; as it was where none was told of, or it would be after the report."""
    if told is None:
        return time
    days = days_of(time.span.of(text), published=published, anchor=told)
    is_past = days.first is None or published is None or days.first <= published
    return replace(time, days=days) if is_past else time


def _day(time: Dated, published: date | None) -> date | None:
    """Return the single day of a time, None where it has several or lies after the report."""
    first = time.days.first
    single = first is not None and first == time.days.last
    return first if single and (published is None or first is None or first <= published) else None
