"""What a database refuses, in words that name the register and say what to do; never a traceback."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from sijill.errors import RegisterError

if TYPE_CHECKING:
    from collections.abc import Iterator

CANNOT_WRITE = "cannot be written: the file or its folder is read-only; copy it to a folder of your own"
SQLITE_WORDS = {
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full; free some space and run again (what was entered is kept)",
    sqlite3.SQLITE_BUSY: "is locked: another program is writing to it; wait until it is done and run again",
    sqlite3.SQLITE_LOCKED: "is locked: another program is writing to it; wait until it is done and run again",
    sqlite3.SQLITE_READONLY: CANNOT_WRITE,
    sqlite3.SQLITE_PERM: CANNOT_WRITE,
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: its folder is missing, or may not be read or written; check both",
    sqlite3.SQLITE_NOTADB: "is not a register: it is some other kind of file; name another, or none to make a new one",
    sqlite3.SQLITE_CORRUPT: "is damaged and cannot be read to its end; restore it from a copy",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error; check the disk, then run again",
    sqlite3.SQLITE_TOOBIG: "cannot hold a text of this length; split the report",
}
PRIMARY_CODE = 0xFF  # SQLite's extended result codes carry the primary one in their lowest byte


@contextmanager
def in_words(name: str) -> Iterator[None]:
    """Turn what the database refuses within the block into a RegisterError about the register called `name`."""
    try:
        yield
    except DBAPIError as error:
        msg = f"the register {name} {_words(error.orig)}"
        raise RegisterError(msg) from error
    except sqlite3.Error as error:
        msg = f"the register {name} {_words(error)}"
        raise RegisterError(msg) from error
    except UnicodeEncodeError as error:
        msg = f"the register {name} cannot hold {error.object[error.start : error.end]!r}: half of a character"
        raise RegisterError(msg) from error
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        msg = f"the register {name} needs a database driver that is not installed ({error}); try `pip install psycopg`"
        raise RegisterError(msg) from error


def _words(error: BaseException | None) -> str:
    """Return what is wrong, in words where the code is known, else in the database's own first line."""
    code = getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE
    first_line = (str(error).splitlines() or ["gave no reason"])[0]
    return SQLITE_WORDS.get(code, f"refused: {first_line}")
