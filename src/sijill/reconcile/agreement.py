"""Measures of agreement: Krippendorff's alpha, the overlap of spans, B-cubed and the adjusted Rand index. Pure.

Each is checked in the tests against examples that were published with it.
"""

from __future__ import annotations

from collections import Counter
from math import comb, nan
from typing import TYPE_CHECKING, cast

from sijill.agreement import FieldAgreement

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

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
    """Return Krippendorff's alpha of what people hold of each unit; None where there is but one value."""
    values = {value for unit in units for value in unit.values()}
    if len(values) < 2 or all(len(unit) < 2 for unit in units):  # noqa: PLR2004 -- two to compare
        return None
    import krippendorff  # brings numpy

    numbers = numbered(values) if level == "nominal" else {value: cast("float", value) for value in values}
    people = sorted({person for unit in units for person in unit})
    table = [[numbers[unit[person]] if person in unit else nan for unit in units] for person in people]
    return float(krippendorff.alpha(reliability_data=table, level_of_measurement=level))


def numbered(values: Iterable[Hashable]) -> dict[Hashable, float]:
    """Return a number for each value, the same on every run."""
    return {value: float(number) for number, value in enumerate(sorted(values, key=repr))}


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
