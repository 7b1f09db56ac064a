"""Names for names: windows whose persons, places and organisations are exchanged for others of their kind.

A corpus names few people and places, and a network learns those by heart. Only names of as many words are exchanged,
so that the tree and all labels stay as they are.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sijill.detect.labels import NAMES
from sijill.detect.pieces import shape_of
from training.samples import Document, Window

SWAPPED: Final = 0.4  # share of windows in which names are exchanged
EACH: Final = 0.5  # share of the names of such a window
_BEGINS: Final = {at: tag[2:] for at, tag in enumerate(NAMES) if tag.startswith("B-")}
_GOES_ON: Final = frozenset(at for at, tag in enumerate(NAMES) if tag.startswith("I-"))

Name = tuple[Sequence[Sequence[int]], Sequence[int]]


def spans(tags: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Yield the names of tagged words: start, end (exclusive) and kind."""
    at = 0
    while at < len(tags):
        kind, end = _BEGINS.get(int(tags[at])), at + 1
        while kind and end < len(tags) and int(tags[end]) in _GOES_ON:
            end += 1
        if kind:
            yield at, end, kind
        at = end


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a corpus by kind and number of words, as often as they occur."""

    found: dict[tuple[str, int], list[Name]]

    @classmethod
    def of(cls, documents: Sequence[Document]) -> "Names":
        """Collect the names of documents that are cut into pieces."""
        found: dict[tuple[str, int], list[Name]] = {}
        for document in documents:
            for start, end, kind in spans(document.columns["names"].tolist() if "names" in document.columns else []):
                shapes = tuple(shape_of(word) for word in document.words[start:end])
                found.setdefault((kind, end - start), []).append((document.pieces[start:end], shapes))
        return cls(found)

    def swapped(self, plain: Window, rng: random.Random) -> Window:
        """Return the window, now and then with some of its names exchanged."""
        tags = plain.document.columns.get("names")
        if tags is None or rng.random() >= SWAPPED:
            return plain
        pieces, shapes = list(plain.pieces), list(plain.shapes)
        for start, end, kind in spans(tags[plain.start : plain.end].tolist()):
            if rng.random() < EACH:
                known = self.found.get((kind, end - start)) or [(plain.pieces[start:end], plain.shapes[start:end])]
                pieces[start:end], shapes[start:end] = rng.choice(known)
        return replace(plain, pieces=pieces, shapes=shapes)
