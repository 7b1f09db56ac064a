"""The likeliest row of B, I and O tags of which each fits behind the one before it (Viterbi's way).

Invariant: an I stands behind a B or an I of its kind, and never on a word at which a span may not go on.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, log
from typing import TYPE_CHECKING, Final, Self

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sijill.detect.pieces import Floats

SURELY_OUTSIDE: Final = 0.99
"""A word that is this likely to be in no span parts those before it from those behind it."""
LEAST: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Edges:
    """What words tell of spans: none goes on over a word of `breaks`; behind another tag, an I of `likely` begins one.

    `likely` are words at which a span may well begin, whatever the network says: the `breaks` are always among them.
    """

    breaks: frozenset[int] = frozenset()
    likely: frozenset[int] = frozenset()

    @classmethod
    def of(cls, forms: Sequence[str], breaks: frozenset[int]) -> Self:
        """Return those of words: a capital behind a word without one may begin a name ("in Maiduguri, Nigeria")."""
        capitals = [form[:1].isupper() for form in forms]
        return cls(breaks, frozenset(at for at in range(1, len(forms)) if capitals[at] and not capitals[at - 1]))


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag's place among the tags, and those of its kind: `own` its B and I, `inside` the I of a B."""

    at: int
    own: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    inside: int | None = None


def likeliest_path(chances: Floats, tags: Sequence[str], edges: Edges) -> Iterator[tuple[int, int]]:
    """Yield each word in a span with its tag; `chances` [word, tag] sum to 1 for a word, the first tag being O."""
    kinds = [_tag(tags, at) for at in range(len(tags))]
    for first, last in _stretches(chances):
        words = range(first, last)
        path = _path(chances[first:last].tolist(), [_edge(edges, word, first) for word in words], kinds)
        yield from ((word, tag) for word, tag in zip(words, path, strict=True) if tag)


def _stretches(chances: Floats) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words that may be in spans; where each word is likelier in none, so are all."""
    outside = chances[:, 0]
    doubted = np.concatenate(([False], outside < SURELY_OUTSIDE, [False]))
    borders = np.flatnonzero(doubted[1:] != doubted[:-1])
    inside = np.concatenate(([0], np.cumsum(outside < 1 - outside)))
    held = inside[borders[1::2]] > inside[borders[::2]]
    yield from zip(borders[::2][held].tolist(), borders[1::2][held].tolist(), strict=True)


def _edge(edges: Edges, word: int, first: int) -> tuple[bool, bool]:
    """Return whether no span goes on over a word, and whether one may well begin there."""
    closed = word == first or word in edges.breaks
    return closed, closed or word in edges.likely


def _tag(tags: Sequence[str], at: int) -> _Tag:
    if not at:
        return _Tag(at)
    own = tuple(other for other, tag in enumerate(tags) if other and tag[1:] == tags[at][1:])
    others = tuple(other for other in range(len(tags)) if other not in own)
    inside = next((other for other in own if other != at), None) if tags[at].startswith("B") else None
    return _Tag(at, own, others, inside)


def _path(rows: list[list[float]], edges: list[tuple[bool, bool]], kinds: list[_Tag]) -> list[int]:
    """Return the likeliest tags, one a word."""
    sums = [0.0, *([-inf] * (len(kinds) - 1))]
    came = list[list[int]]()
    for row, edge in zip(rows, edges, strict=True):
        steps = [_step(tag, row, edge, sums) for tag in kinds]
        sums = [total for total, _ in steps]
        came.append([origin for _, origin in steps])
    return _walked_back(came, max(range(len(sums)), key=sums.__getitem__))


def _step(tag: _Tag, row: list[float], edge: tuple[bool, bool], sums: list[float]) -> tuple[float, int]:
    """Return the most that a tag of a word comes to, and the tag before it."""
    closed, likely = edge
    if not tag.own:
        return max((sums[at] + _log(row[tag.at]), at) for at in range(len(sums)))
    if tag.inside is None:
        return (-inf, 0) if closed else max((sums[at] + _log(row[tag.at]), at) for at in tag.own)
    fresh = _log(row[tag.at] + (row[tag.inside] if likely else 0.0))
    again = fresh if closed else _log(row[tag.at])
    return max(*((sums[at] + fresh, at) for at in tag.others), *((sums[at] + again, at) for at in tag.own))


def _log(chance: float) -> float:
    return log(max(chance, LEAST))


def _walked_back(came: list[list[int]], last: int) -> list[int]:
    """Return the tags from the first to the last."""
    found: list[int] = []
    for behind in reversed(came):
        found.append(last)
        last = behind[last]
    return found[::-1]
