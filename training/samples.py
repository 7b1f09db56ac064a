"""Documents of words with labels, and the windows cut from them. -100 is "not said" in every label column."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from sijill.detect.pieces import BLANK_LINE, NEWLINE, SHAPE, SPACE, Vocabulary, shape_of

UNSAID: Final = -100
ONE_CASE: Final = 0.04  # share of windows without capitals, and of those in capitals
MASKED: Final = 0.03  # share of words
MOVED: Final = 0.3  # share of windows whose positions start further down
LINE_STYLES: Final = {"as is": 0.2, "one line": 0.3, "paragraphs": 0.3, "lines": 0.15, "wrapped": 0.05}
BREAKS: Final = {"paragraphs": 0.15, "lines": 0.5, "wrapped": 0.5}  # share of sentences that a line end precedes
WRAPPED: Final = 0.08  # share of words that a line end precedes
NULL: Final = -1  # a pointer to nowhere
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Mention:
    """The first word of a figure's number or of a trigger, with what is to be read there.

    `pointers`, in the order of `labels.POINTERS`, are the words of the document that are right, any one of them; none
    where nothing is to be pointed to, and None where that is not said.
    """

    word: int
    is_trigger: bool
    attributes: tuple[int, ...]
    pointers: tuple[tuple[int, ...] | None, ...]
    incident: int


@dataclass(frozen=True, slots=True)
class Document:
    """Words with label columns; `heads` holds word indexes of the document, `NULL` for a root."""

    task: str
    words: tuple[str, ...]
    gaps: tuple[int, ...]
    sentences: tuple[int, ...]
    columns: Mapping[str, Ints]
    mentions: tuple[Mention, ...] = ()
    syntax: bool = False
    pieces: tuple[tuple[int, ...], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive words of a document, with what augmentation made of their pieces, shapes and gaps."""

    document: Document
    start: int
    end: int
    pieces: Sequence[Sequence[int]]
    shapes: Sequence[int]
    gaps: Sequence[int]
    offset: int = 0  # of the pieces' positions

    @property
    def length(self) -> int:
        """Return the pieces with the two marks."""
        return sum(map(len, self.pieces)) + 2


def with_pieces(document: Document, vocab: Vocabulary) -> Document:
    """Return the document with its words' pieces."""
    return replace(document, pieces=tuple(vocab.pieces(word) for word in document.words))


def window(document: Document, start: int, end: int) -> Window:
    """Return the words as they stand; the first has the text's start before it."""
    gaps = [BLANK_LINE, *document.gaps[start + 1 : end]]
    shapes = [shape_of(word) for word in document.words[start:end]]
    return Window(document, start, end, document.pieces[start:end], shapes, gaps)


def cut(document: Document, most: int, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ranges of words from one of `starts` to another, each of `most` pieces or fewer where a sentence allows it."""
    begin, last = starts[0], starts[0]
    for at in [*starts[1:], len(document.words)]:
        if sum(map(len, document.pieces[begin:at])) > most and last > begin:
            yield begin, last
            begin = last
        last = at
    yield begin, len(document.words)


def bounded(document: Document, start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    """Return the range, halved with some overlap until no part has more than `most` pieces."""
    if sum(map(len, document.pieces[start:end])) <= most:
        yield start, end
        return
    half, lap = (start + end) // 2, (end - start) // 8
    yield from bounded(document, start, half + lap, most)
    yield from bounded(document, half - lap, end, most)


_LOWER = np.array(
    [SHAPE["lower"] if name in ("title", "upper", "letter", "mixed") else at for name, at in SHAPE.items()]
)
_UPPER = np.array(
    [SHAPE["upper"] if name in ("title", "lower", "letter", "mixed") else at for name, at in SHAPE.items()]
)


def augmented(plain: Window, rng: random.Random, vocab: Vocabulary, room: int) -> Window:
    """Return the window with words masked, perhaps in one case throughout, with other line ends, further down."""
    shapes, case = np.asarray(plain.shapes), rng.random()
    if case < 2 * ONE_CASE:
        shapes = (_LOWER if case < ONE_CASE else _UPPER)[shapes]
    return replace(
        plain,
        shapes=shapes.tolist(),
        pieces=[[vocab.mask] * len(word) if rng.random() < MASKED else word for word in plain.pieces],
        gaps=_relined(plain, rng),
        offset=rng.randint(0, max(0, room - plain.length)) if rng.random() < MOVED else 0,
    )


def _relined(plain: Window, rng: random.Random) -> list[int]:
    """Return gaps with line ends put between sentences, taken away, or put anywhere as hard-wrapped texts have them."""
    style, starts = rng.choices(tuple(LINE_STYLES), tuple(LINE_STYLES.values()))[0], set(plain.document.sentences)
    return [
        plain.gaps[0],
        *(_regap(gap, style, rng, begins=plain.start + at in starts) for at, gap in enumerate(plain.gaps) if at),
    ]


def _regap(gap: int, style: str, rng: random.Random, *, begins: bool) -> int:
    """Return what stands before a word, which `begins` a sentence or does not, in a text of this style."""
    if style == "one line":
        return SPACE if gap in (NEWLINE, BLANK_LINE) else gap
    if gap == SPACE and begins and rng.random() < BREAKS.get(style, 0.0):
        return rng.choice((NEWLINE, BLANK_LINE))
    if gap == SPACE and style == "wrapped" and rng.random() < WRAPPED:
        return NEWLINE
    return gap
