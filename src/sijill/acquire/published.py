"""The publication day: as given, from the dateline, the field, the page's metadata, in that order.

Invariant: whatever another of these says is kept in words, and no ambiguous day is guessed. Only where none of them
gives a day does one with which the report's name begins ("2016-03-14_wire.txt"): it is the day, or the year that a
dateline leaves out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sijill.dateline import DayWords, find_dateline, parse_day, release_month

if TYPE_CHECKING:
    from datetime import date, timedelta

    from sijill.acquire.draft import Draft
    from sijill.acquire.options import Options

_CALLED: Final = {
    "given": "the day given",
    "dateline": "the dateline",
    "field": "the published field",
    "metadata": "the page's metadata",
    "inferred": "the report's name",
}
_NAMED: Final = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?!\d)")
"""A day with which a name begins; with a second one it is a week or month of reports, or a list."""
_YEAR: Final = re.compile(r"\b(?:in|since|[A-Z][a-z]{2,8}\.?(?: \d{1,2},)?) ((?:19|20)\d\d)\b(?! [a-z]+s\b)")
"""A year as it stands in a text: "in 2015", "March 2015"; no number of people."""
_FITTING: Final = 31
"""Days between a dateline and the day of the report's name, at most: files are named when they are saved."""
TITLE_WITHIN: Final = 300  # code points: a headline further down is not one


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The day in force, how it is known, and what speaks against it or could not be used."""

    day: date | None
    known_by: str
    disagreements: tuple[str, ...]
    notes: tuple[str, ...]


def published(draft: Draft, options: Options) -> Published:
    """Return the publication day of a draft."""
    worded = {
        "dateline": find_dateline(draft.text, _title_end(draft)),
        "field": parse_day(draft.field_day) if draft.field_day else None,
        "metadata": parse_day(draft.metadata_day) if draft.metadata_day else None,
    }
    notes = _unparsed(draft, worded)
    days = _resolved(draft, worded, options.published) or _by_name(draft, worded, options.latest.year)
    notes += [_undecided(by, words) for by, words in worded.items() if words and by not in days]
    late = {by: day for by, day in days.items() if day > options.latest}
    notes += [f"{_CALLED[by]} says {day}, which lies in the future: not used" for by, day in late.items()]
    usable = {by: day for by, day in days.items() if by not in late}
    known_by = next(iter(usable), "unknown")
    return Published(
        day=usable.get(known_by),
        known_by=known_by,
        disagreements=_disagreements(known_by, days),
        notes=tuple(notes),
    )


def _title_end(draft: Draft) -> int:
    """Return where the title ends in the text, 0 where it does not stand at its start."""
    found = draft.text.find(draft.title, 0, TITLE_WITHIN + len(draft.title)) if draft.title else -1
    return found + len(draft.title or "") if found >= 0 else 0


def _unparsed(draft: Draft, worded: dict[str, DayWords | None]) -> list[str]:
    """Return a note for each day that was given in words that no calendar holds."""
    said = {"field": draft.field_day, "metadata": draft.metadata_day}
    return [f"{_CALLED[by]} is not a day: {words!r}" for by, words in said.items() if words and worded[by] is None]


def _undecided(by: str, words: DayWords) -> str:
    """Say why the words name no one day."""
    why = "leaves the year out" if words.month_day else "could be more than one day"
    return f"{_CALLED[by]} {why}: {words.worded!r}"


def _resolved(draft: Draft, worded: dict[str, DayWords | None], given: date | None) -> dict[str, date]:
    """Return the days that are known, in their order of precedence; one that is sure may settle another."""
    sure = (given, *(words.day() for words in worded.values() if words))
    near = next((day for day in sure if day), None)
    days = {"given": given}
    for by, words in worded.items():
        about = near or (release_month(draft.text) if by == "dateline" else None)
        days[by] = words.likely(about) if words else None
    return {by: day for by, day in days.items() if day}


def _by_name(draft: Draft, worded: dict[str, DayWords | None], latest: int) -> dict[str, date]:
    """Return the day that the report's name gives, or settles; nothing where the words of a day do not fit it.

    A text that speaks of a later year was written later: its name tells of what it is about.
    """
    name = draft.name or draft.given.name
    found = _NAMED.match(name) if len(_NAMED.findall(name)) == 1 else None
    named = parse_day(found[0]) if found else None
    day = named.day() if named else None
    if day is None or any(day.year < int(year) <= latest for year in _YEAR.findall(draft.text)):
        return {}
    said = {by: words.day(day) for by, words in worded.items() if words}
    return {by: one for by, one in said.items() if one and abs((one - day).days) <= _FITTING} or (
        {} if said else {"inferred": day}
    )


def _disagreements(known_by: str, days: dict[str, date]) -> tuple[str, ...]:
    """Say in words which other days were given than the one in force."""
    if known_by not in days:
        return ()
    chosen = days[known_by]
    said = "is" if known_by == "given" else "says"
    return tuple(
        f"{_CALLED[known_by]} {said} {chosen}, {_CALLED[by]} {day} ({_apart(day - chosen)})"
        for by, day in days.items()
        if day != chosen
    )


def _apart(between: timedelta) -> str:
    """Return how many days one day is after or before another."""
    number = abs(between.days)
    return f"{number} day{'s' if number > 1 else ''} {'later' if between.days > 0 else 'earlier'}"
