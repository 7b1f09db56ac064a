"""Within one report: which of its claims are one happening.

Invariant: the claims that the reader gave one key stay together unless a person tells them apart, their days lie
apart, or what they say speaks against it more strongly than the key speaks for it.
"""

from __future__ import annotations

from itertools import combinations
from math import log2
from typing import TYPE_CHECKING

from sijill.link.clusters import BARRED, FORBIDDEN, grouped
from sijill.link.comparing import barred, disjoint
from sijill.link.places import counted_apart
from sijill.link.scoring import MARGIN, probability_of
from sijill.link.units import Unit, unit_of
from sijill.model import APART_MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.judgement import Judgement
    from sijill.link.mention import Mention
    from sijill.link.persons import Rulings
    from sijill.link.scoring import Scorer

KEY_BITS = 8.0
"""What the reader's own key speaks for one happening: only another place, day and kind together outweigh it."""


def keyed(mentions: Sequence[Mention], scorer: Scorer) -> list[Unit]:
    """Return the units that the reader's own keys make; a claim without a key is a unit of its own."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(f"key {mention.key}" if mention.key else f"claim {mention.claim}", []).append(mention)
    return [unit for members in found.values() for unit in _of_key(members, scorer)]


def _of_key(members: Sequence[Mention], scorer: Scorer) -> list[Unit]:
    """Return what one key holds: one unit, or several where a chain of mentions led from one happening to another."""
    if len(members) == 1 or len({(m.first, m.last, m.spot, m.happening) for m in members}) == 1:
        return [unit_of(members)]
    units = [unit_of([m]) for m in members]

    def likeness(i: int, j: int) -> float:
        a, b = units[i], units[j]
        return BARRED if disjoint(a, b) else probability_of((scorer.score(a, b) or 0.0) + KEY_BITS)

    groups = grouped([u.id for u in units], likeness, scorer.table.same)
    return [unit_of(members[i] for i in group) for group in groups]


def accounts(by_key: Sequence[Unit], scorer: Scorer, ruled: Rulings) -> list[Unit]:
    """Return the units of one report: its keyed units, joined where they are likely one, as people's rulings allow."""
    units = [part for unit in by_key for part in _split(unit, ruled)]

    def likeness(i: int, j: int) -> float:
        a, b = units[i], units[j]
        if ruled_apart(a, b, ruled):
            return FORBIDDEN
        if barred(a, b) or counted_apart(a, b) or _told_apart(a, b):
            return BARRED
        return probability_of(scorer.score(a, b) or 0.0)

    ties = [(i, j) for i, j in combinations(range(len(units)), 2) if ruled_one(units[i], units[j], ruled)]
    joined = grouped([u.id for u in units], likeness, scorer.table.same, ties)
    return [units[g[0]] if len(g) == 1 else unit_of(m for i in g for m in units[i].mentions) for g in joined]


def _told_apart(a: Unit, b: Unit) -> bool:
    """Tell whether the keys of two units stand on two sides of one run of their report: "attack-12!1.1", "!1.2"."""
    here, there = _sides(a), _sides(b)
    runs = here.keys() & there.keys()
    return bool(runs) and all(here[run].isdisjoint(there[run]) for run in runs)


def _sides(unit: Unit) -> dict[str, set[str]]:
    """Return the sides of a unit's keys by their runs."""
    found: dict[str, set[str]] = {}
    for mention in unit.mentions:
        run, _, side = (mention.key or "").partition(APART_MARK)[2].partition(".")
        if side:
            found.setdefault(run, set()).add(side)
    return found


def judgements(by_key: Sequence[Unit], scorer: Scorer) -> tuple[Judgement, ...]:
    """Return the machine's judgements of the keyed units of a report that are, or may be, one happening."""
    unsure = scorer.table.unsure
    floor = log2(unsure / (1 - unsure)) - MARGIN
    scored = ((a, b, scorer.score(a, b, floor)) for a, b in combinations(by_key, 2))
    doubted = ((a, b, bits) for a, b, bits in scored if bits is not None and probability_of(bits) >= unsure)
    return tuple(scorer.judgement(a, b, bits) for a, b, bits in doubted)


def _split(unit: Unit, ruled: Rulings) -> list[Unit]:
    """Take a keyed unit apart, claim by claim, where a person tells two of its claims apart."""
    if any(ruled.are_apart(a, b) for a, b in combinations(unit.claims, 2) if a in ruled.home):
        return [unit_of([m]) for m in unit.mentions]
    return [unit]


def ruled_apart(a: Unit, b: Unit, ruled: Rulings) -> bool:
    """Tell whether a person holds a claim of one unit and a claim of the other to be different."""
    return bool(ruled.apart) and any(ruled.are_apart(x, y) for x in a.claims for y in b.claims)


def ruled_one(a: Unit, b: Unit, ruled: Rulings) -> bool:
    """Tell whether people hold a claim of one unit and a claim of the other to be one."""
    return bool(ruled.home) and any(ruled.are_one(x, y) for x in a.claims for y in b.claims)
