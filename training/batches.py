"""Windows -> padded tensors, and the endless mixed stream of them that training draws from."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from torch import Tensor

from sijill.detect.labels import POINTERS
from sijill.detect.pieces import Vocabulary, features
from training.samples import NULL, UNSAID, Document, Mention, Window, augmented, bounded, cut, window
from training.swapping import Names
from training.times import NOWHERE

Batch = dict[str, Tensor]
ROOM: Final = 512  # positions of the encoder
HEADLESS: Final = 0.2  # share of reports read without their first sentence
LEAST_SENTENCES: Final = 3
IN_PARTS: Final = 0.3  # share of reports read in parts, of one of these sizes in pieces
PARTS: Final = (100, 180, 280)
MOST_MENTIONS: Final = 60  # of one window, as far as every second will do
COLUMNS: Final = ("upos", "heads", "deprel", "sentence", "tree", "names", "broad_names", "times", "figures", "triggers")


def pad(rows: Sequence[np.ndarray], value: int) -> Tensor:
    """Return the rows as one tensor."""
    width = max(len(row) for row in rows)
    out = np.full((len(rows), width), value, np.int64)
    for at, row in enumerate(rows):
        out[at, : len(row)] = row
    return torch.from_numpy(out)


def collate(windows: Sequence[Window], vocab: Vocabulary) -> Batch:
    """One batch of one task: inputs, a label tensor for every column that the task has, and its mentions."""
    inputs = [features(w.pieces, w.shapes, w.gaps, vocab) for w in windows]
    batch = {name: pad([getattr(one, name) for one in inputs], 0) for name in ("ids", "shape", "gap", "start", "end")}
    places = [
        np.arange(len(one.ids)) + w.offset * (np.arange(len(one.ids)) > 0)
        for one, w in zip(inputs, windows, strict=True)
    ]
    batch["positions"] = pad(places, 0)
    full = [np.ones(len(one.ids), np.int64) for one in inputs]
    batch["mask"] = pad(full, 0).bool()[:, None, None, :]
    batch["word_mask"] = pad([np.ones(len(one.start), np.int64) for one in inputs], 0).bool()
    for name in COLUMNS:
        if any(name in w.document.columns for w in windows):
            batch[name] = pad([_column(w, name) for w in windows], UNSAID)
    mentions = [(row, w, found) for row, w in enumerate(windows) for found in _kept(w)]
    if mentions:
        batch["mentions"] = torch.tensor([_mention(row, w, found) for row, w, found in mentions])
        batch["targets"] = _targets(mentions, batch["start"].shape[1])
    return batch


def _kept(w: Window) -> list[Mention]:
    """Return the window's mentions, every second or third of them where they are many."""
    found = [one for one in w.document.mentions if w.start <= one.word < w.end]
    return found[:: 1 + len(found) // MOST_MENTIONS]


def _targets(mentions: Sequence[tuple[int, Window, Mention]], width: int) -> Tensor:
    """Return which words each pointer may find [mention, pointer, word]; none where that is not said."""
    targets = torch.zeros(len(mentions), len(POINTERS), width, dtype=torch.bool)
    for at, (_, w, found) in enumerate(mentions):
        for pointer, words in enumerate(found.pointers):
            if words == ():
                targets[at, pointer, 0] = True
            for word in words or ():
                if w.start <= word < w.end:
                    targets[at, pointer, word - w.start + 1] = True
                elif word == NOWHERE:
                    targets[at, pointer, 0] = True
    return targets


def _column(w: Window, name: str) -> np.ndarray:
    """Labels by word, word 0 included; heads moved to the window's own count."""
    column = w.document.columns.get(name)
    if column is None:
        return np.full(w.end - w.start + 1, UNSAID)
    part = column[w.start : w.end]
    if name == "heads":
        part = np.where(part == NULL, 0, part - w.start + 1)
    return np.concatenate(([UNSAID], part))


def _mention(row: int, w: Window, found: Mention) -> list[int]:
    """Return row, word, is it a trigger, incident, then attributes."""
    return [row, found.word - w.start + 1, int(found.is_trigger), found.incident, *found.attributes]


def syntax_windows(document: Document, rng: random.Random) -> Iterator[Window]:
    """Single sentences now and then, else as many as fit a random size."""
    starts, at = [*document.sentences, len(document.words)], 0
    while at < len(starts) - 1:
        room, end = rng.choice((0, 40, 90, 160, 250)), at + 1
        while end < len(starts) - 1 and sum(map(len, document.pieces[starts[at] : starts[end + 1]])) <= room:
            end += 1
        for begin, stop in (
            bounded(document, starts[at], starts[end], ROOM - 2) if not document.syntax else [(starts[at], starts[end])]
        ):
            yield window(document, begin, stop)
        at = end


def claim_windows(document: Document, rng: random.Random) -> Iterator[Window]:
    """Return the whole report mostly; a report too long for one window, or one drawn for it, in parts."""
    starts = list(document.sentences)
    if rng.random() < HEADLESS and len(starts) > LEAST_SENTENCES:
        starts = starts[1:]  # without its headline
    most = rng.choice(PARTS) if rng.random() < IN_PARTS else ROOM - 2
    for begin, end in cut(document, most, starts):
        for start, stop in bounded(document, begin, end, ROOM - 2):
            yield window(document, start, stop)


@dataclass(frozen=True, slots=True)
class Source:
    """Documents of one task, how often all are read, and how windows are cut from them."""

    name: str
    documents: Sequence[Document]
    epochs: float
    windows: Callable[[Document, random.Random], Iterator[Window]]

    @property
    def pieces(self) -> int:
        """Return the size of all documents."""
        return sum(len(word) for document in self.documents for word in document.pieces)


def stream(source: Source, vocab: Vocabulary, rng: random.Random, most: int) -> Iterator[Batch]:
    """Batches of about `most` pieces, windows of like length together, for ever."""
    names = Names.of(source.documents)
    while True:
        order = list(source.documents)
        rng.shuffle(order)
        windows = (names.swapped(w, rng) for document in order for w in source.windows(document, rng))
        found = [augmented(w, rng, vocab, ROOM) for w in windows]
        rng.shuffle(found)
        batches: list[list[Window]] = []
        for at in range(0, len(found), 256):
            batches += grouped(sorted(found[at : at + 256], key=lambda w: w.length), most)
        rng.shuffle(batches)
        yield from (collate(batch, vocab) for batch in batches)


def grouped(windows: Sequence[Window], most: int) -> list[list[Window]]:
    """Windows in order, in batches whose padded size is `most` pieces or fewer."""
    batches: list[list[Window]] = [[]]
    for w in windows:
        if batches[-1] and max(one.length for one in [*batches[-1], w]) * (len(batches[-1]) + 1) > most:
            batches.append([])
        batches[-1].append(w)
    return batches


def mixed(sources: Sequence[Source], vocab: Vocabulary, seed: int, most: int) -> Iterator[tuple[str, Batch]]:
    """Batches of all sources, each source as often as its pieces and epochs ask."""
    rng = random.Random(seed)
    streams = [stream(source, vocab, random.Random(seed + 1 + at), most) for at, source in enumerate(sources)]
    weights = [source.pieces * source.epochs for source in sources]
    while True:
        at = rng.choices(range(len(sources)), weights)[0]
        yield sources[at].name, next(streams[at])
