"""The network's run over a text of any length: windows that overlap, each word taken where it stands most central.

Invariant: every word of the text has exactly one row in the outputs.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.detect.pieces import Features, Floats, Ints, Vocabulary, features, shape_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ROOM: Final = 510
"""Word pieces of a window, beside its two marks: the encoder has 512 positions."""
LAP: Final = 160
"""Word pieces that neighbouring windows share."""
OUTPUTS: Final = (
    "upos", "sentence", "names", "times", "figures", "triggers",
    "arc_dep", "arc_head", "rel_dep", "rel_head", "query", "key", "own", "value",
)  # fmt: skip

SLOWER: Final = ["SkipLayerNormFusion"]
"""ONNX Runtime joins a sum to the norm behind it; on a CPU the two apart take a sixth of the time."""


@dataclass(frozen=True, slots=True)
class Window:
    """A range of words, all read at once."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the heads say: one row per word; `windows` has the rows of each window's word 0.

    `home` is the window that each word's row comes from.
    """

    words: dict[str, Floats]
    zero: dict[str, Floats]
    home: Ints
    windows: tuple[Window, ...]


def windows(sizes: Sequence[int], room: int = ROOM, lap: int = LAP) -> tuple[Window, ...]:
    """Return ranges over words of these sizes in pieces, each of at most `room` pieces, overlapping by about `lap`."""
    ends = np.cumsum(np.asarray(sizes, np.int64))
    if not len(ends) or ends[-1] <= room:
        return (Window(0, len(ends)),)
    found, start = [], 0
    while True:
        before = int(ends[start - 1]) if start else 0
        end = max(start + 1, int(np.searchsorted(ends, before + room, "right")))
        found.append(Window(start, end))
        if end == len(ends):
            return tuple(found)
        start = max(start + 1, int(np.searchsorted(ends, int(ends[end - 1]) - lap, "right")))


def homes(ranges: Sequence[Window], count: int) -> Ints:
    """Return the window in which each word stands most central: borders lie in the middle of the overlaps."""
    home = np.zeros(count, np.int64)
    for at, (left, right) in enumerate(pairwise(ranges), 1):
        home[(right.start + left.end) // 2 :] = at
    return home


class Network:
    """The ONNX graph of a model folder."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Load the graph; `threads` of 0 leaves the number to ONNX Runtime."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self.vocabulary = Vocabulary.load(folder / "vocab.txt")
        self._session = onnxruntime.InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )

    def run(self, words: Sequence[str], gaps: Sequence[int]) -> Outputs:
        """Return the heads' outputs for the words, `gaps` telling what stands before each."""
        pieces = [self.vocabulary.pieces(word) for word in words]
        shapes = [shape_of(word) for word in words]
        ranges = windows([len(word) for word in pieces])
        home = homes(ranges, len(words))
        borders = np.searchsorted(home, np.arange(len(ranges) + 1)).tolist()
        parts = [
            _kept(
                self._window(
                    features(pieces[r.start : r.end], shapes[r.start : r.end], gaps[r.start : r.end], self.vocabulary)
                ),
                slice(1 + begin - r.start, 1 + end - r.start),
            )
            for r, (begin, end) in zip(ranges, pairwise(borders), strict=True)
        ]
        zero = {name: np.stack([part[name][0] for part in parts]) for name in OUTPUTS}
        own = {name: np.concatenate([part.pop(name)[1:] for part in parts]) for name in OUTPUTS}
        return Outputs(own, zero, home, ranges)

    def _window(self, one: Features) -> dict[str, Floats]:
        given = {name: getattr(one, name) for name in ("ids", "shape", "gap", "start", "end")}
        return dict(zip(OUTPUTS, self._session.run(OUTPUTS, given), strict=True))


def _kept(part: dict[str, Floats], own: slice) -> dict[str, Floats]:
    """Return of a window's rows the first, which stands for no word, and those of the words that are at home in it.

    They are copies, so that what else the windows of a long report gave is gone at once.
    """
    return {name: np.concatenate((rows[:1], rows[own])) for name, rows in part.items()}
