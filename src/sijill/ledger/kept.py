"""What was worked out from the book and is kept beside it: it can be thrown away at any time and made again.

Invariant: nothing here is the truth. What is kept names the entry up to which it follows the book, and by what it was
made; whoever reads it checks both. It is no part of the form of a register: an older one has no such table, and needs
none. A row holds one item of what a space keeps under a key.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import Column, MetaData, String, Table, Text, bindparam, delete, insert, inspect, select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from sijill.ledger.transactions import Transactions

    Row = tuple[str, str, dict[str, str]]
    """Space, key, and all items under the key with their values; without items, the key is let go."""

AT_ONCE = 500  # keys looked up, or rows written, by one statement
STATE = "state"
metadata = MetaData()
kept = Table(
    "kept",
    metadata,
    *(Column(name, String, primary_key=True) for name in ("space", "key", "item")),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
_FOUND = select(kept.c.key, kept.c.item, kept.c.value).where(
    kept.c.space == bindparam("space"), kept.c.key.in_(bindparam("keys", expanding=True))
)


class Kept:
    """The table of what is kept; a register without it keeps nothing."""

    def __init__(self, transactions: Transactions) -> None:
        """Look nothing up yet."""
        self._transactions = transactions
        self._is_there: bool | None = None

    def state(self) -> dict[str, str]:
        """Return what is said of all that is kept: nothing where nothing is."""
        return self.found(STATE, [STATE]).get(STATE, {})

    def found(self, space: str, keys: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return the items kept under each of some keys; keys that hold none are left out."""
        wanted, items = list(keys), defaultdict[str, dict[str, str]](dict)
        if wanted and self._there():
            with self._transactions.reading() as connection:
                for start in range(0, len(wanted), AT_ONCE):
                    given = {"space": space, "keys": wanted[start : start + AT_ONCE]}
                    for key, item, value in connection.execute(_FOUND, given):
                        items[key][item] = value
        return dict(items)

    def all(self, space: str) -> Iterator[tuple[str, str, str]]:
        """Yield key, item and value of everything in a space, in the order of the keys."""
        if self._there():
            query = select(kept.c.key, kept.c.item, kept.c.value).where(kept.c.space == space)
            with self._transactions.reading() as connection:
                found = connection.execute(query.order_by(kept.c.key, kept.c.item))
                yield from ((key, item, value) for key, item, value in found)

    def begins(self, space: str, beginning: str, most: int) -> list[str]:
        """Return the keys of a space that begin so, at most so many."""
        if not self._there():
            return []
        after = kept.c.key < beginning + "\U0010ffff"
        query = select(kept.c.key).where(kept.c.space == space, kept.c.key >= beginning, after)
        with self._transactions.reading() as connection:
            return list(connection.execute(query.distinct().order_by(kept.c.key).limit(most)).scalars())

    def keep(self, rows: Iterable[Row], state: Mapping[str, str], *, before: Mapping[str, str] | None) -> bool:
        """Put rows in the place of those under their keys, all of them or none; of everything where `before` is None.

        `before` is the state that the rows were worked out from. Where another program has kept something since,
        nothing is kept: False then.
        """
        with self._transactions.writing("what is kept") as connection:
            metadata.create_all(connection)
            found = connection.execute(_FOUND, {"space": STATE, "keys": [STATE]})
            if before is not None and {item: value for _, item, value in found} != before:
                return False
            if before is None:
                connection.execute(delete(kept))
            _replace(connection, [*rows, (STATE, STATE, dict(state))], anew=before is None)
        self._is_there = True
        return True

    def _there(self) -> bool:
        if self._is_there is None:
            with self._transactions.reading() as connection:
                self._is_there = inspect(connection).has_table(kept.name)
        return self._is_there


def _replace(connection: Connection, rows: Sequence[Row], *, anew: bool) -> None:
    gone = delete(kept).where(kept.c.space == bindparam("of_space"), kept.c.key == bindparam("of_key"))
    if not anew and rows:
        connection.execute(gone, [{"of_space": space, "of_key": key} for space, key, _ in rows])
    new = [
        {"space": space, "key": key, "item": item, "value": value}
        for space, key, items in rows
        for item, value in items.items()
    ]
    if new:
        connection.execute(insert(kept), new)
