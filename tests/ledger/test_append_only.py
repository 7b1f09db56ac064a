from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from written_reports import EXTRACTOR, a_claim, a_hidden_person, a_report

from sijill.ledger import open_register
from sijill.ledger.schema import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def raw(file: Path) -> Iterator[sqlite3.Connection]:
    """Another program's connection to a register with one claim."""
    report = a_report()
    with open_register(file) as register:
        register.enter(report, [a_claim(report)], extractor=EXTRACTOR, hidden=[a_hidden_person(report)])
    connection = sqlite3.connect(file)
    yield connection
    connection.close()


@pytest.mark.parametrize("table", CONTENT, ids=str)
def test_what_was_entered_cannot_be_changed(raw: sqlite3.Connection, table: object) -> None:
    column = raw.execute(f"SELECT * FROM {table}").description[0][0]  # noqa: S608 -- the names of our own tables
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(f"UPDATE {table} SET {column} = {column}")  # noqa: S608 -- as above


@pytest.mark.parametrize("table", CONTENT, ids=str)
def test_what_was_entered_cannot_be_removed(raw: sqlite3.Connection, table: object) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(f"DELETE FROM {table}")  # noqa: S608 -- as above


@pytest.mark.parametrize("seq", [1, 0, -1, 99])
def test_an_entry_cannot_be_replaced_or_put_out_of_order(raw: sqlite3.Connection, seq: int) -> None:
    entry = (seq, "2013-03-08T00:00:00+00:00", "someone", "report", "x", "{}")
    with pytest.raises(sqlite3.IntegrityError, match="without gaps"):
        raw.execute("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?)", entry)
