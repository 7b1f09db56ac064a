"""Where output may be written: never over a register, never outside the folder by a report's own name."""

from __future__ import annotations

import re
from pathlib import Path

from sijill.errors import UsageError

UNSAFE = re.compile(r"[^\w.-]+")
LONGEST = 100  # characters of a file name made from a report's name


def file_name_for(name: str, ending: str) -> str:
    """Return a file name made from a report's name: no folders, no hidden file, no characters that a shell reads."""
    return (UNSAFE.sub("-", name).strip("-.")[:LONGEST] or "report") + ending


def refuse_register(path: Path | None, register: str) -> Path | None:
    """Return the path; UsageError where writing to it would replace the register."""
    both_exist = path is not None and path.exists() and Path(register).exists()
    if path is not None and both_exist and path.samefile(register):
        msg = f"{path} is the register itself: name another file to write to"
        raise UsageError(msg)
    return path
