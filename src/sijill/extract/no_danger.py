"""Fear and threats that endanger nobody who is named: denied, of no one, of a robbery that is over, or of a game."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span, Token

_UNPOSSESSED: Final = frozenset({"amid", "amidst", "raising", "raise", "raised", "despite", "sparking", "over"})
_NEGATED: Final = frozenset({"not", "n't", "never", "no", "without", "neither", "nor"})
_NOT_FEARED: Final = re.compile(r"fear|afraid|scared|frighten|terrif|threat|protection|guard|escort")
_ROBBERY: Final = re.compile(
    r"\brobb(?:er|ed|ing)|\bburgl|\bmugg(?:ed|er|ing)|\bthie(?:f|ves)\b|\bshoplift|\bcarjack|\bheld up\b|\btill\b"
    r"|\bdemand\w* (?:\w+ ){0,2}(?:cash|money|phone|purse|wallet|keys|car)\b",
    re.IGNORECASE,
)

_IF: Final = re.compile(r"\b(?:if|unless|again)\b")
"""Words for what a threat is to prevent, which a robbery has not."""

_GAME: Final = re.compile(
    r"\b(?:leagues?|referees?|umpires?|tournaments?|championships?|touchline|playoffs?"
    r"|(?:suspended|banned) for \w+ (?:games|matches))\b",
    re.IGNORECASE,
)
_ARMS: Final = re.compile(
    r"\b(?:kill|shot|shoot|arrest|detain|tortur|threat|hid(?:e|es|ing)?\b|fle[ed])", re.IGNORECASE
)


def is_of_a_game(statement: Span) -> bool:
    """Tell whether a sentence is of sport, whose bans endanger nobody, and of no arms, arrest or flight."""
    text = statement.sent.text
    return _GAME.search(text) is not None and _ARMS.search(text) is None


def is_of_a_robbery(statement: Span) -> bool:
    """Tell whether a threat was made to rob somebody, which is over once it is told of."""
    text = statement.sent.text
    return "threaten" in statement.text.lower() and _ROBBERY.search(text) is not None and not _IF.search(text)


def is_denied(statement: Span) -> bool:
    """Tell whether the fear or the threat is denied: "is not afraid", "no threats", "denied threatening him"."""
    for token in statement:
        if _NOT_FEARED.match(token.lower_):
            near: Iterable[Token] = (*token.children, *token.head.children, token.head)
            if any(t.lower_ in _NEGATED or t.lower_.startswith("den") for t in near if t.i < token.i):
                return True
    return False


def is_of_nobody(statement: Span) -> bool:
    """Tell whether nobody's fear is meant: "amid fears of reprisals", "feared dead"."""
    first = statement[0]
    if first.lower_ in {"fears", "fear"} and first.pos_ == "NOUN" and first.i > 0:
        return first.nbor(-1).lower_ in _UNPOSSESSED
    return first.lower_ == "feared" and any(c.dep_ == "aux:pass" for c in first.children)


def is_a_place(head: Token) -> bool:
    """Tell whether a report names a place by a word again and again: "the Jisr al-Shughour resident"."""
    own = next((entity.text for entity in head.doc.ents if entity.start <= head.i < entity.end), None)
    places = (entity.text for entity in head.doc.ents if entity.label_ == "LOC")
    return own is not None and sum(name == own for name in places) > 1
