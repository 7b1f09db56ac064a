"""What is asked of the tables; a filter that few claims pass is met by an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select, union

from sijill.ledger import rows
from sijill.ledger.filters import SAME_COLUMN
from sijill.ledger.schema import claims, entries, hidden_people, places, readings, reports, source_kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, CompoundSelect, Select, Table

    from sijill.ledger.filters import ClaimFilter

    Conditions = list[ColumnElement[bool]]


def select_claims(wanted: ClaimFilter, report_seq: int | None) -> Select[int, str, str]:
    """Return the query of number, report's name and payload of the claims wanted, in the order of the book."""
    return _select_stored().where(*_conditions(wanted, report_seq)).order_by(claims.c.seq)


def select_claim(seq: int) -> Select[int, str, str]:
    """Return the query of one claim, as that of many."""
    return _select_stored().where(claims.c.seq == seq)


def select_hidden(report_id: str | None, *, superseded: bool, up_to: int | None = None) -> Select[str]:
    """Return the query of the payloads of those who hide in a report, or in any, in the order of the book."""
    query = select(entries.c.payload).join(hidden_people, hidden_people.c.seq == entries.c.seq)
    if report_id is not None:
        of_report = select(reports.c.seq).where(reports.c.id == report_id)
        query = query.where(hidden_people.c.report.in_(of_report))
    if not superseded:
        query = query.where(in_newest_reading(hidden_people, up_to))
    if up_to is not None:
        query = query.where(hidden_people.c.seq <= up_to)
    return query.order_by(hidden_people.c.seq)


def select_numbered(numbers: Sequence[int]) -> Select[int, str, str]:
    """Return the query of the claims of some entries, in the order of the book."""
    return _select_stored().where(claims.c.seq.in_(numbers)).order_by(claims.c.seq)


def select_reports_of(ids: Sequence[str]) -> Select[str]:
    """Return the query of the payloads of the reports with some ids, in the order of the book."""
    query = select(entries.c.payload).join(reports, entries.c.seq == reports.c.seq)
    return query.where(reports.c.id.in_(ids)).order_by(reports.c.seq)


def select_claims_in(ids: Sequence[str]) -> Select[str, str]:
    """Return the query of the ids of all claims of some reports, of whatever reading, each with its report's."""
    query = select(claims.c.id, reports.c.id).join(reports, reports.c.seq == claims.c.report)
    return query.where(reports.c.id.in_(ids))


def select_protected_in(ids: Sequence[str]) -> Select[int, str, str]:
    """Return the query of the claims of protected sources in some reports, of whatever reading."""
    return _select_stored().where(reports.c.id.in_(ids), claims.c.protected.is_(True)).order_by(claims.c.seq)


def select_named(names: Sequence[str]) -> Select[str]:
    """Return the query of the ids of the reports with some names."""
    return select(reports.c.id).where(reports.c.name.in_(names))


def select_names_of(ids: Sequence[str]) -> Select[str]:
    """Return the query of the names of the reports with some ids."""
    return select(reports.c.name).where(reports.c.id.in_(ids))


def select_printings(ids: Sequence[str] | None) -> Select[str, str, str | None]:
    """Return the query of id, name and outlet of the reports with some ids, or of all."""
    query = select(reports.c.id, reports.c.name, reports.c.outlet)
    return query if ids is None else query.where(reports.c.id.in_(ids))


def select_current(ids: Sequence[str]) -> tuple[Select[int, str], Select[int, str, str]]:
    """Return the queries of those of some reports that views show, and of their claims."""
    of_claims = _select_stored().where(reports.c.id.in_(ids), in_newest_reading(), ~is_revised(claims.c.report))
    return select_reports(superseded=False).where(reports.c.id.in_(ids)), of_claims


def count_after(number: int) -> Select[int]:
    """Return the query of how many claims that views show were entered after an entry."""
    shown = select(func.count()).select_from(claims)
    return shown.where(claims.c.seq > number, in_newest_reading(), ~is_revised(claims.c.report))


def select_outlines() -> Select[int, str, str, float]:
    """Return the query of number, id, report's id and confidence of the claims that views show, in their order."""
    query = select(claims.c.seq, claims.c.id, reports.c.id, claims.c.confidence)
    query = query.join(reports, reports.c.seq == claims.c.report)
    return query.where(in_newest_reading(), ~is_revised(claims.c.report)).order_by(claims.c.seq)


def select_report_ids(up_to: int | None, among: Sequence[str] | None = None) -> Select[str]:
    """Return the query of the ids of the reports that views show, in the order of the book, as it was at an entry.

    `among` asks for those of some ids only.
    """
    query = select(reports.c.id).where(~is_revised(reports.c.seq, up_to)).order_by(reports.c.seq)
    query = query if among is None else query.where(reports.c.id.in_(among))
    return query if up_to is None else query.where(reports.c.seq <= up_to)


def select_entered(after: int, up_to: int) -> Select[str]:
    """Return the query of the ids of all reports of some entries, replaced or not."""
    return select(reports.c.id).where(reports.c.seq > after, reports.c.seq <= up_to)


def select_changed(after: int) -> CompoundSelect[str]:
    """Return the query of the ids of the reports that were read, or that a later text replaced, after an entry."""
    later = reports.alias("later")
    read = select(reports.c.id).join(readings, readings.c.report == reports.c.seq).where(readings.c.seq > after)
    replaced = select(reports.c.id).join(later, later.c.revises == reports.c.seq).where(later.c.seq > after)
    return union(read, replaced)


