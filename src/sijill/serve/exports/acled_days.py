"""ACLED's days: one row a day of what is said to have lasted, else the day in the middle of those it may be.

Invariant: the dead of an incident are the sum over its rows.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from sijill.reconcile.counting import precision_of
from sijill.serve.exports.tables import precision, rows_of

if TYPE_CHECKING:
    from sijill.serve.exports.facts import Facts

LONGEST = 31  # days: what is said of more than a month is no event by day


def days_of(facts: Facts) -> tuple[list[date], int]:
    """Return the day or days of an incident, and ACLED's precision of them."""
    first, last = date.fromisoformat(facts.first or ""), date.fromisoformat(facts.last or "")
    length = (last - first).days + 1
    if 1 < length <= LONGEST and lasted(facts.days_worded):
        return [first + timedelta(days=n) for n in range(length)], 1
    return [first + (last - first) // 2], precision("days")[precision_of(facts.incident) or 1] or 1


def divided(number: int, days: int) -> list[int]:
    """Return a number of dead day by day, the remainder on the first."""
    return [number // days + (number % days if day == 0 else 0) for day in range(days)]


def lasted(worded: str | None) -> bool:
    """Tell whether words say that something went on over days, rather than on one of them."""
    return worded is not None and duration().search(worded) is not None


@cache
def duration() -> re.Pattern[str]:
    """Return what such words look like."""
    return re.compile("|".join(rf"\b(?:{row['words']})" for row in rows_of("durations")), re.IGNORECASE)
