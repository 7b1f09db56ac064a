"""Time phrases: single times joined to ranges, lists and "since" clauses.

Phrases lie in the text, in its order, and do not overlap.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from sijill.ground.days.single import Time, times_in

_PAIR: Final = re.compile(r"\s+(?:and|or|&)\s+")
_LIST: Final = re.compile(r"(?:\s*,)?\s+(?:and|or|&)\s+(?:on\s+|in\s+)?|\s*,\s+")
_RANGE: Final = re.compile(
    r"\s*(?:,\s*)?(?:to|(?:and\s+)?into|through|thru|[-\u2013\u2014])\s*(?:at least\s+|the\s+)?"
    r"|[\s\"\u201d\u201c]+through[\s\"\u201d\u201c]+at least[\s\"\u201d\u201c]+",
)
_CLAUSE: Final = re.compile(r"\bsince\s+(?:[\w'\u2019-]+\s+){1,9}$")
_GAP: Final = re.compile(r"\s+(?:[\w'\u2019-]+\s+){0,12}")
LONGEST_CLAUSE: Final = 110  # characters before a date in which a "since" is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One or more times that say one thing together; `lead` is "" for a plain one."""

    start: int
    end: int
    times: tuple[Time, ...]
    lead: str = ""


def phrases_in(text: str, *, strict: bool = True) -> list[Phrase]:
    """Return the text's time phrases; not `strict`, also words that only their surroundings could confirm."""
    lower = _folded(text)
    joined: list[Phrase] = []
    for time in times_in(lower, text, strict=strict):
        together = _together(joined[-1], time, lower) if joined else None
        if together:
            joined[-1] = together
        else:
            joined.append(_alone(time, lower, joined[-1].end if joined else 0))
    return [_settled(phrase, lower) for phrase in joined]


def _folded(text: str) -> str:
    """Return the text in lower case with every character at its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _alone(time: Time, lower: str, after: int) -> Phrase:
    """Return the time as a phrase, with the clause that a "since" before it opens."""
    if not time.lead:
        start = max(after, time.start - LONGEST_CLAUSE)
        clause = _CLAUSE.search(lower[start : time.start])
        if clause:
            return Phrase(start=start + clause.start(), end=time.end, times=(time,), lead="since")
    return Phrase(start=time.start, end=time.end, times=(time,), lead=time.lead)


def _together(before: Phrase, time: Time, lower: str) -> Phrase | None:
    """Return the phrase that `before` and the time make together, or None where they are two."""
    between = lower[before.end : time.start]
    last = before.times[-1]
    if last.rule.name == "since event" and not time.lead and not last.match[0].endswith("then"):
        return replace(before, end=time.end, times=(time,), lead="since") if _GAP.fullmatch(between) else None
    if before.lead not in ("", "from", "between"):
        return None
    if _is_range(between, time) or _is_list(last, between, time):
        return replace(before, end=time.end, times=(*before.times, time))
    return None


def _is_list(last: Time, between: str, time: Time) -> bool:
    """Tell whether the two are joined as like times are: any two days by "and", two weekdays also by a comma."""
    if time.lead or last.rule.kind != time.rule.kind:
        return False
    same = last.rule is time.rule and last.rule.bare
    return (_LIST if same else _PAIR).fullmatch(between) is not None


def _is_range(between: str, time: Time) -> bool:
    if time.lead in ("until", "till"):
        return between.isspace()
    return not time.lead and _RANGE.fullmatch(between) is not None


def _settled(phrase: Phrase, lower: str) -> Phrase:
    """Return the phrase without a "from" that opens no range, or a "by" that names a doer ("by Friday's strike")."""
    possessive = phrase.lead == "by" and lower.startswith(("'s", "\u2019s"), phrase.end)
    if len(phrase.times) == 1 and (phrase.lead in ("from", "between") or possessive):
        return replace(phrase, start=phrase.times[0].own, lead="")
    return phrase
