"""Whose spokesman somebody is: "Its head, Ali Dhore" speaks for what the sentence before was about.

An office alone ("president", "secretary") tells no kind of source; whose it is does. Invariant: only words of an
office lead to anybody ("the group's hostage" speaks for nobody but himself).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.extract.introductions import LONGEST, meant
from sijill.extract.words import sentence_around, subtree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_OFFICES: Final = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "head", "chief", "leader", "president", "chairman", "chairwoman"}
    | {"director", "coordinator", "secretary", "commander", "deputy", "representative", "member", "official", "officer"}
    | {"monitor", "manager", "chair", "treasurer", "founder", "adviser", "envoy", "delegate"}
)
_OWN: Final = frozenset({"its", "their"})
_ENDINGS: Final = frozenset({"'s", "\u2019s", "'", "\u2019"})
_BEARING: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART", "ADP", "PRON", "NUM"})
_LONGEST_OFFICE: Final = 10
"""Words of an office before its holder's name."""
_FARTHEST: Final = 3
"""Sentences back to what "its" means."""
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})


def bodies(doc: Doc, start: int, end: int) -> Iterator[str]:
    """Yield the phrases that name the body whose office a source holds, the likeliest first; none for other sources."""
    low, high = _office(doc, start, end)
    if not any(token.lower_ in _OFFICES for token in doc[low:high]):
        return
    owner = next((token for token in doc[low:high] if token.lower_ in _OWN or token.text in _ENDINGS), None)
    if owner is not None and owner.lower_ in _OWN:
        yield from _told_of(doc, owner)
    elif owner is not None and owner.i > low:
        yield str(doc[low : owner.i].text)
        yield from meant(doc, low, owner.i)


def _office(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the words of a source up to its comma; of a bare name, those before the comma that it stands behind."""
    comma = next((token.i for token in doc[start:end] if token.text == ","), None)
    if comma is not None:
        return start, comma
    if start == 0 or doc[start - 1].text != ",":
        return start, end
    first = max(sentence_around(doc, start)[0], start - 1 - _LONGEST_OFFICE)
    low = start - 1
    while low > first and (doc[low - 1].pos_ in _BEARING or doc[low - 1].text in _ENDINGS):
        low -= 1
    return low, start - 1


def _told_of(doc: Doc, own: Token) -> Iterator[str]:
    """Yield what "its" may mean: whom the nearest sentence before is about that does not itself begin with "it"."""
    start = sentence_around(doc, own.i)[0]
    for _ in range(_FARTHEST):
        if start == 0:
            return
        start, high = sentence_around(doc, start - 1)
        subject = next((word for word in doc[start:high] if _leads(word)), None)
        if subject is not None and subject.pos_ != "PRON":
            if own.lower_ == "their" or not _are_several(subject):
                low, high = subtree(subject)
                yield str(doc[low : min(high, low + LONGEST)].text)
                yield from meant(doc, low, high)
            return


def _leads(word: Token) -> bool:
    """Tell whether a word is the subject of its sentence's main clause."""
    return word.dep_ in _SUBJECTS and word.head.head.i == word.head.i


def _are_several(subject: Token) -> bool:
    return subject.pos_ == "NOUN" and subject.lower_.endswith("s")
