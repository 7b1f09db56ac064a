"""Inquits: who says a quotation, named with a verb of saying right behind it ("'...,' said Diaz", "'...,' she said").

Read by form, since a parse of a long quotation often loses the words behind it. Invariant: a quotation has one inquit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.extract.attribution.lists import quotes
from sijill.extract.attribution.quotations import in_a_line
from sijill.extract.words import subtree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from sijill.extract.attribution.quotations import Stretch

_DASHES = frozenset(["--", "\u2014", "\u2013"])
_LEADS_ON = _DASHES | {",", "?", "!", "...", "…"}
_MARKS = frozenset([".", "?", "!", ":", ";", '"', "“", "”", "''", "(", ")"])
_CLOSES = _MARKS | _DASHES | {",", "-"}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "PART", "SYM", "X"})
_BESIDE_VERB = frozenset({"AUX", "ADV"})
_JOINS = frozenset(["of", "for", "and", "&", "-", "'s", "\u2019s"])
_NO_NAMES = frozenset(["that", "which", "who", "whom", "whose", "to", "this", "what"])
_APPOSES = frozenset(["a", "an", "the", "now", "who", "whose", "then"])
_FARTHEST, _LONG = 18, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquit:
    """Who says a quotation (tokens of the phrase), and the quotation."""

    source: Stretch
    quotation: Stretch


def inquits(doc: Doc, quoted: Sequence[Stretch]) -> dict[int, Inquit]:
    """Return the inquits of a document by the token of their verb."""
    return dict(found for one in quoted if _leads_on(doc, one) for found in _behind(doc, one))


def _leads_on(doc: Doc, quotation: Stretch) -> bool:
    """Tell whether an inquit may follow a quotation: it ends on a comma, or is a sentence without a point."""
    low, high = quotation
    last = doc[high - 2].text if high - low > 1 else ""
    opens = low == 0 or doc[low].is_sent_start or doc[low - 1].is_space or doc[low - 1].text in _MARKS
    return last in _LEADS_ON or (opens and high - low >= _LONG and last != "." and doc[low - 1].text != ",")


def _behind(doc: Doc, quotation: Stretch) -> Iterator[tuple[int, Inquit]]:
    first = quotation[1]
    if first >= len(doc) or not in_a_line(doc, first - 1, first + 1):
        return
    if doc[first].lower_ in quotes():
        source = None if _has_subject_behind(doc[first]) else inverted(doc[first])
        verb = first
    else:
        source, verb = _before_verb(doc, first)
    if source is not None and source[0] < source[1]:
        yield verb, Inquit(source=source, quotation=quotation)


def _before_verb(doc: Doc, first: int) -> tuple[Stretch | None, int]:
    """Return the phrase between a quotation and its verb of saying, and where that stands."""
    for token in doc[first : first + _FARTHEST]:
        if token.is_space or token.text in _MARKS:
            break
        if token.lower_ in quotes() and token.i > first and token.dep_ not in {"acl", "acl:relcl", "amod"}:
            source = _without_adverbs(doc, first, token.i)
            return (source if names_somebody(doc, source) else None), token.i
    return None, first


def _without_adverbs(doc: Doc, start: int, end: int) -> Stretch:
    """Return the words before a verb without its adverbs and auxiliaries, and without the comma of an apposition."""
    while start < end and doc[end - 1].pos_ in _BESIDE_VERB:
        end -= 1
    while start < end and doc[end - 1].text == ",":
        end -= 1
    return start, end


def names_somebody(doc: Doc, source: Stretch) -> bool:
    """Tell whether a stretch begins like who speaks, not like a clause that goes on."""
    start, end = source
    return start < end and doc[start].pos_ in _NOMINAL and doc[start].lower_ not in _NO_NAMES


def _has_subject_behind(verb: Token) -> bool:
    """Tell whether the parse knows who is named behind an inverted verb, by the whole of his name."""
    subject = next((c for c in verb.children if c.i > verb.i and c.dep_ in {"nsubj", "nsubj:outer"}), None)
    if subject is None:
        return False
    start, end = subtree(subject)
    return start == verb.i + 1 and (end >= len(verb.doc) or verb.doc[end].pos_ != "PROPN")


def inverted(verb: Token) -> Stretch | None:
    """Return the words behind an inverted verb up to the next mark, with an apposition."""
    doc = verb.doc
    if verb.i + 1 >= len(doc) or doc[verb.i + 1].pos_ not in _NOMINAL:
        return None
    end = _end_of_name(doc, verb.i + 1)
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in _APPOSES:
        end = next((t.i for t in doc[end + 1 :] if t.is_space or t.text in _CLOSES), end)
    return verb.i + 1, end


def _end_of_name(doc: Doc, start: int) -> int:
    end = start
    while end < len(doc) and (doc[end].pos_ in _NOMINAL or doc[end].lower_ in _JOINS) and not doc[end].is_space:
        end += 1
    return end
