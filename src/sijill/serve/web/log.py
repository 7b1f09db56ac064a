"""The entries of the book, the newest first, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.errors import UsageError
from sijill.serve.web.paging import Page

if TYPE_CHECKING:
    from sijill.ledger import Entry
    from sijill.serve.web.asking import Paged
    from sijill.serve.web.desk import Snapshot


def log_page(now: Snapshot, wanted: Paged) -> Page[Entry]:
    """Return the entries before the one whose number the cursor is; UsageError where it is no number of an entry."""
    before = entry_number(wanted.cursor, now.length) if wanted.cursor else now.length + 1
    first = max(1, before - wanted.limit)
    found = []
    for entry in now.shelf.book.entries(after=first - 1):
        if entry.seq >= before:
            break
        found.append(entry)
    return Page(items=found[::-1], total=now.length, next=str(first) if first > 1 else None)


def entry_number(cursor: str, last: int) -> int:
    """Return the number of an entry."""
    if cursor.isascii() and cursor.isdigit() and 1 <= int(cursor) <= last:
        return int(cursor)
    msg = f"{cursor!r} is no cursor of the log: it is the number of an entry, 1 to {last}"
    raise UsageError(msg)
