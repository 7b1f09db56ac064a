"""The links of which the machine is least certain, for people to judge.

Invariant: each is what the machine holds of two linked accounts today, and no person has judged the pair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.run.judging import machines_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sijill.judgement import Judgement
    from sijill.run.incidents import View

EVEN: Final = 0.5
SURE: Final = 0.9  # a link above it is not asked about
MOST: Final = 200  # more than a person judges at a sitting


def doubtful(view: View, *, most: int = MOST) -> list[Judgement]:
    """Return the machine's links that no person has judged, those nearest to even odds first, at most so many.

    They are sought among those of which it was least certain when it linked: scoring every link anew takes as long as
    linking. Where the claims of some are gone or were changed, the next in that order are asked of.
    """
    judged = {judgement.pair for judgement in view.judged.people}
    entered = machines_in(view.links.register, after=0)
    pairs = {one.pair: one for one in entered if one.pair not in judged and not certain(one)}
    found: list[Judgement] = []
    for some in batched(sorted(pairs.values(), key=doubt), most):
        found += _today(some, view)
        if len(found) >= most:
            break
    return sorted(found[:most], key=doubt)


def batched(pairs: Sequence[Judgement], size: int) -> Iterator[Sequence[Judgement]]:
    """Yield the pairs so many at a time."""
    return (pairs[start : start + size] for start in range(0, len(pairs), size))


def doubt(judgement: Judgement) -> tuple[float, tuple[str, str]]:
    """Return how far a judgement lies from even odds; its pair settles ties."""
    return abs((judgement.probability or EVEN) - EVEN), judgement.pair


def _today(pairs: Sequence[Judgement], view: View) -> Iterator[Judgement]:
    view.links.index.memory.units.fetch(claim for one in pairs for claim in one.pair)
    today = map(view.links.index.again, pairs)
    return (one for one in today if one is not None and not certain(one))


def certain(judgement: Judgement) -> bool:
    """Tell whether the machine is sure enough not to ask."""
    probability = EVEN if judgement.probability is None else judgement.probability
    return judgement.verdict != "unsure" and not 1 - SURE <= probability <= SURE
