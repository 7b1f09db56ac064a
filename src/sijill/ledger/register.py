"""The register that a caller holds: enter, and find again. Nothing that was entered changes, but by an erasure."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import select

from sijill.ledger import erasing, lookup, queries, rows, writing
from sijill.ledger.book import Counts, Entered, Entry, Outline, StoredClaim, Version
from sijill.ledger.engines import open_engine
from sijill.ledger.filters import ClaimFilter
from sijill.ledger.forms import make_ready, tells_who_hides
from sijill.ledger.kept import Kept
from sijill.ledger.payload import read, read_plain
from sijill.ledger.refusals import in_words
from sijill.ledger.schema import entries as entries_table
from sijill.ledger.transactions import Transactions
from sijill.model import Claim, Findings, HiddenPerson, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sijill.ledger.erasing import Erased
    from sijill.values import Span

ROWS_AT_ONCE = 200  # fetched together while streaming


class Register:
    """An open register, a context manager; safe to share between threads. `sijill.ledger.open_register` opens it."""

    def __init__(
        self,
        path_or_url: str | Path,
        *,
        create: bool = True,
        read_only: bool = False,
        older: bool = False,
        patience_seconds: float = 30.0,
    ) -> None:
        """Open or make the register; RegisterError says why not."""
        with ExitStack() as on_failure:
            on_failure.enter_context(in_words(str(path_or_url)))
            self.name, engine = open_engine(
                path_or_url, create=create, read_only=read_only, patience_seconds=patience_seconds
            )
            on_failure.callback(engine.dispose)
            make_ready(engine, self.name, create=create, read_only=read_only, older=older)
            on_failure.pop_all()
        self._transactions = Transactions(engine, self.name, read_only=read_only)
        self._older = read_only and older
        self.kept = Kept(self._transactions)

    def __enter__(self) -> Self:
        """Give the register itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the register; a file is then one file again, unless another program has it open."""
        self._transactions.close()

    def enter(
        self, report: Report, claims: Sequence[Claim], *, extractor: str, hidden: Sequence[HiddenPerson] = ()
    ) -> Entered:
        """Enter a report, its claims and those who hide as one extractor version reads it, all or nothing.

        Again changes nothing. Outside `batch()` all of it is on the disk when this returns. RegisterError if words do
        not stand in the report.
        """
        found = Findings(claims=tuple(claims), hidden=tuple(hidden))
        with self._transactions.writing(report.name) as connection:
            return writing.enter(connection, report, found, extractor)

    def append(self, *, author: str, kind: str, subject: str, payload: Mapping[str, object]) -> int:
        """Add an entry that is neither report nor claim (a judgement, a review) and return its number."""
        with self._transactions.writing(f"{kind} of {subject}") as connection:
            return writing.append(connection, author, kind, subject, payload)

    def append_all(self, *, author: str, kind: str, contents: Sequence[tuple[str, Mapping[str, object]]]) -> range:
        """Add an entry for each subject and payload, all or nothing, and return their numbers."""
        with self._transactions.writing(f"{kind} of {len(contents)}") as connection:
            return writing.append_all(connection, author, kind, contents)

    def erase_report(self, key: str, *, author: str, reason: str) -> Erased:
        """Remove a report (found as `report` finds it), every text of it and its claims; a tombstone stays."""
        report = self.report(key)
        with self._transactions.writing(f"erasure of {report.id}") as connection:
            done = erasing.erase_report(connection, report.name, report.outlet, author, reason)
        self._transactions.write_file_anew()
        return done

    def erase_words(self, find: Callable[[str], Iterable[Span]], *, author: str, reason: str) -> Erased:
        """Block out whatever `find` finds in any entry; RegisterError where it finds nothing. A tombstone stays."""
        with self._transactions.writing("erasure of a person") as connection:
            done = erasing.erase_words(connection, find, author, reason)
        self._transactions.write_file_anew()
        return done

    def batch(self, *, seconds: float = 0.25) -> AbstractContextManager[None]:
        """Return a block within which a report is committed with others, at most one commit in so many seconds.

        A kill loses at most the whole reports in `pending`; any other way out of the block keeps them.
        """
        return self._transactions.grouped(seconds)

    @property
    def pending(self) -> tuple[str, ...]:
        """Names of the reports entered within `batch()` that are not on the disk yet."""
        return self._transactions.pending

    @property
    def length(self) -> int:
        """How many entries the book holds: the number of the last."""
        with self._transactions.reading() as connection:
            return int(connection.execute(writing.LAST_NUMBER).scalar_one())

    def entries(
        self,
        *,
        after: int = 0,
        kind: str | None = None,
        but_by: str | None = None,
        about: Collection[str] | None = None,
    ) -> Iterator[Entry]:
        """Yield the entries of the book in order, from the one after number `after`.

        `but_by` leaves out an author, `about` all but the entries of these subjects (some hundreds at most).
        """
        query = select(entries_table).where(entries_table.c.seq > after).order_by(entries_table.c.seq)
        if kind is not None:
            query = query.where(entries_table.c.kind == kind)
        if but_by is not None:
            query = query.where(entries_table.c.author != but_by)
        if about is not None:
            query = query.where(entries_table.c.subject.in_(about))
        with self._transactions.reading() as connection:
            yield from map(_entry, connection.execution_options(yield_per=ROWS_AT_ONCE).execute(query))

    def entry(self, number: int) -> Entry | None:
        """Return the entry with a number, None where the book holds none."""
        with self._transactions.reading() as connection:
            row = connection.execute(select(entries_table).where(entries_table.c.seq == number)).first()
        return None if row is None else _entry(row)

    def entered_at(
        self, kinds: Collection[str], *, but_by: str, after: int = 0, up_to: int | None = None
    ) -> list[datetime]:
        """Return when each entry of some kinds was made by another than one author, in the order of these times.

        Of the entries `after` a number, and `up_to` one (None: all of them).
        """
        made = entries_table.c
        query = select(made.at).where(made.kind.in_(kinds), made.author != but_by, made.seq > after)
        query = query if up_to is None else query.where(made.seq <= up_to)
        with self._transactions.reading() as connection:
            return sorted(map(datetime.fromisoformat, connection.execute(query).scalars()))

    def reports(self, *, superseded: bool = False) -> Iterator[Report]:
        """Yield the reports in the order of the book; `superseded` adds those that a later text replaced."""
        return (report for _, report in self.reports_with_seq(superseded=superseded))

    def reports_with_seq(self, *, superseded: bool = False) -> Iterator[tuple[int, Report]]:
        """Yield each report with the number of its entry."""
        with self._transactions.reading() as connection:
            query = queries.select_reports(superseded=superseded)
            for seq, payload in connection.execution_options(yield_per=ROWS_AT_ONCE).execute(query):
                yield seq, read(Report, payload)

    def report(self, key: str) -> Report:
        """Return the report with this name (the last entered), id, or beginning of either; else NotFoundError."""
        with self._transactions.reading() as connection:
            seq = lookup.report_seq(connection, key)
            payload = connection.execute(select(entries_table.c.payload).where(entries_table.c.seq == seq)).scalar_one()
        return read(Report, payload)

    def claims(self, filters: ClaimFilter | None = None) -> Iterator[StoredClaim]:
        """Yield the claims that pass, in the order of the book, those of the newest reading of the newest text only."""
        wanted = filters or ClaimFilter()
        with self._transactions.reading() as connection:
            report_seq = None if wanted.report is None else lookup.report_seq(connection, wanted.report)
            query = queries.select_claims(wanted, report_seq)
            for seq, name, payload in connection.execution_options(yield_per=ROWS_AT_ONCE).execute(query):
                yield StoredClaim(seq=seq, report_name=name, claim=read(Claim, payload))

    def hidden_people(
        self, report_id: str | None = None, *, superseded: bool = False, up_to: int | None = None
    ) -> Iterator[HiddenPerson]:
        """Yield the people who hide in the newest reading of a report, or of every report; `superseded` adds others.

        `up_to` asks for the book as it was at an entry.
        """
        with self._transactions.reading() as connection:
            if self._older and not tells_who_hides(connection):
                return
            query = queries.select_hidden(report_id, superseded=superseded, up_to=up_to)
            for (payload,) in connection.execution_options(yield_per=ROWS_AT_ONCE).execute(query):
                yield read(HiddenPerson, payload)

    def numbered(self, numbers: Iterable[int]) -> Iterator[StoredClaim]:
        """Yield the claims of these entries, replaced or not, in the order of the book."""
        wanted = sorted(set(numbers))
        with self._transactions.reading() as connection:
            for start in range(0, len(wanted), ROWS_AT_ONCE):
                query = queries.select_numbered(wanted[start : start + ROWS_AT_ONCE])
                for seq, name, payload in connection.execute(query):
                    yield StoredClaim(seq=seq, report_name=name, claim=read(Claim, payload))

    def reports_of(self, ids: Iterable[str]) -> Iterator[Report]:
        """Yield the reports with these ids, replaced or not."""
        wanted = sorted(set(ids))
        with self._transactions.reading() as connection:
            for start in range(0, len(wanted), ROWS_AT_ONCE):
                query = queries.select_reports_of(wanted[start : start + ROWS_AT_ONCE])
                for (payload,) in connection.execute(query):
                    yield read(Report, payload)

    def outlines(self) -> list[Outline]:
        """Return what lists need of every claim that views show, in the order of the book."""
        with self._transactions.reading() as connection:
            return [Outline(*row) for row in connection.execute(queries.select_outlines())]

    def report_ids(self, *, up_to: int | None = None, among: Collection[str] | None = None) -> list[str]:
        """Return the ids of the reports that views show, in the order of the book; as it was at entry `up_to`.

        `among` asks for those of some ids only (some hundreds at most).
        """
        query = queries.select_report_ids(up_to, None if among is None else list(among))
        with self._transactions.reading() as connection:
            return list(connection.execute(query).scalars())

    def reports_entered(self, *, after: int, up_to: int) -> set[str]:
        """Return the ids of all reports of the entries after a number, replaced or not."""
        with self._transactions.reading() as connection:
            return set(connection.execute(queries.select_entered(after, up_to)).scalars())

    def claims_in(self, reports: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield the id of each claim of some reports, of whatever reading, with the id of its report."""
        wanted = sorted(set(reports))
        with self._transactions.reading() as connection:
            for start in range(0, len(wanted), ROWS_AT_ONCE):
                query = queries.select_claims_in(wanted[start : start + ROWS_AT_ONCE])
                yield from ((claim, report) for claim, report in connection.execute(query))

    def protected_in(self, reports: Iterable[str]) -> Iterator[Claim]:
        """Yield the claims of protected sources in some reports, of whatever reading."""
        wanted = sorted(set(reports))
        with self._transactions.reading() as connection:
            for start in range(0, len(wanted), ROWS_AT_ONCE):
                query = queries.select_protected_in(wanted[start : start + ROWS_AT_ONCE])
                yield from (read(Claim, payload) for _, _, payload in connection.execute(query))

    def ids_named(self, names: Iterable[str]) -> set[str]:
        """Return the ids of all reports with some names."""
        with self._transactions.reading() as connection:
            return set(connection.execute(queries.select_named([rows.storable(name) for name in names])).scalars())

    def names_of(self, ids: Iterable[str]) -> set[str]:
        """Return the names of the reports with some ids, as they stand beside their claims."""
        wanted, found = sorted(set(ids)), set[str]()
        with self._transactions.reading() as connection:
            for start in range(0, len(wanted), ROWS_AT_ONCE):
                query = queries.select_names_of(wanted[start : start + ROWS_AT_ONCE])
                found.update(connection.execute(query).scalars())
        return found

    def printings(self, ids: Iterable[str] | None = None) -> dict[str, tuple[str, str | None]]:
        """Return the name and the outlet of the reports with some ids, or of every report."""
        with self._transactions.reading() as connection:
            if ids is None:
                found = connection.execute(queries.select_printings(None)).all()
            else:
                wanted = sorted(set(ids))
                parts = (wanted[at : at + ROWS_AT_ONCE] for at in range(0, len(wanted), ROWS_AT_ONCE))
                found = [row for part in parts for row in connection.execute(queries.select_printings(part))]
        return {id_: (name, outlet) for id_, name, outlet in found}

    def changed_reports(self, after: int) -> set[str]:
        """Return the ids of the reports that were entered, read anew or replaced after an entry."""
        with self._transactions.reading() as connection:
            return set(connection.execute(queries.select_changed(after)).scalars())

    def current(self, ids: Iterable[str]) -> tuple[list[tuple[int, Report]], list[StoredClaim]]:
        """Return which of the reports with these ids views show, each with its number, and their claims."""
        wanted, found, stored = sorted(set(ids)), [], []
        with self._transactions.reading() as connection:
            for start in range(0, len(wanted), ROWS_AT_ONCE):
                of_reports, of_claims = queries.select_current(wanted[start : start + ROWS_AT_ONCE])
                found += [(seq, read(Report, payload)) for seq, payload in connection.execute(of_reports)]
                told = connection.execute(of_claims)
                stored += [StoredClaim(seq=seq, report_name=name, claim=read(Claim, text)) for seq, name, text in told]
        return sorted(found, key=lambda one: one[0]), sorted(stored, key=lambda one: one.seq)

    def erased_since(self, number: int) -> bool:
        """Tell whether an erasure changed the book after an entry: what was read of it before is good no more."""
        return next(self.entries(kind=erasing.ERASURE, after=number), None) is not None

    def shown_after(self, number: int) -> int:
        """Return how many of the claims that views show were entered after an entry."""
        with self._transactions.reading() as connection:
            found: int = connection.execute(queries.count_after(number)).scalar_one()
        return found

    def claim(self, id_prefix: str) -> StoredClaim:
        """Return the claim whose id begins so, replaced or not; NotFoundError if there is none, or more than one."""
        with self._transactions.reading() as connection:
            seq = lookup.claim_seq(connection, id_prefix)
            _, name, payload = connection.execute(queries.select_claim(seq)).one()
        return StoredClaim(seq=seq, report_name=name, claim=read(Claim, payload))

    def claim_ids(self, beginning: str) -> set[str]:
        """Return the first few ids of claims, replaced or not, that begin so; none for what begins no id."""
        with self._transactions.reading() as connection:
            return {id_ for _, id_ in lookup.claims_beginning(connection, beginning)}

    def versions(self, key: str) -> tuple[Version, ...]:
        """Return every reading of every text of a report (found as `report` finds it), oldest first."""
        report = self.report(key)
        outlet = None if report.outlet is None else rows.storable(report.outlet)
        with self._transactions.reading() as connection:
            found = connection.execute(queries.select_versions(rows.storable(report.name), outlet)).all()
        return tuple(
            Version(
                seq=row.seq,
                report_id=row.id,
                extractor=row.extractor,
                entered_at=datetime.fromisoformat(row.at),
                claims=row.claims,
                newest=row is found[-1],
            )
            for row in found
        )

    def superseded(self, key: str) -> tuple[Version, ...]:
        """Return the readings of a report that views no longer show."""
        return tuple(version for version in self.versions(key) if not version.newest)

    def counts(self) -> Counts:
        """Return how much the register holds."""
        with self._transactions.reading() as connection:
            row = connection.execute(queries.select_counts()).one()
        return Counts(**row._asdict())


def _entry(row: Sequence[Any]) -> Entry:
    """Return the entry that a row of its table holds."""
    seq, at, author, kind, subject, payload = row
    when = datetime.fromisoformat(at)
    return Entry(seq=seq, at=when, author=author, kind=kind, subject=subject, payload=read_plain(payload))
