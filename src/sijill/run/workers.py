"""Processes beside this one that read reports for it, since Python's lock lets one thread of a process work at a time.

Invariant: whoever reads a report, the findings are the same. A worker ends with the process that it works for, however
that ends; where a worker ends first or cannot read, the report is read here.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final, Self

from sijill.ledger.packed import packed, unpacker
from sijill.model import Findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from sijill.model import Report

WORTH_IT: Final = 6
"""Reports that are asked for before workers are started: a worker loads the model for as long as it reads ten."""
READY: Final = b"ready\n"
PACKAGES: Final = str(Path(__file__).resolve().parents[2])
_findings = unpacker(Findings)


class Worker:
    """One process that reads: a report goes in as a line, its findings come out as one."""

    def __init__(self) -> None:
        """Start it; `ready` waits until it can read."""
        self.well = True
        paths = [PACKAGES, *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "sijill.run.working"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            process_group=0,  # Ctrl-C is for the process that it works for
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )

    def ready(self) -> bool:
        """Wait until it has loaded the model; False where it ended instead."""
        return self._line() == READY

    def read(self, report: Report) -> Findings | None:
        """Return what a report says, None where the worker could not tell; `well` tells whether it still reads."""
        asked = self._process.stdin
        try:
            line = packed(report).encode()
        except UnicodeEncodeError:  # half of a character cannot be sent
            return None
        try:
            if asked is not None:
                asked.write(line + b"\n")
                asked.flush()
            answer = self._line()
            self.well = answer != b""
            return _findings(answer.decode()) if answer.strip() else None
        except (OSError, ValueError):
            self.well = False
            return None

    def end(self) -> None:
        """End it at once: nobody waits for what it reads."""
        with suppress(OSError), self._process:
            self._process.kill()

    def _line(self) -> bytes:
        given = self._process.stdout
        return b"" if given is None else given.readline()


class Workers:
    """So many workers, started once there is enough to read; a context manager, at the end of which they end."""

    def __init__(self, count: int, here: Callable[[Report], Findings]) -> None:
        """Prepare for so many; `here` reads in this process."""
        self._here = here
        self._count, self._asked = count, 0
        self._free: SimpleQueue[Worker] = SimpleQueue()
        self._all: list[Worker] = []

    def __enter__(self) -> Self:
        """Give the workers themselves."""
        return self

    def __exit__(self, *_: object) -> None:
        """End them all."""
        for worker in self._all:
            worker.end()

    def read(self, report: Report) -> Findings:
        """Return what a report says, read by a worker that is free, else here."""
        try:
            worker = self._free.get_nowait()
        except Empty:
            return self._here(report)
        found = worker.read(report)
        if worker.well:
            self._free.put(worker)
        return self._here(report) if found is None else found

    def expect(self) -> None:
        """Count a report that is to be read, and start the workers once they are worth it."""
        self._asked += 1
        if self._asked != WORTH_IT:
            return
        with suppress(OSError):  # no further process may be started: everything is read here
            self._all.extend(Worker() for _ in range(self._count))
        for worker in self._all:
            Thread(target=self._when_ready, args=(worker,), name="a worker starts", daemon=True).start()

    def _when_ready(self, worker: Worker) -> None:
        if worker.ready():
            self._free.put(worker)
