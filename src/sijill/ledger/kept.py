"""What was worked out from the book and is kept beside it: it can be thrown away at any time and made again.

Invariant: nothing here is the truth. What is kept names the entry up to which it follows the book, and by what it was
made; whoever reads it checks both. It is no part of the form of a register: an older one has no such table, and needs
none. A row holds what a space keeps under a key; only what is said of everything that is kept has several items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, MetaData, String, Table, Text, bindparam, delete, insert, inspect, select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from sijill.ledger.transactions import Transactions

    Row = tuple[str, str, str | None]
    """Space, key, and what is kept under the key; None lets the key go."""

AT_ONCE = 500  # keys looked up by one statement
STATE = "state"
ALONE = "alone"  # what is kept by itself, and stays when links are made anew
WHOLE = ""  # the item of a key that has only one
metadata = MetaData()
kept = Table(
    "kept",
    metadata,
    *(Column(name, String, primary_key=True) for name in ("space", "key", "item")),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
_FOUND = select(kept.c.key, kept.c.value).where(
    kept.c.space == bindparam("space"), kept.c.key.in_(bindparam("keys", expanding=True))
)
_STATE = select(kept.c.item, kept.c.value).where(kept.c.space == STATE)


class Kept:
    """The table of what is kept; a register without it keeps nothing."""

    def __init__(self, transactions: Transactions) -> None:
        """Look nothing up yet."""
        self._transactions = transactions
        self._is_there: bool | None = None

    def state(self) -> dict[str, str]:
        """Return what is said of all that is kept: nothing where nothing is."""
        if not self._there():
            return {}
        with self._transactions.reading() as connection:
            return _state(connection)

    def found(self, space: str, keys: Iterable[str]) -> dict[str, str]:
        """Return what is kept under each of some keys; keys that hold nothing are left out."""
        wanted, found = list(keys), dict[str, str]()
        if wanted and self._there():
            with self._transactions.reading() as connection:
                for start in range(0, len(wanted), AT_ONCE):
                    given = {"space": space, "keys": wanted[start : start + AT_ONCE]}
                    found.update((key, value) for key, value in connection.execute(_FOUND, given))
        return found

    def all(self, space: str) -> Iterator[tuple[str, str]]:
        """Yield each key of a space with what is kept under it, in the order of the keys."""
        if self._there():
            query = select(kept.c.key, kept.c.value).where(kept.c.space == space).order_by(kept.c.key)
            with self._transactions.reading() as connection:
                yield from ((key, value) for key, value in connection.execute(query))

    def begins(self, space: str, beginning: str, most: int) -> list[str]:
        """Return the keys of a space that begin so, at most so many."""
        if not self._there():
            return []
        after = kept.c.key < beginning + "\U0010ffff"
        query = select(kept.c.key).where(kept.c.space == space, kept.c.key >= beginning, after)
        with self._transactions.reading() as connection:
            return list(connection.execute(query.order_by(kept.c.key).limit(most)).scalars())

    def keep(self, rows: Iterable[Row], state: Mapping[str, str], *, before: Mapping[str, str] | None) -> bool:
        """Put rows in the place of those under their keys, all of them or none; of everything where `before` is None.

        `before` is the state that the rows were worked out from. Where another program has kept something since,
        nothing is kept: False then.
        """
        with self._transactions.writing("what is kept") as connection:
            metadata.create_all(connection)
            if before is not None and _state(connection) != before:
                return False
            _replace(connection, list(rows), anew=before is None)
            connection.execute(delete(kept).where(kept.c.space == STATE))
            _insert(connection, [(STATE, STATE, item, value) for item, value in state.items()])
        self._is_there = True
        return True

    def alone(self, space: str) -> str | None:
        """Return what is kept in a space that holds one text; None where nothing is."""
        return self.found(ALONE, [space]).get(space)

    def keep_alone(self, space: str, text: str) -> None:
        """Keep a text as all that a space holds, whatever becomes of the rest: it says itself what it follows."""
        with self._transactions.writing("what is kept") as connection:
            metadata.create_all(connection)
            _replace(connection, [(ALONE, space, text)], anew=False)
        self._is_there = True

    def _there(self) -> bool:
        if self._is_there is None:
            with self._transactions.reading() as connection:
                self._is_there = inspect(connection).has_table(kept.name)
        return self._is_there


def _state(connection: Connection) -> dict[str, str]:
    return {item: value for item, value in connection.execute(_STATE)}  # noqa: C416 -- rows are no pairs to a checker


def _replace(connection: Connection, rows: Sequence[Row], *, anew: bool) -> None:
    if anew:
        connection.execute(delete(kept).where(kept.c.space != ALONE))
    elif rows:
        gone = delete(kept).where(kept.c.space == bindparam("of_space"), kept.c.key == bindparam("of_key"))
        connection.execute(gone, [{"of_space": space, "of_key": key} for space, key, _ in rows])
    # in the order of the table, so that each page of it is written once
    _insert(connection, sorted((space, key, WHOLE, value) for space, key, value in rows if value is not None))


def _insert(connection: Connection, rows: Sequence[tuple[str, str, str, str]]) -> None:
    """Hand the rows to the driver as they are: a mapping for each of a million would take longer than writing them."""
    if not rows:
        return
    statement = insert(kept).compile(dialect=connection.dialect)
    names = kept.c.keys()
    given = rows if statement.positional else [dict(zip(names, row, strict=True)) for row in rows]
    connection.exec_driver_sql(str(statement), given)
