"""Incidents within incidents: "14 killed across Aleppo", of which 13 in one quarter and one in another.

An incident is a part of another where one report, in one kind of voice, gives the whole's number and those of two or
more other incidents of the same days that come to it exactly.

Invariant: nesting changes no figure of a part; of a whole it replaces only a vague figure, by the sum of the parts.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from sijill.reconcile.ranges import range_of
from sijill.reconcile.statements import summed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.incident import Amount, Incident, SourceFigures

FEWEST: Final = 2  # parts
MOST: Final = 5  # parts of one whole that are looked for
DAYS: Final = 1  # days of difference that "overnight" makes


def nested(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Return the incidents, parts marked with the id of their whole and vague wholes replaced by their parts' sum."""
    by_report: defaultdict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        for report in incident.reports:
            by_report[report].append(incident)
    wholes: dict[str, tuple[str, ...]] = {}
    for report, told in sorted(by_report.items()):
        if len(told) > FEWEST:
            wholes.update(_wholes(report, told))
    part_of = {part: whole for whole, parts in sorted(wholes.items()) for part in parts}
    by_id = {i.id: i for i in incidents} if wholes else {}
    return tuple(
        replace(_filled(i, [by_id[p] for p in wholes[i.id]]) if i.id in wholes else i, part_of=part_of.get(i.id))
        if i.id in wholes or i.id in part_of
        else i
        for i in incidents
    )


def _wholes(report: str, told: Iterable[Incident]) -> dict[str, tuple[str, ...]]:
    """Return whole -> parts among the incidents that one report tells of."""
    given = [
        (i, f, f.total) for i in told for f in i.figures if f.measure == "killed" and report in f.reports and f.total
    ]
    found: dict[str, tuple[str, ...]] = {}
    for whole, figures, total in given:
        near = [
            (i, t.stated) for i, f, t in given
            if i.id != whole.id and f.voice.kind == figures.voice.kind and t.stated and _same_days(i, whole)
        ]  # fmt: skip
        parts = _summing(near, total.stated or 0)
        if parts and not any(part in found for part in parts):
            found[whole.id] = parts
    return found


def _summing(near: Sequence[tuple[Incident, int]], wanted: int) -> tuple[str, ...]:
    smaller = [(i.id, n) for i, n in near if n < wanted]
    for size in range(FEWEST, min(MOST, len(smaller)) + 1):
        for chosen in combinations(smaller, size):
            if sum(n for _, n in chosen) == wanted and len({id_ for id_, _ in chosen}) == size:
                return tuple(id_ for id_, _ in chosen)
    return ()


def _same_days(a: Incident, b: Incident) -> bool:
    if a.days.first is None or b.days.first is None:
        return False
    return abs((a.days.first - b.days.first).days) <= DAYS


def _filled(whole: Incident, parts: Sequence[Incident]) -> Incident:
    """Replace each vague total of a whole by the sum of what the same kind of voice gives for its parts."""
    figures = tuple(_exact(f, parts) for f in whole.figures)
    if figures == whole.figures:
        return whole
    measures = {f.measure for f in figures}
    contested = {r.measure for r in whole.ranges if r.contested}
    by_measure = {m: [f for f in figures if f.measure == m] for m in sorted(measures)}
    ranges = (range_of(m, of_measure, contested=m in contested) for m, of_measure in by_measure.items())
    return replace(whole, figures=figures, ranges=tuple(r for r in ranges if r))


def _exact(vague: SourceFigures, parts: Sequence[Incident]) -> SourceFigures:
    if vague.total is None or vague.total.vague is None:
        return vague
    amounts = [_amount(vague, part) for part in parts]
    known = [a for a in amounts if a is not None]
    total = summed(known) if len(known) == len(parts) else None
    if total is None or (total.stated or 0) < (vague.total.low or 0):
        return vague
    return replace(vague, total=total, parts=tuple(known), superseded=(*vague.superseded, vague.total))


def _amount(vague: SourceFigures, part: Incident) -> Amount | None:
    same = (
        f.total for f in part.figures
        if f.measure == vague.measure and f.voice.kind == vague.voice.kind and set(f.reports) & set(vague.reports)
    )  # fmt: skip
    return next(same, None)
