"""From the reader's probability of a cue to a claim's confidence: how often claims of that probability were right.

A logistic curve for figures and one for happenings, kept in `data/confidence.toml`; `bench.accuracy.calibration --fit`
writes it. Right is, of a figure, its number, measure and value; of a happening, its words and its group.

Invariant: a likelier cue never gets less confidence.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

EDGE: Final = 1e-3
"""Probabilities nearer than this to 0 or 1 are taken for it: beyond, the reader's 8 bits tell nothing."""


@dataclass(frozen=True, slots=True)
class Curve:
    """The confidence of log odds x is the logistic of `slope` x + `shift`; the slope is positive."""

    slope: float = 1.0
    shift: float = 0.0

    def of(self, probability: float) -> float:
        """Return the confidence that a probability comes to."""
        return 1 / (1 + math.exp(-(self.slope * log_odds(probability) + self.shift)))

    def back(self, confidence: float) -> float:
        """Return the probability that comes to a confidence."""
        return 1 / (1 + math.exp(-(log_odds(confidence, edge=0.0) - self.shift) / self.slope))


def log_odds(probability: float, *, edge: float = EDGE) -> float:
    """Return the natural logarithm of the odds."""
    kept = min(max(probability, edge), 1 - edge)
    return math.log(kept / (1 - kept))


@cache
def curves() -> dict[str, Curve]:
    """Return the curve of each kind of claim: "figure" and "happening"."""
    source = resources.files("sijill.extract") / "data" / "confidence.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return {kind: Curve(table[kind]["slope"], table[kind]["shift"]) for kind in ("figure", "happening")}


def confidence_of(kind: str, probability: float) -> float:
    """Return the confidence of a claim of a kind, "figure" or "happening", from the probability of its cue."""
    return curves()[kind].of(probability)
