"""How long views and tolls of a register take, and one more report: seconds of work, the machine's other work left out.

    python -m bench.speed.views [--size 10000] [--seed 7] [--register FILE]

A register of made-up reports is entered and linked from nothing; then each view is opened as a command would open it,
and a report of about six claims is entered and linked. `--register` names a file that is used again if it is there.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from bench.speed.registers import register
from sijill.ledger import open_register
from sijill.reconcile import tally
from sijill.run.incidents import incidents_of, link_new, link_register

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
BY = ("month", "source", "category")
ONE_MORE = 6  # claims


def timed(name: str, work: Callable[[], T]) -> T:
    """Print the seconds of work that something takes, and return what it gives."""
    began = time.process_time()
    found = work()
    print(f"{name:40} {time.process_time() - began:8.3f} s", flush=True)
    return found


def enter(file: Path, size: int, seed: int) -> None:
    """Enter a register of made-up reports, unless it is there."""
    if file.exists():
        return
    with open_register(file) as book, book.batch(seconds=5):
        for one in register(size, seed):
            book.enter(one.report, one.claims, extractor="made up")


def measure(file: Path, size: int, seed: int) -> None:
    """Measure everything on one register."""
    timed("entering", lambda: enter(file, size, seed))
    with open_register(file) as book:
        timed("linking from nothing", lambda: link_register(book))
    with open_register(file, read_only=True) as book:
        view = timed("a view: opened", lambda: incidents_of(book))
        timed("a view: every incident", lambda: view.incidents)
        timed("an incident by its id", lambda: view.incident(view.incidents[-1].id))
        timed("a toll", lambda: tally(view.incidents, view.crosschecks))
        for by in BY:
            timed(f"a toll by {by}", lambda by=by: tally(view.incidents, view.crosschecks, by=by))  # type: ignore[misc]
    with open_register(file) as book:
        more = next(one for one in register(size, seed + 1) if len(one.claims) >= ONE_MORE)
        book.enter(more.report, more.claims, extractor="made up")
        timed(f"one more report of {len(more.claims)} claims, linked", lambda: link_new(book))


def main() -> None:
    """Measure one size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--register", type=Path)
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        measure(args.register or Path(folder) / "made.db", args.size, args.seed)


if __name__ == "__main__":
    main()
