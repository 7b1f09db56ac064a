"""Whom a name may endanger who hides or is threatened: no ruler, no perpetrator, nobody dead or known to all.

Spared too is who is sought for violence: whoever hides from the police after a shooting need not be hidden from them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sijill.extract.people import HE, SHE, singular, words_for
from sijill.extract.upward import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_KILLED: Final = frozenset({"killed", "died", "murdered", "assassinated", "executed", "beheaded", "slain", "dead"})
_HEDGES: Final = frozenset({"will", "would", "could", "may", "might"})
_LEADERS: Final = frozenset({"leader", "head", "chief", "chairman", "founder"})
_SEARCH: Final = re.compile(r"(?:search|look|hunt|seek|sought|trac|pursu|appeal)")
_POLICE: Final = re.compile(r"\b(?:police|officers|detectives|investigators|sheriff|constables)\b", re.IGNORECASE)
_VIOLENCE: Final = re.compile(r"\b(?:shooting|stabbing|murder|killing|robbery|raid|assault|rape|armed|bombing|arson)\b")


def is_at_risk(head: Token) -> bool:
    """Tell whether a person is one whom a name may endanger: no ruler, no perpetrator, nobody dead or world-famous."""
    about = [head, *_of_the_name(head)]
    lists = words_for()
    words = {singular(t).rstrip(".") for t in about}
    if words & lists["in_power"] or (words & _LEADERS and words & lists["led"]):
        return False
    if words & lists["perpetrators"] or {t.text for t in about} & lists["known_by_one_name"]:
        return False
    sought = not lists["sought"].isdisjoint(t.lower_ for t in head.sent) or _is_searched_for(head)
    return not sought and not _died(head)


def _is_searched_for(head: Token) -> bool:
    """Tell whether police look for somebody after violence: "searching for Kovats, who hid after the shooting"."""
    search = next((t for t in head.ancestors if _SEARCH.match(t.lower_)), None)
    if search is None or not _POLICE.search(head.sent.text):
        return False
    end = head.doc[head.sent.end].sent.end if head.sent.end < len(head.doc) else head.sent.end
    return _VIOLENCE.search(head.doc[head.sent.start : end].text) is not None


def _of_the_name(head: Token) -> Iterator[Token]:
    """Yield the words of a name, of what stands before it and of what stands beside it."""
    for child in head.children:
        if child.dep_ in {"flat", "nmod:desc", "compound", "amod", "appos"}:
            yield child
            yield from (c for c in child.children if c.dep_ in {"flat", "nmod:desc", "compound", "amod"})
    if head.dep_ == "appos":
        yield head.head
        yield from (c for c in head.head.children if c.dep_ in {"compound", "amod"})


def _died(head: Token) -> bool:
    """Tell whether the report says of a name that its bearer was killed."""
    parts = names_of(head)
    verbs = (t for t in head.doc if t.lower_ in _KILLED or (t.lower_ == "shot" and _is_dead(t)))
    return any(_is_of(verb, parts, head) for verb in verbs)


def _is_dead(shot: Token) -> bool:
    return shot.i + 1 < len(shot.doc) and shot.nbor(1).lower_ == "dead"


def _is_of(verb: Token, parts: set[str], head: Token) -> bool:
    """Tell whether a word of dying is of a name, or of "she" or "he" in the sentence that gives the name."""
    subject = subject_of(verb)
    passive = any(c.dep_ == "aux:pass" for c in verb.children) or verb.lower_ in {"died", "dead"}
    hedged = any(child.dep_ == "aux" and child.lower_ in _HEDGES for child in verb.children)
    if subject is not None and passive and not hedged:
        return subject.text in parts or (subject.lower_ in SHE | HE and verb.sent.start == head.sent.start)
    return any(c.dep_ == "obj" and c.text in parts for c in verb.children)


def names_of(head: Token) -> set[str]:
    """Return the words of a name."""
    return {head.text, *(child.text for child in head.children if child.dep_ == "flat")}
