"""Database engines for a file or a URL: who may write, how long to wait, what a commit promises.

SQLite keeps a write-ahead log and syncs it at every commit (`synchronous=FULL`), so that what was entered outlives
the process and the power. A write transaction takes its lock when it begins, not at its first write, so that two
writers wait for each other instead of failing.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from sijill.errors import RegisterError

if TYPE_CHECKING:
    from collections.abc import Callable

CONNECTION_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA recursive_triggers = ON",  # INSERT OR REPLACE meets the triggers that refuse a deletion
    "PRAGMA cache_size = -16000",  # 16 MB: the indexes of a million claims stay at hand
)
WRITER_LOCK = 0x53494A4C  # any number, the same in every program that writes a register on PostgreSQL


def open_engine(
    path_or_url: str | Path, *, create: bool, read_only: bool, patience_seconds: float
) -> tuple[str, Engine]:
    """Return what to call the register, and an engine for it; RegisterError where there can be none."""
    location = _location(path_or_url)
    if isinstance(location, Path):
        _check_file(location, create=create and not read_only)
        name, engine = str(location), _file_engine(location, read_only=read_only, patience_seconds=patience_seconds)
    else:
        name, engine = location.render_as_string(), create_engine(location)
    event.listen(engine, "begin", _begin)
    return name, engine


def for_writing(connection: Connection) -> Connection:
    """Return the connection with its transactions made to take the writer's lock."""
    return connection.execution_options(writes=True)


def use_write_ahead_log(engine: Engine) -> None:
    """Turn the log on, once for the life of a file; where another program is just then writing, leave it be."""
    raw = engine.raw_connection()
    try:
        if raw.cursor().execute("PRAGMA journal_mode").fetchall() != [("wal",)]:
            raw.cursor().execute("PRAGMA journal_mode = WAL").fetchall()
            raw.invalidate()  # the connection that turned it on holds a lock until it is closed
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
    finally:
        raw.close()


def fold_log(path: Path) -> None:
    """Let SQLite fold a file's log into it, which it does when a writer is the last to close it; readers leave it.

    Where the file may not be written, or another program has it open, the log stays.
    """
    if (
        not Path(f"{path}-wal").exists()
        or not os.access(path, os.W_OK)
        or not os.access(path.absolute().parent, os.W_OK)
    ):
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=0)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def _location(path_or_url: str | Path) -> Path | URL:
    """Return a file's path, or the URL of a database that is not a file."""
    if isinstance(path_or_url, Path) or "://" not in path_or_url:
        return Path(path_or_url)
    try:
        url = make_url(path_or_url)
    except ArgumentError as error:
        msg = f"{path_or_url} is not the URL of a register: write a file's path, or postgresql+psycopg://host/database"
        raise RegisterError(msg) from error
    if url.get_backend_name() == "sqlite":
        return Path(url.database or "")
    if url.get_backend_name() != "postgresql":
        msg = f"a register is an SQLite file or a PostgreSQL database, not {url.get_backend_name()}"
        raise RegisterError(msg)
    return url


def _check_file(path: Path, *, create: bool) -> None:
    """Refuse a folder, and a file that is not there and may not be made."""
    if path.is_dir():
        msg = f"{path} is a folder: name the register's file, for example {path / 'register.db'}"
        raise RegisterError(msg)
    if not path.exists() and not create:
        msg = f"there is no register at {path}: check the name, or enter a report to make one"
        raise RegisterError(msg)


def _file_engine(path: Path, *, read_only: bool, patience_seconds: float) -> Engine:
    """Return an engine whose connections are to one SQLite file."""
    address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    if read_only and _is_frozen(path):
        address += "&immutable=1"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            address, uri=True, timeout=patience_seconds, isolation_level=None, check_same_thread=False
        )

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "connect", _prepare)
    return engine


def _is_frozen(path: Path) -> bool:
    """Tell whether nothing can be written beside the file: SQLite then needs to be told that it cannot change."""
    return not os.access(path.absolute().parent, os.W_OK) and not Path(f"{path}-wal").exists()


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    """Set what SQLite sets for each connection anew."""
    for pragma in CONNECTION_PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    """Begin a transaction, with the writer's lock where it is to write."""
    writes = connection.get_execution_options().get("writes", False)
    on_sqlite = connection.dialect.name == "sqlite"
    begin: Callable[[str], object] = connection.exec_driver_sql
    if on_sqlite:
        begin("BEGIN IMMEDIATE" if writes else "BEGIN")
    elif writes:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITER_LOCK})
