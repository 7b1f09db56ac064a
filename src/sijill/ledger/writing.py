"""Entering: one report with its claims, all of it or nothing, within the transaction that the caller holds.

The caller holds the only write transaction of the register, so that numbers follow each other without gaps.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select

from sijill.errors import RegisterError
from sijill.ledger import rows
from sijill.ledger.book import Entered
from sijill.ledger.payload import written
from sijill.ledger.schema import claims as claims_table
from sijill.ledger.schema import entries, hidden_people, places, readings, reports, source_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row

    from sijill.ledger.book import Status
    from sijill.model import Claim, Findings, HiddenPerson, Report

MACHINE = "sijill"  # the author of what no person and no extractor version wrote
HIDDEN = "hidden"  # the kind of an entry for a person who hides

LAST_NUMBER = select(func.coalesce(func.max(entries.c.seq), 0))
REPORT_OF_ID = select(reports.c.seq).where(reports.c.id == bindparam("id"))
READING_BY = select(readings.c.seq).where(
    readings.c.report == bindparam("report"), readings.c.extractor == bindparam("extractor")
)
SAME_NAME = (reports.c.name == bindparam("name"), reports.c.outlet.is_not_distinct_from(bindparam("outlet")))
LAST_OF_NAME = select(reports.c.seq, reports.c.id).where(*SAME_NAME).order_by(reports.c.seq.desc()).limit(1)
PLACES_OF_IDS = select(places.c.id).where(places.c.id.in_(bindparam("ids", expanding=True)))


class Pen:
    """Adds entries to the book, numbered from the last one on."""

    def __init__(self, connection: Connection) -> None:
        """Look up the last number."""
        self.connection = connection
        self.at = datetime.now(UTC).isoformat(timespec="microseconds")
        self.last: int = connection.execute(LAST_NUMBER).scalar_one()

    def write(self, author: str, kind: str, contents: Iterable[tuple[str, object]]) -> range:
        """Enter each (subject, payload) and return their numbers."""
        new = [
            {
                "seq": seq,
                "at": self.at,
                "author": rows.storable(author),
                "kind": kind,
                "subject": rows.storable(subject),
                "payload": written(payload),
            }
            for seq, (subject, payload) in enumerate(contents, self.last + 1)
        ]
        if new:
            self.connection.execute(insert(entries), new)
        numbers = range(self.last + 1, self.last + 1 + len(new))
        self.last += len(new)
        return numbers


def append(connection: Connection, author: str, kind: str, subject: str, payload: Mapping[str, object]) -> int:
    """Add one entry and return its number."""
    return append_all(connection, author, kind, [(subject, payload)])[0]


def append_all(
    connection: Connection, author: str, kind: str, contents: Iterable[tuple[str, Mapping[str, object]]]
) -> range:
    """Add an entry for each subject and payload, and return their numbers."""
    return Pen(connection).write(author, kind, contents)


def enter(connection: Connection, report: Report, found: Findings, extractor: str) -> Entered:
    """Add what the book does not have yet of a report and what this extractor version finds in it."""
    claims = found.claims
    _check_words(report, (*claims, *found.hidden))
    known = connection.execute(REPORT_OF_ID, {"id": report.id}).scalar_one_or_none()
    if known is not None:
        new = not _is_read(connection, known, extractor)
        if new:
            _enter_reading(Pen(connection), (known, report.id), found, extractor)
        return _entered("reread" if new else "known", report, known, claims)
    earlier = _last_of_name(connection, report)
    pen = Pen(connection)
    seq = pen.write(MACHINE, "report", [(report.id, report)])[0]
    connection.execute(insert(reports), [rows.report_row(report, seq, earlier.seq if earlier else None)])
    _enter_reading(pen, (seq, report.id), found, extractor)
    return _entered("revision" if earlier else "new", report, seq, claims, earlier.id if earlier else None)


def _entered(status: Status, report: Report, seq: int, claims: Sequence[Claim], revises: str | None = None) -> Entered:
    """Return what to say of a report that was handed in."""
    return Entered(status=status, report_id=report.id, seq=seq, claims=len(claims), revises=revises)


def _check_words(report: Report, found: Iterable[Claim | HiddenPerson]) -> None:
    """Refuse with RegisterError what has words that do not stand in the report, or is of another report."""
    report_id = report.id
    for one in found:
        if one.report_id != report_id:
            msg = f"report {report.name}: a claim names another report ({one.report_id}, not {report_id})"
            raise RegisterError(msg)
        for evidence in one.evidence:
            if evidence.span.of(report.text) != evidence.quote:
                where = f"{evidence.span.start}..{evidence.span.end}"
                msg = f"report {report.name}: {evidence.quote!r} does not stand in the text at {where}"
                raise RegisterError(msg)


def _is_read(connection: Connection, report_seq: int, extractor: str) -> bool:
    """Tell whether the report was read by this extractor version."""
    wanted = {"report": report_seq, "extractor": rows.storable(extractor)}
    return connection.execute(READING_BY, wanted).first() is not None


def _last_of_name(connection: Connection, report: Report) -> Row[int, str] | None:
    """Return number and id of the last report with this name from this outlet."""
    outlet = None if report.outlet is None else rows.storable(report.outlet)
    return connection.execute(LAST_OF_NAME, {"name": rows.storable(report.name), "outlet": outlet}).first()


def _enter_reading(pen: Pen, report: tuple[int, str], found: Findings, extractor: str) -> None:
    """Add a reading of a report (its number and id): its claims and those who hide, and what they are found by."""
    connection = pen.connection
    report_seq, report_id = report
    claims = found.claims
    summary = {"report": report_id, "extractor": extractor, "claims": len(claims)}
    reading = pen.write(extractor, "reading", [(report_id, summary)])[0]
    row = {"seq": reading, "report": report_seq, "extractor": rows.storable(extractor), "claims": len(claims)}
    connection.execute(insert(readings), [row])
    if claims:
        _enter_claims(pen, (report_seq, reading), claims, extractor)
    if found.hidden:
        numbers = pen.write(extractor, HIDDEN, [(person.id, person) for person in found.hidden])
        hidden = [{"seq": seq, "report": report_seq, "reading": reading} for seq in numbers]
        connection.execute(insert(hidden_people), hidden)


def _enter_claims(pen: Pen, of: tuple[int, int], claims: Sequence[Claim], extractor: str) -> None:
    """Add the claims of a report and its reading (their numbers), and what they are found by."""
    connection = pen.connection
    report, reading = of
    numbers = pen.write(extractor, "claim", [(claim.id, claim) for claim in claims])
    numbered = list(zip(numbers, claims, strict=True))
    _enter_places(connection, claims)
    found_by = [rows.claim_row(claim, seq=seq, report=report, reading=reading) for seq, claim in numbered]
    connection.execute(insert(claims_table), found_by)
    kinds = [row for seq, claim in numbered for row in rows.source_kind_rows(claim, seq)]
    connection.execute(insert(source_kinds), kinds)


def _enter_places(connection: Connection, claims: Sequence[Claim]) -> None:
    """Add the places that no earlier claim had."""
    named = {rows.place_id(place): place for place in {claim.place for claim in claims} if place is not None}
    known = connection.execute(PLACES_OF_IDS, {"ids": list(named)}).scalars() if named else ()
    missing = named.keys() - set(known)
    if missing:
        connection.execute(insert(places), [rows.place_row(named[key]) for key in sorted(missing)])
