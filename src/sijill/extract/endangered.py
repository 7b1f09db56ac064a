"""People whom fear, a threat or life in hiding endangers, full name or not: from the words for it to the person.

To be named may harm whoever hides or is threatened, so that a full name is no reason to leave them open. Who is spared
all the same, `at_risk` says; which words are of no danger to anybody, `no_danger`.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from sijill.extract.at_risk import is_at_risk, names_of
from sijill.extract.earlier import introduced
from sijill.extract.no_danger import is_denied, is_of_a_robbery, is_of_nobody
from sijill.extract.people import (
    FIRST,
    HE,
    RELATIVE,
    SHE,
    SUBJECT,
    THEY,
    agrees,
    is_name,
    is_person,
    is_plural,
    is_quoted,
    speaks,
    whole,
    words_for,
)
from sijill.extract.upward import antecedent, clause_of, subject_of
from sijill.extract.widened import is_single

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

_BACK: Final = 4
"""Sentences before a statement in which the one whom its pronoun means is looked for."""
_MOST_STEPS: Final = 6
_AFTER_A_QUOTE: Final = 12
_MORE: Final = 2
"""Words after a statement in which it says whose life is meant."""
_PARTS: Final = frozenset({"flat", "compound", "nmod:desc", "nmod:poss", "nmod"})
_TOUCHED: Final = frozenset({"nmod:poss", "obj", "iobj", "obl"})
_OBJECTS: Final = ("obj", "iobj")
_OTHER_PEOPLE: Final = frozenset({"those", "people", "we", "us", "everyone", "everybody", "anyone", "nobody", "many"})
_THREATEN: Final = re.compile(r"threaten|warn|hunt|pursu|blackmail|intimidat")
_GIVES: Final = re.compile(r"(?:promis|offer|assign|provid|gave|give|giving|told|tell|order)")
_IF: Final = frozenset({"if", "unless"})
_LEAVES: Final = frozenset({"left", "sent", "put", "posted", "leaving", "delivered"})
_MENACES: Final = frozenset({"bullet", "bullets", "coffin", "wreath"})
_GROUPS_OF_KIN: Final = frozenset({"family", "relatives", "household", "house", "home", "parents", "children"})


def endangered(statement: Span) -> list[Token]:
    """Return those whom a statement of danger is of, each with the others who are joined to them."""
    if is_denied(statement) or is_of_nobody(statement) or is_of_a_robbery(statement):
        return []
    found = [one for head in _of(statement) for one in (head, *introduced(head), *_joined(head))]
    return [head for head in dict.fromkeys(found) if is_at_risk(head)]


def _of(statement: Span) -> list[Token]:
    """Return whom a statement is of: who says "I", whom somebody threatens, the subject of its clause."""
    if is_quoted(statement[0]):
        told = {token.lower_ for token in statement.sent if is_quoted(token)} & (FIRST | {"i"})
        return _speaker(statement) if told else []
    threats = [token for token in statement if _threatens(token)]
    if threats:
        return _harmed(threats[0]) or _who_is_not_to(statement)
    aimed_at = _who_is_not_to(statement) or _by_what_was_left(statement)
    if aimed_at:
        return aimed_at
    given = [t for t in statement.sent if _GIVES.match(t.lower_) and _is_near(t, statement) and any(_objects(t))]
    return _harmed(given[0]) if given else _subject(statement)


def _who_is_not_to(statement: Span) -> list[Token]:
    """Return whom a threat is to keep from something: "If she kept posting, her father would be arrested"."""
    verbs = (token.head for token in statement if token.lower_ in _IF and token.dep_ == "mark")
    subjects = (subject for verb in verbs if (subject := subject_of(verb)) is not None)
    found = (_person(subject) for subject in subjects if subject.lower_ in SHE | HE)
    return [one for one in found if one is not None][:1]


def _by_what_was_left(statement: Span) -> list[Token]:
    """Return whose windscreen or door a bullet was left at by others: "after a man left a bullet on his windscreen"."""
    left = next((token for token in statement if token.lower_ in _LEAVES and token.pos_ == "VERB"), None)
    by_others = left is not None and (who := subject_of(left)) is not None and not is_name(who) and who.i < left.i
    what = statement.doc[statement.start : min(statement.end + _MORE, statement.sent.end)]
    return _touched(statement) if by_others and any(t.lower_ in _MENACES for t in what) else []


def _is_near(verb: Token, statement: Span) -> bool:
    """Tell whether a verb of giving or telling is that of a statement."""
    return verb.pos_ == "VERB" and (statement.start <= verb.i < statement.end or statement.root.head.i == verb.i)


def _threatens(verb: Token) -> bool:
    """Tell whether a verb has who threatens for its subject: "they threatened her", not "was threatened"."""
    passive = verb.dep_.startswith("acl") or any(child.dep_ == "aux:pass" for child in verb.children)
    return verb.pos_ == "VERB" and _THREATEN.match(verb.lower_) is not None and not passive and verb.dep_ != "amod"


def _harmed(verb: Token) -> list[Token]:
    """Return whom a verb has for its object, or what is to be done has: "threatened to kill her"."""
    verbs = [verb, *(child for child in verb.children if child.dep_ in {"xcomp", "ccomp"})]
    harming = subject_of(verb)
    own = set() if harming is None else {token.i for token in harming.subtree}
    himself = None if harming is None else _person(harming)
    names = set() if himself is None else names_of(himself)
    people = (one for each in verbs for child in _objects(each) for one in _people(child))
    return [one for one in people if one.i not in own and names.isdisjoint(names_of(one))][:1]


def _objects(verb: Token) -> Iterator[Token]:
    """Yield the objects of a verb that may stand for people."""
    objects = [child for child in verb.children if child.dep_ in _OBJECTS]
    if _GIVES.match(verb.lower_):  # "promised her protection"
        objects += [own for child in objects for own in child.children if own.dep_ == "nmod:poss"]
    return (child for child in objects if child.lower_ in SHE | HE | THEY or _may_be_one(child))


def _people(word: Token) -> Iterator[Token]:
    """Yield the people whom an object may stand for, the likeliest first."""
    return chain(_before(word), _after(word)) if word.lower_ in SHE | HE | THEY else iter((word,))


def _after(pronoun: Token) -> Iterator[Token]:
    """Yield the subject of a sentence behind a pronoun: "Since a note told her to leave, Sona Petrosyan ..."."""
    subject = subject_of(pronoun.sent.root)
    if subject is not None and subject.i > pronoun.i and is_name(subject) and _may_be_one(subject):
        yield subject


def _subject(statement: Span) -> list[Token]:
    """Return the subject of a statement's clause, or of the nearest one above it that has a person for one."""
    node = clause_of(statement.root)
    for _ in range(_MOST_STEPS):
        subject = subject_of(node)
        if subject is None and node.dep_.startswith("acl"):
            return [head for head in (_person(node.head),) if head is not None]
        person = None if subject is None else _whose(subject) or _person(subject)
        if person is not None:
            return [person]
        named = [] if subject is None else _named_beside(subject)
        if named:
            return named
        if subject is not None and _are_others(subject):
            return _owners(statement) or _touched(statement)
        if node.head.i == node.i:
            break
        node = node.head
    return _owners(statement) or _nearest_noun(statement)


