"""How well claims are linked into incidents: B-cubed and links between reports, with gold claims as input.

    SIJILL_DATA=... python -m bench.accuracy.incidents [--errors] [--write FOLDER]

The gold's incident keys are hidden from linking; no development report was used in learning the weights. Counted as
`score_incidents.py` counts: B-cubed over the claims of the listed incidents, F1 over pairs of claims of different
reports. Intervals resample whole incidents (with the false links of their claims).
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from bench.accuracy.corpora import outside
from bench.accuracy.incident_gold import GoldClaim, gold_claims
from bench.accuracy.intervals import RESAMPLES, SEED
from sijill.link import link

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sijill.link import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A claim of the evaluation: its report, its true incident, and the one that it was given."""

    report: str
    true: str
    given: str


def b_cubed(placed: Sequence[Placed], weight: Callable[[str], float] = lambda _: 1.0) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1; `weight` says how often a true incident counts."""
    true, given = Counter(p.true for p in placed), Counter(p.given for p in placed)
    both = Counter((p.true, p.given) for p in placed)
    total = sum(weight(p.true) for p in placed)
    precision = sum(weight(p.true) * both[p.true, p.given] / given[p.given] for p in placed) / total
    recall = sum(weight(p.true) * both[p.true, p.given] / true[p.true] for p in placed) / total
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def links(placed: Sequence[Placed], *, true: bool) -> set[tuple[int, int]]:
    """Return the pairs of claims of different reports that are in one incident."""
    spots: dict[str, list[int]] = defaultdict(list)
    for i, p in enumerate(placed):
        spots[p.true if true else p.given].append(i)
    pairs = (pair for found in spots.values() for pair in combinations(found, 2))
    return {(i, j) for i, j in pairs if placed[i].report != placed[j].report}


def link_f1(placed: Sequence[Placed], weight: Callable[[str], float] = lambda _: 1.0) -> float:
    """Return the F1 of links between reports; a false link counts half with each of the incidents it mixes."""
    gold, got = links(placed, true=True), links(placed, true=False)

    def amount(pairs: set[tuple[int, int]]) -> float:
        return sum((weight(placed[i].true) + weight(placed[j].true)) / 2 for i, j in pairs)

    whole = amount(gold) + amount(got)
    return 2 * amount(gold & got) / whole if whole else 1.0


def interval(placed: Sequence[Placed], score: Callable[[Sequence[Placed], Callable[[str], float]], float]) -> str:
    """Return a score with the 95% interval that resampling incidents gives."""
    rng, incidents = random.Random(SEED), sorted({p.true for p in placed})  # noqa: S311 -- a resampling, not a secret
    draws = (rng.choices(incidents, k=len(incidents)) for _ in range(RESAMPLES))
    drawn = sorted(score(placed, times_drawn(draw)) for draw in draws)
    low, high = drawn[int(0.025 * RESAMPLES)], drawn[int(0.975 * RESAMPLES) - 1]
    return f"{score(placed, lambda _: 1.0):.3f} [{low:.3f}, {high:.3f}]"


def times_drawn(incidents: Sequence[str]) -> Callable[[str], float]:
    """Return what says how often an incident was drawn."""
    times = Counter(incidents)
    return lambda key: float(times[key])


def members(folder: Path) -> dict[tuple[str, str], str]:
    """Return the development gold's incidents: (report name, key) -> incident."""
    listed = lines_by_incident(folder / "dev.incidents.jsonl")
    return {(report, key): id_ for id_, found in listed.items() for report, key in found}


def lines_by_incident(path: Path) -> dict[str, list[list[str]]]:
    """Return the members of each incident of a file."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["incident"]: row["members"] for row in rows}


def placed_by(claims: list[GoldClaim], truth: dict[tuple[str, str], str], given: dict[str, str]) -> list[Placed]:
    """Return the claims of listed incidents with what they were given; `given` is by claim id."""
    return [
        Placed(report=c.report.name, true=truth[own], given=given[c.mention.claim])
        for c in claims
        if (own := (c.report.name, c.row["incident"])) in truth
    ]


def linked(claims: list[GoldClaim], weights: Weights | None = None) -> dict[str, str]:
    """Return the incident that linking gives each claim."""
    return dict(link([c.mention for c in claims], weights=weights).homes)


def show(name: str, placed: list[Placed]) -> None:
    """Print one way of linking."""
    precision, recall, _ = b_cubed(placed)
    f1 = interval(placed, lambda p, w: b_cubed(p, w)[2])
    print(f"{name:42} B3 P {precision:.3f} R {recall:.3f} F1 {f1}   links F1 {interval(placed, link_f1)}")


def errors(placed: list[Placed]) -> None:
    """Print the incidents that came out split, and those that came out mixed."""
    for title, mine, other in (("SPLIT", "true", "given"), ("MIXED", "given", "true")):
        sides: dict[str, set[str]] = defaultdict(set)
        for p in placed:
            sides[getattr(p, mine)].add(getattr(p, other))
        for key, found in sides.items():
            if len(found) > 1:
                print(title, key, sorted(found))


def write(folder: Path, claims: list[GoldClaim], given: dict[str, str]) -> None:
    """Write predicted.jsonl and incidents.jsonl in the form that `score_incidents.py` reads (without ranges)."""
    rows: dict[str, list[dict[str, object]]] = defaultdict(list)
    for claim in claims:
        rows[claim.report.name].append({**claim.row, "incident": given[claim.mention.claim]})
    folder.mkdir(parents=True, exist_ok=True)
    predicted = (json.dumps({"id": id_, "claims": found}) for id_, found in rows.items())
    (folder / "predicted.jsonl").write_text("\n".join(predicted) + "\n", encoding="utf-8")
    listed = (json.dumps({"incident": id_}) for id_ in sorted(set(given.values())))
    (folder / "incidents.jsonl").write_text("\n".join(listed) + "\n", encoding="utf-8")


def main() -> None:
    """Print everything."""
    folder = outside()
    if folder is None:
        sys.exit("set SIJILL_DATA to the folder that holds gold/")
    gold = folder / "gold"
    claims, truth = gold_claims(gold, "dev"), members(gold)
    alone = {c.mention.claim: c.mention.claim for c in claims}
    keys = {c.mention.claim: f"{c.report.name} {c.row['incident']}" for c in claims}
    show("every claim alone", placed_by(claims, truth, alone))
    show("no linking (the annotators' keys)", placed_by(claims, truth, keys))
    given = linked(claims)
    ours = placed_by(claims, truth, given)
    show("linked", ours)
    if "--errors" in sys.argv:
        errors(ours)
    if "--write" in sys.argv:
        write(Path(sys.argv[sys.argv.index("--write") + 1]), claims, given)


if __name__ == "__main__":
    main()
