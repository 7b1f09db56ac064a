"""Figures of a period and running totals laid beside the register's own sums: never added to them.

Invariant: a cross-check changes no toll.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sijill.incident import CrossCheck, Filters, Member, Series, SeriesPoint
from sijill.reconcile.asking import INSIDE, asked_of_figure
from sijill.reconcile.counting import Counted, count
from sijill.reconcile.entries import Entry, entry_of
from sijill.reconcile.rules import rule_of
from sijill.reconcile.sums import Sum, Sums
from sijill.reconcile.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sijill.incident import Incident, Voice
    from sijill.reconcile.rules import Rule
    from sijill.values import Days

_ANY = frozenset({"unspecified", "mixed"})
Question = tuple[str, str | None]
"""Measure and category."""
Answers = Mapping[str, Counted | str]
"""What incidents come to, or why they do not count, by their ids."""


class Register:
    """The incidents that a figure may be laid beside, counted under a rule, by category when first asked for."""

    def __init__(
        self, incidents: Sequence[Incident], rule: Rule, answers: Mapping[Question, Answers] | None = None
    ) -> None:
        """Keep the incidents; parts of others are left out. `answers` are what some of them came to already."""
        ids = {i.id for i in incidents}
        self._incidents = [i for i in incidents if i.part_of not in ids]
        self._rule = rule
        self._answers = answers or {}
        self._counted: dict[Question, list[Counted]] = {}
        self._sums: dict[tuple[str, str | None], Sums] = {}

    def sum_for(self, member: Member, entry: Entry, days: Days) -> Sum | None:
        """Return the sum over the days and place of a figure, None where its days are not known."""
        category = None if entry.figure.category in _ANY else entry.figure.category
        key = entry.figure.measure, category
        if days.last is not None or days.first is not None:
            if key not in self._sums:
                self._sums[key] = Sums(self.counted(*key))
            return self._sums[key].over(member.claim.place, days.first, days.last)
        return self._beside(member.report_name, self.counted(*key), days) if days.offset_first is not None else None

    def counted(self, measure: str, category: str | None) -> list[Counted]:
        """Return the incidents that count, for one measure and category."""
        if (measure, category) not in self._counted:
            filters, known = Filters(measure=measure, category=category), self._answers.get((measure, category), {})
            found = (known.get(i.id) or count(i, filters, self._rule) for i in self._incidents)
            self._counted[measure, category] = [c for c in found if isinstance(c, Counted)]
        return self._counted[measure, category]

    @staticmethod
    def _beside(report: str, counted: Iterable[Counted], days: Days) -> Sum:
        """Sum the incidents of the same report whose days, counted from the same unknown day, lie inside."""
        inside = [c.range for c in counted if report in c.incident.reports and _within(c.incident.days, days)]
        high = None if any(r.high is None for r in inside) else sum(r.high or 0 for r in inside)
        return len(inside), sum(r.low for r in inside), high


def _within(inner: Days, outer: Days) -> bool:
    if inner.anchor != outer.anchor or inner.offset_first is None or outer.offset_first is None:
        return False
    last, end = inner.offset_last or inner.offset_first, outer.offset_last or outer.offset_first
    return outer.offset_first <= inner.offset_first and last <= end


def crosschecks_of(
    members: Sequence[Member],
    incidents: Sequence[Incident],
    filters: Filters,
    rule: Rule,
    answers: Answers | None = None,
) -> tuple[CrossCheck, ...]:
    """Return the period and cumulative figures that concern the question, each beside the register's sum.

    `answers` are what incidents came to already, by id, under the question's measure and category and no source.
    """
    figures = [m for m in members if _concerns(m, filters)]
    voices = Voices(figures)
    register = Register(incidents, rule, {(filters.measure, filters.category): answers or {}})
    made = {
        id_: _crosscheck(entry_of(id_, member, key), voices.of(key), register)
        for member, key in zip(figures, voices.keys, strict=True)
        if (id_ := member.claim.id)
    }
    return tuple(sorted(made.values(), key=lambda c: (c.days.last is None, c.days.last, c.voice.key, c.claim)))


def _concerns(member: Member, filters: Filters) -> bool:
    figure = member.claim.figure
    if figure is None or figure.scope == "incident" or member.claim.certainty in {"denied", "hypothetical"}:
        return False
    if figure.measure != filters.measure or (filters.category is not None and figure.category != filters.category):
        return False
    return asked_of_figure(member.claim, filters) == INSIDE


def _crosscheck(entry: Entry, voice: Voice, register: Register) -> CrossCheck:
    claim = entry.claim
    found = register.sum_for(entry.member, entry, claim.days)
    incidents, low, high = found or (0, None, None)
    return CrossCheck(
        claim=entry.id,
        voice=voice,
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


def series(members: Sequence[Member], incidents: Sequence[Incident] = (), rule: str = "ibc") -> tuple[Series, ...]:
    """Return every source's running totals in the order of their days, beside the register's own sum up to each."""
    running = [m for m in members if m.claim.figure and m.claim.figure.scope == "cumulative" and _stands(m)]
    voices = Voices(running)
    register = Register(incidents, rule_of(rule))
    groups: defaultdict[tuple[str, str, str], dict[str, Entry]] = defaultdict(dict)
    for member, key in zip(running, voices.keys, strict=True):
        entry = entry_of(member.claim.id, member, key)
        groups[key, entry.figure.measure, entry.figure.category][entry.id] = entry
    return tuple(
        Series(
            voice=voices.of(key),
            measure=measure,
            category=category,
            points=_points(groups[key, measure, category], register),
        )
        for key, measure, category in sorted(groups)
    )


def _stands(member: Member) -> bool:
    return member.claim.certainty in {"asserted", "hedged"}


def _points(entries: dict[str, Entry], register: Register) -> tuple[SeriesPoint, ...]:
    points = (_point(entry, register) for entry in entries.values())
    return tuple(sorted(points, key=lambda p: (p.day is None, p.day, p.low or 0, p.claim)))


def _point(entry: Entry, register: Register) -> SeriesPoint:
    found = register.sum_for(entry.member, entry, entry.claim.days)
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
