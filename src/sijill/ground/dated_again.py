"""A number told again is of the day that it was told of: "143 killed in 1982 ... At least 143 men were executed".

Invariant: only figures that nothing dates change, so that their day was taken for the report's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sijill.model import Claim

LEAST: Final = 50
"""People from which one number twice in a report is hardly chance."""
UNDATED: Final = "the report's day: no other time is given"
"""The rule of a claim that nothing dates."""


def dated_again(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims, a number that nothing dates with the days of the same number that its own words date."""
    for claim in claims:
        days = {other.days for other in claims if _is_told_again(claim, other)} if claim.days.rule == UNDATED else set()
        yield (
            replace(claim, days=replace(days.pop(), rule="the same number told with a day"))
            if len(days) == 1
            else claim
        )


def _is_told_again(claim: Claim, other: Claim) -> bool:
    """Tell whether another figure gives the same number of people, and its own words say when."""
    if claim.figure is None or other.figure is None or other is claim:
        return False
    number = claim.figure.count.value or 0
    one = claim.figure.measure == other.figure.measure and number == other.figure.count.value
    dated = other.days.known and any(e.field == "days" for e in other.evidence)
    return one and number >= LEAST and dated
