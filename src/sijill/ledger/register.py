"""The register that a caller holds: enter, and find again. Nothing that was entered is ever changed or removed."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING, Self

from sqlalchemy import select

from sijill.ledger import lookup, queries, rows, writing
from sijill.ledger.book import Counts, Entered, Entry, StoredClaim, Version
from sijill.ledger.engines import open_engine
from sijill.ledger.filters import ClaimFilter
from sijill.ledger.forms import make_ready
from sijill.ledger.payload import read, read_plain
from sijill.ledger.refusals import in_words
from sijill.ledger.schema import entries as entries_table
from sijill.ledger.transactions import Transactions
from sijill.model import Claim, Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

ROWS_AT_ONCE = 200  # fetched together while streaming


class Register:
    """An open register, a context manager; safe to share between threads. `sijill.ledger.open_register` opens it."""

    def __init__(
        self, path_or_url: str | Path, *, create: bool = True, read_only: bool = False, patience_seconds: float = 30.0
    ) -> None:
        """Open or make the register; RegisterError says why not."""
        with ExitStack() as on_failure:
            on_failure.enter_context(in_words(str(path_or_url)))
            self.name, engine = open_engine(
                path_or_url, create=create, read_only=read_only, patience_seconds=patience_seconds
            )
            on_failure.callback(engine.dispose)
            make_ready(engine, self.name, create=create, read_only=read_only)
            on_failure.pop_all()
        self._transactions = Transactions(engine, self.name, read_only=read_only)

    def __enter__(self) -> Self:
        """Give the register itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the register; a file is then one file again, unless another program has it open."""
        self._transactions.close()

    def enter(self, report: Report, claims: Sequence[Claim], *, extractor: str) -> Entered:
        """Enter a report and its claims as one extractor version reads them, all or nothing; again changes nothing.

        Outside `batch()` all of it is on the disk when this returns. RegisterError if a claim's words do not stand in
        the report.
        """
        with self._transactions.writing(report.name) as connection:
            return writing.enter(connection, report, claims, extractor)

    def append(self, *, author: str, kind: str, subject: str, payload: Mapping[str, object]) -> int:
        """Add an entry that is neither report nor claim (a judgement, a review) and return its number."""
        with self._transactions.writing(f"{kind} of {subject}") as connection:
            return writing.append(connection, author, kind, subject, payload)

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

    def entries(self, *, after: int = 0, kind: str | None = None) -> Iterator[Entry]:
        """Yield the entries of the book in order, from the one after number `after`."""
        query = select(entries_table).where(entries_table.c.seq > after).order_by(entries_table.c.seq)
        if kind is not None:
            query = query.where(entries_table.c.kind == kind)
        with self._transactions.reading() as connection:
            for seq, at, author, found, subject, payload in connection.execution_options(
                yield_per=ROWS_AT_ONCE
            ).execute(query):
                yield Entry(
                    seq=seq,
                    at=datetime.fromisoformat(at),
                    author=author,
                    kind=found,
                    subject=subject,
                    payload=read_plain(payload),
                )

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

    def claim(self, id_prefix: str) -> StoredClaim:
        """Return the claim whose id begins so, replaced or not; NotFoundError if there is none, or more than one."""
        with self._transactions.reading() as connection:
            seq = lookup.claim_seq(connection, id_prefix)
            _, name, payload = connection.execute(queries.select_claim(seq)).one()
        return StoredClaim(seq=seq, report_name=name, claim=read(Claim, payload))

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
