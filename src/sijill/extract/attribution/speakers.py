"""Whose act a cue is: the subject, the agent of a passive, or the noun that a participle describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.extract.attribution.lists import documents, times
from sijill.extract.words import subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sijill.extract.attribution.quotations import Stretch

SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj"})
_CLIMBS = frozenset({"conj", "advcl", "xcomp"})
_NOBODY = frozenset({"you", "one"})
_HIGHEST = 4
_YEAR = 4


def speaker_of(verb: Token) -> Token | None:
    """Return the head of who says it, None where nobody is named ("one might say")."""
    if any(c.dep_ in {"nsubj:pass", "aux:pass", "obl:agent"} for c in verb.children):
        found = next((c for c in verb.children if c.dep_ == "obl:agent"), None)
    else:
        found = None if _is_bare_participle(verb) else _subject_above(verb)
    return None if found is None or found.lower_ in _NOBODY else found


def _subject_above(first: Token) -> Token | None:
    verb = first
    for _ in range(_HIGHEST):
        found = _subject(verb, first)
        if found is not None:
            return found
        if verb.dep_ == "acl" and first.lower_.endswith("ing"):
            return verb.head
        if verb.dep_ not in _CLIMBS:
            return None
        verb = verb.head
    return None


def _subject(verb: Token, first: Token) -> Token | None:
    """Return a verb's subject; of several, as where that of what is said is parsed as one too, the nearest before."""
    passive = [c for c in verb.children if c.dep_ == "nsubj:pass"]
    active = [c for c in verb.children if c.dep_ in SUBJECTS and not is_time(c) and not _is_quoted(c, first)]
    found = passive or active
    if not found:
        return None
    nearest = next((c for c in reversed(found) if c.i < first.i), found[0])
    stands_for_noun = nearest.lower_ == "that" and verb.dep_ == "acl:relcl"
    return verb.head if stands_for_noun else nearest


def _is_quoted(token: Token, verb: Token) -> bool:
    """Tell whether a word stands in a quotation that closes before a verb."""
    return sum(t.text == '"' for t in token.doc[token.i : verb.i]) % 2 == 1


def _is_bare_participle(verb: Token) -> bool:
    """Tell whether a verb is a participle that nobody does ("compared with")."""
    alone = not any(c.dep_ in SUBJECTS or c.dep_ == "obl:agent" for c in verb.children)
    return alone and verb.dep_ in {"advcl", "acl"} and verb.lower_.endswith("ed")


def is_time(token: Token) -> bool:
    """Tell whether a word is a time, which a parse may make a subject or an object."""
    year = token.lower_.isdigit() and len(token) == _YEAR
    return year or token.dep_ == "obl:unmarked" or (token.lower_ in times() and not _is_surname(token))


def _is_surname(token: Token) -> bool:
    """Tell whether a word for a time is somebody's name ("Day said ...")."""
    return token.is_title and token.lower_ in {"day", "week", "may", "march"} and token.pos_ == "PROPN"


def is_document(token: Token) -> bool:
    """Tell whether a noun names what says something in writing, in numbers or in pictures."""
    return any(t.lower_ in documents() for t in (token, *token.children))


def _rest_of_name(head: Token) -> list[Token]:
    """Return the parts of a name that a parse takes for subjects of their own ("President Park Geun-hye")."""
    if head.pos_ != "PROPN":
        return []
    beside = [c for c in head.head.children if c.dep_ in SUBJECTS and c.pos_ == "PROPN"]
    return [c for c in beside if c.i != head.i and _touch(subtree(c), subtree(head))]


def _touch(a: Stretch, b: Stretch) -> bool:
    return 0 <= max(a[0], b[0]) - min(a[1], b[1]) <= 1


def phrase_of(head: Token, cue: Token, content: Stretch) -> Stretch:
    """Return a source's whole noun phrase: without the branch that holds the cue, and without what is said."""
    branches = [subtree(c) for c in head.children if c.dep_ not in {"case", "parataxis", "cop", "punct"}]
    within = content[0] <= head.i < content[1]
    branches += [subtree(c) for c in _rest_of_name(head)]
    kept = [b for b in branches if not b[0] <= cue.i < b[1] and (within or b[1] <= content[0] or content[1] <= b[0])]
    low, high = min([head.i, *(b[0] for b in kept)]), max([head.i + 1, *(b[1] for b in kept)])
    if low <= cue.i < high:
        return (low, cue.i) if head.i < cue.i else (cue.i + 1, high)
    return low, high
