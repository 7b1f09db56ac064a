"""People counted one by one in one tagged stretch: "a woman and a child" is two numbers of one."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from sijill.reading import Pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from sijill.reading import NumberCue

    Numbered = tuple[int, NumberCue]

_ONE: Final = frozenset({"a", "an", "another", "one"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_LONGEST: Final = 6
"""Words of a person, at most: "a pregnant Syrian woman"."""
_JOINS: Final = frozenset({"and", ",", "&", "plus"})


def one_by_one(doc: Doc, cues: Iterable[Numbered]) -> Iterator[Numbered]:
    """Yield the cues, one that runs over several people who each have an article as one cue for each of them.

    What is tagged before the first article ("man and a") or inside the words for these people is no number of others.
    """
    end = 0
    for index, cue in cues:
        articles = [at for at in range(cue.start, cue.end) if doc[at].lower_ in _ONE and _is_next(doc, cue.start, at)]
        if articles and (len(articles) > 1 or articles[0] > cue.start):
            end = _end(doc, articles[-1])
            yield from ((index, _one(doc, cue, at)) for at in articles)
        elif cue.start >= end:
            yield index, cue


def _is_next(doc: Doc, first: int, at: int) -> bool:
    return at == first or doc[at - 1].lower_ in _JOINS


def _end(doc: Doc, article: int) -> int:
    """Return the token behind the person whom an article counts."""
    person = takewhile(lambda word: word.pos_ in _NOMINAL and not word.is_punct, doc[article + 1 : article + _LONGEST])
    return article + 1 + max(1, sum(1 for _ in person))


def _one(doc: Doc, cue: NumberCue, article: int) -> NumberCue:
    """Return the cue of one person: the article is the number, what follows it the person."""
    victims = Pointer(article + 1, min(_end(doc, article), len(doc)), 1.0, 0.0)
    return replace(cue, start=article, end=article + 1, victims=victims)
