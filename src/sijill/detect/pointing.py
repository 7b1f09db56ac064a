"""Where a mention's pointers go: from the probabilities of starts and ends to words.

A name that stands in several places is one answer to "where" or "who says it": its places' probabilities are added
before the likeliest answer is taken, since training counts as right any place of it in the mention's sentence, or else
any in the report.
"""

from __future__ import annotations

from functools import cache, partial
from math import sqrt
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from sijill.detect.labels import ENDS, ROLES
from sijill.reading import Pointer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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


class _Places(NamedTuple):
    """All places tried, a row each: by mention and role, then the likeliest first.

    `joint` is the square of a place's chance; `begins` has the first row of each mention's each role; from there on,
    `counted` rows are likely enough to be added.
    """

    first: Ints
    last: Ints
    start: Floats
    end: Floats
    joint: npt.NDArray[np.float64]
    begins: Ints
    counted: Ints

    def counted_of(self, pointer: int) -> list[_Tried]:
        """Return the places that count for one mention's one role, likeliest first."""
        rows = slice(self.begins[pointer], self.begins[pointer] + self.counted[pointer])
        columns = (self.first, self.last, self.start, self.end)
        return list(map(_Tried, *(column[rows].tolist() for column in columns)))


def pointers(chances: Floats, offset: int, left: Ints, forms: Sequence[str] = ()) -> list[dict[str, Pointer | None]]:
    """Return each mention's pointers by role: the likeliest pair of a start and an end at most so far behind it.

    `chances` [mention, pointer, 1 + words of the window] begins with the chance of none; `offset` is the window's
    first word; `forms`, if given, the window's words.
    """
    starts, ends = (np.ascontiguousarray(chances[:, at :: len(ENDS)]) for at in range(len(ENDS)))
    none = np.sqrt(starts[:, :, 0] * ends[:, :, 0]).ravel().tolist()
    places = _tried(starts[:, :, 1:], ends[:, :, 1:], left)
    best = places.begins
    likeliest = [places.first[best].tolist(), places.last[best].tolist(), np.sqrt(places.joint[best]).tolist()]
    found = [list(one) for one in zip(*likeliest, strict=True)]
    name_of = cache(partial(_name, forms))  # many mentions point to one name
    for at in _of_several_names(places) if forms else ():
        found[at] = list(_likeliest(places.counted_of(at), name_of))
    made = [Pointer(a + offset, b + 1 + offset, chance, no) for (a, b, chance), no in zip(found, none, strict=True)]
    return [dict(zip(ROLES, made[at : at + len(ROLES)], strict=True)) for at in range(0, len(made), len(ROLES))]


def _of_several_names(places: _Places) -> list[int]:
    """Return the pointers, counted over mentions and roles, that point to names and have several places to add."""
    several = np.flatnonzero(places.counted > 1)
    found: list[int] = several[np.isin(several % len(ROLES), _NAMED)].tolist()
    return found


def _tried(starts: Floats, ends: Floats, left: Ints) -> _Places:
    """Return the places that each mention and role may point to: likely starts, each with its likeliest end.

    The likeliest start is always among them; others are left out if no end could make them likely enough to count.
    """
    likely = starts >= LEAST_ADDED**2
    np.put_along_axis(likely, starts.argmax(axis=2)[:, :, None], values=True, axis=2)
    mentions, roles, firsts = np.nonzero(likely)
    behind = np.arange(LONGEST_POINTED)
    at = np.minimum(firsts[:, None] + behind, starts.shape[2] - 1)
    pointer = mentions * starts.shape[1] + roles
    ahead = ends.ravel().take(pointer[:, None] * starts.shape[2] + at) * (behind <= left[firsts][:, None])
    lasts, begun, ended = firsts + ahead.argmax(axis=1), starts[likely], ahead.max(axis=1, initial=0)
    joint = begun.astype(np.float64) * ended
    order = np.lexsort((-joint, pointer))
    begins = np.searchsorted(pointer, np.arange(starts.shape[0] * starts.shape[1]))
    counted = np.add.reduceat(joint >= LEAST_ADDED**2, begins, dtype=np.int64)
    return _Places(firsts[order], lasts[order], begun[order], ended[order], joint[order], begins, counted)


def _likeliest(counted: Sequence[_Tried], name_of: Callable[[int, int], str]) -> tuple[int, int, float]:
    """Return the first and last word of the likeliest place of the likeliest name, and the name's chance."""
    named: dict[str, list[_Tried]] = {}
    for at in counted:
        named.setdefault(name_of(at.first, at.last), []).append(at)
    together, best = max(((_chance(own), own[0]) for own in named.values()), key=itemgetter(0))
    return best.first, best.last, together


def _name(forms: Sequence[str], first: int, last: int) -> str:
    """Return what places of one name share; words without a capital ("a resident") may mean others each time."""
    named = [word for word in forms[first : last + 1] if word.lower() != "the"]
    return " ".join(named).lower() if any(word[:1].isupper() for word in named[-1:]) else f"{first}"


def _chance(places: Sequence[_Tried]) -> float:
    """Return the chance of some places together; a start or an end that two of them share counts once."""
    if len(places) == 1:
        return min(1.0, sqrt(places[0].start * places[0].end))
    begins, stops = ({at.first: at.start for at in places}, {at.last: at.end for at in places})
    return min(1.0, sqrt(sum(begins.values()) * sum(stops.values())))
