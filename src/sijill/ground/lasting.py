"""Figures over a stretch that its length alone tells: "45 killed in three days of raids", "the two-week-old battle".

Such a stretch runs up to the report, and its figures are ones of a period.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sijill.ground.days.almanac import days_between, units_after
from sijill.ground.days.words import listed, number_of, pattern

if TYPE_CHECKING:
    from datetime import date

    from sijill.model import Claim
    from sijill.values import Days

_EVENTS: Final = "|".join(
    sorted({*listed("events"), "air ?strikes", "attacks", "battles", "bombings?", "infighting", "raids", "shelling"})
)
_STRETCH: Final = pattern("(?:{number}(?: |-){unit}s? of |{number2}-{unit2}-old )(?:{word} ){0,3}?")
_ALONE: Final = pattern("in {number3} {unit3}s")
_LASTING: Final = re.compile(rf"\b(?<!past )(?<!last )(?<!next )(?<!after ){_STRETCH}(?:{_EVENTS})\b")
_HARM: Final = r"\b(?:kill(?:ed|ing)|wounded|injured|died|dead|lost|detained|arrested|abducted|displaced|fled)\b"
_WITHIN: Final = re.compile(rf"{_HARM}[^;,]*?\b(?P<said>{_ALONE})(?= near| in|[^\w\s]|\s*\Z)")
_COMING: Final = re.compile(r"\b(?:will|shall|would|could|may|might|expected to|due to|is to|are to)\b")


def lasting(claim: Claim, clause: str, report: date | None) -> Claim:
    """Return a figure whose clause says how many days, weeks or months it covers as one of these, up to the report."""
    figure = claim.figure
    if figure is None or figure.scope == "cumulative" or report is None:
        return claim
    days = days_lasted(clause, report)
    if days is None:
        return claim
    return replace(claim, days=days, figure=replace(figure, scope="period"), incident=None)


def days_lasted(clause: str, report: date) -> Days | None:
    """Return the days up to the report that a clause says something went on for; None where it says no such thing."""
    lower = clause.lower()
    said = _LASTING.search(lower) or _harm_within(lower)
    if said is None:
        return None
    known = said.groupdict()
    unit = known.get("unit") or known.get("unit2") or known["unit3"]
    count = number_of(known.get("number") or known.get("number2") or known["number3"])
    if known.get("unit2") == "year":
        return None  # "the ten-year-old war killed his son" tells nothing of that day
    if not count or unit == "hour" or (count, unit) == (1, "day"):
        return None
    first = units_after(report, -count, unit) + timedelta(days=1)
    return replace(
        days_between(first, report, f"{unit}s of an event up to the report"), worded=known.get("said") or said[0]
    )


def _harm_within(clause: str) -> re.Match[str] | None:
    """Return where a clause says that people were harmed "in four days", not that something is to come by then."""
    said = _WITHIN.search(clause)
    return said if said and not _COMING.search(said[0]) else None
