"""Whose spokesman somebody is: "Its head, Ali Dhore" speaks for what the sentence before was about.

An office alone ("president", "secretary") tells no kind of source; whose it is does. Invariant: only words of an
office lead to anybody ("the group's hostage" speaks for nobody but himself).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.extract.calendar_words import MONTHS, WEEKDAYS
from sijill.extract.introductions import LONGEST, meant
from sijill.extract.named_acts import words
from sijill.extract.people import is_role, singular
from sijill.extract.words import sentence_around, subtree
from sijill.saying import verbs_of_saying

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
_OTHERS: Final = frozenset({"obj", "iobj", "obl", "obl:agent", "obl:arg"})
_SHARING: Final = frozenset({"advcl", "conj", "xcomp"})
_PLURALS: Final = frozenset({"children", "men", "people", "police", "policemen", "gunmen", "women"})
_OWN_NOTHING: Final = frozenset(
    {
        "afternoon",
        "attack",
        "attention",
        "blame",
        "claim",
        "count",
        "dawn",
        "day",
        "dusk",
        "evening",
        "fighting",
        "figure",
    }
    | {"fire", "hour", "interview", "midnight", "month", "morning", "news", "night", "noon", "number", "offensive"}
    | {"operation", "part", "raid", "report", "responsibility", "statement", "strike", "summer", "time", "toll"}
    | {"violence", "week", "weekend", "winter", "year", "yesterday"}
)
"""Nouns that stand beside a verb and have neither a head nor a spokesman."""
_SPOKESMEN: Final = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_MUTE: Final = frozenset(
    {
        "area",
        "barracks",
        "base",
        "camp",
        "capital",
        "checkpoint",
        "city",
        "district",
        "house",
        "market",
        "mosque",
        "outpost",
    }
    | {"post", "province", "region", "road", "school", "street", "suburb", "town", "village"}
)


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
            if not _may_be_anothers(own, subject):
                low, high = subtree(subject)
                yield str(doc[low : min(high, low + LONGEST)].text)
                yield from meant(doc, low, high)
            return


def _may_be_anothers(own: Token, subject: Token) -> bool:
    """Tell whether "its" or "their" may mean somebody else than the subject of the sentence before."""
    verb, several = subject.head, own.lower_ == "their"
    if any(child.dep_ == "conj" for child in subject.children) or (not several and _are_several(subject)):
        return True
    if subject.dep_ == "nsubj" and several and verb.lower_ in words()["fighting"]:
        return True
    others = (word for word in _beside(verb) if own.head.lower_ not in _SPOKESMEN or not _is_mute(word))
    return verb.lower_ not in verbs_of_saying() and any(_may_own(word, several=several) for word in others)


def _is_mute(word: Token) -> bool:
    """Tell whether a word is for a place, which may have a head but no spokesman."""
    return word.lower_ in _MUTE or word.ent_type_ == "LOC"


def _beside(verb: Token) -> Iterator[Token]:
    """Yield the words of what a verb, and those joined to it, say of others than their subject."""
    for child in verb.children:
        if child.dep_ in _SHARING:
            yield from _beside(child)
        elif child.dep_ in _OTHERS and not _is_place(child):
            yield from child.subtree


def _is_place(word: Token) -> bool:
    return word.dep_.startswith("obl") and word.ent_type_ == "LOC"


def _may_own(word: Token, *, several: bool) -> bool:
    """Tell whether a noun may have an office: one body for "its", people for "their"; no time, number or speech."""
    if word.pos_ not in {"NOUN", "PROPN"} or word.lower_ in _OWN_NOTHING or word.lower_ in MONTHS | WEEKDAYS:
        return False
    return _are_several(word) is several


def _leads(word: Token) -> bool:
    """Tell whether a word is the subject of its sentence's main clause."""
    return word.dep_ in _SUBJECTS and word.head.head.i == word.head.i


def _are_several(noun: Token) -> bool:
    """Tell whether a noun is in the plural: of names only words for people ("Rebels" that begin a sentence)."""
    if noun.lower_ in _PLURALS:
        return True
    named = noun.pos_ == "PROPN" and not is_role(singular(noun))
    return noun.lower_.endswith("s") and not named
