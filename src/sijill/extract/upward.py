"""From a word upwards in the syntax of its sentence to the people whom its clause is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.extract.people import FEW_OF, NOMINAL, PERSONAL, RELATIVE, SUBJECT, is_person, singular, words_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_WITHIN_A_PHRASE: Final = frozenset({"nmod", "appos", "flat", "compound", "nmod:desc", "obl", "obj", "amod", "acl"})
_CLAUSAL: Final = frozenset({"VERB", "AUX", "ADJ"})
_MOST_STEPS: Final = 8


def above(node: Token, asked: Token) -> Iterator[Token]:
    """Yield the people at and above a word, from its own clause outwards."""
    for _ in range(_MOST_STEPS):
        yield from _at(node, asked)
        if node.head.i == node.i:
            return
        node = node.head


def antecedent(relative: Token, node: Token) -> Iterator[Token]:
    """Yield what a relative pronoun refers to: what its clause describes, else the people before it."""
    clause = node
    while clause.dep_ in {"nsubj", "nsubj:pass", "obj", "xcomp"} and clause.head.i != clause.i:
        clause = clause.head
    head = clause.head
    if clause.dep_.startswith("acl") and head.pos_ in NOMINAL and head.lower_ not in FEW_OF:
        yield from (token for up in _people_first(head) for token in named_in(up))
        return
    before = relative.i - 1
    while before > relative.sent.start and not _may_be_meant(relative.doc[before]):
        before -= 1
    yield from (token for up in _people_first(relative.doc[before]) for token in named_in(up))


def named_in(head: Token) -> Iterator[Token]:
    """Yield a noun, after it what it stands beside where it is an apposition that touches: "Yusuf, a baker who"."""
    if head.dep_ == "appos" and head.head.pos_ in NOMINAL and head.head.i < head.i and _touches(head):
        yield from named_in(head.head)
    elif head.pos_ in NOMINAL:
        yield head


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb."""
    return next((child for child in verb.children if child.dep_ in SUBJECT), None)


def clause_of(root: Token) -> Token:
    """Return the verb or adjective whose clause a word stands in."""
    clause = root
    while clause.pos_ not in _CLAUSAL and clause.head.i != clause.i:
        clause = clause.head
    return clause


def is_sure(root: Token) -> bool:
    """Tell whether a statement's own clause says who hides: it describes a noun, or has a subject of its own."""
    clause = clause_of(root)
    subject = subject_of(clause)
    return clause.dep_.startswith("acl") or (subject is not None and subject.lower_ not in PERSONAL)


def _may_be_meant(word: Token) -> bool:
    return word.pos_ in NOMINAL and word.lower_ not in FEW_OF


def _loose(root: Token) -> bool:
    """Tell whether a statement is a clause without a subject of its own, which may hang on the wrong verb."""
    clause = clause_of(root)
    return clause.dep_ in {"advcl", "ccomp", "parataxis"} and subject_of(clause) is None


def _beside(clause: Token) -> Iterator[Token]:
    """Yield the people whose words end, but for a comma, where a clause begins ("a nurse, speaking on condition")."""
    before = next((token.i for token in clause.subtree if not token.is_punct), clause.i) - 1
    if before > clause.sent.start and clause.doc[before].text in {",", "-", "\u2014"}:
        yield from (token for up in _phrase_up(clause.doc[before - 1]) for token in named_in(up) if is_person(token))


def _at(node: Token, asked: Token) -> Iterator[Token]:
    """Yield the people whom one word of the way up points to: an owner, a subject, what its clause describes."""
    if singular(node) in words_for()["belongings"]:
        yield from _owner(node)
    if node.pos_ in _CLAUSAL and _loose(node):
        yield from _beside(node)
    subject = subject_of(node)
    if subject is not None and subject.i != asked.i:
        yield from _meant(subject, node)
    if _describes(node) and node.head.pos_ in NOMINAL and not _of_a_thing(node):
        yield from named_in(node.head)


def _describes(node: Token) -> bool:
    """Tell whether a word describes a noun: "who asked", "lacking permission", "pseudonymous", "his face covered"."""
    return node.dep_.startswith("acl") or (node.dep_ in {"amod", "appos"} and node.head.i != node.i)


def _of_a_thing(clause: Token) -> bool:
    """Tell whether a relative clause is of a thing: "a video in which her face is blurred"."""
    return any(token.lower_ == "which" for token in clause.subtree if token.i < clause.i)


def _owner(thing: Token) -> Iterator[Token]:
    """Yield whose a name, a face or a voice is."""
    for child in thing.children:
        if child.dep_ in {"nmod:poss", "nmod"}:
            yield from _meant(child, thing)


def _meant(word: Token, node: Token) -> Iterator[Token]:
    """Yield whom a subject or an owner stands for; a personal pronoun leaves it to the words further up."""
    if word.lower_ in RELATIVE:
        yield from antecedent(word, node)
    elif singular(word) in words_for()["belongings"]:
        yield from _owner(word)
    elif word.lower_ in FEW_OF:
        yield from (child for child in word.children if child.dep_ == "nmod" and child.lower_ not in PERSONAL)
    elif word.lower_ not in PERSONAL:
        yield from named_in(word)


def _people_first(word: Token) -> list[Token]:
    """Return a noun and those it stands under, people by their word first: "a resident of a village, who"."""
    if is_person(word):
        return [word]
    return sorted(_phrase_up(word), key=lambda token: not is_person(token))


def _phrase_up(word: Token) -> Iterator[Token]:
    """Yield a noun and the nouns that it stands under, and the subject of the verb above them."""
    for _ in range(_MOST_STEPS):
        if word.pos_ in NOMINAL:
            yield word
        elif (subject := subject_of(word)) is not None:
            yield subject
        if word.dep_ not in _WITHIN_A_PHRASE or word.head.i > word.i:
            return
        word = word.head


def _touches(apposition: Token) -> bool:
    """Tell whether at most a comma stands between an apposition and what it is beside, not a semicolon."""
    before = apposition.left_edge.i - 1
    return before >= 0 and (
        apposition.doc[before].text in {",", "(", "-", "\u2014"} or not apposition.doc[before].is_punct
    )
