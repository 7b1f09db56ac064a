"""Who says what, by syntax: verbs of saying and "according to", each with its speaker and the words that it covers.

Universal Dependencies: "X said that Y" makes Y a `ccomp` of said; "Y, X said" makes said a `parataxis` of Y.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sijill.extract.words import sentence_around, subtree
from sijill.saying import verbs_of_saying

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

_CITING = frozenset(["citing", "quoting", "cited", "quotes"])
_GIVING = frozenset(["gave", "puts", "raised", "revised"])
_NUMBERS = frozenset(["count", "figure", "number", "toll", "total", "tally"])
"""What somebody says that gives it: "a medical source gave a toll of 13"."""
_ASIDE = ("acl", "appos", "parataxis", "punct", "case")
_CLAUSES = frozenset({"ccomp", "parataxis", "xcomp", "obj", "advcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One act of saying: the speaker's tokens, and the tokens of what is said."""

    start: int
    end: int
    low: int
    high: int
    rule: str

    def covers(self, token: int) -> bool:
        """Whether a token stands in what is said, outside the speaker's own words."""
        return self.low <= token < self.high and not self.start <= token < self.end


def frames(doc: Doc) -> tuple[Frame, ...]:
    """Return every act of saying in a document, in order of the words that tell of it."""
    said = [doc.vocab.strings[word] for word in (*verbs_of_saying(), *_CITING, *_GIVING, "according")]
    telling = np.flatnonzero(np.isin(doc.to_array("LOWER"), np.array(said, np.uint64))).tolist()
    return tuple(frame for at in telling for frame in _frames_at(doc[at]))


def said_before(found: Sequence[Frame], they: Frame, doc: Doc) -> Frame | None:
    """Return the act of saying that "they said" goes on from: of several people, in the sentence before; else None."""
    start = int(doc[they.start].sent.start)
    if doc[they.start : they.end].text.lower() != "they" or start == 0:
        return None
    above = int(doc[start - 1].sent.start)
    several = [f for f in found if above <= f.start < start and _are_several(doc, f)]
    return several[-1] if several else None


def _are_several(doc: Doc, frame: Frame) -> bool:
    """Tell whether a speaker is several people, by the form of the words: "activists", "a doctor and a nurse"."""
    speaker = doc[frame.start : frame.end]
    head: Token = speaker.root
    return head.pos_ == "NOUN" and (head.lower_.endswith("s") or any(t.lower_ == "and" for t in speaker))


def _frames_at(token: Token) -> Iterator[Frame]:
    word = token.lower_
    if word in verbs_of_saying() and token.pos_ in {"VERB", "AUX"}:
        speaker = _speaker(token)
        if speaker is not None:
            yield _frame(speaker, *_said(token), rule=f"subject of {word!r}")
    elif word in _GIVING and any(c.lower_ in _NUMBERS and c.dep_ == "obj" for c in token.children):
        yield from (
            _frame(c, *subtree(token), rule=f"subject of {word!r}") for c in token.children if c.dep_ == "nsubj"
        )
    elif word == "according":
        yield from _according(token)
    elif word in _CITING:
        yield from (_frame(c, *_sentence(token), rule=f"object of {word!r}") for c in token.children if c.dep_ == "obj")


def _frame(speaker: Token, low: int, high: int, *, rule: str) -> Frame:
    start, end = subtree(speaker, without=_ASIDE)
    return Frame(start=start, end=end, low=low, high=high, rule=rule)


def _speaker(verb: Token) -> Token | None:
    """Return the subject of a verb of saying, its own or that of the verb it is joined or subordinate to."""
    for _ in range(3):
        found = [c for c in verb.children if c.dep_ in {"nsubj", "nsubj:outer", "obl:agent"}]
        if found:  # the subject of what is said may be parsed as one too: the speaker stands nearest before the verb
            return next((c for c in reversed(found) if c.i < verb.i), found[0])
        if verb.dep_ not in {"conj", "advcl", "xcomp", "ccomp"}:
            return None
        verb = verb.head
    return None


def _said(verb: Token) -> tuple[int, int]:
    """Return the tokens that a verb of saying covers: its clause, or the sentence that it stands beside."""
    parts = [subtree(c) for c in verb.children if c.dep_ in _CLAUSES]
    behind = [p for p in parts if p[1] > verb.i]
    if behind:
        return int(verb.i) + 1, max(p[1] for p in behind)
    if parts:
        return min(p[0] for p in parts), max(p[1] for p in parts)
    if verb.dep_ in {"parataxis", "advcl", "acl:relcl"}:
        return subtree(verb.head)
    return _sentence(verb)


def _according(token: Token) -> Iterator[Frame]:
    speaker = token.head
    if speaker.i > token.i:
        clause = speaker.head if speaker.head.i != speaker.i else speaker
        low, high = subtree(clause)
        yield _frame(speaker, min(low, token.i), max(high, speaker.i + 1), rule="according to")


def _sentence(token: Token) -> tuple[int, int]:
    return sentence_around(token.doc, token.i)
