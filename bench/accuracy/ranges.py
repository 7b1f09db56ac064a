"""How many killed and injured ranges of the gold's incidents come out exactly, given the gold's claims and clusters.

    SIJILL_DATA=... python -m bench.accuracy.ranges [--errors]

A range is exact where both ends are the gold's (None is open); only incidents for which the gold gives a low are
counted, as `score_incidents.py` counts. Intervals resample whole incidents. `contradictory` compares the gold's flag
with the incident's over all incidents. `members_of` joins gold claims with any clusters, so that predicted ones can be
measured in the same way.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bench.accuracy.claims import span
from bench.accuracy.corpora import OWN_GOLD, lines, outside
from bench.accuracy.gold_rows import claim_with, quoted, report_of
from bench.accuracy.intervals import measured
from sijill.incident import Incident, Member
from sijill.model import Place
from sijill.reconcile import nested, reconcile
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from bench.accuracy.gold_rows import Row
    from sijill.model import Report

ASKED = {"killed": 23 / 26, "injured": 12 / 15}
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s)[^.!?\n]*)*[.!?]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One incident of the gold beside what reconciling made of it."""

    gold: Row
    made: Incident | None

    def gold_range(self, measure: str) -> tuple[int, int | None] | None:
        """Return the gold's range, None where it gives no low."""
        given = self.gold.get(measure) or {}
        return None if given.get("low") is None else (given["low"], given.get("high"))

    def made_range(self, measure: str) -> tuple[int | None, int | None]:
        """Return the range that was made; (None, None) where there is none."""
        found = self.made.range_of(measure) if self.made else None
        return (found.low, found.high) if found and not found.bounded_only else (None, None)


def gold_members(folder: Path, part: str) -> dict[tuple[str, str], list[Member]]:
    """Return the incident claims of a part of the gold as members, by (report name, incident key)."""
    docs = lines(folder / f"{part}.docs.jsonl")
    found: dict[tuple[str, str], list[Member]] = {}
    entered = 0
    for name, line in lines(folder / f"{part}.gold.jsonl").items():
        report = report_of(docs[name])
        for row in line["claims"]:
            entered += 1
            member = member_of(row, report, entered)
            if row["incident"] and row["scope"] == "incident":
                found.setdefault((name, row["incident"]), []).append(member)
    return found


def member_of(row: Row, report: Report, entered: int) -> Member:
    """Return a gold row as a member: the annotators' word for everything, its sentence as the clause."""
    start, end = span(row, report.text, "number")
    where = Span(start=start, end=end)
    evidence = (quoted("claim", _sentence(report.text, where), report), quoted("number", where, report))
    place = Place(worded=row["place"], country=row["country"]) if row["place"] else None
    claim = claim_with(row, report, evidence, place)
    return Member(
        claim=claim, report_name=report.name, outlet=report.outlet, published=report.published, origin=report.id,
        entered=entered,
    )  # fmt: skip


def _sentence(text: str, where: Span) -> Span:
    for found in _SENTENCE.finditer(text):
        if found.start() <= where.start and where.end <= found.end():
            return Span(start=found.start(), end=found.end())
    return where


def gold_incidents(path: Path) -> list[Row]:
    """Return the incidents of a file, as the gold gives them."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def outcomes(
    rows: Iterable[Row],
    members: Mapping[tuple[str, str], Sequence[Member]],
    incidents_of: Callable[[list[list[Member]]], Sequence[Incident | None]] | None = None,
) -> list[Outcome]:
    """Return every gold incident with the one made of the gold's own cluster."""
    listed = list(rows)
    clusters = [[m for own in row["members"] for m in members.get((own[0], own[1]), ())] for row in listed]
    made = (incidents_of or _reconciled)(clusters)
    return [Outcome(gold=row, made=one) for row, one in zip(listed, made, strict=True)]


def _reconciled(clusters: list[list[Member]]) -> list[Incident | None]:
    made = [reconcile(cluster) if cluster else None for cluster in clusters]
    whole = {i.id: i for i in nested([i for i in made if i])}
    return [whole[i.id] if i else None for i in made]


def members_of(clusters: Mapping[str, str], members: Mapping[tuple[str, str], Sequence[Member]]) -> list[list[Member]]:
    """Return gold claims by predicted clusters; `clusters` gives each claim id its incident."""
    found: dict[str, list[Member]] = {}
    for own in members.values():
        for member in own:
            found.setdefault(clusters.get(member.claim.id, member.claim.id), []).append(member)
    return list(found.values())


def exact(items: Sequence[Outcome], measure: str) -> float:
    """Return the share of the gold's ranges that came out exactly."""
    given = [o for o in items if o.gold_range(measure)]
    return sum(o.made_range(measure) == o.gold_range(measure) for o in given) / len(given) if given else 1.0


def show(name: str, items: list[Outcome], *, errors: bool) -> None:
    """Print the ranges of one set of incidents with 95% intervals."""
    for measure in ASKED:
        _show_measure(name, [o for o in items if o.gold_range(measure)], measure, errors=errors)
    odd = [o for o in items if o.made and o.made.contradictory != bool(o.gold.get("contradictory"))]
    print(f"{name:9} contradictory {len(items) - len(odd)}/{len(items)}")
    for o in odd if errors else ():
        said = "; ".join(map(str, o.made.contradictions)) if o.made else ""
        print(f"    {o.gold['incident']}: gold {o.gold.get('contradictory')}; {said}")


def _show_measure(name: str, given: list[Outcome], measure: str, *, errors: bool) -> None:
    found = measured(measure, given, partial(exact, measure=measure), ASKED[measure])
    wrong = [o for o in given if o.made_range(measure) != o.gold_range(measure)]
    interval = f"{found.value:.3f} [{found.low:.3f}, {found.high:.3f}]"
    print(f"{name:9} {measure:8} {len(given) - len(wrong)}/{len(given)} exact  {interval}")
    for o in wrong if errors else ():
        print(f"    {o.gold['incident']}: {o.gold_range(measure)}, made {o.made_range(measure)}")


def main() -> None:
    """Print the project's own examples and, where SIJILL_DATA names it, the development gold."""
    errors, folder = "--errors" in sys.argv, outside()
    sets = [("examples", OWN_GOLD, "examples")] + ([("dev", folder / "gold", "dev")] if folder else [])
    for name, at, part in sets:
        show(name, outcomes(gold_incidents(at / f"{part}.incidents.jsonl"), gold_members(at, part)), errors=errors)


if __name__ == "__main__":
    main()
