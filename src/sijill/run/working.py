"""What a worker runs (`python -m sijill.run.working`): it reads a report for each line, until there are no more.

Invariant: nothing but findings goes to standard output; a report that fails gives an empty line, and is read where its
error can be told.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from sijill.ledger.packed import packed, unpacker
from sijill.model import Findings, Report
from sijill.run.pipeline import load_tools, read_report
from sijill.run.threads import plain_numpy
from sijill.run.uncollected import uncollected
from sijill.run.workers import READY

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO


def work_with(taken: BinaryIO, given: BinaryIO, read: Callable[[Report], Findings]) -> None:
    """Answer each line that is taken with a line that is given."""
    report_in = unpacker(Report)
    given.write(READY)
    given.flush()
    for line in taken:
        given.write(answer(report_in(line.decode()), read) + b"\n")
        given.flush()


def answer(report: Report, read: Callable[[Report], Findings]) -> bytes:
    """Return a report's findings as a line, an empty one where reading fails."""
    try:
        return packed(read(report)).encode()
    except Exception:  # noqa: BLE001 -- whoever asked reads it again, and meets the error
        return b""


def main() -> None:
    """Read what stands on standard input."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with uncollected():
        tools = load_tools(1)
    try:
        with plain_numpy():
            work_with(sys.stdin.buffer, sys.stdout.buffer, lambda report: read_report(report, tools))
    except BrokenPipeError:  # whoever asked has gone, and nobody is to be told
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
