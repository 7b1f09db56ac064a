"""What a mention's first word says of it: attributes, the words it points to, and which mentions tell of one incident.

Run in numpy, for mentions are few: in the graph every word of a report would be asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, overload

import numpy as np

from sijill.detect.labels import ATTRIBUTES, ENDS, NOWHERE, POINTERS, ROLES, distance_bucket
from sijill.detect.spans import softmax
from sijill.reading import Choice, Pointer

if TYPE_CHECKING:
    from sijill.detect.network import Outputs
    from sijill.detect.pieces import Floats, Ints

LEAST_CHOICE: Final = 0.02
"""Alternatives less likely than this are left out of a field's choices (the likeliest always stays)."""
LONGEST_POINTED: Final = 24
"""Words that a pointer may span."""
_FARTHEST: Final = 512
_BUCKETS: Final = np.array([distance_bucket(offset) for offset in range(-_FARTHEST, _FARTHEST + 1)])


@dataclass(frozen=True, slots=True)
class Judged:
    """One mention's fields and pointers, by name, and its incident vector."""

    choices: dict[str, tuple[Choice, ...]]
    pointers: dict[str, Pointer | None]
    incident: Floats


class Judge:
    """The small matrices of the model, applied to single words."""

    def __init__(self, matrices: dict[str, Floats]) -> None:
        """Keep the matrices of `reader.npz`."""
        self._of = matrices

    def relation(self, dependent: Floats, head: Floats) -> Floats:
        """Return scores of the dependency labels for pairs of words."""
        return np.asarray(np.maximum(dependent + head, 0) @ self._of["deprel.weight"] + self._of["deprel.bias"])

    def mentions(
        self, out: Outputs, words: Sequence[int], kinds: Sequence[bool], starts: Sequence[int] = ()
    ) -> list[Judged]:
        """Return what is said of the mentions that start with `words`; `kinds` tells which are triggers.

        `starts` are the first words of sentences: no pointer runs over the end of the sentence in which it begins.
        """
        left = _left_in_sentence(starts, len(out.home))
        found: dict[int, Judged] = {}
        homes = out.home[list(words)]
        for home in sorted(set(homes.tolist())):
            here = np.flatnonzero(homes == home)
            judged = self._in_window(out, home, np.asarray(words)[here], np.asarray(kinds)[here], left)
            found.update(zip(here.tolist(), judged, strict=True))
        return [found[at] for at in range(len(words))]

    def _in_window(self, out: Outputs, home: int, words: Ints, kinds: Ints, left: Ints) -> list[Judged]:
        """Return the same for the mentions of one window, which point to its words only."""
        window = out.windows[home]
        keys = np.concatenate((out.zero["key"][home : home + 1], out.words["key"][window.start : window.end]))
        values = np.concatenate((out.zero["value"][home : home + 1], out.words["value"][window.start : window.end]))
        chances = self._pointing(out.words["query"][words], keys, words - window.start + 1)
        hidden = self._hidden(out.words["own"][words], values, chances, kinds)
        scores = hidden @ self._of["judge.attributes.weight"] + self._of["judge.attributes.bias"]
        incidents = hidden @ self._of["judge.incident.weight"] + self._of["judge.incident.bias"]
        fields, pointers = _fields(scores), _pointers(chances, window.start, left[window.start : window.end])
        return [Judged(*one) for one in zip(fields, pointers, incidents, strict=True)]

    def alike(self, judged: Sequence[Judged]) -> Alike:
        """Return how likely any two of the mentions tell of one incident."""
        scale, shift = self._of["scale"].tolist()
        vectors = np.stack([one.incident for one in judged]) if judged else np.zeros((0, 1), np.float32)
        return Alike(vectors, scale, shift)

    def _pointing(self, queries: Floats, keys: Floats, rows: Ints) -> Floats:
        """Return probabilities [mention, pointer, 1 + words of the window]; the first column is for none."""
        offsets = np.arange(len(keys)) - rows[:, None]
        bucket = _BUCKETS[np.clip(offsets, -_FARTHEST, _FARTHEST) + _FARTHEST]
        bucket[:, 0] = NOWHERE
        scores = self._of["distance"][:, bucket]
        for at, (query, key) in enumerate(zip(_split(queries), _split(keys), strict=True)):
            scores[at] += query @ key.T
        return softmax(scores.transpose(1, 0, 2))

    def _hidden(self, own: Floats, values: Floats, chances: Floats, kinds: Ints) -> Floats:
        """Return the judge's hidden layer: it sees the word, the words pointed to, and the kind of mention."""
        weights = chances.reshape(len(own), len(ROLES), len(ENDS), -1).mean(axis=2)
        kind = np.stack((~kinds.astype(bool), kinds.astype(bool)), axis=1).astype(np.float32)
        seen = np.concatenate((own, (weights @ values).reshape(len(own), -1), kind), axis=1)
        return np.asarray(np.maximum(seen @ self._of["judge.hidden.weight"] + self._of["judge.hidden.bias"], 0))


