"""From a statement that somebody hides to the word for that person, by syntax.

In turn: the head of the relative clause that holds the statement, the subject of its verb, the subject of what a
participle hangs on, who says the quote; for a pronoun the last person who was a subject in a sentence before.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from sijill.saying import verbs_of_saying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

PERSONAL: Final = frozenset(
    {"he", "she", "they", "him", "her", "them", "his", "hers", "their", "himself", "herself", "themselves"}
)
RELATIVE: Final = frozenset({"who", "whom", "whose"})
_OTHERS: Final = frozenset({"i", "we", "you", "it", "this", "that", "which", "there", "what", "nobody", "nothing"})
_FEW_OF: Final = frozenset({"none", "all", "both", "neither", "some", "each"})
"""Words that take their meaning from the people before: "none of them would be named"."""
KUNYA: Final = frozenset({"abu", "umm", "um", "om", "abou", "oum"})
_SUBJECT: Final = ("nsubj", "nsubj:pass", "nsubj:outer")
_WITHIN_A_PHRASE: Final = frozenset({"nmod", "appos", "flat", "compound", "nmod:desc", "obl", "obj", "amod", "acl"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_CLAUSAL: Final = frozenset({"VERB", "AUX", "ADJ"})
_MOST_STEPS: Final = 8
_SENTENCES_BACK: Final = 3
_PEOPLE_BY_ENDING: Final = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant")


@cache
def words_for() -> dict[str, frozenset[str]]:
    """Return the lists of `data/hiders.toml`."""
    source = resources.files("sijill.extract") / "data" / "hiders.toml"
    lists: dict[str, list[str]] = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in lists.items()}


def hiders_of(doc: Doc, start: int, end: int, *, by_fear: bool) -> list[Token]:
    """Return the heads of the words for who hides by a statement of these tokens, the likeliest first; [] for nobody.

    Whoever is introduced by title or full name does not hide for fear alone: only those joined to such a person do.
    """
    statement = doc[start:end]
    for head, sure in _candidates(statement):
        if is_open(head, by_fear=by_fear):
            if sure:
                return _joined(head, statement, by_fear=by_fear)
            continue
        if may_hide(head):
            return [head, *_joined(head, statement, by_fear=by_fear)]
    nearest = _nearest(statement, by_fear=by_fear)
    return [] if nearest is None else [nearest]


def meant_by(pronoun: Token) -> Token | None:
    """Return the head of the words that a personal pronoun stands for."""
    for head in (*_above(pronoun.head, pronoun), *_before(pronoun)):
        if may_hide(head):
            return head
    return None


def may_hide(head: Token) -> bool:
    """Tell whether a word may stand for people: not a body, a belonging, the dead, or who speaks in general."""
    word = singular(head)
    lists = words_for()
    barred = lists["bodies"] | lists["belongings"] | lists["kept_back"] | PERSONAL | _OTHERS | _FEW_OF | RELATIVE
    return head.pos_ in _NOMINAL and word not in barred and head.lower_ not in barred


def is_open(head: Token, *, by_fear: bool) -> bool:
    """Tell whether a person is introduced by a title and a name, or, where only fear is spoken of, by a full name."""
    named = _name_around(head)
    if named is None or named.lower_ in KUNYA:
        return False
    full = any(child.dep_ == "flat" and child.pos_ == "PROPN" for child in named.children)
    titled = any(child.dep_ == "nmod:desc" for child in named.children)
    return full and (by_fear or titled)


def is_person(head: Token) -> bool:
    """Tell whether a word stands for people by itself: a name, a role of the list, or an ending such as "-er"."""
    word = singular(head)
    named = head.pos_ == "PROPN" and head.ent_type_ not in {"GPE", "LOC", "ORG", "FAC"}
    return may_hide(head) and (named or word in words_for()["people"] or word.endswith(_PEOPLE_BY_ENDING))


def is_name(head: Token) -> bool:
    """Tell whether a word is a person's name: one with a capital that is no role ("Witnesses"), place or body."""
    first = head.is_title and head.i == head.left_edge.i and head.pos_ == "NOUN"  # "Blessing", which is a word too
    return (head.pos_ == "PROPN" or first) and is_person(head) and singular(head) not in words_for()["people"]


def speaks(head: Token) -> bool:
    """Tell whether the words at a head are the subject of a verb of saying, or stand after "according to"."""
    if any(child.lower_ == "according" for child in head.children):
        return True
    verb = head.head
    tells = verb.lower_ in verbs_of_saying() or any(child.dep_ == "ccomp" for child in verb.children)
    return head.dep_ in _SUBJECT and tells


