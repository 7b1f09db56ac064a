"""GUM's entities -> names: of persons, places and organisations, those whose head is a proper noun.

GUM brackets whole phrases ("the University of Portsmouth in England"); a name here is the run of words from the first
proper noun to the last that has nothing but short function words between, around the head.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KINDS: Final = {"person": "PER", "place": "LOC", "organization": "ORG"}
INNER: Final = frozenset({"ADP", "DET", "CCONJ", "PUNCT", "NUM", "PART", "NOUN", "ADJ"})  # may stand within a name
LONGEST_GAP: Final = 2  # words of other kinds between proper nouns of one name
_BRACKET: Final = re.compile(r"\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)")


@dataclass(frozen=True, slots=True)
class Entity:
    """A bracketed phrase: words of the sentence (end exclusive) and its kind."""

    start: int
    end: int
    kind: str


def entities(brackets: Sequence[str]) -> Iterator[Entity]:
    """Yield the phrases of a sentence from what `Entity=` says at each word."""
    opened: list[tuple[str, int, str]] = []
    for at, marks in enumerate(brackets):
        for mark in _BRACKET.finditer(marks):
            if mark[1]:
                opened.append((mark[1], at, mark[2]))
            closed = mark[1] if mark[3] else mark[4]
            found = next((one for one in reversed(opened) if one[0] == closed), None)
            if found:
                opened.remove(found)
                yield Entity(found[1], at + 1, found[2])


def name_spans(brackets: Sequence[str], upos: Sequence[str], heads: Sequence[int]) -> list[tuple[int, int, str]]:
    """Return the sentence's names, the outermost of those that overlap; `heads` are words, -1 for the root."""
    found: list[tuple[int, int, str]] = []
    for one in sorted(entities(brackets), key=lambda one: one.start - one.end):
        head = next((at for at in range(one.start, one.end) if not one.start <= heads[at] < one.end), one.start)
        if one.kind in KINDS and upos[head] == "PROPN":
            start, end = _trimmed(one, head, upos)
            if not any(start < b and a < end for a, b, _ in found):
                found.append((start, end, KINDS[one.kind]))
    return found


def _trimmed(one: Entity, head: int, upos: Sequence[str]) -> tuple[int, int]:
    """Return the run of proper nouns around the head."""
    proper = [at for at in range(one.start, one.end) if upos[at] == "PROPN"]
    at = proper.index(head)
    first = last = at
    while first and _joined(proper[first - 1], proper[first], upos):
        first -= 1
    while last + 1 < len(proper) and _joined(proper[last], proper[last + 1], upos):
        last += 1
    return proper[first], proper[last] + 1


def _joined(left: int, right: int, upos: Sequence[str]) -> bool:
    between = [upos[at] for at in range(left + 1, right)]
    return len(between) <= LONGEST_GAP and all(kind in INNER for kind in between)
