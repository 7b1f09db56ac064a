"""Asides: who says a sentence, named between its commas or behind it ("The talks, she said, have failed").

Read by form, since a parse often takes the words before such an aside for a second subject of its verb, and the words
behind it for what is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.extract.attribution.inquits import inverted, names_somebody
from sijill.extract.attribution.lists import asides

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sijill.extract.attribution.quotations import Stretch

_MARKS = frozenset(['"', "“", "”", "''"])
_ENDS = frozenset([".", "!", "?", ";"])
_MANNERS = frozenset([
    "a", "according", "after", "an", "and", "as", "at", "before", "but", "by", "during", "in", "of", "on", "to", "when",
    "which", "while", "who", "whose", "with",
])  # fmt: skip
_LONGEST, _SHORTEST = 10, 2


def aside_at(verb: Token) -> tuple[Stretch, Stretch] | None:
    """Return who is named in an aside and the sentence around it or before it; None where a cue stands otherwise."""
    found = _between(verb) if verb.lower_ in asides() and verb.pos_ == "VERB" else None
    if found is None:
        return None
    (comma, source, behind), doc = found, verb.doc
    start, end = int(verb.sent.start), int(verb.sent.end)
    if comma - start < _SHORTEST or doc[comma - 1].text in _MARKS or doc[comma + 1].text in _MARKS:
        return None
    if behind + 1 < end and doc[behind].text == "," and _continues(doc[behind + 1]):
        return source, (start, end)
    return (source, (start, comma)) if _closes(doc, behind) else None


def _between(verb: Token) -> tuple[int, Stretch, int] | None:
    """Return the comma before a verb and its speaker, the speaker, and where what stands behind them begins."""
    doc, start = verb.doc, int(verb.sent.start)
    if verb.i > start and doc[verb.i - 1].text == "," and (behind := inverted(verb)) is not None:
        return verb.i - 1, behind, behind[1]
    comma = next((t.i for t in reversed(doc[max(start, verb.i - _LONGEST) : verb.i]) if t.text == ","), None)
    source = (verb.i if comma is None else comma + 1, verb.i)
    if comma is None or not names_somebody(doc, source) or any(t.pos_ in {"VERB", "AUX"} for t in doc[slice(*source)]):
        return None
    return comma, source, verb.i + 1


def _continues(token: Token) -> bool:
    """Tell whether what stands behind an aside goes on with what is said, not with how or where it was said."""
    return token.lower_ not in _MANNERS and not token.lower_.endswith("ing")


def _closes(doc: Doc, behind: int) -> bool:
    """Tell whether an aside ends its sentence."""
    return behind >= len(doc) or doc[behind].is_space or doc[behind].text in _ENDS | {","}
