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
    """A score with its 95% interval and the number of documents it rests on; `asked` is what it has to reach.

    `less_is_better` turns the reading round: an error, which has to stay at or under what is asked.
    """

    name: str
    value: float
    low: float
    high: float
    documents: int
    asked: float | None = None
    less_is_better: bool = False

    def worse_than(self, bound: float) -> bool:
        """Tell whether the value lies on the wrong side of a bound."""
        return self.value > bound if self.less_is_better else self.value < bound

    def pinned(self, room: float) -> float:
        """Return the bound that today's value pins, `room` of it left for rounding."""
        bound = self.value + room if self.less_is_better else self.value - room
        return round(max(bound, 0.0), 3)


def measured(
    name: str,
    items: Sequence[Item],
    score: Callable[[Sequence[Item]], float],
    asked: float | None = None,
    *,
    less_is_better: bool = False,
) -> Measured:
    """Return the score of `items` with the interval that resampling whole documents gives."""
    rng = random.Random(SEED)  # noqa: S311 -- a fixed resampling, not a secret
    drawn = sorted(score([items[rng.randrange(len(items))] for _ in items]) for _ in range(RESAMPLES))
    low, high = drawn[int(0.025 * RESAMPLES)], drawn[int(0.975 * RESAMPLES) - 1]
    return Measured(
        name=name, value=score(items), low=low, high=high, documents=len(items), asked=asked,
        less_is_better=less_is_better,
    )  # fmt: skip


Counts = tuple[float, float]
"""What one document adds to a share: so much of so much."""


def share(counts: Sequence[Counts]) -> float:
    """Return the sum of the first over the sum of the second, 0 where there is nothing."""
    return sum(a for a, _ in counts) / (sum(b for _, b in counts) or 1)


def f1(counts: Sequence[tuple[float, float, float]]) -> float:
    """Return the F1 of (found, gold, given) summed over documents; 1 where nothing is there and nothing given."""
    found, all_there = sum(c[0] for c in counts), sum(c[1] + c[2] for c in counts)
    return 2 * found / all_there if all_there else 1.0