def _whose(subject: Token) -> Token | None:
    """Return whose family, house or relative a subject is: "the family of the blogger Minh has moved"."""
    if subject.lower_ not in _GROUPS_OF_KIN | words_for()["kin"] or any(map(is_name, subject.children)):
        return None
    owners = (_person(child) for child in subject.children if child.dep_ in {"nmod", "nmod:poss"})
    return next((one for one in owners if one is not None), None)


def _are_others(subject: Token) -> bool:
    """Tell whether a subject is of people who are nobody in particular: "those who burned shops", "residents"."""
    return subject.lower_ in _OTHER_PEOPLE or (is_person(subject) and is_plural(subject))


def _owners(statement: Span) -> list[Token]:
    """Return whose life or name a statement speaks of, where nobody is its subject: "threats on her life"."""
    near = statement.doc[statement.start : min(statement.end + _MORE, statement.sent.end)]
    owned = (token for token in near if token.lower_ in SHE | HE)
    found = next((_person(t) for t in owned), None)
    return [] if found is None else [found]


def _named_beside(subject: Token) -> list[Token]:
    """Return the names that stand beside a few: "Two brothers, Ye Lin and Thura"."""
    beside = [child for child in subject.children if child.dep_ == "appos" and is_name(child)]
    return [one for name in beside for one in (name, *_joined(name))] if is_plural(subject) else []


