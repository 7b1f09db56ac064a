"""The SQL that some work sends to a register's database, and how SQLite goes about each statement."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

    from sijill.ledger import Register

Asked = dict[str, object]
"""By statement, the parameters that it was first sent with."""
SQL = ("SELECT", "WITH")
MANY = re.compile(r"\?(?:, \?)+")


@contextmanager
def noted(book: Register) -> Iterator[Asked]:
    """Note what is asked of a register's database within the block."""
    engine: Engine = book._transactions._engine
    asked: Asked = {}

    def note(_c: Connection, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        if statement.startswith(SQL):
            asked.setdefault(statement, parameters)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def plan(book: Register, statement: str, parameters: object) -> list[str]:
    """Return SQLite's plan of a statement, a line a step, indented as the steps stand in each other."""
    engine: Engine = book._transactions._engine
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()  # type: ignore[arg-type]
    depths = {0: -1}
    lines = []
    for id_, parent, _, words in rows:
        depths[id_] = depths[parent] + 1
        lines.append(f"{'  ' * depths[id_]}{words}")
    return lines


def plain(statement: str) -> str:
    """Return a statement on one line, a list of parameters as one: those that differ in nothing else are the same."""
    return MANY.sub("?, ...", " ".join(statement.split()))
