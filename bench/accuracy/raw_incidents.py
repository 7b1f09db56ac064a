"""How well incidents come out from raw text: the development reports read, linked and reconciled as they ship.

    SIJILL_DATA=... python -m bench.accuracy.raw_incidents [--errors]

A claim of the gold is found where a figure of the same measure overlaps its number; one that was not found counts as an
incident of its own, as `score_incidents.py` has it. Ranges are those of the incident that holds most of the claims.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from bench.accuracy import ranges
from bench.accuracy.claims import span
from bench.accuracy.corpora import lines, outside
from bench.accuracy.incidents import Placed, errors, members, show
from bench.accuracy.ranges import Outcome, exact, gold_incidents
from bench.accuracy.reading import read_rows
from sijill.incident import Member
from sijill.link import link, mentions_of
from sijill.link.origins import origins
from sijill.reconcile import nested, reconcile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bench.accuracy.reading import Read
    from sijill.incident import Incident
    from sijill.link import Mention, Weights
    from sijill.model import Claim


def mentions(read: Sequence[Read]) -> Iterator[Mention]:
    """Yield what linking sees of reports that were read, entered one after another."""
    entered = 0
    for report, claims in read:
        yield from mentions_of(claims, report, entered=entered)
        entered += len(claims)


def homes_of(read: Sequence[Read], weights: Weights | None = None) -> Mapping[str, str]:
    """Return the incident of every linked claim, by claim id."""
    return link(list(mentions(read)), weights=weights).homes


def incidents_of(read: Sequence[Read], homes: Mapping[str, str]) -> dict[str, Incident]:
    """Return every incident, reconciled, by id."""
    origin, found = origins(report for report, _ in read), defaultdict(list)
    entered = 0
    for report, claims in read:
        for claim in claims:
            entered += 1
            if claim.id in homes:
                member = Member(
                    claim=claim, report_name=report.name, outlet=report.outlet, published=report.published,
                    origin=origin[report.id], entered=entered,
                )  # fmt: skip
                found[homes[claim.id]].append(member)
    whole = nested([reconcile(members) for _, members in sorted(found.items())])
    made = {claim: incident for incident in whole for claim in incident.claims}
    return {home: made[own[0].claim.id] for home, own in found.items()}


def found_claims(rows: Sequence[dict[str, object]], read: Read) -> Iterator[Claim | None]:
    """Yield the claim that was read for each of a report's gold claims, None where there is none."""
    report, claims = read
    used: set[str] = set()
    for row in rows:
        start, end = span(row, report.text, "number")
        hit = next((c for c in claims if c.id not in used and _is(c, row["measure"], start, end)), None)
        used |= {hit.id} if hit else set()
        yield hit


def _is(claim: Claim, measure: object, start: int, end: int) -> bool:
    """Tell whether a claim is a figure of this measure whose number overlaps these offsets."""
    if claim.figure is None or claim.figure.measure != measure:
        return False
    number = next((e.span for e in claim.evidence if e.field == "number"), claim.anchor.span)
    return number.start < end and start < number.end


def placed(read: Sequence[Read], gold: Path, homes: Mapping[str, str]) -> list[Placed]:
    """Return the gold's claims of listed incidents, each with the incident that it was given."""
    truth, by_name = members(gold), {report.name: (report, claims) for report, claims in read}
    found: list[Placed] = []
    for name, line in lines(gold / "dev.gold.jsonl").items():
        for row, hit in zip(line["claims"], found_claims(line["claims"], by_name[name]), strict=True):
            true = truth.get((name, row["incident"]))
            if true:
                alone = f"alone {len(found)}"
                found.append(Placed(report=name, true=true, given=homes.get(hit.id, alone) if hit else alone))
    return found


def outcomes(gold: Path, rows: Sequence[Placed], made: Mapping[str, Incident]) -> list[Outcome]:
    """Return every gold incident with the incident that most of its claims are in."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        votes[row.true][row.given] += 1
    listed = gold_incidents(gold / "dev.incidents.jsonl")
    most = {id_: found.most_common(1)[0][0] for id_, found in votes.items()}
    return [Outcome(gold=row, made=made.get(most.get(row["incident"], ""))) for row in listed]


def report(read: Sequence[Read], gold: Path, weights: Weights | None = None, *, detailed: bool = False) -> None:
    """Print links, clusters and ranges."""
    homes = homes_of(read, weights)
    rows = placed(read, gold, homes)
    missed = sum(row.given.startswith("alone ") for row in rows)
    show(f"from raw text ({missed} of {len(rows)} claims not found)", rows)
    found = outcomes(gold, rows, incidents_of(read, homes))
    print("exact ranges: " + ", ".join(f"{m} {exact(found, m):.3f}" for m in ("killed", "injured")))
    if detailed:
        errors(rows)
        ranges.show("from raw text", found, errors=True)


def main() -> None:
    """Read, link, score."""
    folder = outside()
    if folder is None:
        sys.exit("set SIJILL_DATA to the folder that holds gold/")
    gold = folder / "gold"
    read = list(read_rows(lines(gold / "dev.docs.jsonl").values()))
    report(read, gold, detailed="--errors" in sys.argv)


if __name__ == "__main__":
    main()
