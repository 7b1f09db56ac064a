"""How many of a source's people are of one category, where some of them are not told apart.

Invariant: unknown status lowers the low and raises the high: of 34 people of whom 3 are fighters and 5 women, the
civilians are 5 to 31.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.incident import Amount
from sijill.reconcile.entries import FAMILIES
from sijill.reconcile.words import tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sijill.incident import SourceFigures

CIVILIAN = "civilian"


def taken_in(category: str) -> frozenset[str]:
    """Return the categories whose people a category counts ("civilian" takes in all the unarmed)."""
    return tables().civilian if category == CIVILIAN else frozenset({category})


def categories_in(figures: Iterable[SourceFigures]) -> frozenset[str]:
    """Return every category of the counting totals and of their parts: no other changes what a category comes to."""
    counting = [f for f in figures if f.total and f.counts]
    return frozenset(a.category for f in counting for a in (f.total, *f.parts) if a)


def of_category(figures: Iterable[SourceFigures], category: str) -> list[Amount]:
    """Return each counting total cut down to the people of a category ("civilian" takes in all the unarmed)."""
    wanted = taken_in(category)
    return [_share(f, f.total, wanted) for f in figures if f.total and f.counts]


def _share(figures: SourceFigures, total: Amount, wanted: frozenset[str]) -> Amount:
    if total.category in wanted:
        return total
    pieces = [p for p in figures.parts if not total.derived or set(p.claims) <= set(total.claims)]
    known = max((p for p in pieces if p.category in wanted), key=_size, default=None)
    if total.category not in {"unspecified", "mixed"}:
        return known or _reduced(total, 0, 0, 0)
    low, least = (known.low or 0, known.stated or 0) if known else (0, 0)
    stated = max((total.stated or 0) - _others(pieces, wanted), least)
    return _reduced(total, low, None if total.high is None else stated, stated)


def _reduced(total: Amount, low: int, high: int | None, stated: int) -> Amount:
    return Amount(
        low=low, high=high, stated=stated, category=total.category, claims=total.claims, derived=total.derived,
        hedged=total.hedged,
    )  # fmt: skip


def _others(pieces: Iterable[Amount], wanted: frozenset[str]) -> int:
    """Return how many are known to be of another category, at least; of one family the largest number alone."""
    most: dict[str, int] = {}
    for piece in pieces:
        family = FAMILIES.get(piece.category, "civil")
        if family != "all" and piece.category not in wanted:
            most[family] = max(most.get(family, 0), piece.low or 0)
    return sum(most.values())


def _size(amount: Amount) -> tuple[int, tuple[str, ...]]:
    return amount.stated or 0, amount.claims
