"""Words as the network sees them: word pieces, shapes and gaps. Training reads words through this module too.

Invariant: every word has at least one piece and at most `MOST_PIECES`, whatever its characters.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

MOST_PIECES: Final = 24  # of one word: the rest of a longer one (an address, a run of symbols) says nothing more
LONGEST_PART: Final = 64  # characters of an unbroken run that has pieces; beyond it BERT-like vocabularies know nothing
MOST_KNOWN: Final = 200_000  # words whose pieces are remembered
SPACE, NO_SPACE, NEWLINE, BLANK_LINE = range(4)
GAPS: Final = 4
SHAPES: Final = (
    "none", "lower", "title", "upper", "letter", "mixed", "digits", "grouped", "alnum", "hyphened", "punct", "other",
)  # fmt: skip
SHAPE: Final = {name: at for at, name in enumerate(SHAPES)}


def gap_of(between: str) -> int:
    """Return what stands before a word: the white space between it and the word before."""
    lines = between.count("\n")
    if lines:
        return NEWLINE if lines == 1 else BLANK_LINE
    return SPACE if between else NO_SPACE


@lru_cache(maxsize=65536)
def shape_of(word: str) -> int:
    """Return the word's shape, which the uncased pieces do not tell."""
    if word.isalpha():
        return SHAPE[_case(word)]
    if word.isdigit():
        return SHAPE["digits"]
    if not any(char.isalnum() for char in word):
        return SHAPE["punct"]
    if word.replace(",", "").replace(".", "").isdigit():
        return SHAPE["grouped"]
    if "-" in word:
        return SHAPE["hyphened"]
    return SHAPE["alnum"] if any(char.isdigit() for char in word) else SHAPE["other"]


def _case(word: str) -> str:
    if word.islower():
        return "lower"
    if word.isupper():
        return "letter" if len(word) == 1 else "upper"
    return "title" if word[0].isupper() and word[1:].islower() else "mixed"


def _plain(word: str) -> str:
    """Lower case without accents, as the encoder's vocabulary was made."""
    decomposed = unicodedata.normalize("NFD", word[: MOST_PIECES * LONGEST_PART].lower())
    return "".join(char for char in decomposed if unicodedata.category(char) != "Mn")


def _parts(word: str) -> list[str]:
    """Return the word cut at punctuation, each mark a part of its own."""
    parts = [""]
    for char in _plain(word):
        if char.isalnum():
            parts[-1] += char
        else:
            parts += [char, ""]
    return [part for part in parts if part.strip()][:MOST_PIECES]


class Vocabulary:
    """The encoder's word pieces."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """Give the pieces their numbers, in their order."""
        self._ids = {piece: at for at, piece in enumerate(pieces)}
        self.cls, self.sep = self._ids["[CLS]"], self._ids["[SEP]"]
        self.unknown, self.mask = self._ids["[UNK]"], self._ids["[MASK]"]
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        """Return the vocabulary of a file with one piece a line."""
        return cls(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def pieces(self, word: str) -> tuple[int, ...]:
        """Return the ids of the word's pieces."""
        known = self._known.get(word)
        if known is None:
            found = [piece for part in _parts(word) for piece in self._match(part)]
            known = tuple(found[:MOST_PIECES]) or (self.unknown,)
            if len(self._known) < MOST_KNOWN:
                self._known[word] = known
        return known

    def _match(self, part: str) -> list[int]:
        """Longest match first, from the left."""
        if len(part) > LONGEST_PART:
            return [self.unknown]
        ids, start = [], 0
        while start < len(part):
            end, prefix = len(part), "##" if start else ""
            while end > start and prefix + part[start:end] not in self._ids:
                end -= 1
            if end == start:
                return [self.unknown]
            ids.append(self._ids[prefix + part[start:end]])
            start = end
        return ids


@dataclass(frozen=True, slots=True)
class Features:
    """One window's input: a value per piece (`ids`, `shape`, `gap`), and per word its half-open range of pieces.

    Word 0 is the window itself ([CLS]): the head of a root and the "nowhere" of a pointer.
    """

    ids: Ints
    shape: Ints
    gap: Ints
    start: Ints
    end: Ints


def features(
    pieces: Sequence[Sequence[int]], shapes: Sequence[int], gaps: Sequence[int], vocab: Vocabulary
) -> Features:
    """Return the network's input for one window of words."""
    counts = np.fromiter((len(word) for word in pieces), np.int64, len(pieces))
    end = np.concatenate(([1], 1 + np.cumsum(counts)))
    start = np.concatenate(([0], end[1:] - counts))
    ids = np.fromiter((piece for word in pieces for piece in word), np.int64, int(counts.sum()))
    around = (np.array([vocab.cls]), np.array([vocab.sep]))
    return Features(
        ids=np.concatenate((around[0], ids, around[1])),
        shape=_spread(shapes, counts),
        gap=_spread(gaps, counts),
        start=start,
        end=end,
    )


def _spread(values: Sequence[int], counts: Ints) -> Ints:
    """Return a value per word as a value per piece, 0 for the two marks around the window."""
    return np.concatenate(([0], np.repeat(np.asarray(values, np.int64), counts), [0]))
