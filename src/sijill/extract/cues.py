"""Where a text says that somebody is to be protected: words of several families that stand near one another.

Writers have no end of ways to say so, but few families of words to say it with; `data/hiding.toml` holds families and
cues, each an editable row. Invariant: a cue lies within one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from sijill.extract.families import families_of, may_hold_a_cue, sentences, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_BESIDE: Final = 2
"""Words on either side of a cue in which a family may still spoil it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A stretch of a text that says that somebody is to be protected, and how ("asked" or "fear")."""

    start: int
    end: int
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The families that make a cue, and how many words they may take."""

    needs: tuple[str, ...]
    within: int
    how: str
    ordered: bool
    spoiled_by: frozenset[str]


@cache
def rules() -> tuple[Rule, ...]:
    """Return the cues of `data/hiding.toml`."""
    return tuple(
        Rule(
            needs=tuple(row["needs"]),
            within=row["within"],
            how=row.get("how", "asked"),
            ordered=row.get("ordered", False),
            spoiled_by=frozenset(row.get("spoiled_by", ())),
        )
        for row in table()["cues"]
    )


def cues(text: str) -> list[Cue]:
    """Return every cue of a text, of those that lie within one another only the shortest."""
    found = []
    for words in sentences(text, may_hold_a_cue):
        places = families_of(words)
        spans = {(first, last, rule.how) for rule in rules() for first, last in _spans(rule, places)}
        for first, last, how in sorted(_shortest(spans)):
            found.append(Cue(start=words[first].start, end=words[last].end, how=how))
    return found


def _spans(rule: Rule, places: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each stretch in which a rule's families stand near enough."""
    if any(family not in places for family in rule.needs):
        return
    spoilt = [at for family in rule.spoiled_by for at in places.get(family, ())]
    for anchor in places[rule.needs[0]]:
        taken = _taken(anchor, [places[family] for family in rule.needs[1:]], ordered=rule.ordered)
        if taken and max(taken) - min(taken) < rule.within:
            first, last = min(taken), max(taken)
            if not any(first - _BESIDE <= at <= last + _BESIDE for at in spoilt):
                yield first, last


def _taken(anchor: int, others: Sequence[list[int]], *, ordered: bool) -> list[int]:
    """Return a word and the nearest one of each other family, no word twice; [] where a family has none left."""
    taken = [anchor]
    for places in others:
        left = [at for at in places if at not in taken and (not ordered or at > taken[-1])]
        if not left:
            return []
        taken.append(min(left, key=lambda at: abs(at - anchor)))
    return taken


def _shortest(spans: set[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the stretches that hold no other one of their kind."""
    return [
        (first, last, how)
        for first, last, how in spans
        if not any((a, b) != (first, last) and first <= a and b <= last and how == other for a, b, other in spans)
    ]
