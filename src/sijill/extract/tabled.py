"""Numbers beside a list of places that its rows add up to: "31 deaths", then a row each for Aleppo, Idlib and Daraa.

One below the list is asked only where its line calls it a total.

Invariant: such a number counts what happened in several places, so that it is no one happening's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.captions import is_of_one_event
from sijill.extract.rows import caption_of, head_of_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.extract.words import Page
    from sijill.model import Claim

_TOTAL: Final = re.compile(r"\b(?:totals?|in all|altogether|overall|toll|sum)\b", re.IGNORECASE)
_IN_ALL: Final = re.compile(
    r"\b(?:in (?:all|total)|altogether|day['\u2019]s (?:death )?toll)\b[^.\n]*\Z", re.IGNORECASE
)
_NEAR: Final = 60
"""Characters before a number within which it is called the sum of all that was told."""
_OPENING: Final = re.compile(r"\W*(?:grand )?total\b[^.\n]{0,20}?\d", re.IGNORECASE)
_FEWEST: Final = 2
"""Rows that are a list."""


def with_tables(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, in their order, with each total of a list's rows, or of all told above, as one of a period."""
    rows = [
        (line, claim) for claim in claims if claim.figure is not None and (line := _row_of(page, claim)) is not None
    ]
    return [
        _as_total(c) if (rows and _is_total(page, c, rows)) or _is_sum_of_all(page, c, claims) else c for c in claims
    ]


def _as_total(claim: Claim) -> Claim:
    return (
        claim if claim.figure is None else replace(claim, figure=replace(claim.figure, scope="period"), incident=None)
    )


def _row_of(page: Page, claim: Claim) -> int | None:
    """Return where the place's name stands that heads the row of a claim, None where it stands in no list of places.

    Rows of one event are left: they are parts of it.
    """
    at, text = bisect_left(page.text.offsets, claim.anchor.span.start), page.text.text
    row, start = head_of_row(page, at), text.rfind("\n", 0, at) + 1
    if row is None or is_of_one_event(caption_of(text, start)):
        return None
    return row[0]


def _is_total(page: Page, claim: Claim, rows: Sequence[tuple[int, Claim]]) -> bool:
    """Tell whether the wholes of the rows below a figure, or above one that is called a total, add up to it."""
    figure = claim.figure
    if figure is None or figure.scope != "incident" or not figure.count.value:
        return False
    at = claim.anchor.span.start
    below = [row for row in rows if row[1].anchor.span.start > claim.anchor.span.end]
    above = [row for row in rows if row[1].anchor.span.start < at] if _is_called_total(page, claim) else []
    here = any(claim is row for _, row in rows) and not above
    if above and _opens_as_total(page, claim):
        return True
    return not here and figure.count.value in (_sum(figure.measure, below), _sum(figure.measure, above))


def _is_sum_of_all(page: Page, claim: Claim, claims: Sequence[Claim]) -> bool:
    """Tell whether a figure that is called the sum of all is that of the largest number of each place told above."""
    figure, at = claim.figure, bisect_left(page.text.offsets, claim.anchor.span.start)
    if figure is None or figure.scope != "incident" or _IN_ALL.search(page.text.text, max(0, at - _NEAR), at) is None:
        return False
    if is_of_one_event(page.text.text[at : at + _NEAR].split("\n")[0]):
        return False
    above = [
        (other.place.worded, told.count.value or 0)
        for other in claims
        if other.anchor.span.start < claim.anchor.span.start and other.place is not None
        and (told := other.figure) is not None and told.measure == figure.measure and told.part_of is None
    ]  # fmt: skip
    largest = {place: max(number for one, number in above if one == place) for place, _ in above}
    return len(largest) >= _FEWEST and sum(largest.values()) == figure.count.value


def _sum(measure: str, rows: Sequence[tuple[int, Claim]]) -> int | None:
    """Return what the wholes of a measure add up to, one a row; None for fewer rows than make a list."""
    wholes: dict[int, int] = {}
    for line, row in rows:
        figure = row.figure
        if figure is not None and figure.measure == measure and figure.part_of is None:
            wholes.setdefault(line, figure.count.value or 0)
    return sum(wholes.values()) if len(wholes) >= _FEWEST else None


def _opens_as_total(page: Page, claim: Claim) -> bool:
    """Tell whether a figure's line begins with "Total": it is no row, whether or not all rows were read rightly."""
    text, at = page.text.text, bisect_left(page.text.offsets, claim.anchor.span.start)
    return _OPENING.match(text, text.rfind("\n", 0, at) + 1) is not None


def _is_called_total(page: Page, claim: Claim) -> bool:
    """Tell whether the line of a figure calls it a total."""
    text, at = page.text.text, bisect_left(page.text.offsets, claim.anchor.span.start)
    end = text.find("\n", at)
    return _TOTAL.search(text, text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)) is not None
