"""Single times as they stand in a text, from left to right.

A rule is tried only where a word stands that it can start with, so that reading costs little more than splitting the
text into words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sijill.ground.days import dates, months, near, told, weekdays
from sijill.ground.days.portions import PART, PART_STARTS
from sijill.ground.days.surroundings import is_time
from sijill.ground.days.words import starting_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.ground.days.rule import Rule

RULES: Final = (*dates.RULES, *told.RULES, *near.RULES, *weekdays.RULES, *months.RULES)
STARTING: Final[dict[str, tuple[Rule, ...]]] = {
    word: tuple(rule for rule in RULES if word in starting_words(rule.starts))
    for word in set().union(*(starting_words(rule.starts) for rule in RULES))
}
FIGURE: Final = "0"  # stands for any word that starts with a figure
ARTICLES: Final = ("the", "a", "an")
LEADS: Final = frozenset(("since", "until", "till", "by", "from", "between", "as"))
OPENERS: Final = frozenset((*STARTING, *LEADS, *PART_STARTS, *ARTICLES))
_WORD: Final = re.compile(r"\w+")
_SECOND: Final = re.compile(r"(?:the|an?)\s+(\w+)")
_LEAD: Final = re.compile(r"(since|until|till|by|from|between|as\s+of)\s+")
_PART: Final = re.compile(PART + r"(?:\s+|(?<=-))")
_TAIL: Final = re.compile(r"\s+(?:morning|afternoon|evening|night|noon|midday|dawn|midnight)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """One time as it stands: its rule and match, what leads it in ("since"), and which part of it is meant.

    `own` is where its words start after the lead.
    """

    start: int
    own: int
    end: int
    rule: Rule
    match: re.Match[str]
    lead: str = ""
    part: str = ""


def times_in(lower: str, text: str, *, strict: bool) -> Iterator[Time]:
    """Yield the times of `text`, whose lower-case form is `lower`; not `strict`, also the doubtful ones."""
    at = 0
    for word in _WORD.finditer(lower):
        start = word.start()
        if start < at or not _opens(word[0]) or _inside_figure(lower, start):
            continue
        time = _time_at(lower, text, start, strict=strict)
        if time:
            at = time.end
            yield time


def _opens(word: str) -> bool:
    return word in OPENERS or word[0].isdigit()


def _inside_figure(lower: str, start: int) -> bool:
    return start > 1 and lower[start - 1] in ".," and lower[start - 2].isdigit()


def _time_at(lower: str, text: str, start: int, *, strict: bool) -> Time | None:
    lead = _LEAD.match(lower, start)
    own = lead.end() if lead else start
    part = _PART.match(lower, own) if key_of(lower, own) in PART_STARTS else None
    for core in (part.end() if part else None, own):
        found = _rule_at(lower, text, core, strict=strict, part=core != own) if core is not None else None
        if found:
            rule, match = found
            tail = _TAIL.match(lower, match.end())
            return Time(
                start=start, own=own, end=(tail or match).end(), rule=rule, match=match,
                lead=" ".join(lead[1].split()) if lead else "", part=lower[own:core].strip(),
            )  # fmt: skip
    return _whole(lower, text, start, strict=strict) if lead else None


def _whole(lower: str, text: str, start: int, *, strict: bool) -> Time | None:
    """Return the time whose own words start with what looks like a lead ("since then")."""
    found = _rule_at(lower, text, start, strict=strict, part=False)
    return Time(start=start, own=start, end=found[1].end(), rule=found[0], match=found[1]) if found else None


def _rule_at(lower: str, text: str, at: int, *, strict: bool, part: bool) -> tuple[Rule, re.Match[str]] | None:
    for rule in STARTING.get(key_of(lower, at), ()):
        match = rule.regex.match(lower, at)
        if match and (rule.sure or not strict or is_time(rule.name, text, *match.span(), part=part)):
            return rule, match
    return None


def key_of(lower: str, at: int) -> str:
    """Return the word by which rules are looked up: the first that is no article, `FIGURE` for any figure."""
    found = _SECOND.match(lower, at) or _WORD.match(lower, at)
    word = found[found.re.groups] if found else ""
    return FIGURE if word[:1].isdigit() else word
