"""The links of which the machine is least certain, for people to judge.

Invariant: each is what the machine holds of two linked accounts today, and no person has judged the pair.
"""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from sijill.run.judging import machines_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.judgement import Judgement
    from sijill.run.incidents import View

EVEN: Final = 0.5
SURE: Final = 0.9  # a link above it is not asked about
MOST: Final = 1000  # more than a person judges in a day


def doubtful(view: View, *, most: int = MOST) -> list[Judgement]:
    """Return the machine's links that no person has judged, those nearest to even odds first, at most so many."""
    return nsmallest(most, _open(view), key=lambda one: (abs((one.probability or EVEN) - EVEN), one.pair))


def _open(view: View) -> Iterator[Judgement]:
    judged = {judgement.pair for judgement in view.judged.people}
    entered = machines_in(view.links.register, after=0)
    pairs = {one.pair: one for one in entered if one.pair not in judged and not certain(one)}
    view.links.index.memory.units.fetch(claim for pair in pairs for claim in pair)
    today = map(view.links.index.again, pairs.values())
    return (one for one in today if one is not None and not certain(one))


def certain(judgement: Judgement) -> bool:
    """Tell whether the machine is sure enough not to ask."""
    probability = EVEN if judgement.probability is None else judgement.probability
    return judgement.verdict != "unsure" and not 1 - SURE <= probability <= SURE
