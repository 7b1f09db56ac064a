"""From a statement back, and forward, over the sentences around it to the people it means.

A pronoun means the nearest person before it whom it may stand for, and who is no holder of an office by full name; the
subjects of a sentence come first. A definite description ("the diplomat") means whom the same word introduced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.extract.people import (
    FEW_OF,
    HE,
    OTHERS,
    PERSONAL,
    SHE,
    SUBJECT,
    THEY,
    agrees,
    could_hide,
    is_full,
    is_name,
    is_open,
    is_person,
    is_plural,
    is_quoted,
    name_around,
    singular,
    speaks,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

_BACK: Final = 6
"""Sentences before a statement in which the people it means are looked for."""
_FORWARD: Final = 3
_AFTER_A_QUOTE: Final = 4
"""Words of the next sentence in which a quote's speaker may stand."""
_LOWEST: Final = 3
_AROUND: Final = 120
"""Words before and after a statement, about a paragraph."""
_PERSON: Final = frozenset({"PER", "PERSON"})
_PARTS: Final = frozenset({"flat", "compound", "nmod:desc"})
_TWO: Final = frozenset({"both", "neither", "pair", "couple", "either"})
_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "both", "two", "three", "neither", "either"})


def meant(statement: Span) -> list[Token]:
    """Return whom the personal pronouns of a statement and of its sentence stand for, one for each kind of pronoun."""
    near = _pronouns(statement)
    kinds = {next(min(kind) for kind in (SHE, HE, THEY) if word in kind): word for word in near}
    return [head for word in kinds.values() for head in _likeliest(statement[0], word)]


def _likeliest(word: Token, pronoun: str) -> list[Token]:
    """Return the nearest person whom a pronoun may mean; for "they" the nearest people too, where that is but one."""
    found = list(before(word, pronoun))
    several = [head for head in found if is_plural(head)][:1] if pronoun in THEY else []
    return list(dict.fromkeys([*found[:1], *several]))


def who_says(statement: Span) -> list[Token]:
    """Return who says a statement in the first person: the nearest speaker around it, or whom a pronoun there means."""
    sentence = statement.sent
    words = statement.doc[sentence.start : min(sentence.end + _AFTER_A_QUOTE, len(statement.doc))]
    found = [t for t in words if not statement.start <= t.i < statement.end and speaks(t) and t.lower_ not in OTHERS]
    for speaker in sorted(found, key=lambda t: min(abs(t.i - statement.start), abs(t.i - statement.end))):
        if speaker.lower_ in PERSONAL:
            return [head for head in before(speaker, speaker.lower_) if head.i < statement.start][:1]
        return [speaker] if unnamed(speaker) else []
    return [head for head in before(statement[0], "") if speaks(head)][:1]


def _pronouns(statement: Span) -> list[str]:
    """Return the personal pronouns of a statement, else the last of its sentence before it; "both" is one of "they"."""
    start = statement.sent.start
    told = [token.lower_ for token in statement if token.lower_ in PERSONAL]
    near = told or [t.lower_ for t in statement.doc[start : statement.end] if t.lower_ in PERSONAL | FEW_OF][-1:]
    near = near or [token.lower_ for token in statement.sent if token.lower_ in PERSONAL][:1]
    return ["they" if word in FEW_OF else word for word in near]


def before(word: Token, pronoun: str) -> Iterator[Token]:
    """Yield the people before a word whom a pronoun may mean, sentence by sentence, the nearest first."""
    sentence, end = word.sent, word.i
    for _ in range(_BACK):
        words = word.doc[sentence.start : end]
        found = [t for t in words if unnamed(t) and agrees(t, pronoun) and (is_quoted(word) or not is_quoted(t))]
        count = _count(word)
        yield from sorted(found, key=lambda t: (not _is_as_many(t, count), _others(t, pronoun), _rank(t), -t.i))
        if sentence.start == 0:
            return
        sentence = word.doc[sentence.start - 1].sent
        end = sentence.end


