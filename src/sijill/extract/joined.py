"""People who hide together: those joined to one who hides, and the names that stand beside a plural."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.extract.people import is_name, is_open, is_person, is_plural, may_hide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

_ALL: Final = frozenset({"both", "all", "neither", "each", "none", "either", "two", "three", "themselves", "their"})
"""Words that show that more than one is meant."""


def joined(head: Token, statement: Span, *, by_fear: bool) -> list[Token]:
    """Return the people before a statement who share it with a head: "Rana and Omar", "two sisters, Rana and Huda"."""
    known = sorted(
        {
            token.i
            for token in (
                *_conjuncts(head),
                *_named_of_a_group(head),
                *_single_names_above(head),
                *_all_above(head, statement),
            )
        }
    )
    found = (head.doc[at] for at in known if at != head.i and at < statement.end)
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
    if not is_plural(head):
        return
    for name in (child for child in head.children if child.dep_ == "appos" and is_name(child)):
        yield name
        yield from _conjuncts(name)


def _single_names_above(head: Token) -> Iterator[Token]:
    """Yield the single names that a single name is joined to: "Rana and Omar, who" may hang on Omar alone."""
    while head.dep_ == "conj" and _single_name(head) and _single_name(head.head):
        head = head.head
        yield head


def _all_above(head: Token, statement: Span) -> Iterator[Token]:
    """Yield those whom the last of them is joined to, where all are meant ("a nurse and a clerk, both of whom")."""
    told = {token.lower_ for token in head.doc[head.i + 1 : statement.end]}
    while head.dep_ == "conj" and told & _ALL:
        head = head.head
        yield head


def _single_name(head: Token) -> bool:
    return is_name(head) and not any(child.dep_ in {"flat", "nmod:desc", "compound"} for child in head.children)


def _is_or_has_a_name(head: Token) -> bool:
    """Tell whether a word stands for people, by itself or by the name beside it ("her husband, Omar")."""
    return is_person(head) or (may_hide(head) and any(c.dep_ == "appos" and is_name(c) for c in head.children))
