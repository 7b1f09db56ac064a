"""Judgements find their claims again, by the words they stand on, when a report was read anew.

Invariant: no judgement is lost: each is either attached to claims that are there, or listed as adrift.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.judgement import Anchor, Judgement
    from sijill.link.mention import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reattached:
    """Judgements whose two claims are there, with the ids of today; and those of which a claim is not to be found."""

    attached: tuple[Judgement, ...]
    adrift: tuple[Judgement, ...]


def reattached(judged: Sequence[Judgement], mentions: Iterable[Mention]) -> Reattached:
    """Lead each judgement to the claims of today: by id, else by the report's name and the claim's words.

    Of several claims on the same words the one with the most in common is taken. A judgement whose claims have become
    one, or of which one is gone, is adrift.
    """
    by_report: dict[str, list[Mention]] = defaultdict(list)
    known = set()
    for mention in mentions:
        known.add(mention.claim)
        by_report[mention.anchor.report_name].append(mention)
    attached, adrift = [], []
    for judgement in judged:
        first, second = judgement.anchors or (None, None)
        a = _today(judgement.a, first, known, by_report)
        b = _today(judgement.b, second, known, by_report)
        if a is None or b is None or a == b:
            adrift.append(judgement)
        else:
            attached.append(replace(judgement, a=a, b=b))
    return Reattached(attached=tuple(attached), adrift=tuple(adrift))


def _today(claim: str, anchor: Anchor | None, known: set[str], by_report: dict[str, list[Mention]]) -> str | None:
    """Return the id of the claim that stands where a judged claim stood."""
    if claim in known or anchor is None:
        return claim if claim in known else None
    standing = [m for m in by_report.get(anchor.report_name, ()) if m.anchor.span.overlaps(anchor.span)]
    return min(standing, key=lambda m: (-_shared(m.anchor, anchor), m.claim)).claim if standing else None


def _shared(a: Anchor, b: Anchor) -> float:
    """Return the share of code points that two spans have in common."""
    both = min(a.span.end, b.span.end) - max(a.span.start, b.span.start)
    return both / (max(a.span.end, b.span.end) - min(a.span.start, b.span.start))
