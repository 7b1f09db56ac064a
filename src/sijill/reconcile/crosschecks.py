"""Figures of a period and running totals laid beside the register's own sums: never added to them.

Invariant: a cross-check changes no toll.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from sijill.incident import CrossCheck, Series, SeriesPoint
from sijill.reconcile.asking import INSIDE, asked_of_figure
from sijill.reconcile.entries import Entry, entry_of
from sijill.reconcile.gathered import gathered
from sijill.reconcile.rules import rule_of
from sijill.reconcile.sums import NOTHING, container_of, container_of_report, sums_of
from sijill.reconcile.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from sijill.incident import Filters, Incident, Member, Voice
    from sijill.reconcile.gathered import Gathered
    from sijill.reconcile.rules import Rule
    from sijill.reconcile.sums import Container, Rows, Sum
    from sijill.values import Days

C = TypeVar("C", "CrossCheck", "SeriesPoint")
_ANY = frozenset({"unspecified", "mixed"})


@dataclass(slots=True)
class Beside:
    """A figure to be laid beside the register's sum, and what it came to beside the rows that it was laid beside last.

    The rows are never changed: beside the very same ones it comes to the same.
    """

    entry: Entry
    voice: Voice
    last: tuple[Rows, CrossCheck | SeriesPoint] | None = None


class Register:
    """The incidents that a figure may be laid beside, summed up under a rule, by category when first asked for."""

    def __init__(self, held: Gathered, rule: Rule) -> None:
        """Sum nothing up yet."""
        self._held, self._rule = held, rule
        self._sums: dict[tuple[str, str | None], Mapping[Container, Rows]] = {}

    def rows_for(self, entry: Entry) -> Rows:
        """Return the rows of the place of a figure, of its report where its days are counted from an unknown one."""
        if not self._held.by_id:
            return NOTHING
        days = entry.claim.days
        by_report = days.last is None and days.first is None
        at = container_of_report(entry.member.report_name) if by_report else container_of(entry.claim.place)
        return self._sums_of(entry).get(at, NOTHING)

    def _sums_of(self, entry: Entry) -> Mapping[Container, Rows]:
        category = None if entry.figure.category in _ANY else entry.figure.category
        key = entry.figure.measure, category
        if key not in self._sums:
            self._sums[key] = sums_of(self._held, *key, self._rule)
        return self._sums[key]

    def laid(self, one: Beside, make: Callable[[Beside, Sum | None], C]) -> C:
        """Return what is made of a figure and the sum over its days and place, None where its days are not known."""
        rows, last = self.rows_for(one.entry), one.last
        if last is None or last[0] is not rows:
            last = one.last = rows, make(one, _sum_over(rows, one.entry.claim.days))
        return cast("C", last[1])


def _sum_over(rows: Rows, days: Days) -> Sum | None:
    if days.last is not None or days.first is not None:
        return rows.within(days.first, days.last)
    return rows.beside(days) if days.offset_first is not None else None


def crosschecks_of(
    members: Sequence[Member],
    held: Gathered,
    filters: Filters,
    rule: Rule,
) -> tuple[CrossCheck, ...]:
    """Return the period and cumulative figures that concern the question, each beside the register's sum."""
    if not members:  # a toll of which nobody asks what stands beside it: what stands beside others stays known
        return ()
    figures = held.once_of(("beside", filters, rule.name), members, lambda some: _figures(some, filters))
    register = Register(held, rule)
    return tuple(register.laid(one, _crosscheck) for one in figures)


def _figures(members: Sequence[Member], filters: Filters) -> Sequence[Beside]:
    """Return the figures of members that concern a question, in the order of their days, each once."""
    figures = [m for m in members if _concerns(m, filters)]
    voices = Voices(figures)
    found = {
        member.claim.id: Beside(entry_of(member.claim.id, member, key), voices.of(key))
        for member, key in zip(figures, voices.keys, strict=True)
    }
    return sorted(found.values(), key=_by_days)


def _by_days(one: Beside) -> tuple[bool, date | None, str, str]:
    last = one.entry.claim.days.last
    return last is None, last, one.voice.key, one.entry.id


def _concerns(member: Member, filters: Filters) -> bool:
    figure = member.claim.figure
    if figure is None or figure.scope == "incident" or member.claim.certainty in {"denied", "hypothetical"}:
        return False
    if figure.measure != filters.measure or (filters.category is not None and figure.category != filters.category):
        return False
    return asked_of_figure(member.claim, filters) == INSIDE


def _crosscheck(one: Beside, found: Sum | None) -> CrossCheck:
    entry, claim = one.entry, one.entry.claim
    incidents, low, high = found or (0, None, None)
    return CrossCheck(
        claim=entry.id,
        voice=one.voice,
        scope=entry.figure.scope,
        measure=entry.figure.measure,
        low=entry.low,
        high=entry.high,
        worded=entry.figure.worded,
        days=claim.days,
        place=claim.place,
        hedged=claim.certainty == "hedged",
        incidents=incidents,
        sum_low=low,
        sum_high=high,
        remainder_low=_minus(entry.low, high),
        remainder_high=_minus(entry.high, low),
        note=None if found else "its days are not known",
    )


def _minus(number: int | None, other: int | None) -> int | None:
    return None if number is None or other is None else number - other


def series(
    members: Sequence[Member],
    incidents: Sequence[Incident] | Gathered = (),
    rule: str = "ibc",
    measure: str | None = None,
) -> tuple[Series, ...]:
    """Return every source's running totals in the order of their days, beside the register's own sum up to each.

    Of a measure, where one is given: sources are told apart by all of their running totals.
    """
    held, of_rule = gathered(incidents), rule_of(rule)
    groups = held.once_of(("series", of_rule.name, measure), members, lambda some: _running(some, measure))
    register = Register(held, of_rule)
    return tuple(
        Series(voice=some[0].voice, measure=of_measure, category=category, points=_points(some, register))
        for (_, of_measure, category), some in groups
    )


def _running(members: Sequence[Member], measure: str | None) -> Sequence[tuple[tuple[str, str, str], Sequence[Beside]]]:
    """Return the running totals of members by source, measure and category."""
    running = [m for m in members if m.claim.figure and m.claim.figure.scope == "cumulative" and _stands(m)]
    voices = Voices(running)
    groups: defaultdict[tuple[str, str, str], dict[str, Beside]] = defaultdict(dict)
    for member, key in zip(running, voices.keys, strict=True):
        entry = entry_of(member.claim.id, member, key)
        if measure in {None, entry.figure.measure}:
            groups[key, entry.figure.measure, entry.figure.category][entry.id] = Beside(entry, voices.of(key))
    return [(key, tuple(groups[key].values())) for key in sorted(groups)]


def _stands(member: Member) -> bool:
    return member.claim.certainty in {"asserted", "hedged"}


def _points(figures: Iterable[Beside], register: Register) -> tuple[SeriesPoint, ...]:
    points = (register.laid(one, _point) for one in figures)
    return tuple(sorted(points, key=lambda p: (p.day is None, p.day, p.low or 0, p.claim)))


def _point(one: Beside, found: Sum | None) -> SeriesPoint:
    entry = one.entry
    return SeriesPoint(
        day=_day(entry),
        low=entry.low,
        high=entry.high,
        worded=entry.figure.worded,
        claim=entry.id,
        hedged=entry.claim.certainty == "hedged",
        sum_low=found[1] if found else None,
        sum_high=found[2] if found else None,
    )


def _day(entry: Entry) -> date | None:
    return entry.claim.days.last or entry.member.published
