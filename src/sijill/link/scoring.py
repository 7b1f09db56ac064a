"""From two units to a probability that they tell of one happening, with its readable parts.

Invariant: the score is the prior and the sum of the parts' bits; its probability is 1 / (1 + 2 ** -score).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sijill.judgement import Judgement, Part
from sijill.link.comparing import ACROSS, AT_HAND, BARE_ACROSS, WITHIN, barred

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sijill.link.comparing import Bare
    from sijill.link.units import Unit
    from sijill.link.weights import Table, Weights

MARGIN = 1e-6  # bits by which sums of the same weights in another order never differ
LARGEST = 60.0  # bits beyond which a probability is 0 or 1 in double precision


def probability_of(bits: float) -> float:
    """Return the probability that a score in bits stands for."""
    return float(1.0 / (1.0 + 2.0 ** -max(-LARGEST, min(LARGEST, bits))))


@dataclass(slots=True)
class Scorer:
    """Scores pairs by one table; gives up early on a pair that its remaining parts could not lift to a doubt."""

    table: Table
    comparisons: Mapping[str, Callable[[Unit, Unit], str]]
    bare: Mapping[str, Bare] = field(default_factory=dict)
    steps: list[tuple[Callable[[Unit, Unit], str], Mapping[str, float], float]] = field(init=False)
    _most: float = field(init=False)
    _wanting: list[tuple[str, float]] = field(init=False)
    _at_hand: list[tuple[Callable[[Unit, Unit], str], Mapping[str, float], float]] = field(init=False)

    def __post_init__(self) -> None:
        """Work out, for each part, the most that the parts after it can add."""
        best = {name: max([0.0, *self._bits(name).values()]) for name in self.comparisons}
        left = sum(best.values())
        self._most = self.table.prior + left
        self.steps = []
        for name, compare in self.comparisons.items():
            left -= best[name]
            self.steps.append((compare, self._bits(name), left))
        self._wanting = [(bare.field, best[name] - self._best_of(name, bare)) for name, bare in self.bare.items()]
        self._at_hand = [
            (self.comparisons[name], {level: best[name] - bits for level, bits in self._bits(name).items()}, best[name])
            for name in AT_HAND
        ]

    def _bits(self, name: str) -> Mapping[str, float]:
        """Return the bits of a part's levels."""
        return self.table.bits.get(name, {})

    def _best_of(self, name: str, bare: Bare) -> float:
        """Return the most that a part can add where two units have nothing in common."""
        return max(self._bits(name).get(level, 0.0) for level in bare.levels)

    def _stays_below(self, a: Unit, b: Unit, floor: float) -> bool:
        """Tell whether what is soon compared proves a score to be below `floor`; most pairs are told so.

        What is taken off is what a part falls short of its best by. Sums in another order than the score's may differ
        in the last digits, which `MARGIN` leaves to the score.
        """
        most, floor = self._most, floor - MARGIN
        for name, short in self._wanting:
            if getattr(a, name).isdisjoint(getattr(b, name)):
                most -= short
        for compare, shorts, best in self._at_hand:
            most -= shorts.get(compare(a, b), best)
            if most < floor:
                return True
        return False

    def score(self, a: Unit, b: Unit, floor: float | None = None) -> float | None:
        """Return the score in bits, or None as soon as it is sure to stay below `floor`."""
        if floor is not None and self._stays_below(a, b, floor):
            return None
        bits = self.table.prior
        for compare, weights, left in self.steps:
            bits += weights.get(compare(a, b), 0.0)
            if floor is not None and bits + left < floor:
                return None
        return bits

    def parts(self, a: Unit, b: Unit) -> tuple[Part, ...]:
        """Return the parts of the score, in the order in which they are compared."""
        found = ((name, compare(a, b)) for name, compare in self.comparisons.items())
        return tuple(
            Part(name=name, level=level, bits=self.table.bits.get(name, {}).get(level, 0.0)) for name, level in found
        )

    def judgement(self, a: Unit, b: Unit, bits: float) -> Judgement:
        """Return the machine's judgement of two units whose score is known; evidence that bars it decides alone."""
        probability, why_not = probability_of(bits), barred(a, b)
        verdict = "same" if probability >= self.table.same else "unsure"
        if why_not or probability < self.table.unsure:
            verdict = "different"
        first, second = (a, b) if a.id < b.id else (b, a)
        return Judgement(
            a=first.id,
            b=second.id,
            verdict=verdict,
            probability=probability,
            parts=self.parts(a, b),
            barred=why_not,
            anchors=(first.mentions[0].anchor, second.mentions[0].anchor),
        )


def scorers(weights: Weights) -> tuple[Scorer, Scorer]:
    """Return the scorers within one report and across reports."""
    return Scorer(weights.within, WITHIN), Scorer(weights.across, ACROSS, BARE_ACROSS)
