"""How a report introduces a person whom it later calls by a bare name: "Ammar Saleh, a doctor at the clinic".

Invariant: a phrase that introduces somebody holds the name, and stands in one sentence.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

LONGEST: Final = 24
"""Words of a phrase that introduces somebody."""
_NAMING: Final = frozenset({"flat", "compound", "appos", "nmod:poss", "nmod", "amod", "flat:name", "name"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET", "PART"})
_LONGEST_APPOSED: Final = 6  # words
_PAST: Final = frozenset({"former", "ex", "retired", "onetime", "then"})
_BARE: Final = 2  # words of "the committee"
_SHORTEST: Final = 3  # letters of a name that is looked for


def introductions(doc: Doc, start: int, end: int) -> Iterator[str]:
    """Yield the phrases around other mentions of the last name in some words, the first of the report first."""
    name = _last_name(doc, start, end)
    if name is None:
        return
    for at in _standing(doc).get(name, ()):
        if not start <= at < end:
            phrase = _phrase_around(doc[at])
            if phrase and phrase != name:
                yield phrase


def meant(doc: Doc, start: int, end: int) -> Iterator[str]:
    """Yield what "the committee" may mean: the phrases around earlier mentions of its one noun, the nearest first."""
    noun = _bare_noun(doc, start, end)
    if noun is None:
        return
    for at in range(start - 1, -1, -1):
        if doc[at].lower_ == noun:
            phrase = _phrase_around(doc[at])
            if phrase and len(phrase.split()) > _BARE:
                yield phrase


def apposed(doc: Doc, end: int) -> str | None:
    """Return what is said of somebody right after his name: "a rebel group" of "the Union, a rebel group, said"."""
    at = end + 1 if end < len(doc) and doc[end].text == "," else end
    if at + 1 >= len(doc) or doc[at].lower_ not in {"a", "an"}:
        return None
    words = list(takewhile(lambda token: token.pos_ in _NOMINAL, doc[at + 1 : at + 1 + _LONGEST_APPOSED]))
    past = any(token.lower_ in _PAST for token in words)
    return None if past or not words else " ".join(token.text for token in words)


def roles_after(doc: Doc, end: int) -> Iterator[str]:
    """Yield what "the spokesman" right after a name may mean, the nearest mention first ("a rebel spokesman")."""
    if end + _BARE < len(doc) and doc[end].text == ",":
        yield from meant(doc, end + 1, end + 1 + _BARE)


def organisations_before(doc: Doc, start: int) -> Iterator[str]:
    """Yield the organisations that are named before a place of the report, the nearest first."""
    for name in reversed(doc.ents):
        if name.end <= start and name.label_ == "ORG":
            yield name.text


def _bare_noun(doc: Doc, start: int, end: int) -> str | None:
    """Return the noun of "the committee", None of any other words."""
    words = [token for token in doc[start:end] if not token.is_punct]
    bare = len(words) == _BARE and words[0].lower_ == "the" and words[1].pos_ in {"NOUN", "PROPN"}
    return words[1].lower_ if bare else None


def _standing(doc: Doc) -> dict[str, list[int]]:
    """Return where each word of a report stands; worked out once a report."""
    known: dict[str, list[int]] = doc.user_data.setdefault("standing", {})
    if not known:
        for at, token in enumerate(doc):
            known.setdefault(token.text, []).append(at)
    return known


def _last_name(doc: Doc, start: int, end: int) -> str | None:
    """Return the last proper noun of some words, None where they are more than a name."""
    words = [token for token in doc[start:end] if not token.is_punct]
    if not words or any(token.pos_ not in {"PROPN", "PART"} for token in words):
        return None
    name: str = words[-1].text
    return name if len(name) >= _SHORTEST else None


def _phrase_around(token: Token) -> str | None:
    """Return the noun phrase that a name is part of, None where it is too long to introduce anybody."""
    top = token
    while top.dep_ in _NAMING and top.head.i != top.i and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    left, right = int(top.left_edge.i), int(top.right_edge.i) + 1
    return str(top.doc[left:right].text) if right - left <= LONGEST else None
