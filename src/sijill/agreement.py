"""The nouns of agreement: how far the people who review a register hold the same. All of them are derived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["nominal", "interval"]
"""How far apart two values are: different or not; or by the square of their difference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAgreement:
    """Krippendorff's alpha of one field over what at least two people have held of the same thing.

    `alpha` is 1 where all agree and 0 where they agree as by chance; None where nobody held two different values, so
    that chance says nothing. `agreed` is the share of things on which all who held anything held the same.
    """

    field: str
    level: Level
    units: int
    agreed: float
    alpha: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanAgreement:
    """How far the words overlap that two people selected for one field of one claim.

    `overlap` is the mean over `spans` of shared code points to all (Jaccard); None where there are no such words.
    Of the claims that were missed, in reports on which both worked, `found_by_both` is twice those that both added
    over all that either added.
    """

    spans: int = 0
    overlap: float | None = None
    missed: int = 0
    found_by_both: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterAgreement:
    """How far two people put the same claims together, over the claims that both judged.

    `b_cubed` is the F1 of either grouping against the other, `rand` the adjusted Rand index (1 the same, 0 as by
    chance); both None where no claim was judged by both.
    """

    claims: int = 0
    b_cubed: float | None = None
    rand: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairAgreement:
    """Two people: the words that they select and the claims that they put together."""

    first: str
    second: str
    spans: SpanAgreement
    clusters: ClusterAgreement


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What the reviewers of a register agree on. `aware` counts the reviews made after seeing another's of the claim.

    Agreement of people who saw each other's work is no measure of how reliably the work can be repeated.
    """

    reviewers: tuple[str, ...] = ()
    fields: tuple[FieldAgreement, ...] = ()
    pairs: tuple[PairAgreement, ...] = ()
    aware: int = 0
