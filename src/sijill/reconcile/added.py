"""Numbers that are said to come on top of another: "a commander and four other fighters" counts five.

Invariant: a number adds to one that stands before it, and a part of another number adds to none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sijill.reconcile.entries import people

if TYPE_CHECKING:
    from sijill.reconcile.entries import Entry

TOGETHER: Final = 80
"""Code points within which two numbers stand side by side: "seven soldiers, five rebels and three civilians"."""
_DEFINITE: Final = re.compile(
    r"\bthe ((?:[\w'\u2019-]+ ){1,3})(?:and|along with|together with|as well as|alongside) (?:an )?$", re.IGNORECASE
)
"""People told of before to whom others are joined: "the leader and an associate"."""

_SET_OFF: Final = re.compile(
    r"[,:;\u2013\u2014-]\s+(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b", re.IGNORECASE
)
"""People set off and counted: ", a commander"."""


def adds_to(entry: Entry, before: Entry) -> bool:
    """Tell whether a number counts people beside those of one before it.

    It does where it is joined to it ("and four other fighters", "and two guards"), joined to a word for those people
    ("the leader and an associate"), told with "also", or of others beside one person told of before.
    """
    if "part" in entry.marks | before.marks or before.rank[1] >= entry.rank[1]:
        return False
    if "joined" in entry.marks and "rest" in entry.marks and _in_one_clause(entry, before):
        return True
    if not of_others(entry, before):
        return False
    if "joined" in entry.marks and (_in_one_clause(entry, before) or _joined_to_word_for(entry, before)):
        return True
    if before.stated == 1:
        return "also" in entry.marks or "rest" in entry.marks
    return "also" in entry.marks and entry.stated != before.stated


def of_others(a: Entry, b: Entry) -> bool:
    """Tell whether two figures are worded as of different people; not where either names none."""
    theirs, ours = people(a.figure.victims), people(b.figure.victims)
    return bool(theirs and ours) and not theirs & ours


def _in_one_clause(entry: Entry, before: Entry) -> bool:
    """Tell whether a number stands behind another in its clause, with no third one set off between the two.

    "Ten people died, a commander and nine others": the nine come on top of the commander, not of the ten.
    """
    clause = entry.claim.evidence[0]
    if clause.span.start > before.rank[1] or entry.rank[1] - before.rank[1] > TOGETHER:
        return False
    between = clause.quote[before.rank[1] - clause.span.start : entry.rank[1] - clause.span.start]
    return _SET_OFF.search(between) is None


def _joined_to_word_for(entry: Entry, before: Entry) -> bool:
    clause = entry.claim.evidence[0]
    found = _DEFINITE.search(clause.quote[: entry.rank[1] - clause.span.start])
    return found is not None and bool(people(found[1]) & people(before.figure.victims))
