"""What somebody is said to say, apart from what the reporter adds: "said on Friday they would, but they still hold 12".

Such a sentence's day of saying ends what was told on it, and nothing that goes on behind its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGAINST: Final = frozenset({"although", "but", "though", "whereas", "while", "yet"})
_UP_TO_NOW: Final = frozenset({"now", "since", "still"})


def said_by(token: Token) -> frozenset[int]:
    """Return the verbs above a word that may say it: none beyond a word with which the reporter takes over."""
    found = []
    while True:
        if token.pos_ in {"AUX", "VERB"}:
            found.append(int(token.i))
        if token.head.i == token.i or _is_added(token):
            return frozenset(found)
        token = token.head


def _is_added(token: Token) -> bool:
    """Tell whether a word heads a clause of its own, set against what is said, or true up to the report."""
    if token.dep_.startswith("acl:relcl"):
        return True
    words = {child.lower_ for child in token.children if child.dep_ in {"advmod", "aux", "cc", "mark"}}
    if words & _UP_TO_NOW:
        return True
    own = any(child.dep_.startswith("nsubj") for child in token.children)
    return own and "that" not in words and bool(words & _AGAINST)
