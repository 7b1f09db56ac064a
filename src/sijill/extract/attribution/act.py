"""Acts of saying or thinking: verbs, "according to", states of mind, nouns of thought, and a line's form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.extract.attribution.asides import aside_at
from sijill.extract.attribution.contents import around, content_of, without
from sijill.extract.attribution.inquits import inquits
from sijill.extract.attribution.lines import DASHES, before_colon, behind_dash, introducing
from sijill.extract.attribution.lists import quotes, says, states_of_mind, thoughts, verbs
from sijill.extract.attribution.quotations import quotations
from sijill.extract.attribution.speakers import phrase_of, speaker_of
from sijill.extract.attribution.widening import going_on, trimmed, widened
from sijill.extract.words import subtree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from sijill.extract.attribution.inquits import Inquit
    from sijill.extract.attribution.quotations import Stretch

_BESIDE = frozenset({"advcl", "advcl:relcl", "conj", "parataxis"})
_OPINIONS = frozenset({"judging", "holding"})
_NO_JUDGEMENT = frozenset({"acl", "ccomp"})
_TAKEN = frozenset({"obj", "obl"})
"""Where a thought stands as what a verb takes, that verb attributes it, or somebody does something with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act, in tokens: the source's noun phrase (`start` up to `end`), the cue, the content (`low` up to `high`)."""

    start: int
    end: int
    low: int
    high: int
    cue: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An act before its stretches are made whole; `source` is the head of a phrase, or the phrase."""

    source: Token | Stretch
    cue: Token
    content: Stretch
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quoted:
    """The quotations of a document: all, those with who says them right behind, and those without."""

    every: tuple[Stretch, ...]
    said: Mapping[int, Inquit]
    free: tuple[Stretch, ...]

    @classmethod
    def of(cls, doc: Doc) -> _Quoted:
        every = quotations(doc)
        said = inquits(doc, every)
        taken = {one.quotation for one in said.values()}
        return cls(every=every, said=said, free=tuple(one for one in every if one not in taken))


def acts(doc: Doc) -> tuple[Act, ...]:
    """Return the acts of a document, in order of their cues; none within what another one says."""
    quoted = _Quoted.of(doc)
    made = [_made(found, quoted) for token in doc for found in _at(token, quoted)]
    outside = [one for one in made if one is not None and not _is_quoted(one, quoted.every)]
    return tuple(one for one in outside if not any(_holds(doc, other, one) for other in outside))


def _at(token: Token, quoted: _Quoted) -> Iterator[_Found]:
    word, kind = token.lower_, token.pos_
    if token.i in quoted.said:
        found = quoted.said[token.i]
        yield _Found(source=found.source, cue=token, content=found.quotation, rule=f"inquit {word!r}")
    elif (aside := aside_at(token)) is not None:
        yield _Found(source=aside[0], cue=token, content=aside[1], rule=f"aside, {word!r}")
    elif word == "according":
        yield from _according(token)
    elif kind in {"VERB", "AUX"} and word in verbs():
        yield from _by_verb(token, quoted.every)
    elif kind in {"ADJ", "VERB"} and word in states_of_mind():
        yield from _by_adjective(token)
    elif kind == "NOUN" and word in thoughts():
        yield from _by_noun(token)
    elif word == ":" or word in DASHES:
        yield from _by_line(token, quoted)


def _by_verb(verb: Token, quoted: Sequence[Stretch]) -> Iterator[_Found]:
    speaker, group = speaker_of(verb), verbs()[verb.lower_]
    if speaker is None or (verb.dep_ in _NO_JUDGEMENT and group in _OPINIONS):
        return
    content = content_of(verb, speaker, quoted)
    if content is not None:
        yield _Found(source=speaker, cue=verb, content=content, rule=f"subject of {verb.lower_!r} ({group})")


def _according(token: Token) -> Iterator[_Found]:
    speaker = token.head if token.head.i > token.i else _noun_behind(token)
    if speaker is None or speaker.head.i == speaker.i:
        return
    clause = speaker.head
    while clause.head.i != clause.i and not _is_said(clause):
        clause = clause.head
    low, high = subtree(speaker)
    content = without(subtree(clause), (min(token.i, low), high))
    yield _Found(source=speaker, cue=token, content=content, rule="according to")


def _is_said(clause: Token) -> bool:
    return clause.dep_ in {"ccomp", "advcl", "parataxis"} and clause.head.lower_ in verbs()


def _noun_behind(token: Token) -> Token | None:
    """Return the head of the phrase behind "according to" where the parse hangs the words elsewhere."""
    found = token.doc[token.i + 2] if token.i + 2 < len(token.doc) else None
    while found is not None and found.i < found.head.i < int(found.sent.end) and found.head.pos_ in {"NOUN", "PROPN"}:
        found = found.head
    return found


def _by_adjective(word: Token) -> Iterator[_Found]:
    subject = next((c for c in word.children if c.dep_ in {"nsubj", "nsubj:pass"}), None)
    after = [c for c in word.children if c.i > word.i and c.dep_ in {"ccomp", "xcomp", "obl", "advcl"}]
    if subject is not None and after:
        yield _Found(source=subject, cue=word, content=around(after, word), rule=f"state of mind, {word.lower_!r}")


def _by_noun(noun: Token) -> Iterator[_Found]:
    if noun.dep_ in _TAKEN:
        return
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss"), None)
    after = [c for c in noun.children if c.i > noun.i and c.dep_ in {"acl", "ccomp", "nmod", "advcl"}]
    if owner is not None and after:
        yield _Found(source=owner, cue=noun, content=around(after, noun), rule=f"whose {noun.lower_!r}")


def _by_line(mark: Token, quoted: _Quoted) -> Iterator[_Found]:
    found = before_colon(mark) if mark.text == ":" else behind_dash(mark, quoted.every)
    if found is not None:
        yield _Found(source=found[0], cue=mark, content=found[1], rule=f"line with {mark.text!r}")
    elif mark.text == ":" and (led := introducing(mark, quoted.free)) is not None:
        yield _Found(source=led[0], cue=mark, content=led[1], rule="colon before a quotation")


def _made(found: _Found, quoted: _Quoted) -> Act | None:
    doc, by_line = found.cue.doc, found.rule.startswith("line")
    low, high = trimmed(doc, found.content)
    low, high = (low, high) if by_line else widened((low, high), found.cue, quoted.every)
    whole = found.source if isinstance(found.source, tuple) else phrase_of(found.source, found.cue, (low, high))
    if found.cue.lower_ in quotes():
        low, high = going_on((low, high), found.cue, quoted.every, quoted.free)
    start, end = trimmed(doc, whole)
    if low >= high or start >= end:
        return None
    return Act(start=start, end=end, low=low, high=high, cue=found.cue.i, rule=found.rule)


def _is_quoted(one: Act, quoted: Sequence[Stretch]) -> bool:
    """Tell whether a cue stands in a quotation; the colon of a quoted line of a dialogue does not."""
    return not one.rule.startswith("line") and any(low <= one.cue < high for low, high in quoted)


def _holds(doc: Doc, other: Act, one: Act) -> bool:
    """Tell whether one act stands in the content of another: of two that hold each other, in the wider."""
    if other is one or not other.low <= one.cue < other.high:
        return False
    if says(doc[one.cue].lower_) and _is_beside(doc[one.cue], other.cue):
        return False
    return not one.low <= other.cue < one.high or other.high - other.low > one.high - one.low


def _is_beside(token: Token, other: int) -> bool:
    """Tell whether a cue stands in an aside of another, not in what that says ("said ..., adding ...")."""
    while token.head.i not in {other, token.i}:
        token = token.head
    return token.head.i == other and token.i != other and token.dep_ in _BESIDE
