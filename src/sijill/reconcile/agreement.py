"""Measures of agreement: Krippendorff's alpha, the overlap of spans, B-cubed and the adjusted Rand index. Pure.

Each is checked in the tests against examples that were published with it.
"""

from __future__ import annotations

from collections import Counter
from math import comb
from typing import TYPE_CHECKING

from sijill.agreement import FieldAgreement

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from sijill.agreement import Level
    from sijill.values import Span

    Held = Mapping[Hashable, Mapping[str, Hashable]]
    """By thing, what each person holds of it."""
    Grouping = Mapping[str, Hashable]
    """The group of each claim."""


def field_agreement(field: str, level: Level, held: Held) -> FieldAgreement | None:
    """Return the agreement on one field, None where no two people held anything of one thing."""
    units = [values for values in held.values() if len(values) > 1]
    if not units:
        return None
    agreed = sum(len(set(values.values())) == 1 for values in units) / len(units)
    return FieldAgreement(field=field, level=level, units=len(units), agreed=agreed, alpha=alpha(units, level))


def alpha(units: Sequence[Mapping[str, Hashable]], level: Level) -> float | None:
    """Return Krippendorff's alpha of what people hold of each unit; None where there is but one value.

    By the coincidence matrix of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
    """
    import numpy as np

    paired = [unit for unit in units if len(unit) > 1]
    values = sorted({value for unit in paired for value in unit.values()}, key=repr)
    if len(values) < 2:  # noqa: PLR2004 -- two to compare
        return None
    at = {value: number for number, value in enumerate(values)}
    held = np.array([np.bincount([at[v] for v in unit.values()], minlength=len(values)) for unit in paired])
    shares = held / (held.sum(axis=1, keepdims=True) - 1)
    together = held.T @ shares - np.diag(shares.sum(axis=0))
    each, distance = together.sum(axis=0), distances(values, level)
    observed, by_chance = (together * distance).sum(), (np.outer(each, each) * distance).sum()
    return float(1 - (each.sum() - 1) * observed / by_chance)


def distances(values: Sequence[Hashable], level: Level) -> NDArray[np.float64]:
    """Return how far each value is from each: squared differences of numbers, else 1 between any two."""
    import numpy as np

    if level == "nominal":
        return 1 - np.eye(len(values))
    numbers = np.array(values, dtype=float)
    apart: NDArray[np.float64] = np.subtract.outer(numbers, numbers)
    return apart**2


def overlap(a: Span, b: Span) -> float:
    """Return the code points that two spans share over those of either."""
    both = min(a.end, b.end) - max(a.start, b.start)
    return max(0, both) / (max(a.end, b.end) - min(a.start, b.start)) if both > 0 else 0.0


def mean(numbers: Sequence[float]) -> float | None:
    """Return the mean, None of nothing."""
    return sum(numbers) / len(numbers) if numbers else None


def grouped(claims: Iterable[str], same: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the group of each claim that follows from pairs of the same happening; alone where none names it."""
    home = {claim: claim for claim in claims}
    for a, b in same:
        old, new = home.setdefault(a, a), home.setdefault(b, b)
        home.update({claim: new for claim, group in home.items() if group == old})
    return home


def b_cubed(first: Grouping, second: Grouping) -> float | None:
    """Return the B-cubed F1 of two groupings of the same claims: either may be the one that is tested."""
    shared = first.keys() & second.keys()
    if not shared:
        return None
    both = Counter((first[claim], second[claim]) for claim in shared)
    ones, others = Counter(first[claim] for claim in shared), Counter(second[claim] for claim in shared)
    precision = sum(n * n / ones[a] for (a, _), n in both.items()) / len(shared)
    recall = sum(n * n / others[b] for (_, b), n in both.items()) / len(shared)
    return 2 * precision * recall / (precision + recall)


def adjusted_rand(first: Grouping, second: Grouping) -> float | None:
    """Return the adjusted Rand index of two groupings of the same claims (Hubert and Arabie 1985)."""
    shared = first.keys() & second.keys()
    if not shared:
        return None
    together = _pairs(Counter((first[claim], second[claim]) for claim in shared))
    ones, others = (_pairs(Counter(grouping[claim] for claim in shared)) for grouping in (first, second))
    by_chance = ones * others / comb(len(shared), 2) if len(shared) > 1 else 0.0
    most = (ones + others) / 2
    return 1.0 if most == by_chance else (together - by_chance) / (most - by_chance)


def _pairs(sizes: Counter[Hashable]) -> int:
    """Return how many pairs groups of these sizes hold."""
    return sum(comb(size, 2) for size in sizes.values())
