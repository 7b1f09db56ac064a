"""Statements that are of all people of a report: in a note of the editors, of surnames, of "all those interviewed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sijill.extract.earlier import unnamed
from sijill.extract.people import SUBJECT, is_open, is_plural, is_quoted, speaks
from sijill.extract.widened import is_single, lone
from sijill.reading import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from sijill.extract.anonymity import Hiding

_NOTE: Final = re.compile(
    r"\b(?:[Ee]ditors?|[Aa]uthor|[Rr]eporter|[Ww]riter|[Pp]ublisher|[Tt]ranslator)['\u2019]?s?['\u2019]? [Nn]ote\b"
    r"|\bNOTE\b|\bNote\b\s*(?:[:\u2014-]|to |on |from )"
)
_NOTE_BEFORE: Final = 300
"""Characters before a statement in which the note that it stands in begins."""
_OF_FAMILIES: Final = re.compile(
    r"\b(?:surname|(?:last|family|full) name)s\b|their (?:surname|(?:last|family) name)|famil\w+[^.;]{0,30}\bsurname"
)
_FAMILY_BEFORE: Final = 40
_MANY: Final = (
    "(?:all|every|each|any|most|many|names|those|others|people|persons|men|women|residents|villagers|sources|witnesses|"
    "survivors|speakers|refugees|families|workers|staff|former \\w+s|detainees|prisoners)"
)
_NOBODY: Final = (
    "(?:none|nobody|no one|no-one|not one|everyone|everybody|all|few)"
    "(?: (?:of|in|there|here|among|to) (?:\\w+ ){0,3}?\\w+)? "
    "(?:would|was|were|is|are|wanted|wants|dared|gave|agreed|asked|could|can|will|insisted|refused|spoke|speaks)"
)
_ASKED: Final = "(?:interviewees|respondents|contributors|participants|informants)"
_PIECE: Final = "(?:report|article|story|account|piece|dispatch|series|investigation|programme|film|text|page)"
_TOLD_US: Final = (
    rf"(?:interviewed|(?:quoted|cited|named|heard|appear\w*) (?:here|below|in)|(?:in|for|of) (?:this|our) {_PIECE}|"
    r"(?:we|I) (?:\w+ )?(?:met|spoke|talked|interviewed|quote)|(?:spoke|spoken|talked|speak|speaking|talking) "
    r"(?:to|with) (?:us\b|the (?:team|authors|researchers)|this)|gave (?:testimony|evidence)|"
    r"whose (?:accounts|stories|words|testimon))"
)
_OF_ALL: Final = re.compile(
    rf"\b{_MANY}\b[^.;]{{0,70}}\b{_TOLD_US}|\b(?:{_NOBODY}|{_ASKED})\b|"
    rf"\b(?:any|all|each) of (?:the|our|its) [^.;]{{0,20}}{_MANY}",
    re.IGNORECASE,
)


def of_all(statement: Span, hiding: Hiding) -> list[Token]:
    """Return whom a statement of all hides: lone names, and who speaks where all who were spoken to are meant."""
    if hiding.how == "fear":
        return []
    everyone = list(_speaking(statement)) if _OF_ALL.search(statement.sent.text) else []
    return [*everyone, *(lone(statement.doc) if everyone or _is_of_names(statement, hiding) else ())]


def _is_of_names(statement: Span, hiding: Hiding) -> bool:
    """Tell whether a statement is of all lone names: it stands in a note of the editors, or keeps surnames back."""
    text = text_of(statement.doc)
    if _OF_FAMILIES.search(text, max(hiding.start - _FAMILY_BEFORE, 0), hiding.end):
        return True
    return _NOTE.search(text, max(hiding.start - _NOTE_BEFORE, 0), hiding.start) is not None


def _speaking(statement: Span) -> Iterator[Token]:
    """Yield who speaks in a report without a name: one person, or so many of them."""
    for token in statement.doc:
        if (
            _tells(token)
            and unnamed(token)
            and not is_open(token, by_fear=True)
            and (is_single(token) or _is_counted(token))
        ):
            yield token


def _tells(token: Token) -> bool:
    """Tell whether somebody speaks, or is a subject that may, or stands beside one: "One of them, a mother of five"."""
    head = token.head if token.dep_ == "appos" else token
    told = speaks(head) or head.dep_ in SUBJECT or head.head.lower_ == "words"
    return told and not is_quoted(token)


def _is_counted(token: Token) -> bool:
    return is_plural(token) and any(child.dep_ == "nummod" for child in token.children)
