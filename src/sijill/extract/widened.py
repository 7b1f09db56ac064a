"""Whoever else a statement of anonymity may mean: protection errs on the side of the person.

Around those whom syntax or a pronoun gives: whom the words stand beside, who is of their group, who else of the
sentence or of those before it a pronoun may mean. Where nobody was found, all unnamed single people of the paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.extract.earlier import before, unnamed
from sijill.extract.lone_names import unlengthened
from sijill.extract.people import (
    FIRST,
    HE,
    PERSONAL,
    SHE,
    SUBJECT,
    THEY,
    agrees,
    is_full,
    is_name,
    is_open,
    is_plural,
    is_quoted,
    may_hide,
    singular,
    words_for,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Span, Token

_BACK: Final = 5
"""Sentences before a statement in which those whom it may mean are looked for, where no paragraph ends."""
_DETERMINED: Final = frozenset({"a", "an", "one", "the", "this", "another", "every"})
_OF_A_GROUP: Final = frozenset({"one", "other", "another", "third", "second", "first", "fourth", "latter", "former"})
_CALLED: Final = frozenset({"known", "called", "named", "nicknamed", "dubbed", "alias"})
_STOPS: Final = frozenset({".", "!", "?"})
_PERSON: Final = frozenset({"PER", "PERSON"})
_PARTS: Final = frozenset({"flat", "compound", "nmod:desc"})


def widened(statement: Span, found: list[Token], *, by_fear: bool) -> list[Token]:
    """Return those found and, after them, all others whom a statement may mean."""
    meant = [*found, *([] if by_fear else [*(_in_sentence(statement) if found else ()), *_meant_too(statement, found)])]
    near = [one for head in meant for one in _beside(head)]
    group = [one for head in (*meant, *near) if is_plural(head) for one in _members(head)]
    return _each((*meant, *near, *group, *(one for head in (*meant, *near) for one in _group_of(head))))


def around(statement: Span) -> list[Token]:
    """Return the single unnamed people and lone names around a statement that nobody was tied to."""
    start, end = _paragraph(statement, before=1)
    end = statement.doc[end].sent.end if end < len(statement.doc) else end
    names = lone(statement.doc)
    return [token for token in statement.doc[start:end] if is_single(token) or token in names]


def lone(doc: Doc) -> list[Token]:
    """Return the names of people of one word, which no longer one of the report holds."""
    return [token for token in unlengthened(doc, all_of_them=True) if token.ent_type_ in _PERSON]


def signed(statement: Span) -> list[Token]:
    """Return the lone names of a report whose writer hides, as of a letter: "I sign with a name that is not mine"."""
    told = any(token.lower_ in FIRST for token in statement.sent) and not is_quoted(statement[0])
    return lone(statement.doc) if told else []


def _beside(head: Token) -> Iterator[Token]:
    """Yield the whole of an apposition: "Abu Yazan, an activist who asked not to be named" is both."""
    if head.dep_ == "appos" and head.head.i < head.i and _may_be_unnamed(head.head):
        yield head.head
        yield from _beside(head.head)
    called = (c for c in head.children if c.dep_.startswith("acl") and c.lower_ in _CALLED)
    yield from (token for clause in called for token in clause.subtree if _is_lone_word(token))
    if head.dep_ == "nmod" and head.head.lower_ in _OF_A_GROUP:
        yield head.head
        yield from _beside(head.head)


def _may_be_unnamed(head: Token) -> bool:
    return may_hide(head) and not is_open(head, by_fear=True) and not (is_name(head) and is_full(head))


def _members(head: Token) -> Iterator[Token]:
    """Yield the members of a group that are told of one by one: "One of them, a bookseller", "the other"."""
    for word in head.doc[head.i + 1 :]:
        if word.lower_ in _OF_A_GROUP and word.dep_ in SUBJECT and not word.is_quote:
            yield next((c for c in word.children if c.dep_ == "appos" and is_single(c)), word)


def _group_of(head: Token) -> list[Token]:
    """Return the few of whom somebody is said to be one: "two people at the meeting ... One of them, an aide"."""
    one = head.head if head.dep_ == "appos" else head
    of = [child for child in one.children if child.dep_ == "nmod"]
    if one.lower_ not in _OF_A_GROUP or not all(child.lower_ in THEY for child in of):
        return []
    several = (t for t in before(one, "they") if is_plural(t) and any(c.dep_ == "nummod" for c in t.children))
    return list(several)[:1]


def _in_sentence(statement: Span) -> list[Token]:
    """Return the single unnamed people of a statement's sentence, which a full stop ends where the reader went on."""
    start, end = statement.sent.start, statement.sent.end
    stops = [token.i for token in statement.sent if token.text in _STOPS]
    start = max((at for at in stops if at < statement.start), default=start)
    end = min((at for at in stops if at >= statement.end), default=end)
    return [token for token in statement.doc[start:end] if is_single(token)]


def _meant_too(statement: Span, found: list[Token]) -> Iterator[Token]:
    """Yield the subjects before a statement whom its pronouns may mean as well; none for "a lawyer, who asked"."""
    of_one = statement[0].lower_ == "who" or any(_tells_of(statement, head) for head in found)
    end = statement.start if of_one else statement.end  # in "who gave his name as Omar" he is known
    told = {t.lower_ for t in statement.doc[statement.sent.start : end]} & PERSONAL
    ones = told & (SHE | HE)
    if not ones and of_one:
        return
    if ones & SHE and ones & HE:
        ones = set()
    start, _ = _paragraph(statement, before=0)
    for token in statement.doc[start : statement.start]:
        if (
            is_single(token)
            and token.dep_ in {*SUBJECT, "conj", "ROOT", "nmod:poss"}
            and all(agrees(token, one) for one in ones)
        ):
            yield token


def _tells_of(statement: Span, head: Token) -> bool:
    """Tell whether a statement stands in a clause with "who" that is of a head."""
    clauses = [child for child in head.children if child.dep_.startswith("acl")]
    told = (one for one in clauses if any(t.lower_ == "who" for t in one.children))
    return any(one.left_edge.i <= statement.start <= one.right_edge.i for one in told)


def is_single(token: Token) -> bool:
    """Tell whether a word stands for one person without a name: "a baker", "the magistrate", no "her daughter"."""
    if token.dep_ in _PARTS or token.pos_ == "PROPN" or _is_of_many(token) or not unnamed(token):
        return False
    if singular(token) in words_for()["victims"] or any(child.dep_ == "nmod:poss" for child in token.children):
        return False
    return any(child.lower_ in _DETERMINED for child in token.children) or bool(token.is_sent_start)


def _is_of_many(token: Token) -> bool:
    """Tell whether a word is one for several by itself, not by another that is joined to it ("a baker and a clerk")."""
    return is_plural(token) and not any(child.dep_ == "conj" for child in token.children)


def _is_lone_word(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.dep_ not in _PARTS and unnamed(token)


def _paragraph(statement: Span, *, before: int) -> tuple[int, int]:
    """Return the tokens of a statement's paragraph and of so many before it, a few sentences at most."""
    doc, start, end = statement.doc, statement.sent.start, statement.sent.end
    left, breaks = _BACK, 0
    while start > 0 and left and breaks <= before:
        breaks += "\n\n" in doc[start - 1].text
        start, left = doc[start - 1].sent.start if breaks <= before else start, left - 1
    return start, end


def _each(heads: Iterable[Token]) -> list[Token]:
    return list({head.i: head for head in heads}.values())