def singular(head: Token) -> str:
    """Return a noun in small letters without the ending of the plural, near enough to look it up in a list."""
    word: str = head.lower_
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _joined(head: Token, statement: Span, *, by_fear: bool) -> list[Token]:
    """Return the people before a statement who share it with a head: "Rana and Omar", "two sisters, Rana and Huda"."""
    known = sorted({token.i for token in (*_conjuncts(head), *_named_of_a_group(head), *_single_names_above(head))})
    found = (head.doc[at] for at in known if at != head.i and at < statement.start)
    return [one for one in found if _is_or_has_a_name(one) and not is_open(one, by_fear=by_fear)]


def _conjuncts(head: Token) -> Iterator[Token]:
    """Yield those who are joined to a head, and a name that stands beside the last of them ("and a nurse, Lina")."""
    conjuncts = [child for child in head.children if child.dep_ == "conj"]
    for one in conjuncts:
        yield one
        yield from _conjuncts(one)
    if conjuncts:
        yield from (c for c in head.children if c.dep_ == "appos" and c.i > conjuncts[-1].i and is_name(c))


def _named_of_a_group(head: Token) -> Iterator[Token]:
    """Yield the names that stand beside a plural."""
    if singular(head) == head.lower_ and head.lower_ not in {"men", "women", "people", "children"}:
        return
    for name in (child for child in head.children if child.dep_ == "appos" and is_name(child)):
        yield name
        yield from _conjuncts(name)


def _single_names_above(head: Token) -> Iterator[Token]:
    """Yield the single names that a single name is joined to: "Rana and Omar, who" may hang on Omar alone."""
    while head.dep_ == "conj" and _single_name(head) and _single_name(head.head):
        head = head.head
        yield head


def _single_name(head: Token) -> bool:
    return is_name(head) and not any(child.dep_ in {"flat", "nmod:desc", "compound"} for child in head.children)


def _is_or_has_a_name(head: Token) -> bool:
    """Tell whether a word stands for people, by itself or by the name beside it ("her husband, Omar")."""
    return is_person(head) or (may_hide(head) and any(c.dep_ == "appos" and is_name(c) for c in head.children))


def _name_around(head: Token) -> Token | None:
    """Return the name at a head, its own or one beside it ("the governor, Ibrahim Saleh")."""
    if head.pos_ == "PROPN":
        return head
    return next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)


def _candidates(statement: Span) -> Iterator[tuple[Token, bool]]:
    """Yield the heads that syntax offers, the likeliest first, and whether it leaves no doubt of each."""
    root = statement.root
    if root.i == statement.start and root.pos_ == "NOUN" and may_hide(root):
        yield root, True  # "activist in hiding"
    yield from ((head, True) for word in _relatives(statement) for head in _antecedent(word, word.head))
    above = list(_above(root, root))
    yield from ((head, number == 0 and _sure(root)) for number, head in enumerate(above))
    if _speaks_of_somebody(statement):
        yield from ((head, False) for head in _before(root))


def _relatives(statement: Span) -> list[Token]:
    """Return the relative pronouns of a statement, its own and the subjects of its verbs."""
    near = {token.i: token for word in statement for token in (word, *word.children) if token.lower_ in RELATIVE}
    return [near[at] for at in sorted(near)]


def _clause(root: Token) -> Token:
    """Return the verb or adjective whose clause a word stands in."""
    clause = root
    while clause.pos_ not in _CLAUSAL and clause.head.i != clause.i:
        clause = clause.head
    return clause


def _loose(root: Token) -> bool:
    """Tell whether a statement is a clause without a subject of its own, which may hang on the wrong verb."""
    clause = _clause(root)
    return clause.dep_ in {"advcl", "ccomp", "parataxis"} and _subject(clause) is None


def _sure(root: Token) -> bool:
    """Tell whether a statement's own clause says who hides: it describes a noun, or has a subject of its own."""
    clause = _clause(root)
    subject = _subject(clause)
    return clause.dep_.startswith("acl") or (subject is not None and subject.lower_ not in PERSONAL)


def _beside(clause: Token) -> Iterator[Token]:
    """Yield the people whose words end, but for a comma, where a clause begins ("a nurse, speaking on condition")."""
    before = next(token.i for token in clause.subtree if not token.is_punct) - 1
    if before > clause.sent.start and clause.doc[before].text in {",", "-", "\u2014"}:
        yield from (token for up in _phrase_up(clause.doc[before - 1]) for token in _named_in(up) if is_person(token))


def _speaks_of_somebody(statement: Span) -> bool:
    """Tell whether a pronoun in or around a statement points to a sentence before."""
    sentence = statement.sent
    near = {token.lower_ for token in statement} | {token.lower_ for token in sentence}
    return bool(near & (PERSONAL | _FEW_OF | {"i", "my"}))


def _above(node: Token, asked: Token) -> Iterator[Token]:
    """Yield the people at and above a word, from its own clause outwards."""
    for _ in range(_MOST_STEPS):
        yield from _at(node, asked)
        if node.head.i == node.i:
            return
        node = node.head


