"""A report's text in pieces that a page can draw and select from: each piece knows where it begins in the report."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sijill.serve.marks import edges_of, marks_of, piece
from sijill.serve.page import colour
from sijill.serve.wording import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sijill.model import Claim
    from sijill.serve.marks import Piece
    from sijill.serve.masking import Mask


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A stretch of the text: `at` counts code points of the report; `hidden` words cannot be selected.

    `colour` is that of the innermost number or trigger, "clause" within a claim's words, "" outside. `targets` are
    the claims whose number or trigger begins here, `links` those whose ends here, with their numbers in the list.
    """

    text: str
    at: int
    colour: str
    claim: str
    hidden: bool
    targets: tuple[str, ...]
    links: tuple[tuple[str, int], ...]


def marked_text(text: str, claims: Sequence[Claim], mask: Mask, numbers: Mapping[str, int]) -> list[Words]:
    """Return the text of a report in pieces, from first to last."""
    marks, hidden = marks_of(claims), {span.start: span.end for span in mask.spans(text)}
    found = []
    for start, end in pairwise(edges_of(len(text), marks, hidden)):
        over = [mark for mark in marks if mark.span.start < end and start < mark.span.end]
        one = piece(text, start, end, over, hidden=start in hidden)
        found.append(words_of(one, start, numbers, hidden=start in hidden))
    return found


def words_of(one: Piece, at: int, numbers: Mapping[str, int], *, hidden: bool) -> Words:
    """Return a piece as a page draws it."""
    anchor = one.anchor
    plain = "clause" if one.marks else ""
    return Words(
        text=shown(one.text),
        at=at,
        colour=colour(anchor) if anchor else plain,
        claim=anchor.claim_id if anchor else "",
        hidden=hidden,
        targets=tuple(mark.claim_id for mark in one.begun if mark.field != "claim"),
        links=tuple((mark.claim_id, numbers[mark.claim_id]) for mark in one.ended if mark.field != "claim"),
    )
