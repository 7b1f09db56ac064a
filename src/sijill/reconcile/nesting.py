"""Incidents within incidents: "14 killed across Aleppo", of which 13 in one quarter and one in another.

An incident is a part of another where one report, in one kind of voice, gives the whole's number and those of two or
more other incidents of the same days, within the whole's place, that come to it exactly. Numbers told side by side add
up to another by chance too, the sooner the more of them there are: where more than `FEW` could be parts, all of them
are, or none.

Invariant: nesting that goes on from an earlier one is nesting from nothing. It changes no figure of a part; of a whole
it replaces only a vague figure, by the sum of the parts.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeVar

from sijill.reconcile.containment import may_lie_in
from sijill.reconcile.ranges import range_of
from sijill.reconcile.statements import summed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sijill.incident import Amount, Incident, SourceFigures

    Wholes = Mapping[str, tuple[str, ...]]
    """Whole -> parts."""

K = TypeVar("K")
V = TypeVar("V")
FEWEST: Final = 2  # parts
FEW: Final = 5  # incidents among which some may be the parts of another
DAYS: Final = 1  # days of difference that "overnight" makes


@dataclass(frozen=True, slots=True, kw_only=True)
class Nesting:
    """Incidents as they come of their claims alone, and as they stand once parts are marked.

    `told` leads a report to its incidents, `wholes` a report to the wholes and parts that it gives.
    """

    alone: Mapping[str, Incident] = field(default_factory=dict)
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)
    wholes: Mapping[str, Wholes] = field(default_factory=dict)
    nested: Mapping[str, Incident] = field(default_factory=dict)

    def after(self, changed: Mapping[str, Incident | None]) -> tuple[Nesting, set[str]]:
        """Return the nesting once some incidents are others, None those that are no more, and which stand otherwise."""
        alone = _with(self.alone, changed)
        told, reports = _told_after(self, changed)
        of_reports = {
            report: _wholes(report, [alone[id_] for id_ in sorted(told.get(report, ()))])
            if len(told.get(report, ())) > FEWEST
            else None
            for report in reports
        }
        wholes = _with(self.wholes, {report: found or None for report, found in of_reports.items()})
        was, now = _together(self.wholes), _together(wholes)
        differing = {id_ for id_ in was.keys() | now.keys() if was.get(id_) != now.get(id_)}
        filled = {id_ for id_, parts in now.items() if not changed.keys().isdisjoint(parts)}
        before, part_of = _part_of(was), _part_of(now)
        moved = {id_ for id_ in before.keys() | part_of.keys() if before.get(id_) != part_of.get(id_)}
        touched = {*changed, *differing, *filled, *moved}
        stands = {id_: _standing(id_, alone, now, part_of) for id_ in touched}
        return Nesting(alone=alone, told=told, wholes=wholes, nested=_with(self.nested, stands)), touched


def nested(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Return the incidents, parts marked with the id of their whole and vague wholes replaced by their parts' sum."""
    found, _ = Nesting().after({incident.id: incident for incident in incidents})
    return tuple(found.nested[incident.id] for incident in incidents)


def _with(there: Mapping[K, V], changed: Mapping[K, V | None]) -> dict[K, V]:
    """Return a mapping with some keys changed, None taking a key out."""
    found = dict(there)
    for key, value in changed.items():
        if value is None:
            found.pop(key, None)
        else:
            found[key] = value
    return found


def _told_after(
    nesting: Nesting, changed: Mapping[str, Incident | None]
) -> tuple[Mapping[str, frozenset[str]], set[str]]:
    """Return which incidents each report tells of, and the reports that tell of changed ones, or told."""
    come: defaultdict[str, set[str]] = defaultdict(set)
    gone: defaultdict[str, set[str]] = defaultdict(set)
    for id_, incident in changed.items():
        for report in nesting.alone[id_].reports if id_ in nesting.alone else ():
            gone[report].add(id_)
        for report in incident.reports if incident else ():
            come[report].add(id_)
    reports = come.keys() | gone.keys()
    here = {report: (nesting.told.get(report, frozenset()) - gone[report]) | come[report] for report in reports}
    return _with(nesting.told, {report: ids or None for report, ids in here.items()}), set(reports)


def _together(wholes: Mapping[str, Wholes]) -> dict[str, tuple[str, ...]]:
    """Return whole -> parts over all reports."""
    return {whole: parts for _, of_report in sorted(wholes.items()) for whole, parts in of_report.items()}


def _part_of(wholes: Wholes) -> dict[str, str]:
    """Return part -> whole."""
    return {part: whole for whole, parts in sorted(wholes.items()) for part in parts}


def _standing(id_: str, alone: Mapping[str, Incident], wholes: Wholes, part_of: Mapping[str, str]) -> Incident | None:
    """Return an incident as it stands among the others; None where there is none."""
    incident = alone.get(id_)
    if incident is None or not (id_ in wholes or id_ in part_of):
        return incident
    whole = _filled(incident, [alone[part] for part in wholes[id_]]) if id_ in wholes else incident
    return replace(whole, part_of=part_of.get(id_))


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
            and may_lie_in(i.place, whole.place)
        ]  # fmt: skip
        parts = _summing(near, total.stated or 0)
        if parts and not any(part in found for part in parts):
            found[whole.id] = parts
    return found


def _summing(near: Sequence[tuple[Incident, int]], wanted: int) -> tuple[str, ...]:
    """Return those of which the numbers come to the wanted one, () where none do."""
    smaller = [(i.id, n) for i, n in near if n < wanted]
    for size in range(FEWEST if len(smaller) <= FEW else len(smaller), len(smaller) + 1):
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
