"""The append-only book: reports and their claims are entered, found again exactly, and never changed.

SQLAlchemy is imported when a register is opened, not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.ledger.book import Counts, Entered, Entry, Outline, StoredClaim, Version
from sijill.ledger.filters import ClaimFilter

if TYPE_CHECKING:
    from pathlib import Path

    from sijill.ledger.kept import Kept
    from sijill.ledger.register import Register

__all__ = [
    "ClaimFilter",
    "Counts",
    "Entered",
    "Entry",
    "Kept",
    "Outline",
    "Register",
    "StoredClaim",
    "Version",
    "open_register",
]


def open_register(
    path_or_url: str | Path,
    *,
    create: bool = True,
    read_only: bool = False,
    older: bool = False,
    patience_seconds: float = 30.0,
) -> Register:
    """Return the register in a file, or at a PostgreSQL URL; a file that an older version made is brought up to date.

    `create` allows a new register to be made, `patience_seconds` is how long to wait for another writer. With
    `read_only` and `older` a form that lacks only tables is read as it is, its people who hide unknown. RegisterError
    says in words why a register cannot be opened.
    """
    from sijill.ledger.register import Register  # brings SQLAlchemy: a third of a second

    return Register(path_or_url, create=create, read_only=read_only, older=older, patience_seconds=patience_seconds)


def __getattr__(name: str) -> object:
    """Give the classes that bring SQLAlchemy when they are asked for."""
    if name == "Kept":
        from sijill.ledger.kept import Kept

        return Kept
    if name == "Register":
        from sijill.ledger.register import Register

        return Register
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
