"""People whose danger no phrase of the lists tells: by what the reader learned of the words around them.

Each word of a reading brings two parts of log odds (`Reading.danger`). Those of a person are the mean of the first over
the words that name the person, and of the second over the sentences that speak of them and the one after each.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.extract.at_risk import is_at_risk
from sijill.extract.no_danger import is_denied, is_of_a_game, is_of_a_robbery
from sijill.extract.people import SUBJECT, is_name, is_person, is_plural, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc, Span, Token

    Floats = NDArray[np.float64]

_PERSON: Final = frozenset({"PER", "PERSON"})
_ANYBODY: Final = frozenset({"witness", "official", "source", "resident"})
_MEETS: Final = frozenset({*SUBJECT, "obj", "iobj", "obl:agent"})
_BRINGS: Final = frozenset({"obl", "nmod", "appos", "conj", "root", "ROOT", "parataxis"})
_NEW: Final = frozenset({"a", "an", "another"})
_OF_A_NAME: Final = frozenset({"flat", "compound", "nmod:desc", "amod", "det"})


def told_in_danger(doc: Doc, parts: Sequence[tuple[float, float]]) -> Iterator[tuple[Token, Span]]:
    """Yield the heads of those likelier in danger than not, each with the sentence that says so most."""
    if not parts:
        return
    names, tells = np.asarray(parts).T
    telling = Telling(doc)
    said = telling.sums(tells)
    for head in candidates(doc):
        told = telling.about(head)
        odds = np.mean([names[t.i] for t in named(head)]) + said[told].sum() / telling.sizes[told].sum()
        if odds > 0 and is_at_risk(head):
            statement = telling.sentences[max(told, key=lambda at: said[at] / telling.sizes[at])]
            if not (is_denied(statement) or is_of_a_robbery(statement) or is_of_a_game(statement)):
                yield head, statement


def candidates(doc: Doc) -> list[Token]:
    """Return the first mention of everybody who is named, and the nouns for one person who does or meets something."""
    names: dict[str, Token] = {}
    for entity in doc.ents:
        if entity.label_ in _PERSON and is_name(head := whole(entity.root)):
            names.setdefault(entity[-1].text, head)
    for token in _of_kind(doc, "PROPN"):  # "Yesenia", which the reader did not take for a name
        if token.dep_ in SUBJECT and not token.ent_type_ and token.is_title and is_name(token):
            names.setdefault(token.text, token)
    roles = (noun for noun in _of_kind(doc, "NOUN") if _is_told_of(noun) and _is_somebody(noun))
    ones = (number for number in _of_kind(doc, "NUM") if number.dep_ in SUBJECT and _is_one_of(number))
    return list({head.i: head for head in chain(names.values(), roles, ones)}.values())


def _of_kind(doc: Doc, kind: str) -> Iterator[Token]:
    """Yield the words of a part of speech."""
    yield from (doc[at] for at in np.flatnonzero(doc.to_array("POS") == doc.vocab.strings[kind]).tolist())


def _is_one_of(number: Token) -> bool:
    """Tell whether a number is one of several people: "One of the cleaners"."""
    return number.lower_ == "one" and any(child.dep_ == "nmod" and is_person(child) for child in number.children)


def _is_told_of(noun: Token) -> bool:
    """Tell whether a noun does or meets something, or brings somebody in: "according to an orderly", "P., a broker"."""
    if noun.dep_ in _MEETS:
        return True
    brought = any(child.dep_ == "det" and child.lower_ in _NEW for child in noun.children)
    return brought and noun.dep_ in _BRINGS and not is_name(noun.head)


def _is_somebody(noun: Token) -> bool:
    """Tell whether a noun stands for one person of whom it tells something: "A witness said" tells nothing."""
    bare = noun.lower_ in _ANYBODY and all(child.dep_ in {"det", "punct"} for child in noun.children)
    return is_person(noun) and not is_plural(noun) and not bare


def named(head: Token) -> list[Token]:
    """Return the words that name a person."""
    return sorted([head, *(c for c in head.children if c.dep_ in _OF_A_NAME)], key=lambda token: token.i)


class Telling:
    """The sentences of a report, each known by its number, and the names that stand in them."""

    def __init__(self, doc: Doc) -> None:
        """Go through the words once: a report has many people."""
        self.sentences = tuple(doc.sents)
        self._starts = np.array([sentence.start for sentence in self.sentences])
        self._solid = 1.0 - doc.to_array(["IS_SPACE"]).ravel().astype(np.float64)
        self.sizes = np.maximum(self.sums(np.ones(len(doc))), 1.0)
        self._names = doc.to_array(["ORTH"]).ravel()

    def sums(self, values: Floats) -> Floats:
        """Return the sum of a value of each word, white space left out, by sentence."""
        return np.asarray(np.add.reduceat(values * self._solid, self._starts))

    def about(self, head: Token) -> list[int]:
        """Return the sentences that hold a person's words or the last word of their name, and those after."""
        places = np.flatnonzero(self._names == named(head)[-1].orth) if is_name(head) else np.array([], np.int64)
        held = np.searchsorted(self._starts, [head.i, *places.tolist()], "right") - 1
        return sorted({at for one in held.tolist() for at in (one, one + 1) if at < len(self.sentences)})
