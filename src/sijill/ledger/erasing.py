"""Erasing on demand: the one thing that changes what was entered, and it says so.

Invariant: numbers of entries stay without gaps; what is erased leaves its number, its day and a tombstone, and no word.
Everything happens in one transaction, guards off and on again within it; then the file is written anew, so that no free
page and no log keeps what was removed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, inspect, select, update

from sijill.errors import RegisterError
from sijill.ledger import rows, schema
from sijill.ledger.kept import kept
from sijill.ledger.payload import read, written
from sijill.ledger.redaction import Redaction
from sijill.ledger.schema import claims, entries, hidden_people, places, readings, reports, source_kinds
from sijill.ledger.writing import append
from sijill.model import Claim, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Connection

    from sijill.values import Span

    Find = Callable[[str], Iterable[Span]]

ERASED, ERASURE = "erased", "erasure"
OF_JUDGING = ("judgement", "undo", "link", "import")
REVIEW = "review"
REFERRING = ("a", "b")
REWRITE = update(entries).where(entries.c.seq == bindparam("number"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was erased: the tombstone's number, how many reports and entries."""

    seq: int
    reports: int
    entries: int


def erase_report(connection: Connection, name: str, outlet: str | None, author: str, reason: str) -> Erased:
    """Remove every text of a report of one name and outlet, with its claims, and what was judged of them."""
    stored = rows.storable(outlet) if outlet is not None else None
    wanted = (reports.c.name == rows.storable(name), reports.c.outlet.is_not_distinct_from(stored))
    found = connection.execute(select(reports.c.seq, reports.c.id).where(*wanted)).all()
    numbers = [seq for seq, _ in found]
    of_reading = connection.execute(select(readings.c.seq).where(readings.c.report.in_(numbers))).scalars().all()
    of_claims = connection.execute(select(claims.c.seq, claims.c.id).where(claims.c.report.in_(numbers))).all()
    hidden = connection.execute(select(hidden_people.c.seq).where(hidden_people.c.report.in_(numbers))).scalars().all()
    ids, report_ids = {id_ for _, id_ in of_claims}, {id_ for _, id_ in found}
    of_reviews = reviews_of(connection, ids, report_ids, name)
    gone = [*numbers, *of_reading, *(seq for seq, _ in of_claims), *hidden, *of_reviews]
    with_guards_off(connection)
    remove_rows(connection, numbers)
    forget_judgements(connection, ids, report_ids, name)
    forget_kept(connection)
    what: dict[str, object] = {"what": "report", "reports": [id_ for _, id_ in found], "entries": len(gone)}
    seq = append(connection, author, ERASURE, found[0][1], {**what, "reason": reason})
    tombs = [{"number": n, "kind": ERASED, "payload": written({"by": seq})} for n in gone]
    rewrite(connection, tombs)
    with_guards_on(connection)
    return Erased(seq=seq, reports=len(numbers), entries=len(gone))


def erase_words(connection: Connection, find: Find, author: str, reason: str) -> Erased:
    """Block out every stretch that `find` finds in any entry, offsets kept; ids that depend on words are made anew."""
    redaction = Redaction(find)
    kept = select(entries).where(entries.c.kind.not_in((ERASED, ERASURE))).order_by(entries.c.seq)
    found = connection.execute(kept).all()
    changed = redaction.of([row._asdict() for row in found])
    if not changed:
        msg = "the register holds no such words: nothing was erased"
        raise RegisterError(msg)
    with_guards_off(connection)
    touched = [seq for seq, row in changed.items() if row["kind"] == "report"]
    rewrite(connection, [{"number": seq, **row} for seq, row in changed.items()])
    find_anew(connection, changed)
    drop_places(connection)
    forget_kept(connection)
    payload: dict[str, object] = {"what": "person", "reports": len(touched), "entries": len(changed), "reason": reason}
    seq = append(connection, author, ERASURE, "a person", payload)
    with_guards_on(connection)
    return Erased(seq=seq, reports=len(touched), entries=len(changed))


def with_guards_off(connection: Connection) -> None:
    """Let entries be changed within this transaction; what is removed is overwritten in the file."""
    tables = [table.name for table in schema.CONTENT]
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for table in tables:
            for verb in ("UPDATE", "DELETE"):
                connection.exec_driver_sql(f"DROP TRIGGER {table}_no_{verb}")
        return
    for table in tables:
        connection.exec_driver_sql(f"DROP TRIGGER {table}_append_only ON {table}")


