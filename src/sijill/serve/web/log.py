"""The entries of the book, the newest first, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.errors import UsageError
from sijill.serve.log import is_id
from sijill.serve.web.paging import Page

if TYPE_CHECKING:
    from sijill.ledger import Entry
    from sijill.serve.hiding import Hiding
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


def subject_of(entry: Entry, hiding: Hiding) -> list[tuple[str, str | None]]:
    """Return the words that say what an entry is about, each with the address that an id among them leads to."""
    folder = folder_of(entry)
    words = hiding.text(entry.subject).split()
    return [(word, f"/{folder}/{word}" if folder and is_id(word) else None) for word in words]


def folder_of(entry: Entry) -> str | None:
    """Return which pages the ids in an entry's subject lead to; None where they lead to none."""
    act = entry.payload.get("act")
    if entry.kind == "review":
        return "incidents" if act in {"grade", "sign"} else "claims"
    if entry.kind == "judgement":
        return "reports" if act == "link" else "incidents"
    return {"report": "reports", "reading": "reports", "claim": "claims"}.get(entry.kind)


def entry_number(cursor: str, last: int) -> int:
    """Return the number of an entry."""
    if cursor.isascii() and cursor.isdigit() and 1 <= int(cursor) <= last:
        return int(cursor)
    msg = f"{cursor!r} is no cursor of the log: it is the number of an entry, 1 to {last}"
    raise UsageError(msg)
