"""Where a mention's pointers go: from the probabilities of starts and ends to words.

A name that stands in several places is one answer to "where" or "who says it": its places' probabilities are added
before the likeliest answer is taken, since training counts as right any place of it in the mention's sentence, or else
any in the report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.detect.labels import ROLES
from sijill.reading import Pointer

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def pointers(chances: Floats, offset: int, left: Ints, forms: Sequence[str] = ()) -> list[dict[str, Pointer | None]]:
    """Return each mention's pointers by role: the likeliest pair of a start and an end at most so far behind it.

    `chances` [mention, pointer, 1 + words of the window] begins with the chance of none; `offset` is the window's
    first word; `forms`, if given, the window's words.
    """
    reach = min(LONGEST_POINTED, chances.shape[2] - 1)
    starts, ends = chances[:, ::2], chances[:, 1::2]
    padded = np.pad(ends[:, :, 1:], ((0, 0), (0, 0), (0, reach - 1)))
    ahead = np.lib.stride_tricks.sliding_window_view(padded, reach, axis=2) * (np.arange(reach) <= left[:, None])
    joint = starts[:, :, 1:] * ahead.max(axis=3)
    first = joint.argmax(axis=2)
    more = np.take_along_axis(ahead, first[:, :, None, None], axis=2)[:, :, 0].argmax(axis=2)
    best = np.sqrt(np.take_along_axis(joint, first[:, :, None], axis=2)[:, :, 0])
    for mention, role in np.argwhere((joint >= LEAST_ADDED**2).sum(axis=2) > 1).tolist() if forms else ():
        if role in _NAMED:
            at, chance = _likeliest_name(starts[mention, role, 1:], ahead[mention, role], forms)
            first[mention, role], more[mention, role], best[mention, role] = *at, chance
    none = np.sqrt(starts[:, :, 0] * ends[:, :, 0])
    last = first + more + 1 + offset
    columns = ((first + offset).tolist(), last.tolist(), best.tolist(), none.tolist())
    return [{role: Pointer(*one) for role, *one in zip(ROLES, *row, strict=True)} for row in zip(*columns, strict=True)]


def _likeliest_name(starts: Floats, ahead: Floats, forms: Sequence[str]) -> tuple[tuple[int, int], float]:
    """Return the likeliest place (first word, words behind it) of the likeliest name, and the name's probability.

    `starts` [word] and `ahead` [word, words behind it] are the chances of a start and of an end.
    """
    joint = starts * ahead.max(axis=1)
    places: dict[str, list[tuple[int, int]]] = {}
    for first in sorted(np.flatnonzero(joint >= LEAST_ADDED**2).tolist(), key=lambda at: -joint[at]):
        more = int(ahead[first].argmax())
        places.setdefault(_name(forms[first : first + more + 1], first), []).append((first, more))
    chances = {name: _chance(found, starts, ahead) for name, found in places.items()}
    name = max(chances, key=chances.__getitem__)
    return places[name][0], chances[name]


def _name(words: Sequence[str], first: int) -> str:
    """Return what places of one name share; words without a capital ("a resident") may mean others each time."""
    named = [word for word in words if word.lower() != "the"]
    return " ".join(named).lower() if any(word[:1].isupper() for word in named[-1:]) else f"{first}"


def _chance(places: Sequence[tuple[int, int]], starts: Floats, ahead: Floats) -> float:
    """Return the probability of some places together; a start or an end that two of them share counts once."""
    begins = sum(float(starts[first]) for first in {first for first, _ in places})
    by_end = {first + more: float(ahead[first, more]) for first, more in places}
    return float(min(1.0, np.sqrt(begins * sum(by_end.values()))))
