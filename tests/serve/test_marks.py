from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from small_register import defectors_claims

from sijill.serve.marks import Mark, marks_of, pieces_of, within
from sijill.serve.masking import MASKED, UNMASKED, mask_for
from sijill.values import Span

if TYPE_CHECKING:
    from sijill.model import Report


def mark(start: int, end: int, name: str = "a", field: str = "number") -> Mark:
    return Mark(span=Span(start=start, end=end), field=field, claim_id=name, kind="killed")


spans = st.tuples(st.integers(0, 20), st.integers(1, 10)).map(lambda at: mark(at[0], at[0] + at[1]))


@given(st.text(min_size=30), st.lists(spans))
def test_the_pieces_put_together_are_the_text(text: str, marks: list[Mark]) -> None:
    pieces = pieces_of(text, marks, UNMASKED)
    assert "".join(piece.text for piece in pieces) == text


@given(st.text(min_size=30), st.lists(spans))
def test_every_mark_begins_once_and_ends_once(text: str, marks: list[Mark]) -> None:
    pieces = pieces_of(text, marks, UNMASKED)
    assert sum(len(piece.begun) for piece in pieces) == sum(len(piece.ended) for piece in pieces) == len(marks)


def test_overlapping_marks_share_the_piece_they_overlap_in() -> None:
    pieces = pieces_of("abcdef", [mark(0, 4, "a"), mark(2, 6, "b")], UNMASKED)
    assert [(piece.text, [m.claim_id for m in piece.marks]) for piece in pieces] == [
        ("ab", ["a"]),
        ("cd", ["a", "b"]),
        ("ef", ["b"]),
    ]


def test_a_hidden_stretch_is_one_piece_under_every_mark_that_reaches_into_it(defectors: Report) -> None:
    mask = mask_for(defectors_claims(defectors))
    at = defectors.text.index("ALAA")
    pieces = pieces_of(defectors.text, [mark(at + 2, at + 10)], mask)
    hidden = [piece for piece in pieces if piece.text == MASKED]
    assert len(hidden) == 3
    assert hidden[-1].marks
    assert hidden[-1].begun


def test_a_claim_is_marked_at_its_clause_and_its_number(defectors: Report) -> None:
    claims = defectors_claims(defectors)
    marked = [(m.span.of(defectors.text), m.field) for m in marks_of(claims[:1])]
    assert marked == [
        ("At least a dozen", "number"),
        ("At least a dozen secret police have defected", "claim"),
    ]


def test_marks_are_cut_to_the_window() -> None:
    assert [m.span for m in within([mark(0, 5), mark(8, 9)], Span(start=3, end=7))] == [Span(start=0, end=2)]
