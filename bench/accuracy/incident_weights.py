"""Learns the weights of linking from labelled pairs and writes them as a table that a person can read.

    SIJILL_DATA=... python -m bench.accuracy.incident_weights [FILE]

Logistic regression over the levels of each part, in bits, drawn towards the weights that the table began with (`start`)
by a Gaussian prior: with a few dozen labelled incidents, a level that hardly occurs keeps the weight that a person gave
it. Within reports: every two claims of a train report, alike if the annotators gave them one key; a report weighs by
its claims, not by its pairs. Across: every two accounts of train that blocking brings together, alike if
cases/same_incidents.csv says so. No development report is looked at.
"""

from __future__ import annotations

import math
import sys
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.accuracy.corpora import PROJECT, outside
from bench.accuracy.incident_gold import gold_claims, labelled, truth_of
from sijill.link.blocks import Blocks
from sijill.link.comparing import ACROSS, WITHIN
from sijill.link.memory import Memory
from sijill.link.units import unit_of
from sijill.link.weights import Table, Weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bench.accuracy.incident_gold import GoldClaim
    from sijill.link.units import Unit

SHIPPED = PROJECT / "src" / "sijill" / "link" / "data" / "weights.toml"
LOOSENESS = {"within": 1.0, "across": 1.5}
"""How far a weight may move from its start: the prior's standard deviation, in bits."""
FEWEST, KEPT_PARTS, KEPT_LEVELS = 3, {"days", "words"}, {("place", "region")}
"""Between reports, these keep what a person set where fewer labelled pairs of one happening than this had the level."""
STEPS = 60
Comparisons = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Sample:
    """One labelled pair: the level of each part, whether the two are one, and how much it weighs."""

    levels: tuple[tuple[str, str], ...]
    same: bool
    weight: float = 1.0


@dataclass(slots=True, kw_only=True)
class Learnt:
    """A learnt table, and how many pairs of either kind had each level."""

    prior: float
    bits: dict[tuple[str, str], float]
    seen: dict[bool, Counter[tuple[str, str]]] = field(default_factory=dict)


def compared(a: Unit, b: Unit, parts: Mapping[str, Callable[[Unit, Unit], str]]) -> tuple[tuple[str, str], ...]:
    """Return the level of each part for two units."""
    return tuple((name, compare(a, b)) for name, compare in parts.items())


