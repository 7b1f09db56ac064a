"""Quotations: the stretches of a text between quotation marks, over paragraphs where one goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

_OPENING, _CLOSING = frozenset(['"', "“", "„", "«", "''", "``"]), frozenset(['"', "”", "»", "''"])
_ENDS = frozenset([",", ".", "?", "!", "...", "…", "--", "—"])
_NEAR = 3
Stretch = tuple[int, int]


def quotations(doc: Doc) -> tuple[Stretch, ...]:
    """Return the tokens of every quotation, marks included, in order.

    One that a paragraph leaves open goes on where the next paragraph opens with a mark, and ends there otherwise.
    """
    found: list[Stretch] = []
    for low, high in _in_paragraphs(doc):
        start = found.pop()[0] if found and _goes_on(doc, found[-1], low) else low
        found.append((start, high))
    return tuple(found)


def _in_paragraphs(doc: Doc) -> Iterator[Stretch]:
    opened: int | None = None
    for token in doc:
        if opened is None:
            opened = token.i if token.text in _OPENING else None
        elif token.text in _CLOSING or breaks(token):
            yield opened, token.i + (token.text in _CLOSING)
            opened = None
    if opened is not None:
        yield opened, len(doc)


def _goes_on(doc: Doc, before: Stretch, low: int) -> bool:
    """Tell whether a paragraph left a quotation open, and nothing stands between it and the next mark."""
    open_left = doc[before[1] - 1].text not in _CLOSING or before[1] - before[0] == 1
    return open_left and all(token.is_space for token in doc[before[1] : low])


def breaks(token: Token) -> bool:
    """Tell whether a token is a line's end: a paragraph's, in a text as it is cleaned."""
    return bool(token.is_space and "\n" in token.text)


def in_a_line(doc: Doc, low: int, high: int) -> bool:
    """Tell whether no line ends in a stretch."""
    return not any(breaks(token) for token in doc[low:high])


def is_sentence(doc: Doc, quotation: Stretch) -> bool:
    """Tell whether a quotation ends like a sentence, unlike some quoted words."""
    return doc[quotation[1] - 2].text in _ENDS


def quotation_beside(verb: Token, speaker: int, quoted: Sequence[Stretch], *, behind: bool) -> Stretch | None:
    """Return the quotation that a verb stands beside: just before its clause or, where asked, behind it.

    `speaker` is the first word of who says it. Some quoted words behind the verb take the rest of the sentence along.
    """
    doc, first = verb.doc, min(verb.i, speaker)
    for one in quoted:
        if 0 <= first - one[1] <= _NEAR and in_a_line(doc, one[1], first) and is_sentence(doc, one):
            return one
        if behind and _follows(verb, one[0]):
            return one if is_sentence(doc, one) else (one[0], max(one[1], int(verb.sent.end)))
    return None


def _follows(verb: Token, low: int) -> bool:
    doc = verb.doc
    led_to = low == verb.i + 1 or doc[low - 1].text in {",", ":"}
    return verb.i < low <= int(verb.sent.end) and led_to and in_a_line(doc, verb.i, low)
