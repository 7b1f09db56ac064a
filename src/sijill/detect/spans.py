"""BIO scores -> spans of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.detect.paths import Edges, likeliest_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.detect.pieces import Floats

LEAST_PROBABILITY: Final = 0.2
"""Cues less likely than this are not given at all."""
LEAST_ALONE: Final = 0.05
"""The same for a number's single word: a verb that one person met ("arrested a leader") may be tagged so unsurely."""


@dataclass(frozen=True, slots=True)
class Found:
    """A span of words (end exclusive), its kind ("" where there is one only) and its probability."""

    start: int
    end: int
    kind: str
    probability: float


def softmax(scores: Floats) -> Floats:
    """Return the probabilities along the last axis."""
    chances = scores - scores.max(axis=-1, keepdims=True)
    np.exp(chances, out=chances)
    chances /= chances.sum(axis=-1, keepdims=True)
    return np.asarray(chances)


def likeliest_spans(scores: Floats, tags: Sequence[str], edges: Edges | None = None) -> list[Found]:
    """Return the spans of the likeliest tags that fit together: an I fits behind a B or an I of its kind only."""
    chances = softmax(scores)
    found: list[Found] = []
    for at, tag in likeliest_path(chances, tags, edges or Edges()):
        prefix, _, kind = tags[tag].partition("-")
        if prefix == "I":
            found[-1] = Found(found[-1].start, at + 1, kind, min(found[-1].probability, float(chances[at, tag])))
        else:
            found.append(Found(at, at + 1, kind, float(chances[at, tag])))
    return found


def candidates(scores: Floats, tags: Sequence[str], least: float = LEAST_PROBABILITY) -> list[Found]:
    """Return every span of at least `least` probability; `tags` are O, I, and a B for each kind.

    A span starts where it is likely enough that one does, and goes on while that is likelier than that it ends.
    """
    chances = softmax(scores)
    outside, inside = chances[:, tags.index("O")], chances[:, tags.index("I")]
    firsts = [at for at, tag in enumerate(tags) if tag.startswith("B")]
    begins = chances[:, firsts].sum(axis=-1)
    found: list[Found] = []
    for at in np.flatnonzero(1 - outside >= least).tolist():
        touching = bool(found) and found[-1].end == at
        if touching and inside[at] > max(outside[at], begins[at]):
            found[-1] = Found(found[-1].start, at + 1, found[-1].kind, found[-1].probability)
        elif begins[at] >= least or not touching:
            kind = tags[firsts[int(chances[at, firsts].argmax())]].partition("-")[2]
            found.append(Found(at, at + 1, kind, float(1 - outside[at] if not touching else begins[at])))
    return found


def with_unsure(scores: Floats, tags: Sequence[str]) -> list[Found]:
    """Return the candidates, and the less likely ones of a single word that no other touches, in order."""
    found = candidates(scores, tags)
    taken = {at for one in found for at in range(one.start - 1, one.end + 1)}
    unsure = (one for one in candidates(scores, tags, LEAST_ALONE) if one.end - one.start == 1)
    return sorted([*found, *(one for one in unsure if one.start not in taken)], key=lambda one: one.start)