def _touched(statement: Span) -> list[Token]:
    """Return whose or whom others come for in a sentence: "Soldiers searched his mother's house, and left a bullet"."""
    told = (t for t in statement.sent if t.lower_ in SHE | HE and t.dep_ in _TOUCHED)
    found = next((_person(t) for t in told), None)
    return [] if found is None else [found]


def _nearest_noun(statement: Span) -> list[Token]:
    """Return what stands before a statement without a verb of its own: "the lawyer, now in hiding"."""
    head = statement.root.head
    found = _person(head) if head.i < statement.start else None
    return [] if found is None else [found]


def _person(word: Token) -> Token | None:
    """Return the one person whom a word stands for: its own, a relative's antecedent, or a pronoun's."""
    if word.lower_ in RELATIVE or word.lower_ == "that":
        return next((head for head in map(whole, antecedent(word, word.head)) if _may_be_one(head, told=True)), None)
    if word.lower_ in SHE | HE | THEY:
        return next(_before(word), None)
    if word.lower_ in FIRST:
        return None
    return word if _may_be_one(word) else None


def _before(pronoun: Token) -> Iterator[Token]:
    """Yield the people before a pronoun whom it may mean, subjects and speakers of each sentence first."""
    sentence, end = pronoun.sent, pronoun.i
    for _ in range(_BACK):
        near = [t for t in pronoun.doc[sentence.start : end] if _may_be_meant(t, pronoun)]
        yield from sorted(near, key=lambda t: (t.dep_ not in SUBJECT and not speaks(t), -t.i))
        if sentence.start == 0:
            return
        sentence = pronoun.doc[sentence.start - 1].sent
        end = sentence.end


def _may_be_meant(token: Token, pronoun: Token) -> bool:
    if not _may_be_one(token) or (is_quoted(token) and not is_quoted(pronoun)):
        return False
    if pronoun.lower_ in THEY:
        return is_plural(token) and is_name(token)
    return agrees(token, pronoun.lower_)


def _speaker(statement: Span) -> list[Token]:
    """Return who says the quote that a statement stands in: the nearest speaker of the sentence and around it."""
    sentence = statement.sent
    end = min(sentence.end + _AFTER_A_QUOTE, len(statement.doc))
    start = statement.doc[sentence.start - 1].sent.start if sentence.start else 0
    said = [t for t in statement.doc[start:end] if not is_quoted(t) and speaks(t)]
    for token in sorted(said, key=lambda t: (t.sent.start != sentence.start, abs(t.i - statement.start))):
        found = _person(token)
        if found is not None:
            return [found]
    return []


def _joined(head: Token) -> list[Token]:
    """Return the names that are joined to a name: "Karimi and Wahid Rahmani", "Karimi and her husband, Wahid"."""
    parts = [head, *(child for child in head.children if child.dep_ == "flat")]
    others = [child for part in parts for child in part.children if child.dep_ == "conj"]
    beside = [child for one in others for child in one.children if child.dep_ == "appos"]
    return [one for one in (*others, *beside) if is_name(one)]


def _may_be_one(token: Token, *, told: bool = False) -> bool:
    """Tell whether a word stands for a person by name, or for a single one without: no group, no part of a name.

    `told`: a clause with "who" is of the word, so that it is a person's wherever it stands.
    """
    if token.dep_ in _PARTS - {"nmod:poss", "nmod"} or not is_person(token):
        return False
    if token.pos_ == "PROPN":
        return told or token.dep_ != "nmod" or token.ent_type_ in {"PER", "PERSON"}
    return is_single(token) or any(c.dep_ == "appos" and is_name(c) for c in token.children)
