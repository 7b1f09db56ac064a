"""One source over time: what it holds in the end of one measure, what that replaced, what it took back.

Invariants: only a source's own later figure replaces its figure, by the day its report was published and, on one day,
the higher number; a figure that its source denies on that day or later is out; a figure of some of the people never
replaces one of all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sijill.incident import Amount, SetAside, SourceFigures, Voice
from sijill.reconcile.statements import Statement, statement_of, summed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.reconcile.entries import Entry


@dataclass(frozen=True, slots=True)
class Standing:
    """Statements of one source on one measure, the latest last, and the amounts it withdrew, with their reports."""

    statements: tuple[Statement, ...]
    withdrawn: tuple[Amount, ...]
    told_in: frozenset[str] = frozenset()


def standing_of(entries: Sequence[Entry], denials: Sequence[Entry]) -> Standing:
    """Return a source's statements on one measure in their order, without what it denied itself."""
    if len(entries) == 1 and not denials:
        return Standing((statement_of(entries),), ())
    kept, gone = _without_denied(entries, denials) if denials else (entries, [])
    by_report: dict[tuple[date, str], list[Entry]] = {}
    for entry in kept:
        by_report.setdefault((entry.rank[0], entry.member.report_name), []).append(entry)
    statements = sorted((statement_of(of_report) for of_report in by_report.values()), key=_time)
    withdrawn = tuple(statement_of([entry]).parts[0] for entry in sorted(gone, key=lambda e: (e.rank, e.id)))
    return Standing(tuple(statements), withdrawn, frozenset(entry.member.report_name for entry in gone))


def _without_denied(entries: Iterable[Entry], denials: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    latest: dict[int | None, date] = {}
    for denial in denials:
        latest[denial.stated] = max(denial.rank[0], latest.get(denial.stated, date.min))
    kept: list[Entry] = []
    gone: list[Entry] = []
    for entry in entries:
        last = latest.get(entry.stated) if entry.stated is not None else None
        (gone if last is not None and entry.rank[0] <= last else kept).append(entry)
    return kept, gone


def _time(statement: Statement) -> tuple[bool, date, int, str]:
    total = statement.total
    return not statement.stale, statement.published, (total.stated or 0) if total else -1, statement.report


def figures_of(voice: Voice, measure: str, standing: Standing) -> SourceFigures:
    """Return what a source holds in the end, with what its total replaced; all its statements count."""
    total, replaced = _in_force(standing.statements)
    superseded = tuple(a for a in replaced if total is None or a.claims != total.claims)
    gone = {amount.claims for amount in superseded}
    return SourceFigures(
        voice=voice,
        measure=measure,
        total=total,
        parts=tuple(part for part in _parts(standing.statements, total) if part.claims not in gone),
        superseded=superseded,
        withdrawn=standing.withdrawn,
        reports=tuple(sorted({s.report for s in standing.statements} | standing.told_in)),
        published=max((s.published for s in standing.statements if s.published != date.min), default=None),
    )


def _in_force(statements: Sequence[Statement]) -> tuple[Amount | None, Iterable[Amount]]:
    """Return the total after the last statement, and the amounts that were held before."""
    if len(statements) == 1:
        return statements[0].total, statements[0].earlier
    whole: Amount | None = None
    families: dict[str, Amount] = {}
    superseded: dict[tuple[str, ...], Amount] = {}
    total: Amount | None = None
    for statement in statements:
        before = total
        whole, families = _after(whole, families, statement)
        total = whole or summed(families.values())
        if before is not None and total is not None and before.stated != total.stated:
            superseded[before.claims] = before
        superseded.update((amount.claims, amount) for amount in statement.earlier)
    return total, superseded.values()


def _after(
    whole: Amount | None, families: dict[str, Amount], statement: Statement
) -> tuple[Amount | None, dict[str, Amount]]:
    """Return whole and families after a later statement."""
    if statement.total is None:
        return whole, families
    if statement.whole is not None or len(statement.families) > 1:
        return statement.whole, dict(statement.families)
    updated = {**families, **statement.families}
    largest = sum(amount.stated or 0 for amount in updated.values())
    if whole is not None and largest <= (whole.stated or 0):
        return whole, updated
    return None, updated


def _parts(statements: Sequence[Statement], total: Amount | None) -> tuple[Amount, ...]:
    """Return every amount that the source gave beside its total, the latest of each category and people."""
    if len(statements) == 1 and len(statements[0].parts) == 1 and total is not None:
        return ()
    found: dict[tuple[str, str | None], Amount] = {}
    for statement in statements:
        own: dict[tuple[str, str | None], int] = {}
        for amount in statement.parts:
            people, number = (amount.category, amount.victims), amount.stated or 0
            if (total is None or amount.claims != total.claims) and number >= own.get(people, 0):
                found[people], own[people] = amount, number  # not "58 people, several of them badly"
    kept = found.values() if total is None else (a for a in found.values() if (a.stated or 0) <= (total.stated or 0))
    return tuple(a for a in kept if total is None or (a.stated, a.category) != (total.stated, total.category))


def asides_of(figures: SourceFigures, measured: Iterable[Entry]) -> Iterable[SetAside]:
    """Yield why each of a source's figures is not, or not alone, its total."""
    used = set(figures.total.claims) if figures.total else set()
    replaced = {id_ for amount in figures.superseded for id_ in amount.claims}
    taken_back = {id_ for amount in figures.withdrawn for id_ in amount.claims}
    for entry in measured:
        if entry.id in taken_back:
            yield SetAside(claim=entry.id, reason="withdrawn by its own source")
        elif entry.id not in used:
            yield SetAside(claim=entry.id, reason=_reason(entry, replaced))


def _reason(entry: Entry, replaced: set[str]) -> str:
    if entry.stated is None:
        return "its words bound nothing"
    if entry.id in replaced:
        return "replaced by a later figure of the same source"
    return (
        "a part of its source's total"
        if entry.soft or entry.family != "all"
        else "repeats or rounds its source's total"
    )


def repeating(figures: SourceFigures, key: str) -> SourceFigures:
    """Return the figures of a report's own voice marked as a repetition of another source's."""
    return replace(figures, repeats=key)