def with_guards_on(connection: Connection) -> None:
    """Make the register refuse any change again."""
    for statement in schema.guards(connection.dialect.name):
        if "entries_in_order" not in statement:
            connection.exec_driver_sql(statement)


def remove_rows(connection: Connection, numbers: Sequence[int]) -> None:
    """Remove the rows by which reports and their claims are found, and the places that nothing else names."""
    of_reports = select(claims.c.seq).where(claims.c.report.in_(numbers))
    connection.execute(delete(source_kinds).where(source_kinds.c.claim.in_(of_reports)))
    connection.execute(delete(claims).where(claims.c.report.in_(numbers)))
    connection.execute(delete(hidden_people).where(hidden_people.c.report.in_(numbers)))
    connection.execute(delete(readings).where(readings.c.report.in_(numbers)))
    connection.execute(update(reports).where(reports.c.revises.in_(numbers)).values(revises=None))
    connection.execute(delete(reports).where(reports.c.seq.in_(numbers)))
    drop_places(connection)


def drop_places(connection: Connection) -> None:
    """Remove the places that no claim names any more."""
    named = select(claims.c.place).where(claims.c.place.is_not(None))
    connection.execute(delete(places).where(places.c.id.not_in(named)))


def reviews_of(connection: Connection, claim_ids: set[str], report_ids: set[str], name: str) -> list[int]:
    """Return the numbers of the reviews of erased claims: they hold words of the report.

    One that names its claim by words alone goes too, unless the claim is of another report of the name.
    """
    here = {id_ for (id_,) in connection.execute(select(claims.c.id))} - claim_ids
    found = connection.execute(select(entries.c.seq, entries.c.payload).where(entries.c.kind == REVIEW)).all()
    read_ = [(seq, json.loads(payload)) for seq, payload in found]
    here |= {row["about"] for _, row in read_ if row.get("claim") and row["claim"]["report_id"] not in report_ids}
    gone = []
    for seq, row in read_:
        named = (row.get("anchor") or {}).get("report") == name
        if row["about"] in claim_ids or (named and row["about"] not in here):
            gone.append(seq)
    return gone


def forget_kept(connection: Connection) -> None:
    """Throw away what was worked out and kept beside the book: it holds words too, and is made again."""
    if inspect(connection).has_table(kept.name):
        connection.execute(delete(kept))


def forget_judgements(connection: Connection, gone: set[str], report_ids: set[str], name: str) -> None:
    """Take what was judged of erased claims out of judgements, and the report's name out of what else names it."""
    found = connection.execute(select(entries).where(entries.c.kind.in_(OF_JUDGING))).all()
    changed = []
    for row in found:
        payload: dict[str, Any] = json.loads(row.payload)
        kept = [one for one in payload.get("judgements", ()) if not gone & {one.get(side) for side in REFERRING}]
        if len(kept) < len(payload.get("judgements", ())):
            ids = report_ids | gone
            subject = " ".join(word for word in row.subject.split() if word not in ids) or ERASED
            reason = None if name in (payload.get("reason") or "") else payload.get("reason")
            payload |= {"judgements": kept, "reason": reason}
            changed.append({"number": row.seq, "subject": subject, "payload": written(payload)})
    rewrite(connection, changed)


def rewrite(connection: Connection, changed: Sequence[dict[str, Any]]) -> None:
    """Change entries to what is given of each by its number."""
    for row in changed:
        connection.execute(REWRITE.values(**{k: v for k, v in row.items() if k != "number"}), {"number": row["number"]})


def find_anew(connection: Connection, changed: dict[int, dict[str, Any]]) -> None:
    """Write the rows by which changed reports and claims are found anew."""
    for seq, row in changed.items():
        if row["kind"] == "report":
            new = rows.report_row(read(Report, row["payload"]), seq, None)
            kept = {name: value for name, value in new.items() if name not in {"seq", "revises"}}
            connection.execute(update(reports).where(reports.c.seq == seq).values(**kept))
        elif row["kind"] == "claim":
            claim_anew(connection, seq, read(Claim, row["payload"]))


def claim_anew(connection: Connection, seq: int, claim: Claim) -> None:
    """Write the row by which a changed claim is found anew."""
    new = rows.claim_row(claim, seq=seq, report=0, reading=0)
    place = claim.place
    if place is not None and new["place"] not in set(connection.execute(select(places.c.id)).scalars()):
        connection.execute(insert(places), [rows.place_row(place)])
    kept = {name: value for name, value in new.items() if name not in {"seq", "report", "reading"}}
    connection.execute(update(claims).where(claims.c.seq == seq).values(**kept))