def _count(word: Token) -> str | None:
    """Return how many a sentence says it is about: "three" for "All three asked", "two" for "Both"."""
    subjects = (t.lower_ for t in word.sent if t.dep_ in SUBJECT and (t.pos_ == "NUM" or t.lower_ in _TWO))
    found = next(subjects, None)
    return "two" if found in _TWO else found


def _is_as_many(token: Token, count: str | None) -> bool:
    """Tell whether a word stands for as many people as are counted."""
    several = [token, *(child for child in token.children if child.dep_ == "conj")]
    return count in _NUMBERS and sum(map(_how_many, several)) == _NUMBERS.index(count)


def _how_many(token: Token) -> int:
    counted = [_NUMBERS.index(c.lower_) for c in token.children if c.dep_ == "nummod" and c.lower_ in _NUMBERS]
    return counted[0] if counted else 1


def after(statement: Span) -> list[Token]:
    """Return the first person without a full name after a statement, for one that stands before whom it is about."""
    told = _pronouns(statement)
    sentence, start = statement.sent, statement.end
    for _ in range(_FORWARD):
        found = [t for t in statement.doc[start : sentence.end] if unnamed(t) and all(agrees(t, p) for p in told)]
        first = sorted(found, key=lambda token: (_rank(token), token.i))[:1]
        if first and _rank(first[0]) < _LOWEST:
            return first
        if sentence.end >= len(statement.doc):
            return []
        sentence = statement.doc[sentence.end].sent
        start = sentence.start
    return []


def speakers(statement: Span) -> list[Token]:
    """Return all around a statement who speak under less than a full name."""
    start, end = max(statement.start - _AROUND, 0), statement.end + _AROUND
    return [token for token in statement.doc[start:end] if speaks(token) and is_person(token) and unnamed(token)]


def introduced(head: Token) -> list[Token]:
    """Return the first word for the people whom a definite description takes up again, a lone name where no word is."""
    if head.pos_ == "PROPN" or not any(child.lower_ in _DEFINITE for child in head.children):
        return []
    word = singular(head)
    first = next((t for t in head.doc[: head.i] if singular(t) == word and unnamed(t) and t.pos_ != "PROPN"), None)
    if first is not None or is_plural(head):
        return [] if first is None else [first]
    names = [t for t in head.doc[: head.i] if t.ent_type_ in _PERSON and unnamed(t) and is_name(t)]
    return names[-1:]


def later(statement: Span) -> list[Token]:
    """Return who speaks after a statement as somebody known by then: "He gave no name. ... the former guard said"."""
    told = [word for word in _pronouns(statement) if word in SHE | HE]
    if not told:
        return []
    words = statement.doc[statement.end :]
    found = (t for t in words if t.pos_ == "NOUN" and speaks(t) and unnamed(t) and not is_quoted(t))
    return [t for t in found if _is_known_by_then(t) and all(agrees(t, word) for word in told) and not introduced(t)][
        :1
    ]


def _is_known_by_then(token: Token) -> bool:
    return not is_plural(token) and any(child.lower_ in {"the", "this"} for child in token.children)


def _others(token: Token, pronoun: str) -> bool:
    """Tell whether a word is of one person, where the pronoun is more often of several."""
    return pronoun in THEY and not is_plural(token)


def _rank(token: Token) -> int:
    """Return how likely a word is meant, the likeliest lowest: who speaks, then subjects, then others."""
    if speaks(token):
        return 0
    if token.dep_ in SUBJECT:
        return 1
    return 2 if token.dep_ in {"ROOT", "obj", "obl", "appos", "conj", "parataxis"} else _LOWEST


def unnamed(token: Token) -> bool:
    """Tell whether a word stands for people who have no full name."""
    if token.dep_ in _PARTS or not could_hide(token) or is_open(token, by_fear=True):
        return False
    named = name_around(token)
    return named is None or not is_full(named)
