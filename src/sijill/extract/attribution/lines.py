"""Attributions that a line's form makes: "WALLACE: ...", and a quotation with its speaker behind a dash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.extract.attribution.quotations import breaks
from sijill.extract.attribution.speakers import is_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

    from sijill.extract.attribution.quotations import Stretch

DASHES = frozenset("\u2015\u2014\u2013-") | {"--"}
_LONGEST_NAME, _LONGEST_SIGNATURE = 7, 15


def before_colon(colon: Token) -> tuple[Stretch, Stretch] | None:
    """Return who is named before a colon at the head of a line, and the rest of the line."""
    doc, start = colon.doc, _line_start(colon.doc, colon.i)
    start += start < colon.i and doc[start].text == '"'
    if not 0 < colon.i - start <= _LONGEST_NAME or not _names_speaker(doc[start : colon.i]):
        return None
    return (start, colon.i), (colon.i + 1, _line_end(doc, colon.i))


def behind_dash(dash: Token, quoted: Sequence[Stretch]) -> tuple[Stretch, Stretch] | None:
    """Return who is named behind a dash that follows a quotation, and the quotation."""
    doc = dash.doc
    before = next((q for q in reversed(quoted) if q[1] <= dash.i), None)
    if before is None or dash.i + 1 == len(doc) or not all(t.is_space for t in doc[before[1] : dash.i]):
        return None
    end = _line_end(doc, dash.i)
    if end - dash.i > _LONGEST_SIGNATURE or dash.nbor().pos_ != "PROPN":
        return None
    # Marks within marks end a quotation too early: a line that opens with one is quoted whole.
    start = _line_start(doc, before[0])
    return (dash.i + 1, end), (start if doc[start].text in {'"', "“"} else before[0], before[1])


def _names_speaker(words: Span) -> bool:
    last: Token = words[-1]
    named = last.pos_ == "PROPN" or last.ent_type_ in {"PER", "ORG"} or words.text.isupper() or is_document(last)
    return named and all(t.pos_ in {"PROPN", "NOUN", "ADJ"} for t in words)


def _line_start(doc: Doc, at: int) -> int:
    return next((t.i + 1 for t in reversed(doc[:at]) if breaks(t)), 0)


def _line_end(doc: Doc, at: int) -> int:
    return next((t.i for t in doc[at + 1 :] if breaks(t)), len(doc))
