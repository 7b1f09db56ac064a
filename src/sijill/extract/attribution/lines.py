"""Attributions that a line's form makes: "WALLACE: ...", and a quotation with its speaker behind a dash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.extract.attribution.lists import quotes
from sijill.extract.attribution.quotations import breaks
from sijill.extract.attribution.speakers import is_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

    from sijill.extract.attribution.quotations import Stretch

DASHES = frozenset("\u2015\u2014\u2013-") | {"--"}
_MARKS = frozenset(['"', "“", "\u2018", "''"])
_PEOPLE = frozenset(["i", "he", "she", "they", "we", "who"])
_SHORTEST = 6
_TO = frozenset(["to", "on"])
_LONGEST_NAME, _LONGEST_SIGNATURE = 7, 15


def before_colon(colon: Token) -> tuple[Stretch, Stretch] | None:
    """Return who is named before a colon, at the head of a line or behind a heading and a dash, and the line's rest.

    Of a headline that names whom it is said to or what of ("Haddad to parliament: ..."), the first name says it.
    """
    doc, start = colon.doc, _line_start(colon.doc, colon.i)
    start += start < colon.i and doc[start].text in _MARKS
    if _is_quoted(colon):
        start = max([start, *(t.i + 1 for t in doc[start : colon.i] if t.text in DASHES and _stands_free(t))])
        start = next((t.i + 1 for t in doc[start : colon.i] if t.lower_ == "from"), start)
    end = next((t.i for t in doc[start : colon.i] if t.lower_ in _TO and t.i > start), colon.i)
    if not 0 < colon.i - start <= _LONGEST_NAME or not _names_speaker(doc[start:end]):
        return None
    return (start, end), (colon.i + 1, _line_end(doc, colon.i))


def introducing(colon: Token, quoted: Sequence[Stretch]) -> tuple[Token, Stretch] | None:
    """Return who is the subject of the sentence whose colon leads to a quotation ("Rebels fired back: '...'")."""
    doc, behind = colon.doc, colon.i + 1
    found = next((q for q in quoted if q[0] >= behind and all(t.is_space for t in doc[behind : q[0]])), None)
    if found is None or found[1] - found[0] < _SHORTEST:
        return None
    top = colon.head if colon.head.i < colon.i else colon.sent.root
    subject = next((c for c in top.children if c.dep_ == "nsubj" and c.i < colon.i), None)
    if subject is None or any(t.lower_ in quotes() | DASHES for t in doc[subject.i : colon.i]):
        return None
    return (subject, found) if subject.ent_type_ in {"PER", "ORG"} or subject.lower_ in _PEOPLE else None


def _is_quoted(colon: Token) -> bool:
    """Tell whether a quotation stands behind a colon."""
    behind = colon.doc[colon.i + 1 : colon.i + 3]
    return any(t.text in _MARKS for t in behind) and not any(t.is_alpha for t in behind[:1])


def _stands_free(dash: Token) -> bool:
    """Tell whether a dash has a space before it, unlike the hyphen of a word."""
    return bool(dash.i > 0 and dash.nbor(-1).whitespace_)


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
    return named and all(t.pos_ in {"PROPN", "NOUN", "ADJ"} or t.lower_ == "and" for t in words)


def _line_start(doc: Doc, at: int) -> int:
    return next((t.i + 1 for t in reversed(doc[:at]) if breaks(t)), 0)


def _line_end(doc: Doc, at: int) -> int:
    return next((t.i for t in doc[at + 1 :] if breaks(t)), len(doc))
