"""Figures over a stretch that its length alone tells: "45 killed in three days of raids", "the two-week-old battle".

Such a stretch runs up to the report, and its figures are ones of a period.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from sijill.ground.days.almanac import days_between, units_after
from sijill.ground.days.words import listed, number_of, pattern

if TYPE_CHECKING:
    from sijill.model import Claim
    from sijill.values import Days

_EVENTS: Final = "|".join(
    sorted({*listed("events"), "air ?strikes", "attacks", "battles", "bombings?", "infighting", "raids", "shelling"})
)
_STRETCH: Final = pattern("(?:{number}(?: |-){unit}s? of |{number2}-{unit2}-old )(?:{word} ){0,3}?")
_ALONE: Final = pattern("in (?:{number3} {unit3}s|(?P<one>a|one) (?P<alone>week|month))")
_LASTING: Final = re.compile(rf"\b(?<!past )(?<!last )(?<!next )(?<!after ){_STRETCH}(?:{_EVENTS})\b")
_HARM: Final = r"\b(?:kill(?:ed|ing)|wounded|injured|died|dead|lost|detained|arrested|abducted|displaced|fled)\b"
_WITHIN: Final = re.compile(rf"{_HARM}[^;,]*?\b(?P<said>{_ALONE})(?= near| in|[^\w\s-]|\s*\Z)")
_NEWS: Final = 7
"""Days before the report in which what its clause dates is still its news."""
_COMING: Final = re.compile(r"\b(?:will|shall|would|could|may|might|expected to|due|ahead of|before|is to|are to)\b")
_FIRST: Final = re.compile(r"\b(?:first|latest|only|(?:big|bloodi|deadli|fierc|heavi|larg)+g?est|worst|most)\b")
_NTH: Final = re.compile(r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th))\b")
_AMOUNT: Final = "(?:more than |over |nearly |almost )?"
_WAR: Final = re.compile(
    pattern("(?:{number}-year(?:-old|-long)? |(?:after|amid|during|in|of) " + _AMOUNT + "{number2} years of )")
    + r"(?:[\w'\u2019-]+\s+)?"
    r"(?:bloodshed|conflict|crisis|fighting|insurgency|rebellion|revolt|turmoil|unrest|uprising|violence|war)\b"
)
"""A war by its years; "the five-year-old boy" and "in two years of talks" are none."""


def lasting_years(claim: Claim, sentence: str, report: date | None) -> Claim:
    """Return a running total of "the three-year war" as one from the first of these years, if not dated before."""
    figure, said = claim.figure, _WAR.search(sentence.lower())
    if figure is None or figure.scope != "cumulative" or report is None or said is None:
        return claim
    years = number_of(said["number"] or said["number2"])
    first = date(report.year - years, 1, 1) if years and years < report.year else None
    if first is None or (claim.days.first is not None and claim.days.first < date(first.year + 2, 1, 1)):
        return claim
    return replace(
        claim, days=replace(days_between(first, report, "years of an event up to the report"), worded=said[0])
    )


def going_on(claim: Claim, clause: str, at: int, report: date | None) -> Claim:
    """Return a happening whose word, at `at` in its clause, is one of some days ("six days of protests") as of these.

    Not one of other days: "three days of clashes in March" of an older story.
    """
    said = next((m for m in _LASTING.finditer(clause.lower()) if m.start() < at < m.end()), None)
    last = claim.days.last or report
    if claim.figure is not None or report is None or last is None or said is None or (report - last).days > _NEWS:
        return claim
    days = days_lasted(said[0], report)
    return replace(claim, days=days) if days is not None else claim


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
    unit = known.get("unit") or known.get("unit2") or known.get("unit3") or known["alone"]
    count = number_of(known.get("number") or known.get("number2") or known.get("number3") or known["one"])
    if known.get("unit2") == "year":
        return None  # "the ten-year-old war killed his son" tells nothing of that day
    if not count or unit == "hour" or (count, unit) == (1, "day"):
        return None
    first = units_after(report, -count, unit) + timedelta(days=1)
    return replace(
        days_between(first, report, f"{unit}s of an event up to the report"), worded=known.get("said") or said[0]
    )


def _harm_within(clause: str) -> re.Match[str] | None:
    """Return where a clause says that people were harmed "in four days".

    Not that something is to come by then, nor that it was "the first attack in a month" or that a third man was killed.
    """
    said = _WITHIN.search(clause)
    if said is None or _COMING.search(said[0]) or _FIRST.search(said[0]):
        return None
    return None if _NTH.search(clause[: said.end()]) else said
