"""Transactions of one register: one writer at a time, a report whole or not at all, commits grouped on request."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from time import monotonic
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from sijill.errors import RegisterError
from sijill.ledger.engines import fold_log, for_writing
from sijill.ledger.refusals import in_words
from sijill.ledger.unbroken import unbroken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine


class Transactions:
    """Gives out connections of one engine, each within its transaction."""

    def __init__(self, engine: Engine, name: str, *, read_only: bool) -> None:
        """Keep the engine; nothing is opened yet."""
        self._engine = engine
        self._name = name
        self._read_only = read_only
        self._lock = RLock()
        self._group: Group | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees everything entered so far, also by this program."""
        with in_words(self._name):
            with self._lock, unbroken():
                if self._group is not None:
                    self._group.commit()
            with self._engine.connect() as connection:
                yield connection

    @contextmanager
    def writing(self, subject: str) -> Iterator[Connection]:
        """Give the writer's connection; what is written within is kept whole or not at all."""
        if self._read_only:
            msg = f"the register {self._name} was opened for reading only"
            raise RegisterError(msg)
        with self._lock, in_words(self._name), unbroken():
            if self._group is not None:
                with self._group.member(subject) as connection:
                    yield connection
            else:
                with for_writing(self._engine.connect()) as connection, connection.begin():
                    yield connection

    @contextmanager
    def grouped(self, seconds: float) -> Iterator[None]:
        """Commit at most once in so many seconds within the block, and at its end, however it ends."""
        if self._group is not None:
            yield
            return
        self._group = Group(self._engine, seconds)
        try:
            yield
        finally:
            with self._lock, in_words(self._name), unbroken():
                group, self._group = self._group, None
                group.close()

    @property
    def pending(self) -> tuple[str, ...]:
        """What was entered and is not committed yet."""
        return () if self._group is None else tuple(self._group.pending)

    def write_file_anew(self) -> None:
        """Write the database anew, so that neither free pages nor the log keep what was removed."""
        with self._lock, in_words(self._name), self._engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            if connection.dialect.name == "sqlite" and raw is not None:
                raw.rollback()
                for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                    raw.cursor().execute(statement).fetchall()
            else:
                connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM FULL")

    def close(self) -> None:
        """Close every connection; SQLite folds its log into the one file with the last of them."""
        with in_words(self._name):
            self._engine.dispose()
        if self._read_only and self._engine.dialect.name == "sqlite":
            fold_log(Path(self._name))


class Group:
    """A transaction that several reports share, each kept whole or not at all."""

    def __init__(self, engine: Engine, seconds: float) -> None:
        """Take a connection; the first member is committed at once."""
        self._connection = for_writing(engine.connect())
        self._seconds = seconds
        self._committed_at = float("-inf")
        self.pending: list[str] = []

    @contextmanager
    def member(self, subject: str) -> Iterator[Connection]:
        """Give the shared connection for one report; commit if the last commit is long enough ago."""
        try:
            with self._connection.begin_nested():
                yield self._connection
            self.pending.append(subject)
            if monotonic() - self._committed_at >= self._seconds:
                self.commit()
        except DBAPIError as error:
            self._keep_what_is_whole(error)
            raise

    def commit(self) -> None:
        """Make everything entered so far last."""
        if self._connection.in_transaction():
            self._connection.commit()
        self._committed_at = monotonic()
        self.pending.clear()

    def close(self) -> None:
        """Commit and give the connection back."""
        try:
            self.commit()
        finally:
            self._connection.close()

    def _keep_what_is_whole(self, error: DBAPIError) -> None:
        """Commit the earlier members; RegisterError names them where the database has already given them up."""
        lost, self.pending = self.pending, []
        raw = self._connection.connection.dbapi_connection
        if getattr(raw, "in_transaction", True):
            try:
                self._connection.commit()
            except DBAPIError:
                self._connection.rollback()
            else:
                lost = []
        else:
            self._connection.rollback()
        if lost:
            msg = f"the register gave up what was entered last, enter it again: {', '.join(lost)} ({error.orig})"
            raise RegisterError(msg) from error
