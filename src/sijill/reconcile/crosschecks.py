"""Figures of a period and running totals laid beside the register's own sums: never added to them.

Invariant: a cross-check changes no toll.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sijill.incident import CrossCheck, Series, SeriesPoint
from sijill.reconcile.asking import INSIDE, asked_of_figure
from sijill.reconcile.entries import Entry, entry_of
from sijill.reconcile.gathered import gathered
from sijill.reconcile.rules import rule_of
from sijill.reconcile.sums import sums_of
from sijill.reconcile.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sijill.incident import Filters, Incident, Member, Voice
    from sijill.reconcile.gathered import Gathered
    from sijill.reconcile.rules import Rule
    from sijill.reconcile.sums import Sum, Sums
    from sijill.values import Days

_ANY = frozenset({"unspecified", "mixed"})


class Register:
    """The incidents that a figure may be laid beside, summed up under a rule, by category when first asked for."""

    def __init__(self, held: Gathered, rule: Rule) -> None:
        """Sum nothing up yet."""
        self._held, self._rule = held, rule
        self._sums: dict[tuple[str, str | None], Sums] = {}

    def sum_for(self, member: Member, entry: Entry, days: Days) -> Sum | None:
        """Return the sum over the days and place of a figure, None where its days are not known."""
        if not self._held.by_id:
            return (0, 0, 0) if days.known or days.offset_first is not None else None
        if days.last is not None or days.first is not None:
            return self._sums_of(entry).over(member.claim.place, days.first, days.last)
        return self._sums_of(entry).beside(member.report_name, days) if days.offset_first is not None else None

    def _sums_of(self, entry: Entry) -> Sums:
        category = None if entry.figure.category in _ANY else entry.figure.category
        key = entry.figure.measure, category
        if key not in self._sums:
            self._sums[key] = sums_of(self._held, *key, self._rule)
        return self._sums[key]


def crosschecks_of(
    members: Sequence[Member],
    held: Gathered,
    filters: Filters,
    rule: Rule,
) -> tuple[CrossCheck, ...]:
    """Return the period and cumulative figures that concern the question, each beside the register's sum."""
    figures = [m for m in members if _concerns(m, filters)]
    voices = Voices(figures)
    register = Register(held, rule)
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


def series(
    members: Sequence[Member],
    incidents: Sequence[Incident] | Gathered = (),
    rule: str = "ibc",
    measure: str | None = None,
) -> tuple[Series, ...]:
    """Return every source's running totals in the order of their days, beside the register's own sum up to each.

    Of a measure, where one is given: sources are told apart by all of their running totals.
    """
    running = [m for m in members if m.claim.figure and m.claim.figure.scope == "cumulative" and _stands(m)]
    voices = Voices(running)
    register = Register(gathered(incidents), rule_of(rule))
    groups: defaultdict[tuple[str, str, str], dict[str, Entry]] = defaultdict(dict)
    for member, key in zip(running, voices.keys, strict=True):
        entry = entry_of(member.claim.id, member, key)
        if measure in {None, entry.figure.measure}:
            groups[key, entry.figure.measure, entry.figure.category][entry.id] = entry
    return tuple(
        Series(
            voice=voices.of(key),
            measure=of_measure,
            category=category,
            points=_points(groups[key, of_measure, category], register),
        )
        for key, of_measure, category in sorted(groups)
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