def _split(vectors: Floats) -> list[Floats]:
    """Return the vectors' parts by pointer."""
    return np.split(vectors, len(POINTERS), axis=1)


class Alike(Sequence[tuple[float, ...]]):
    """The square of probabilities that two mentions tell of one incident, worked out row by row when asked."""

    def __init__(self, vectors: Floats, scale: float, shift: float) -> None:
        """Keep the mentions' incident vectors."""
        self._vectors, self._scale, self._shift = vectors, scale, shift
        self._rows: dict[int, tuple[float, ...]] = {}

    def __len__(self) -> int:
        """Return the number of mentions."""
        return len(self._vectors)

    @overload
    def __getitem__(self, at: int) -> tuple[float, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[tuple[float, ...], ...]: ...
    def __getitem__(self, at: int | slice) -> tuple[float, ...] | tuple[tuple[float, ...], ...]:
        """Return one mention's row, or several."""
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(len(self))))
        if at not in self._rows:
            scores = self._vectors @ self._vectors[at] * self._scale + self._shift
            self._rows[at] = tuple((1 / (1 + np.exp(-np.clip(scores, -50, 50)))).tolist())
        return self._rows[at]


def _fields(scores: Floats) -> list[dict[str, tuple[Choice, ...]]]:
    """Return each mention's choices by attribute."""
    parts = np.split(scores, np.cumsum([len(labels) for labels in ATTRIBUTES.values()])[:-1], axis=1)
    columns = [_choices(softmax(part), labels) for part, labels in zip(parts, ATTRIBUTES.values(), strict=True)]
    return [dict(zip(ATTRIBUTES, row, strict=True)) for row in zip(*columns, strict=True)]


def _choices(chances: Floats, labels: Sequence[str]) -> list[tuple[Choice, ...]]:
    """Return each mention's likely labels, best first."""
    order = np.argsort(-chances, axis=1, kind="stable")
    kept = np.maximum((chances >= LEAST_CHOICE).sum(axis=1), 1)
    return [
        tuple(
            Choice(labels[at], chance) for at, chance in zip(row[:few].tolist(), own[row[:few]].tolist(), strict=True)
        )
        for row, own, few in zip(order, chances, kept.tolist(), strict=True)
    ]


def _left_in_sentence(starts: Sequence[int], count: int) -> Ints:
    """Return how many words of its sentence stand behind each word."""
    firsts = np.asarray([*(start for start in starts if start > 0), count], np.int64)
    words = np.arange(count)
    return np.asarray(firsts[np.searchsorted(firsts, words, "right")] - 1 - words)


def _pointers(chances: Floats, offset: int, left: Ints) -> list[dict[str, Pointer | None]]:
    """Return each mention's pointers by role: the likeliest pair of a start and an end at most so far behind it."""
    reach = min(LONGEST_POINTED, chances.shape[2] - 1)
    starts, ends = chances[:, ::2], chances[:, 1::2]
    padded = np.pad(ends[:, :, 1:], ((0, 0), (0, 0), (0, reach - 1)))
    ahead = np.lib.stride_tricks.sliding_window_view(padded, reach, axis=2) * (np.arange(reach) <= left[:, None])
    joint = starts[:, :, 1:] * ahead.max(axis=3)
    first = joint.argmax(axis=2)
    more = np.take_along_axis(ahead, first[:, :, None, None], axis=2)[:, :, 0].argmax(axis=2)
    best = np.sqrt(np.take_along_axis(joint, first[:, :, None], axis=2)[:, :, 0])
    none = np.sqrt(starts[:, :, 0] * ends[:, :, 0])
    last = first + more + 1 + offset
    columns = ((first + offset).tolist(), last.tolist(), best.tolist(), none.tolist())
    return [{role: Pointer(*one) for role, *one in zip(ROLES, *row, strict=True)} for row in zip(*columns, strict=True)]
