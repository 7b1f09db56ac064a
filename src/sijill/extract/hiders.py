"""From a statement that somebody hides to the word for that person.

In turn: the head of the relative clause that holds the statement, the subject of its verb, the subject of what a
participle hangs on, who says the quote; for a pronoun the people of the sentences before that it may mean; else the
nearest before, the first after, and at last whoever speaks without a full name in the paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.extract.earlier import after, before, introduced, later, meant, speakers, who_says
from sijill.extract.joined import joined
from sijill.extract.people import (
    FIRST,
    PERSONAL,
    RELATIVE,
    could_hide,
    is_open,
    is_person,
    is_quoted,
    may_hide,
    whole,
)
from sijill.extract.upward import above, antecedent, is_sure, named_in
from sijill.extract.widened import widened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

_MOST_STEPS: Final = 4


def hiders_of(doc: Doc, start: int, end: int, *, by_fear: bool) -> list[Token]:
    """Return the heads of the words for who hides by a statement of these tokens, the likeliest first; [] for nobody.

    Whoever is introduced by title or full name does not hide for fear alone: only those joined to such a person do.
    """
    statement = doc[start:end]
    if any(token.lower_ in FIRST for token in statement):
        said = [one for head in who_says(statement) for one in (head, *introduced(head))]
        return widened(statement, said, by_fear=by_fear)
    for head, sure in _by_syntax(statement):
        if is_quoted(head) and not is_quoted(statement[0]):
            continue
        if is_open(head, by_fear=by_fear):
            if sure:
                return joined(head, statement, by_fear=by_fear)
            continue
        if could_hide(head) or (sure and head.is_title and may_hide(head)):
            found = [head, *introduced(head), *joined(head, statement, by_fear=by_fear)]
            return widened(statement, found, by_fear=by_fear)
    return widened(statement, _elsewhere(statement, by_fear=by_fear), by_fear=by_fear)


def is_sure_of_the_open(statement: Span) -> bool:
    """Tell whether the first whom syntax leaves no doubt of is known by title and name, so that nobody need hide."""
    return any(sure and is_open(head, by_fear=False) for head, sure in _by_syntax(statement))


def _elsewhere(statement: Span, *, by_fear: bool) -> list[Token]:
    """Return whom a statement means by a pronoun, or whom no syntax joins to it."""
    found = meant(statement) or _nearest(statement, by_fear=by_fear)
    if found:
        return [one for head in (*found, *([] if by_fear else later(statement))) for one in (head, *introduced(head))]
    return [] if by_fear else (after(statement) or speakers(statement))


def meant_by(pronoun: Token) -> Token | None:
    """Return the head of the words that a personal pronoun stands for."""
    for head in (*above(pronoun.head, pronoun), *before(pronoun, pronoun.lower_)):
        if may_hide(head):
            return head
    return None


def _by_syntax(statement: Span) -> Iterator[tuple[Token, bool]]:
    """Yield the heads that syntax offers, the likeliest first, and whether it leaves no doubt of each."""
    root = statement.root
    if root.i == statement.start and root.pos_ == "NOUN" and is_person(root):
        yield root, True  # "activist in hiding"
    yield from ((whole(head), True) for word in _relatives(statement) for head in antecedent(word, word.head))
    yield from ((head, number == 0 and is_sure(root)) for number, head in enumerate(above(root, root)))


def _relatives(statement: Span) -> list[Token]:
    """Return the relative pronouns of a statement: its own, and the subjects of its verbs and of those above them."""
    verbs = [*statement]
    root = statement.root
    while not root.dep_.startswith("acl") and root.head.i != root.i and len(verbs) < len(statement) + _MOST_STEPS:
        root = root.head
        verbs.append(root)
    near = {token.i: token for word in verbs for token in (word, *word.children) if token.lower_ in RELATIVE}
    return [near[at] for at in sorted(near) if at < statement.end]


def _nearest(statement: Span, *, by_fear: bool) -> list[Token]:
    """Return the nearest person of the sentence before a statement whose syntax says nothing."""
    if any(token.lower_ in PERSONAL for token in statement):
        return []
    for token in reversed(statement.doc[statement.sent.start : statement.start]):
        if is_person(token) and token.dep_ not in {"flat", "compound", "nmod:desc"}:
            if is_open(token, by_fear=by_fear):
                return []
            return [next((one for one in named_in(token) if not is_open(one, by_fear=by_fear)), token)]
    return []
