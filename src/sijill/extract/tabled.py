"""Numbers above a list of places that its rows add up to: "31 deaths", then a row each for Aleppo, Idlib and Daraa.

Invariant: such a number counts what happened in several places, so that it is no one happening's.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.captions import is_of_one_event
from sijill.extract.rows import caption_of, head_of_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.extract.words import Page
    from sijill.model import Claim

_FEWEST: Final = 2
"""Rows that are a list."""


def with_tables(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, in their order, with each total of a list's rows as one of a period."""
    rows = [
        (line, claim) for claim in claims if claim.figure is not None and (line := _row_of(page, claim)) is not None
    ]
    return [_as_total(claim) if rows and _is_total(claim, rows) else claim for claim in claims]


def _as_total(claim: Claim) -> Claim:
    return claim if claim.figure is None else replace(claim, figure=replace(claim.figure, scope="period"))


def _row_of(page: Page, claim: Claim) -> int | None:
    """Return where the place's name stands that heads the row of a claim, None where it stands in no list of places.

    Rows of one event, and rows without a bullet, are left: nothing tells their happenings apart.
    """
    at, text = bisect_left(page.text.offsets, claim.anchor.span.start), page.text.text
    row, start = head_of_row(page, at), text.rfind("\n", 0, at) + 1
    if row is None or row[0] == start or is_of_one_event(caption_of(text, start)):
        return None
    return row[0]


def _is_total(claim: Claim, rows: Sequence[tuple[int, Claim]]) -> bool:
    """Tell whether the wholes of the rows below a figure, one a row, add up to it."""
    figure = claim.figure
    if figure is None or figure.scope != "incident" or not figure.count.value or any(claim is row for _, row in rows):
        return False
    below: dict[int, int] = {}
    for line, row in rows:
        other = row.figure
        lower = row.anchor.span.start > claim.anchor.span.end
        if lower and other is not None and other.measure == figure.measure and other.part_of is None:
            below.setdefault(line, other.count.value or 0)
    return len(below) >= _FEWEST and sum(below.values()) == figure.count.value
