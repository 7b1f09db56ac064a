"""A report's text cut where its marks begin and end, so that overlapping marks can be drawn.

Invariant: the pieces, put together, are the text (each hidden stretch standing as one piece, with its replacement).
A hidden stretch is never cut: a mark that reaches into it covers all of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sijill.serve.masking import MASKED
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.model import Claim
    from sijill.serve.masking import Mask


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the text that a claim rests on: `field` is "claim" for the clause, else the evidence's field."""

    span: Span
    field: str
    claim_id: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch between two edges of marks: its words, the marks over it, and those that end with it."""

    text: str
    marks: tuple[Mark, ...]
    begun: tuple[Mark, ...]
    ended: tuple[Mark, ...]

    @property
    def anchor(self) -> Mark | None:
        """The shortest number or trigger over the piece."""
        return min((m for m in self.marks if m.field != "claim"), key=length, default=None)


def length(mark: Mark) -> int:
    """Return the number of code points under a mark."""
    return mark.span.end - mark.span.start


def marks_of(claims: Sequence[Claim]) -> list[Mark]:
    """Return two marks a claim: its clause, and its number or trigger."""
    marks = []
    for claim in claims:
        clause, anchor = claim.evidence[0], claim.anchor
        kind = claim.figure.measure if claim.figure else (claim.happening or "other")
        marks.append(Mark(span=anchor.span, field=anchor_field(claim), claim_id=claim.id, kind=kind))
        if clause is not anchor:
            marks.append(Mark(span=clause.span, field="claim", claim_id=claim.id, kind=kind))
    return marks


def evidence_marks(claim: Claim) -> list[Mark]:
    """Return a mark for each piece of a claim's evidence."""
    return [Mark(span=one.span, field=one.field, claim_id=claim.id, kind=one.field) for one in claim.evidence]


def within(marks: Sequence[Mark], window: Span) -> list[Mark]:
    """Return the marks that reach into a stretch of the text, cut to it and counted from its start."""
    found = []
    for mark in marks:
        if mark.span.overlaps(window):
            start, end = max(mark.span.start, window.start), min(mark.span.end, window.end)
            found.append(replace(mark, span=Span(start=start - window.start, end=end - window.start)))
    return found


def anchor_field(claim: Claim) -> str:
    """Return "number" or "trigger"."""
    return "number" if claim.figure else "trigger"


def pieces_of(text: str, marks: Sequence[Mark], mask: Mask) -> list[Piece]:
    """Return the text in pieces, from first to last."""
    hidden = {span.start: span.end for span in mask.spans(text)}
    edges = edges_of(len(text), marks, hidden)
    return [piece(text, start, end, marks, hidden=start in hidden) for start, end in pairwise(edges)]


def edges_of(end: int, marks: Sequence[Mark], hidden: dict[int, int]) -> list[int]:
    """Return the offsets at which to cut: the ends of marks and of hidden stretches, none within a hidden stretch."""
    cuts = {0, end, *hidden, *hidden.values()}
    cuts.update(edge for mark in marks for edge in (mark.span.start, mark.span.end))
    within = {at for start, stop in hidden.items() for at in cuts if start < at < stop}
    return sorted(cuts - within)


def piece(text: str, start: int, end: int, marks: Sequence[Mark], *, hidden: bool) -> Piece:
    """Return the piece between two edges with the marks that cover any of it."""
    over = tuple(mark for mark in marks if mark.span.start < end and start < mark.span.end)
    return Piece(
        text=MASKED if hidden else text[start:end],
        marks=over,
        begun=tuple(mark for mark in over if mark.span.start >= start),
        ended=tuple(mark for mark in over if mark.span.end <= end),
    )
