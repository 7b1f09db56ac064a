"""The pairs of units that may be one happening: found by blocking, scored once, forgotten when a unit goes.

Invariant: the pairs held are those of the units held, whatever the order in which they came and went.
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from sijill.link.blocks import Blocks
from sijill.link.comparing import barred
from sijill.link.scoring import probability_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sijill.link.memory import Memory
    from sijill.link.scoring import Scorer
    from sijill.link.units import Unit


class Pairs:
    """Scored pairs of units across reports."""

    def __init__(self, scorer: Scorer, memory: Memory) -> None:
        """Hold pairs in a memory; scores are held of the units that were added here, and worked out for others."""
        self.units, self._joined = memory.units, memory.joined
        self.bits: dict[str, dict[str, float]] = {}
        self._scorer = scorer
        self._blocks = Blocks(memory)
        unsure = scorer.table.unsure
        self._floor = log2(unsure / (1 - unsure))

    def add(self, unit: Unit) -> None:
        """Take in a unit and score it against those that share a block with it."""
        mine: dict[str, float] = {}
        for id_, other in self._blocks.near(unit).items():
            bits = self._scorer.score(unit, other, self._floor)
            if bits is not None:
                mine[id_] = self.bits.setdefault(id_, {})[unit.id] = bits
                if probability_of(bits) >= self._scorer.table.same and not barred(unit, other):
                    self._joined.setdefault(unit.id, set()).add(id_)
                    self._joined.setdefault(id_, set()).add(unit.id)
        self.units[unit.id] = unit
        self.bits[unit.id] = mine
        self._blocks.add(unit)

    def remove(self, unit: Unit) -> None:
        """Let go of a unit and its pairs."""
        self._blocks.remove(unit)
        del self.units[unit.id]
        for other in self.bits.pop(unit.id, ()):
            self.bits.get(other, {}).pop(unit.id, None)
        for other in self._joined.pop(unit.id, set()):
            self._joined[other].discard(unit.id)
            if not self._joined[other]:
                del self._joined[other]

    def joined_to(self, id_: str) -> Iterable[str]:
        """Return the units that the score alone would join to one."""
        return self._joined.get(id_, ())

    def score(self, a: Unit, b: Unit) -> float:
        """Return the score of two units, in bits, blocked together or not."""
        known = self.bits.get(a.id, {}).get(b.id)
        return known if known is not None else self._scorer.score(a, b) or 0.0

    def doubted(self, a: Unit, b: Unit) -> float | None:
        """Return the score of two units in bits, None where it is below doubt."""
        return self._scorer.score(a, b, self._floor)
