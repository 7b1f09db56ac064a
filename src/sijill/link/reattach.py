"""Judgements find their claims again, by the words they stand on, when a report was read anew.

Invariant: no judgement is lost: each is either attached to claims that are there, or listed as adrift.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sijill.judgement import Anchor, Judgement
    from sijill.link.mention import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reattached:
    """Judgements whose two claims are there, with the ids of today; and those of which a claim is not to be found."""

    attached: tuple[Judgement, ...]
    adrift: tuple[Judgement, ...]


def reattached(
    judged: Iterable[Judgement], there: Collection[str], standing: Mapping[str, Sequence[Mention]]
) -> Reattached:
    """Lead each judgement to the claims of today: by id, else by the report's name and the claim's words.

    `there` are those of the judged claims that are linked by that id; `standing` leads the names of the reports in
    which the others stood to the mentions in them. Of several claims on the same words the one with the most in common
    is taken. A judgement whose claims have become one, or of which one is gone, is adrift.
    """
    attached, adrift = [], []
    for judgement in judged:
        first, second = judgement.anchors or (None, None)
        a = judgement.a if judgement.a in there else _today(first, standing)
        b = judgement.b if judgement.b in there else _today(second, standing)
        if a is None or b is None or a == b:
            adrift.append(judgement)
        else:
            attached.append(judgement if judgement.a == a and judgement.b == b else replace(judgement, a=a, b=b))
    return Reattached(attached=tuple(attached), adrift=tuple(adrift))


def lost_in(judged: Iterable[Judgement], there: Collection[str]) -> set[str]:
    """Return the names of the reports in which the judged claims stood that are not linked by their ids any more."""
    sides = (side for j in judged if j.anchors for side in zip((j.a, j.b), j.anchors, strict=True))
    return {anchor.report_name for claim, anchor in sides if claim not in there}


def _today(anchor: Anchor | None, standing: Mapping[str, Sequence[Mention]]) -> str | None:
    """Return the id of the claim that stands where a judged claim stood."""
    if anchor is None:
        return None
    here = [m for m in standing.get(anchor.report_name, ()) if m.anchor.span.overlaps(anchor.span)]
    return min(here, key=lambda m: (-_shared(m.anchor, anchor), m.claim)).claim if here else None


def _shared(a: Anchor, b: Anchor) -> float:
    """Return the share of code points that two spans have in common."""
    both = min(a.span.end, b.span.end) - max(a.span.start, b.span.start)
    return both / (max(a.span.end, b.span.end) - min(a.span.start, b.span.start))
