"""What a mention's first word says of it: attributes, the words it points to, and which mentions tell of one incident.

Run in numpy, for mentions are few: in the graph every word of a report would be asked.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, overload

import numpy as np

from sijill.detect.labels import ATTRIBUTES, ENDS, NOWHERE, POINTERS, distance_bucket
from sijill.detect.pointing import left_in_sentence, pointers
from sijill.detect.spans import softmax
from sijill.reading import Choice

if TYPE_CHECKING:
    from sijill.detect.network import Outputs
    from sijill.detect.pieces import Floats, Ints
    from sijill.reading import Pointer

LEAST_CHOICE: Final = 0.02
"""Alternatives less likely than this are left out of a field's choices (the likeliest always stays)."""
_FARTHEST: Final = 512
_BUCKETS: Final = np.array([distance_bucket(offset) for offset in range(-_FARTHEST, _FARTHEST + 1)])


@dataclass(frozen=True, slots=True)
class Judged:
    """One mention's fields and pointers, by name, and its incident vector."""

    choices: dict[str, tuple[Choice, ...]]
    pointers: dict[str, Pointer | None]
    incident: Floats


@dataclass(frozen=True, slots=True)
class Asked:
    """Mentions by their first words, whether each is a trigger, and the report's words around them.

    `left` tells how many words of its sentence stand behind each word.
    """

    words: Ints
    triggers: Ints
    left: Ints
    forms: Sequence[str]

    def only(self, chosen: Ints) -> Asked:
        """Return some of the mentions, by their places."""
        return replace(self, words=self.words[chosen], triggers=self.triggers[chosen])


class Judge:
    """The small matrices of the model, applied to single words."""

    def __init__(self, matrices: dict[str, Floats]) -> None:
        """Keep the matrices of `reader.npz`."""
        self._of = matrices

    def relation(self, dependent: Floats, head: Floats) -> Floats:
        """Return scores of the dependency labels for pairs of words."""
        return np.asarray(np.maximum(dependent + head, 0) @ self._of["deprel.weight"] + self._of["deprel.bias"])

    def mentions(
        self,
        out: Outputs,
        words: Sequence[int],
        kinds: Sequence[bool],
        starts: Sequence[int] = (),
        forms: Sequence[str] = (),
    ) -> list[Judged]:
        """Return what is said of the mentions that start with `words`; `kinds` tells which are triggers.

        `starts` are the first words of sentences: no pointer runs over the end of the sentence in which it begins.
        `forms` are all words of the report, by which a name that stands in several places is known.
        """
        asked = Asked(np.asarray(words), np.asarray(kinds), left_in_sentence(starts, len(out.home)), forms)
        found: dict[int, Judged] = {}
        homes = out.home[list(words)]
        for home in sorted(set(homes.tolist())):
            here = np.flatnonzero(homes == home)
            found.update(zip(here.tolist(), self._in_window(out, home, asked.only(here)), strict=True))
        return [found[at] for at in range(len(words))]

    def _in_window(self, out: Outputs, home: int, asked: Asked) -> list[Judged]:
        """Return the same for the mentions of one window, which point to its words only."""
        window = out.windows[home]
        keys = np.concatenate((out.zero["key"][home : home + 1], out.words["key"][window.start : window.end]))
        values = np.concatenate((out.zero["value"][home : home + 1], out.words["value"][window.start : window.end]))
        chances = self._pointing(out.words["query"][asked.words], keys, asked.words - window.start + 1)
        hidden = self._hidden(out.words["own"][asked.words], values, chances, asked.triggers)
        scores = hidden @ self._of["judge.attributes.weight"] + self._of["judge.attributes.bias"]
        incidents = hidden @ self._of["judge.incident.weight"] + self._of["judge.incident.bias"]
        here = slice(window.start, window.end)
        pointed = pointers(chances, window.start, asked.left[here], asked.forms[here])
        return [Judged(*one) for one in zip(_fields(scores), pointed, incidents, strict=True)]

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
        scores = np.take(self._of["distance"].T, bucket, axis=0).transpose(2, 0, 1)
        for at, (query, key) in enumerate(zip(_split(queries), _split(keys), strict=True)):
            scores[at] += query @ key.T
        return softmax(scores.transpose(1, 0, 2))

    def _hidden(self, own: Floats, values: Floats, chances: Floats, kinds: Ints) -> Floats:
        """Return the judge's hidden layer: it sees the word, the words pointed to, and the kind of mention."""
        starts, ends = (chances[:, at :: len(ENDS)] for at in range(len(ENDS)))
        weights = np.asarray((starts + ends) / 2, np.float32)
        kind = np.stack((~kinds.astype(bool), kinds.astype(bool)), axis=1).astype(np.float32)
        seen = np.concatenate((own, (weights @ values).reshape(len(own), -1), kind), axis=1)
        return np.asarray(np.maximum(seen @ self._of["judge.hidden.weight"] + self._of["judge.hidden.bias"], 0))


def _split(vectors: Floats) -> list[Floats]:
    """Return the vectors' parts by pointer."""
    return np.split(vectors, len(POINTERS), axis=1)


class Alike(Sequence[Sequence[float]]):
    """The square of probabilities that two mentions tell of one incident, worked out row by row when asked."""

    def __init__(self, vectors: Floats, scale: float, shift: float) -> None:
        """Keep the mentions' incident vectors."""
        self._vectors, self._scale, self._shift = vectors, scale, shift
        self._rows: dict[int, array[float]] = {}

    def __len__(self) -> int:
        """Return the number of mentions."""
        return len(self._vectors)

    @overload
    def __getitem__(self, at: int) -> Sequence[float]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Sequence[float]]: ...
    def __getitem__(self, at: int | slice) -> Sequence[float] | Sequence[Sequence[float]]:
        """Return one mention's row, or several."""
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(len(self))))
        if at not in self._rows:
            scores = self._vectors @ self._vectors[at] * self._scale + self._shift
            self._rows[at] = array("f", (1 / (1 + np.exp(-np.clip(scores, -50, 50)))).astype(np.float32).tobytes())
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
    rows = zip(order.tolist(), np.take_along_axis(chances, order, axis=1).tolist(), kept.tolist(), strict=True)
    return [
        tuple(Choice(labels[at], chance) for at, chance in zip(best[:few], falling[:few], strict=True))
        for best, falling, few in rows
    ]