def _select_stored() -> Select[int, str, str]:
    """Return the query of all claims."""
    query = select(claims.c.seq, reports.c.name, entries.c.payload)
    query = query.join(reports, reports.c.seq == claims.c.report)
    return query.join(entries, entries.c.seq == claims.c.seq)


def _conditions(wanted: ClaimFilter, report_seq: int | None) -> Conditions:
    """Return everything that a claim must meet; a report that is asked for is shown even where it was revised."""
    found = [claims.c[name] == getattr(wanted, name) for name in SAME_COLUMN if getattr(wanted, name) is not None]
    found += _place_conditions(wanted) + _day_conditions(wanted) + _kind_conditions(wanted)
    if report_seq is not None:
        found.append(claims.c.report == report_seq)
    if wanted.incident is not None:
        found.append(claims.c.incident == rows.storable(wanted.incident))
    if not wanted.superseded:
        found.append(in_newest_reading())
        found += [~is_revised(claims.c.report)] if report_seq is None else []
    return found


def _place_conditions(wanted: ClaimFilter) -> Conditions:
    """Return what the place and country ask."""
    found: Conditions = []
    if wanted.country is not None:
        found.append(claims.c.country == rows.folded(wanted.country))
    if wanted.place is not None:
        words = rows.folded(wanted.place)
        named = [places.c[name] == words for name in ("name", "admin1", "admin1_code", "country")]
        worded = places.c.worded.contains(f" {words} ", autoescape=True)
        found.append(claims.c.place.in_(select(places.c.id).where(or_(worded, *named))))
    return found


def _day_conditions(wanted: ClaimFilter) -> Conditions:
    """Return what the days ask: that the claim's overlap them; met in the index alone, before any claim is fetched."""
    dated = claims.alias("dated")
    within: Conditions = []
    if wanted.last_day is not None:
        within.append(dated.c.first_day <= wanted.last_day.isoformat())
    if wanted.first_day is not None:
        within.append(dated.c.last_day >= wanted.first_day.isoformat())
    return [claims.c.seq.in_(select(dated.c.seq).where(*within))] if within else []


def _kind_conditions(wanted: ClaimFilter) -> Conditions:
    """Return what the kind of source, and of claim, ask."""
    found: Conditions = []
    if wanted.source_kind is not None:
        found.append(claims.c.seq.in_(select(source_kinds.c.claim).where(source_kinds.c.kind == wanted.source_kind)))
    if wanted.only is not None:
        found.append((claims.c.measure if wanted.only == "figures" else claims.c.happening).is_not(None))
    return found


def in_newest_reading(found: Table = claims, up_to: int | None = None) -> ColumnElement[bool]:
    """Return the condition that no later reading of the report of what was found (a claim) is in the book.

    The book is meant as it was at the entry `up_to`, where that is given.
    """
    later = readings.alias("later")
    newer = select(later.c.seq).where(and_(later.c.report == found.c.report, later.c.seq > found.c.reading))
    return ~(newer if up_to is None else newer.where(later.c.seq <= up_to)).exists()


def is_revised(report: ColumnElement[int], up_to: int | None = None) -> ColumnElement[bool]:
    """Return the condition that a later text of the report of this number is in the book, as it was at an entry."""
    later = reports.alias("revision")
    newer = select(later.c.seq).where(later.c.revises == report)
    return (newer if up_to is None else newer.where(later.c.seq <= up_to)).exists()


def select_reports(*, superseded: bool) -> Select[int, str]:
    """Return the query of number and payload of the reports, in the order of the book."""
    query = select(reports.c.seq, entries.c.payload).join(entries, entries.c.seq == reports.c.seq)
    return (query if superseded else query.where(~is_revised(reports.c.seq))).order_by(reports.c.seq)


def select_versions(name: str, outlet: str | None) -> Select[int, str, str, str, int, int]:
    """Return the query of every reading of every text of one name and outlet, oldest first."""
    query = select(readings.c.seq, reports.c.id, readings.c.extractor, entries.c.at, readings.c.claims, reports.c.seq)
    query = query.join(reports, reports.c.seq == readings.c.report).join(entries, entries.c.seq == readings.c.seq)
    of_report = and_(reports.c.name == name, reports.c.outlet.is_not_distinct_from(outlet))
    return query.where(of_report).order_by(reports.c.seq, readings.c.seq)


def select_counts() -> Select[int, int, int, int, int, int, int]:
    """Return the query of one row in the order of `Counts`."""
    revised = select(func.count()).select_from(reports).where(is_revised(reports.c.seq)).scalar_subquery()
    counted = (("claims", claims.c.seq), ("figures", claims.c.measure), ("happenings", claims.c.happening))
    shown = select(*(func.count(column).label(name) for name, column in counted))
    shown_counts = shown.where(in_newest_reading(), ~is_revised(claims.c.report)).subquery()
    total = select(func.count()).select_from(reports).scalar_subquery()
    read = select(func.count()).select_from(readings).scalar_subquery()
    book = select(func.coalesce(func.max(entries.c.seq), 0)).scalar_subquery()
    labelled = ((total - revised).label("reports"), revised.label("revised"), read.label("readings"))
    return select(*labelled, *shown_counts.c, book.label("entries"))