def within_samples(claims: list[GoldClaim]) -> Iterator[Sample]:
    """Yield every two claims of one report, with whether their keys are equal."""
    by_report: dict[str, list[GoldClaim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report.id].append(claim)
    for found in by_report.values():
        for a, b in combinations(found, 2):
            levels = compared(unit_of([a.mention]), unit_of([b.mention]), WITHIN)
            yield Sample(levels=levels, same=a.row["incident"] == b.row["incident"], weight=2.0 / len(found))


def across_samples(claims: list[GoldClaim], across: dict[tuple[str, str], str]) -> Iterator[Sample]:
    """Yield every two accounts of different reports that blocking brings together."""
    members: dict[tuple[str, str], list[GoldClaim]] = defaultdict(list)
    for claim, truth in zip(claims, truth_of(claims, across), strict=True):
        members[claim.report.id, truth].append(claim)
    memory = Memory()
    truths: dict[str, str] = {}
    blocks = Blocks(memory)
    for (_, truth), found in members.items():
        unit = unit_of(c.mention for c in found)
        for id_, other in blocks.near(unit).items():
            yield Sample(levels=compared(unit, other, ACROSS), same=truth == truths[id_])
        memory.units[unit.id] = unit
        blocks.add(unit)
        truths[unit.id] = truth


def learnt(samples: list[Sample], start: Mapping[tuple[str, str], float], prior: float, looseness: float) -> Learnt:
    """Return the most probable weights under the prior, by Newton's method in steps of at most 1."""
    names = sorted(start)
    column = {name: i + 1 for i, name in enumerate(names)}
    x = np.zeros((len(samples), len(names) + 1))
    x[:, 0] = 1.0
    for row, sample in enumerate(samples):
        for level in sample.levels:
            x[row, column[level]] = 1.0
    y = np.array([s.same for s in samples], dtype=float)
    w = np.array([s.weight for s in samples])
    mean = np.array([prior, *(start[name] for name in names)]) * math.log(2)
    precision = 1.0 / (looseness * math.log(2)) ** 2
    theta = mean.copy()
    for _ in range(STEPS):
        p = 1.0 / (1.0 + np.exp(-x @ theta))
        slope = x.T @ (w * (y - p)) - precision * (theta - mean)
        bend = (x.T * (w * p * (1 - p))) @ x + precision * np.eye(len(theta))
        step = np.linalg.solve(bend, slope)
        theta += step / max(1.0, float(np.abs(step).max()))  # a whole step can overshoot where many pairs are certain
    bits = theta / math.log(2)
    seen = {kind: Counter(level for s in samples if s.same is kind for level in s.levels) for kind in (True, False)}
    return Learnt(prior=float(bits[0]), bits={n: float(bits[column[n]]) for n in names}, seen=seen)


def starting(table: dict[str, Any]) -> tuple[dict[tuple[str, str], float], float]:
    """Return the weights that a table began with, and its starting prior."""
    start = {
        (part, level): float(row["start"] if isinstance(row, dict) else row)
        for part, levels in table["parts"].items()
        for level, row in levels.items()
    }
    return start, float(table.get("prior_start", table["prior"]))


def learn(claims: list[GoldClaim], across: dict[tuple[str, str], str], tables: dict[str, Any]) -> dict[str, Learnt]:
    """Learn both tables from labelled claims."""
    samples = {"within": list(within_samples(claims)), "across": list(across_samples(claims, across))}
    made = {name: learnt(found, *starting(tables[name]), LOOSENESS[name]) for name, found in samples.items()}
    start, _ = starting(tables["across"])
    seen = made["across"].seen
    made["across"].bits.update((at, start[at]) for at in start if is_kept(at) and seen[True][at] < FEWEST)
    return made


def is_kept(at: tuple[str, str]) -> bool:
    """Tell whether a level between reports keeps what a person set where it was hardly seen."""
    return at[0] in KEPT_PARTS or at in KEPT_LEVELS


def as_weights(found: dict[str, Learnt], tables: dict[str, Any]) -> Weights:
    """Return learnt tables as the linking stage takes them."""
    made = {}
    for name, learned in found.items():
        bits: dict[str, dict[str, float]] = defaultdict(dict)
        for (part, level), value in learned.bits.items():
            bits[part][level] = value
        rows = tables[name]
        made[name] = Table(prior=learned.prior, bits=dict(bits), same=rows["same"], unsure=rows["unsure"])
    return Weights(**made)


HEADER = """\
# The weights of linking, in bits (log2 of the odds). The score of two accounts is the prior and the sum of one row of
# each part; probability = 1 / (1 + 2 ** -score). From `same` on two accounts are one happening; from `unsure` on it is
# an open question. [within] compares claims of one report, [across] accounts of different reports.
#
# Learnt by bench/accuracy/incident_weights.py, which says how. `start` is where a person set the weight before
# learning, `same` and `different` how many labelled pairs of either kind had the level. To change one, change `bits`.
# Between reports, levels of days and words, and neighbouring towns ("region"), keep what a person set where fewer than
# three labelled pairs of one happening show them.
"""


def written(found: dict[str, Learnt], tables: dict[str, Any]) -> str:
    """Return learnt tables as TOML."""
    rows = [HEADER]
    for name, learned in found.items():
        start, prior = starting(tables[name])
        rows.append(f"[{name}]\nprior = {learned.prior:.2f}\nprior_start = {prior}")
        rows.append(f"same = {tables[name]['same']}\nunsure = {tables[name]['unsure']}\n")
        for part, levels in tables[name]["parts"].items():
            rows.append(f"[{name}.parts.{part}]")
            for level in levels:
                at = (part, level)
                key = level if level.isalnum() else f'"{level}"'
                counts = f"same = {learned.seen[True][at]}, different = {learned.seen[False][at]}"
                rows.append(f"{key} = {{ bits = {learned.bits[at]:.2f}, start = {start[at]}, {counts} }}")
            rows.append("")
    return "\n".join(rows)


def main() -> None:
    """Learn from train and write the table."""
    folder = outside()
    if folder is None:
        sys.exit("set SIJILL_DATA to the folder that holds gold/")
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED
    tables = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    found = learn(gold_claims(folder / "gold", "train"), labelled(), tables)
    target.write_text(written(found, tables), encoding="utf-8")


if __name__ == "__main__":
    main()