def _at(node: Token, asked: Token) -> Iterator[Token]:
    """Yield the people whom one word of the way up points to: an owner, a subject, what its clause describes."""
    if singular(node) in words_for()["belongings"]:
        yield from _owner(node)
    if node.pos_ in _CLAUSAL and _loose(node):
        yield from _beside(node)
    subject = _subject(node)
    if subject is not None and subject.i != asked.i:
        yield from _meant(subject, node)
    if _describes(node) and node.head.pos_ in _NOMINAL and not _of_a_thing(node):
        yield from _named_in(node.head)


def _describes(node: Token) -> bool:
    """Tell whether a word describes a noun: "who asked", "lacking permission", "pseudonymous", "his face covered"."""
    return node.dep_.startswith("acl") or (node.dep_ in {"amod", "appos"} and node.head.i != node.i)


def _of_a_thing(clause: Token) -> bool:
    """Tell whether a relative clause is of a thing: "a video in which her face is blurred"."""
    return any(token.lower_ == "which" for token in clause.subtree if token.i < clause.i)


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in _SUBJECT), None)


def _owner(thing: Token) -> Iterator[Token]:
    """Yield whose a name, a face or a voice is."""
    for child in thing.children:
        if child.dep_ in {"nmod:poss", "nmod"}:
            yield from _meant(child, thing)


def _meant(word: Token, node: Token) -> Iterator[Token]:
    """Yield whom a subject or an owner stands for; a personal pronoun leaves it to the words further up."""
    if word.lower_ in RELATIVE:
        yield from _antecedent(word, node)
    elif singular(word) in words_for()["belongings"]:
        yield from _owner(word)
    elif word.lower_ in _FEW_OF:
        return
    elif word.lower_ not in PERSONAL:
        yield from _named_in(word)


def _antecedent(relative: Token, node: Token) -> Iterator[Token]:
    """Yield what a relative pronoun refers to: what its clause describes, else the people before it."""
    clause = node
    while clause.dep_ in {"nsubj", "nsubj:pass", "obj", "xcomp"} and clause.head.i != clause.i:
        clause = clause.head
    head = clause.head
    if clause.dep_.startswith("acl") and head.pos_ in _NOMINAL:
        yield from (token for up in _people_first(head) for token in _named_in(up))
        return
    before = relative.i - 1
    while before > relative.sent.start and relative.doc[before].pos_ not in _NOMINAL:
        before -= 1
    yield from (token for up in _people_first(relative.doc[before]) for token in _named_in(up))


def _people_first(word: Token) -> list[Token]:
    """Return a noun and those it stands under, people by their word first: "a resident of a village, who"."""
    if is_person(word):
        return [word]
    return sorted(_phrase_up(word), key=lambda token: not is_person(token))


def _phrase_up(word: Token) -> Iterator[Token]:
    """Yield a noun and the nouns that it stands under, and the subject of the verb above them."""
    for _ in range(_MOST_STEPS):
        if word.pos_ in _NOMINAL:
            yield word
        elif (subject := _subject(word)) is not None:
            yield subject
        if word.dep_ not in _WITHIN_A_PHRASE or word.head.i > word.i:
            return
        word = word.head


def _named_in(head: Token) -> Iterator[Token]:
    """Yield a noun, after it what it stands beside where it is an apposition that touches: "Yusuf, a baker who"."""
    if head.dep_ == "appos" and head.head.pos_ in _NOMINAL and head.head.i < head.i and _touches(head):
        yield from _named_in(head.head)
    elif head.pos_ in _NOMINAL:
        yield head


def _touches(apposition: Token) -> bool:
    """Tell whether at most a comma stands between an apposition and what it is beside, not a semicolon."""
    before = apposition.left_edge.i - 1
    return before >= 0 and (
        apposition.doc[before].text in {",", "(", "-", "\u2014"} or not apposition.doc[before].is_punct
    )


def _before(word: Token) -> Iterator[Token]:
    """Yield the people who were subjects in the sentences before, the nearest first and main clauses first."""
    sentence = word.sent
    for _ in range(_SENTENCES_BACK):
        if sentence.start == 0:
            return
        sentence = word.doc[sentence.start - 1].sent
        found = [token for token in sentence if token.dep_ in _SUBJECT and may_hide(token)]
        main = [token for token in found if token.head.i == sentence.root.i or token.head.dep_ == "conj"]
        yield from reversed(main or [token for token in found if is_person(token)])
        if main:
            return


def _nearest(statement: Span, *, by_fear: bool) -> Token | None:
    """Return the nearest person of the sentence before a statement whose syntax says nothing."""
    for token in reversed(statement.doc[statement.sent.start : statement.start]):
        if is_person(token) and token.dep_ not in {"flat", "compound", "nmod:desc"}:
            return None if is_open(token, by_fear=by_fear) else next(_named_in(token))
    return None
