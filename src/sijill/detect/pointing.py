"""Where a mention's pointers go: from the probabilities of starts and ends to words.

A name that stands in several places is one answer to "where" or "who says it": its places' probabilities are added
before the likeliest answer is taken, since training counts as right any place of it in the mention's sentence, or else
any in the report.
"""

from __future__ import annotations

from itertools import groupby
from math import sqrt
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sijill.detect.labels import ROLES
from sijill.reading import Pointer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sijill.detect.pieces import Floats, Ints

LONGEST_POINTED: Final = 24
"""Words that a pointer may span."""
LEAST_ADDED: Final = 0.02
"""Places of a name less likely than this are not added."""
_NAMED: Final = tuple(ROLES.index(role) for role in ("source", "perpetrator", "place"))


def left_in_sentence(starts: Sequence[int], count: int) -> Ints:
    """Return how many words of its sentence stand behind each word."""
    firsts = np.asarray([*(start for start in starts if start > 0), count], np.int64)
    words = np.arange(count)
    return np.asarray(firsts[np.searchsorted(firsts, words, "right")] - 1 - words)


class _Tried(NamedTuple):
    """A place that a pointer may point to: its first and last word of the window, and the chances of both."""

    first: int
    last: int
    start: float
    end: float

    @property
    def joint(self) -> float:
        """Return the square of the place's chance."""
        return self.start * self.end


def pointers(chances: Floats, offset: int, left: Ints, forms: Sequence[str] = ()) -> list[dict[str, Pointer | None]]:
    """Return each mention's pointers by role: the likeliest pair of a start and an end at most so far behind it.

    `chances` [mention, pointer, 1 + words of the window] begins with the chance of none; `offset` is the window's
    first word; `forms`, if given, the window's words.
    """
    starts, ends = chances[:, ::2], chances[:, 1::2]
    none = np.sqrt(starts[:, :, 0] * ends[:, :, 0]).tolist()
    found: list[dict[str, Pointer | None]] = [{} for _ in none]
    for (mention, role), places in groupby(_tried(starts[:, :, 1:], ends[:, :, 1:], left), key=itemgetter(0, 1)):
        at, chance = _likeliest([place for _, _, place in places], forms if role in _NAMED else ())
        pointed = Pointer(at.first + offset, at.last + 1 + offset, chance, none[mention][role])
        found[mention][ROLES[role]] = pointed
    return found


def _tried(starts: Floats, ends: Floats, left: Ints) -> Iterator[tuple[int, int, _Tried]]:
    """Yield each mention and role with the places it may point to: likely starts, each with its likeliest end.

    The likeliest start is always among them; others are left out if no end could make them likely enough to count.
    """
    likely = starts >= LEAST_ADDED**2
    np.put_along_axis(likely, starts.argmax(axis=2)[:, :, None], values=True, axis=2)
    mentions, roles, firsts = np.nonzero(likely)
    behind = np.arange(LONGEST_POINTED)
    at = np.minimum(firsts[:, None] + behind, starts.shape[2] - 1)
    ahead = ends[mentions[:, None], roles[:, None], at] * (behind <= left[firsts][:, None])
    columns = (firsts, firsts + ahead.argmax(axis=1), starts[mentions, roles, firsts], ahead.max(axis=1, initial=0))
    places = map(_Tried, *(column.tolist() for column in columns))
    return zip(mentions.tolist(), roles.tolist(), places, strict=True)


def _likeliest(places: Sequence[_Tried], forms: Sequence[str]) -> tuple[_Tried, float]:
    """Return the likeliest place and its chance; with the words, the likeliest place of the likeliest name."""
    best = max(places, key=lambda at: at.joint)
    counted = [at for at in places if at.joint >= LEAST_ADDED**2] if forms else []
    if len(counted) <= 1:
        return best, sqrt(best.joint)
    named: dict[str, list[_Tried]] = {}
    for at in sorted(counted, key=lambda at: -at.joint):
        named.setdefault(_name(forms[at.first : at.last + 1], at.first), []).append(at)
    together, likeliest = max(((_chance(own), own[0]) for own in named.values()), key=itemgetter(0))
    return likeliest, together


def _name(words: Sequence[str], first: int) -> str:
    """Return what places of one name share; words without a capital ("a resident") may mean others each time."""
    named = [word for word in words if word.lower() != "the"]
    return " ".join(named).lower() if any(word[:1].isupper() for word in named[-1:]) else f"{first}"


def _chance(places: Sequence[_Tried]) -> float:
    """Return the chance of some places together; a start or an end that two of them share counts once."""
    begins, stops = ({at.first: at.start for at in places}, {at.last: at.end for at in places})
    return min(1.0, sqrt(sum(begins.values()) * sum(stops.values())))
