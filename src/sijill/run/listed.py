"""The incidents and the claims of a register as views list them, brought up from one view to the next.

Invariant: a list that goes on from an earlier one is the list that would be made from nothing; nothing of an earlier
one is changed, so that whoever still reads it reads what it was.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from sijill.reconcile import Nesting
from sijill.reconcile.order import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from sijill.incident import Incident
    from sijill.ledger import Outline

    Pair = tuple[str, str]

T = TypeVar("T")
SURE: Final = 0.9  # a claim above it is not asked about
FEW: Final = 500  # of more, a list is sorted anew


@dataclass(frozen=True, slots=True, kw_only=True)
class Incidents:
    """The incidents in the order of their days, by their ids, and the incident of every linked claim.

    `touched` are the ids of those that may be others than in the list that this one goes on from.
    """

    nesting: Nesting = field(default_factory=Nesting)
    ordered: tuple[Incident, ...] = ()
    by_id: Mapping[str, Incident] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)
    grades: Mapping[str, str] = field(default_factory=dict)
    touched: frozenset[str] = field(default=frozenset(), compare=False)

    def after(self, changed: Mapping[str, Incident | None], graded: Iterable[tuple[str, str]]) -> Incidents:
        """Return them once some are others, None those that are no more; `graded` leads claims to grades."""
        changed = {id_: one for id_, one in changed.items() if one != self.nesting.alone.get(id_)}
        nesting, touched = self.nesting.after(changed) if changed else (self.nesting, set[str]())
        homes = _homes_after(self.homes, self.nesting.alone, changed) if changed else self.homes
        grades = {homes.get(claim, claim): grade for claim, grade in graded}
        marked = {id_ for id_ in grades.keys() | self.grades.keys() if grades.get(id_) != self.grades.get(id_)}
        touched |= marked
        if not touched:
            return replace(self, grades=grades, touched=frozenset())
        by_id, come, gone = dict(self.by_id), [], []
        for id_ in touched:
            was, now = by_id.pop(id_, None), nesting.nested.get(id_)
            gone += [was] if was else []
            if now is not None:
                by_id[id_] = replace(now, grade=grades[id_]) if id_ in grades else now
                come.append(by_id[id_])
        ordered = exchanged(self.ordered, gone, come, in_order)
        return Incidents(
            nesting=nesting, ordered=ordered, by_id=by_id, homes=homes, grades=grades, touched=frozenset(touched)
        )


def _homes_after(
    homes: Mapping[str, str], before: Mapping[str, Incident], changed: Mapping[str, Incident | None]
) -> Mapping[str, str]:
    """Return the incident of every claim."""
    found = dict(homes)
    for id_ in changed:
        for claim in before[id_].claims if id_ in before else ():
            found.pop(claim, None)
    for id_, incident in changed.items():
        found.update(dict.fromkeys(incident.claims if incident else (), id_))
    return found


def exchanged(
    there: Sequence[T],
    gone: Collection[T],
    come: Collection[T],
    key: Callable[[T], tuple[bool, str, str] | tuple[float, int | Pair] | tuple[int, str, str, Pair] | int],
) -> tuple[T, ...]:
    """Return a sorted list without some items and with others; no two may have one key."""
    if len(gone) + len(come) > FEW:
        left = {key(one) for one in gone}
        return tuple(sorted([*(one for one in there if key(one) not in left), *come], key=key))
    found = list(there)
    for one in gone:
        del found[bisect_left(found, key(one), key=key)]
    for one in come:
        insort(found, one, key=key)
    return tuple(found)


def _is_unsure(one: Outline) -> bool:
    return one.confidence < SURE


def _surest_last(one: Outline) -> tuple[float, int]:
    return one.confidence, one.seq


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """What lists need of every claim that views show, in the order of the book; by id their numbers, and by report.

    `unsure` are those of which the reader was not sure, the least certain first.
    """

    rows: tuple[Outline, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    by_report: Mapping[str, tuple[Outline, ...]] = field(default_factory=dict)
    unsure: tuple[Outline, ...] = ()

    def after(self, reports: Iterable[str], fresh: Iterable[Outline]) -> Outlines:
        """Return them once the claims of some reports are these."""
        stale, found = set(reports), list(fresh)
        gone = [one for report in stale for one in self.by_report.get(report, ())]
        if sorted(gone) == sorted(found):
            return self
        by_report, numbers = dict(self.by_report), dict(self.numbers)
        for report in stale:
            by_report.pop(report, None)
        for one in gone:
            numbers.pop(one.id, None)
        come: dict[str, list[Outline]] = {}
        for one in found:
            come.setdefault(one.report, []).append(one)
            numbers[one.id] = one.seq
        by_report.update({report: tuple(some) for report, some in come.items()})
        rows = exchanged(self.rows, gone, found, attrgetter("seq"))
        unsure = exchanged(self.unsure, [*filter(_is_unsure, gone)], [*filter(_is_unsure, found)], _surest_last)
        return Outlines(rows=rows, numbers=numbers, by_report=by_report, unsure=unsure)
