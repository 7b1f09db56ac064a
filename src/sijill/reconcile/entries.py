"""A figure as counting sees it: numbers, people, source, place in time and text; and what its words tell of it.

Invariant: an entry is a function of its member and the key of its source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sijill.incident import Amount
from sijill.reconcile.folding import folded
from sijill.reconcile.one_more import names_one_more
from sijill.reconcile.words import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.incident import Member
    from sijill.model import Claim, Figure
    from sijill.values import CountRange, Span

FAMILIES: Final = {"state_forces": "state", "armed_group": "armed", "unspecified": "all", "mixed": "all"}
"""Families of categories: of two families the people are different ones; "all" may hold any of them."""
_OURS: Final = re.compile(r"\b(?:our|its own|their own|his own|its)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of a member; `rank` orders entries in time: publication, then place in the text."""

    id: str
    member: Member
    figure: Figure
    key: str
    low: int | None
    high: int | None
    stated: int | None
    family: str
    marks: frozenset[str]
    rank: tuple[date, int]

    @property
    def claim(self) -> Claim:
        """The claim of the entry."""
        return self.member.claim

    @property
    def soft(self) -> bool:
        """Whether it is a part of another number, or what is left beside one ("25 others wounded" is neither)."""
        return "part" in self.marks or ("rest" in self.marks and self.figure.measure == "killed")


def entry_of(id_: str, member: Member, key: str) -> Entry:
    """Return the entry of a member that has a figure."""
    figure = member.claim.figure
    if figure is None:
        msg = f"claim {id_} has no figure"
        raise ValueError(msg)
    count, anchor = with_one_more(member.claim), member.claim.anchor
    low = None if count.comparator in {"at_most", "less_than"} and count.value else count.low
    stated = count.high if count.high is not None else count.low
    family = FAMILIES.get(figure.category, "civil")
    marks = marks_of(member.claim, anchor.span) - ({"rest", "joined"} if count is not figure.count else set())
    rank = (member.published or date.min, anchor.span.start)
    return Entry(id_, member, figure, key, low, count.high, stated, family, marks, rank)


def beside_counts(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries, those of people who were treated as parts where another figure counts the wounded."""
    counted = {entry.figure.measure for entry in entries if "treated" not in entry.marks}
    return [
        replace(entry, marks=entry.marks | {"part"})
        if "treated" in entry.marks and entry.figure.measure in counted
        else entry
        for entry in entries
    ]


def with_one_more(claim: Claim) -> CountRange:
    """Return a figure's count with the person whom words before it name, where it is no part of a count of all."""
    if claim.figure is None:
        msg = f"claim {claim.id} has no figure"
        raise ValueError(msg)
    count = claim.figure.count
    if not count.value or count.low is None or claim.figure.part_of or not names_one_more(claim, claim.anchor.span):
        return count
    high = None if count.high is None else count.high + 1
    return replace(count, low=count.low + 1, high=high)


def marks_of(claim: Claim, number: Span) -> frozenset[str]:
    """Return what words around the number tell: the marks of `words.toml`, by name."""
    clause = claim.evidence[0]
    start, end = number.start - clause.span.start, number.end - clause.span.start
    found = _marks(clause.quote, start, end) if 0 <= start < end <= len(clause.quote) else frozenset()
    found = (
        found - {"part"} if "after the dead" in found and claim.figure and claim.figure.measure != "killed" else found
    )
    return found | {"part"} if claim.figure is not None and claim.figure.part_of else found


@lru_cache(maxsize=65536)
def _marks(clause: str, start: int, end: int) -> frozenset[str]:
    sides = (clause[:start], clause[end:], clause[start:end])
    return frozenset(
        mark.name
        for mark in tables().marks
        if any(
            pattern is not None and pattern.search(words)
            for pattern, words in zip((mark.before, mark.after, mark.inside), sides, strict=True)
        )
    )


@lru_cache(maxsize=65536)
def people(victims: str | None) -> frozenset[str]:
    """Return the words that tell the counted people apart; none where they are only "people" or "others"."""
    words = (word.removesuffix("s") for word in folded(victims or "").split() if word not in tables().anybody)
    return frozenset(words)


def amount_of(entry: Entry) -> Amount:
    """Return an entry's number as an amount."""
    return Amount(
        low=entry.low,
        high=entry.high,
        stated=entry.stated,
        category=entry.figure.category,
        claims=(entry.id,),
        victims=entry.figure.victims,
        vague=entry.figure.count.vague,
        hedged=entry.claim.certainty == "hedged",
        approximate=entry.figure.count.approximate,
        stance=stance_of(entry),
    )


def stance_of(entry: Entry) -> str | None:
    """Return whether a party speaks of its "own" losses or its "enemy"'s, None where that is not told."""
    own = tables().own.get(entry.claim.source.kind)
    if own is None or entry.family not in {"state", "armed"}:
        return None
    if own != entry.figure.category:
        return "enemy"
    actor = entry.claim.perpetrator
    if actor and folded(actor.name or actor.worded) == folded(
        entry.claim.source.name or entry.claim.source.worded or ""
    ):
        return "enemy"
    if own == "state_forces" or _OURS.search(entry.figure.victims or ""):
        return "own"
    return "own" if actor and actor.kind == "state_forces" else None
