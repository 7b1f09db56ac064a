"""Parts of the gate: each measures one thing on one corpus, and says what was wrong, kind by kind.

A part knows how to measure itself on a fixed sample and, asked for the whole, on everything.
"""

from __future__ import annotations

import hashlib
import json
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bench.accuracy.intervals import Measured

Row = dict[str, Any]
Item = TypeVar("Item")
SEED = 7


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that came out wrong: its kind, by which errors are counted, and the words that show it."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What measuring a part gave; `fingerprint` changes when what it was measured on does."""

    scores: Sequence[Measured]
    fingerprint: str
    errors: Sequence[Error] = ()
    listed: Sequence[str] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One section of the table. `measure` is told whether to take the whole corpus instead of the sample.

    `about` says, in a sentence or two for the table, what was measured and what counts as right.
    """

    name: str
    measure: Callable[[bool], Outcome]
    about: str = ""


def sampled(rows: Sequence[Item], size: int, *, whole: bool) -> list[Item]:
    """Return `size` rows drawn with a fixed seed, in their order; all of them where the whole is asked for."""
    if whole or len(rows) <= size:
        return list(rows)
    chosen = random.Random(SEED).sample(range(len(rows)), size)  # noqa: S311 -- a fixed sample, not a secret
    return [rows[i] for i in sorted(chosen)]


def fingerprint_of(rows: Iterable[object]) -> str:
    """Return 12 digits that change when any row that is measured on does."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update(json.dumps(row, sort_keys=True, default=str).encode())
    return digest.hexdigest()[:12]
