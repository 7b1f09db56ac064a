"""95% bootstrap intervals over documents: a score is computed anew on resampled documents, with a fixed seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Item = TypeVar("Item")
RESAMPLES = 1000
SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A score with its 95% interval and the number of documents it rests on; `asked` is what it has to reach."""

    name: str
    value: float
    low: float
    high: float
    documents: int
    asked: float | None = None


def measured(
    name: str, items: Sequence[Item], score: Callable[[Sequence[Item]], float], asked: float | None = None
) -> Measured:
    """Return the score of `items` with the interval that resampling whole documents gives."""
    rng = random.Random(SEED)  # noqa: S311 -- a fixed resampling, not a secret
    drawn = sorted(score([items[rng.randrange(len(items))] for _ in items]) for _ in range(RESAMPLES))
    low, high = drawn[int(0.025 * RESAMPLES)], drawn[int(0.975 * RESAMPLES) - 1]
    return Measured(name=name, value=score(items), low=low, high=high, documents=len(items), asked=asked)
