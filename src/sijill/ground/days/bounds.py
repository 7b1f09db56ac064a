"""What a report's own text says about when it was printed, where nothing else does.

Only the earliest possible day is ever given: a text cannot be older than a past day that it names with its year.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sijill.ground.days.phrases import phrases_in
from sijill.ground.days.resolve import days_of
from sijill.values import Days

if TYPE_CHECKING:
    from sijill.ground.days.phrases import Phrase

WITH_YEAR: Final = (
    "full date", "numeric date, day first", "date with year", "days of one month with year", "month with year", "year",
)  # fmt: skip
REACH: Final = 80
_AHEAD: Final = re.compile(
    r"\b(?:will|would|shall|due|plans?|planned|expect\w*|schedul\w*|coming|going to|to be held|deadline|expires?|"
    r"copyright|could|may|might|if|should|must|target\w*|future|aims?|term)\b|©",
)
_BEFORE: Final = re.compile(r"\b(?:before|through|to|for)\s+(?:the\s+)?\Z", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?]\s|\n")


def bounds_of(text: str) -> Days:
    """Return the first day on which the text can have been printed, as an open stretch; nothing where none is named.

    Days in sentences that look ahead ("will", "until", "planned") and copyright lines do not count.
    """
    dated = [days for phrase in phrases_in(text) if (days := _past_days(text, phrase))]
    latest = max(dated, key=_earliest, default=None)
    if latest is None:
        return Days(rule="no day with its year named")
    return Days(first=latest.first, worded=latest.worded, rule="not before the latest day named with its year")


def _earliest(days: Days) -> tuple[int, str]:
    return (days.first.toordinal() if days.first else 0), days.worded or ""


def _past_days(text: str, phrase: Phrase) -> Days | None:
    """Return the phrase's days if it names them with their year and does not look ahead."""
    ahead = _BEFORE.search(text[max(0, phrase.start - REACH) : phrase.start])
    if phrase.lead or ahead or _AHEAD.search(_sentence(text, phrase).lower()):
        return None
    days = days_of(text[phrase.start : phrase.end], published=None)
    return days if days.first and days.rule in WITH_YEAR else None


def _sentence(text: str, phrase: Phrase) -> str:
    """Return the phrase with the words of its sentence about it, at most `REACH` characters to either side."""
    before = _SENTENCE_END.split(text[max(0, phrase.start - REACH) : phrase.start])[-1]
    return before + text[phrase.start : phrase.end] + _SENTENCE_END.split(text[phrase.end : phrase.end + REACH])[0]
