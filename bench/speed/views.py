"""How long views and tolls of a register take, and one more report: seconds of work, and by the clock.

    python -m bench.speed.views [--size 10000] [--seed 7] [--register FILE]

A register of made-up reports is entered and linked from nothing; then each view is opened as a command would open it,
tolls are counted under every rule, and reports of six claims are entered, linked and kept, one by one. `--register`
names a file that is used again if it is there, and is then linked anew.
"""

from __future__ import annotations

import argparse
import time
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from bench.speed.registers import register
from sijill.ledger import open_register
from sijill.run.incidents import incidents_of, link_new, link_register

if TYPE_CHECKING:
    from collections.abc import Callable

    from sijill.incident import Tally
    from sijill.ledger import Register
    from sijill.run.incidents import View

T = TypeVar("T")
RULES = ("ibc", "airwars", "ucdp", "acled")
BY = (None, "place", "month", "category", "source")
ONE_MORE = 6  # claims
MORE = 21  # reports, of which the first opens the register and warms what is looked up


def timed(name: str, work: Callable[[], T]) -> T:
    """Print the seconds of work and by the clock that something takes, and return what it gives."""
    began, worked = time.perf_counter(), time.process_time()
    found = work()
    worked, taken = time.process_time() - worked, time.perf_counter() - began
    print(f"{name:40} {worked:8.3f} s of work {taken:8.3f} s by the clock", flush=True)
    return found


def enter(file: Path, size: int, seed: int) -> None:
    """Enter a register of made-up reports, unless it is there."""
    if file.exists():
        return
    with open_register(file) as book, book.batch(seconds=5):
        for one in register(size, seed):
            book.enter(one.report, one.claims, extractor="made up")


def toll(view: View, rule: str = "ibc", by: str | None = None) -> Tally:
    """Count as the command and the workbench do."""
    return view.toll(rule=rule, by=by)


def measure(file: Path, size: int, seed: int) -> None:
    """Measure everything on one register."""
    timed("entering", lambda: enter(file, size, seed))
    with open_register(file) as book:
        timed("linking from nothing, kept", lambda: link_register(book))
    with open_register(file, read_only=True) as book:
        timed("a first toll, from a closed register", lambda: toll(incidents_of(book)))
    with open_register(file, read_only=True) as book:
        view = timed("a view: opened", lambda: incidents_of(book))
        timed("a view: every incident", lambda: view.incidents)
        timed("a view: running totals", lambda: view.crosschecks)
        timed("an incident by its id", lambda: view.incident(view.incidents[-1].id))
        for rule in RULES:
            for by in BY:
                timed(f"a toll: {rule}, {by or 'whole'}", lambda rule=rule, by=by: toll(view, rule, by))  # type: ignore[misc]
    with open_register(file) as book:
        more_reports(book, size, seed + 1)


def more_reports(book: Register, size: int, seed: int) -> None:
    """Enter, link and keep reports of six claims, one by one, and print the median after the first."""
    of_six = (one for one in register(size, seed) if len(one.claims) == ONE_MORE)
    took = []
    for one in islice(of_six, MORE):
        began, worked = time.perf_counter(), time.process_time()
        book.enter(one.report, one.claims, extractor="made up")
        link_new(book)
        took.append((time.process_time() - worked, time.perf_counter() - began))
    print(f"one more report of {ONE_MORE} claims, entered, linked and kept: ms of work, and by the clock")
    for name, found in (("the first", took[:1]), ("the median", took[1:]), ("the slowest", [max(took[1:])])):
        print(f"  {name:38}", *(f"{1000 * median(column):8.0f}" for column in zip(*found, strict=True)))


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
