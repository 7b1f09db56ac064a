"""A PostgreSQL server that lives as long as the tests: its own folder, a socket in it, no port, nothing kept."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBIAN = Path("/usr/lib/postgresql")
NOT_ROOT = ("postgres", "nobody")  # the server refuses to be run by root
SPEED = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"  # what it holds need not outlive the power


def programs() -> Path | None:
    """The folder of initdb and pg_ctl: on the path, or where Debian puts its newest."""
    named = shutil.which("initdb")
    found = [Path(named).parent] if named else sorted(DEBIAN.glob("*/bin"), key=lambda path: float(path.parent.name))
    return next((path for path in reversed(found) if (path / "pg_ctl").exists()), None)


@contextmanager
def running(where: Path) -> Iterator[tuple[str, Path]]:
    """Give the URL of an empty database and the folder of the server's data."""
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="sijill-pg-"))  # short: a socket's path may have 107 bytes
    if user is not None:
        shutil.chown(folder, user)
    data = folder / "data"
    _run(user, where / "initdb", "-D", data, "-U", "sijill", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
    options = f"-k {folder} -c listen_addresses='' {SPEED}"
    _run(user, where / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://sijill@/postgres?host={folder}", data
    finally:
        _run(user, where / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str | None:
    """Who runs the server where root runs the tests."""
    if os.geteuid() != 0:
        return None
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in NOT_ROOT if name in names)


def _run(user: str | None, *command: str | Path) -> None:
    """Run one of the server's programs; its output goes nowhere, since a pipe would wait for the server to end."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
    group = {} if user is None else {"user": user, "group": _group(user), "extra_groups": []}
    subprocess.run([str(word) for word in command], check=True, cwd="/", **quiet, **group)  # type: ignore[call-overload]


def _group(user: str) -> int:
    import pwd

    return pwd.getpwnam(user).pw_gid
