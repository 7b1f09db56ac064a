"""A wording -> the listed names and words in it, from left to right.

Invariant: pure and total; hits do not overlap, and the longest phrase wins where two begin at one word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sijill.ground.actors.lists import POSSESSIVE, lengths, terms
from sijill.ground.places.keys import exact_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.ground.actors.lists import Term

_UNSURE = re.compile(
    r"\b(?:suspected|alleged|presumed|purported|so[- ]called|former|formerly|ex|would[- ]be|unarmed|innocent)\b",
    re.IGNORECASE,
)
_AFFILIATED = re.compile(r"\b(\S+)-(?:linked|affiliated|allied|inspired|aligned)\b", re.IGNORECASE)


_EDGES = " .,;:!?()[]\"'\u201c\u201d\u2018\u2019"


class Hit(NamedTuple):
    """A listed phrase: its words' places (half-open) in the wording, and what it means."""

    start: int
    end: int
    term: Term


def words_of(worded: str) -> list[str]:
    """Return the words of a wording as the lists spell them, without "suspected" and its like.

    Words are lower case, but acronyms of the lists keep their capitals: "IS" is a group, "is" is not.
    """
    plain = POSSESSIVE.sub("", _AFFILIATED.sub(" ", _UNSURE.sub(" ", worded)))
    return [word for raw in plain.split() for word in _spelled(raw)]


def _spelled(raw: str) -> list[str]:
    bare = raw.strip(_EDGES)
    return [bare] if bare in terms() else exact_key(raw).split()


def hits(words: list[str], country: str | None = None) -> list[Hit]:
    """Return the listed phrases among the words; where a name has several rows, the one for the country."""
    return list(_hits(words, country))


def _hits(words: list[str], country: str | None) -> Iterator[Hit]:
    at = 0
    while at < len(words):
        tried = lengths().get(words[at].lower(), ())
        found = next((hit for length in tried if (hit := _hit(words, at, length, country))), None)
        if found is not None:
            yield found
        at = found.end if found else at + 1


def _hit(words: list[str], at: int, length: int, country: str | None) -> Hit | None:
    if at + length > len(words):
        return None
    phrase = words[at : at + length]
    several = terms().get(" ".join(phrase if length == 1 else map(str.lower, phrase)), ())
    if not several:
        return None
    fitting = [t for t in several if t.country == country] or [t for t in several if t.country is None] or several
    return Hit(at, at + length, fitting[0])
