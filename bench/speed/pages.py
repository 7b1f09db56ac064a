"""How long the server takes for every page and view of a large register, and what it asks the database for them.

    python -m bench.speed.pages [--size 100000] [--register FILE] [--out docs/rendering.md]

The workbench runs in this process. Each page is opened once, which is its `first`: what is worked out once for each
state of the book is worked out then, by whichever page needs it first. Then it is opened again and again. Figures are
milliseconds of work of this process, so that the machine's other work is left out; a browser's cache is not asked.
"""

from __future__ import annotations

import argparse
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from fastapi.testclient import TestClient

from bench.speed.acts import ACTS, Acts
from bench.speed.desk_pages import API, addresses, total
from bench.speed.statements import noted, plain, plan
from bench.speed.worked import enter_worked
from sijill.serve.web import make_app

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fastapi import FastAPI

    from sijill.ledger import Register

HERE = "http://127.0.0.1"
NEXT = ("/incidents", "/reports", "/sources", "/queue", "/", "/tolls", "/map/places")  # pages opened after an entry
TIMES = 7
MOST = 150  # milliseconds, asked of every page
ASSETS = ("page.css", "leaflet.css", "htmx.min.js", "keys.js", "leaflet.js", "topojson-client.min.js", "map.js",
          "countries-110m.json")  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What opening an address took, in milliseconds; the bytes of the answer, packed; and the SQL that it sent."""

    path: str
    address: str
    first: float
    again: tuple[float, ...]
    size: int
    asked: dict[str, object] = field(repr=False)

    @property
    def median(self) -> float:
        """The middle time."""
        return median(self.again)


def opened(desk: TestClient, book: Register, path: str, address: str) -> Opened:
    """Open an address several times."""
    first, _ = timed(desk, address)
    with noted(book) as asked:
        size = timed(desk, address)[1]
    again = tuple(timed(desk, address)[0] for _ in range(TIMES))
    return Opened(path=path, address=address, first=first, again=again, size=size, asked=dict(asked))


def timed(desk: TestClient, address: str) -> tuple[float, int]:
    """Return the milliseconds of work of one answer, and its bytes as they are sent."""
    began = time.process_time()
    with desk.stream("GET", address, headers={"Accept-Encoding": "gzip"}) as answer:
        size = sum(len(part) for part in answer.iter_raw())
    took = 1000 * (time.process_time() - began)
    assert answer.status_code == 200, (address, answer.status_code)
    return took, size


def worst_of_each(found: Iterable[Opened]) -> list[Opened]:
    """Return for each path the address that took longest."""
    worst: dict[str, Opened] = {}
    for one in found:
        if one.path not in worst or one.median > worst[one.path].median:
            worst[one.path] = one
    return list(worst.values())


def after_an_entry(desk: TestClient) -> Iterator[tuple[str, str, float]]:
    """Yield what was entered, what was opened next, and how long that took, the entering itself first."""
    acts = Acts(desk)
    claim = desk.get(f"{API}/claims", params={"limit": 1}).json()["items"][0]["id"]
    incident = desk.get(f"{API}/incidents").json()["items"][0]["incident"]
    for act in ACTS:
        for address in (f"/claims/{claim}", f"/incidents/{incident}", *NEXT):
            acts.prepare(act)
            asked = acts.next(act)
            began = time.process_time()
            acts.enter(*asked)
            yield act, "entering it", 1000 * (time.process_time() - began)
            yield act, plainly(address), timed(desk, address)[0]


def plainly(address: str) -> str:
    """Return an address without the id in it."""
    return re.sub("[0-9a-f]{16}", "{id}", address)


def after_a_start(file: Path) -> Iterator[str]:
    """Yield the table of what starting takes, and each page where it is the first that is opened."""
    yield "| opened first | starting, ms | the page, ms |"
    yield "| --- | ---: | ---: |"
    for address in NEXT:
        began = time.process_time()
        app = make_app(str(file), reviewer="Amal")
        started = 1000 * (time.process_time() - began)
        with TestClient(app, base_url=HERE) as desk:
            yield f"| `{address}` | {started:,.0f} | {timed(desk, address)[0]:,.0f} |"


def entries_told(found: Iterable[tuple[str, str, float]]) -> Iterator[str]:
    """Yield the table of what the pages take after an entry, and the middle of what entering takes."""
    times: dict[tuple[str, str], list[float]] = {}
    for act, what, took in found:
        times.setdefault((what, act), []).append(took)
    yield f"| opened, ms after | {' | '.join(ACTS)} |"
    yield f"| --- |{' ---: |' * len(ACTS)}"
    for what in dict.fromkeys(what for what, _ in times):
        yield f"| `{what}` | {' | '.join(f'{median(times[what, act]):,.0f}' for act in ACTS)} |"


def first_page(desk: TestClient, overview: Opened) -> list[tuple[str, int]]:
    """Return what a browser with nothing in its cache is sent for the overview, and the bytes of each."""
    files = [(name, timed(desk, f"/assets/{name}")[1]) for name in ASSETS]
    return [("the page", overview.size), *files, ("the places on the map", timed(desk, "/map/places")[1])]


def report(size: int, app: FastAPI, desk: TestClient, file: Path, started: float) -> str:
    """Measure everything, and return it as a page of documentation."""
    book: Register = app.state.desk.book
    found = [opened(desk, book, path, address) for path, address in list(addresses(app, desk))]
    rows = worst_of_each(found)
    overview = next(one for one in found if one.address == "/")
    parts = [
        HEAD.format(size=book.counts().claims, incidents=total(desk, "incidents"), reports=total(desk, "reports"),
                    started=started, times=TIMES, entries=book.length),
        *times(rows),
        "", "## After an entry", "", AFTER, "",
        *entries_told(after_an_entry(desk)),
        "", "## After a start", "", START, "",
        *after_a_start(file),
        "", "## The first page", "", FIRST, "",
        *sizes(first_page(desk, overview)),
        "", "## Query plans", "", PLANS, "",
        *plans(rows, book),
    ]  # fmt: skip
    late = [one.address for one in found if one.median > MOST]
    print(f"{size:,} claims: {len(found)} addresses, {len(late)} over {MOST} ms: {', '.join(late) or 'none'}")
    return "\n".join(parts) + "\n"


def times(rows: Iterable[Opened]) -> Iterator[str]:
    """Yield the table of times."""
    yield "| address | median ms | worst ms | first ms | KB sent |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for one in rows:
        yield (
            f"| `{one.path}` | {one.median:,.0f} | {max(one.again):,.0f} | {one.first:,.0f} | {one.size / 1000:,.1f} |"
        )


def sizes(found: list[tuple[str, int]]) -> Iterator[str]:
    """Yield the table of what the first page sends."""
    yield "| what | KB sent |"
    yield "| --- | ---: |"
    yield from (f"| {what} | {size / 1000:,.1f} |" for what, size in found)
    yield f"| together | {sum(size for _, size in found) / 1000:,.1f} |"


def plans(rows: Iterable[Opened], book: Register) -> Iterator[str]:
    """Yield each statement once, with the addresses that send it and its plan."""
    by_statement: dict[str, list[str]] = {}
    given: dict[str, tuple[str, object]] = {}
    for one in rows:
        for statement, parameters in one.asked.items():
            by_statement.setdefault(plain(statement), []).append(one.path)
            given.setdefault(plain(statement), (statement, parameters))
    for words, paths in by_statement.items():
        everywhere = len(paths) > len(list(rows)) - 3 if isinstance(rows, list) else False
        yield f"- {'every address' if everywhere else ', '.join(f'`{path}`' for path in dict.fromkeys(paths))}"
        yield f"\n  ```sql\n  {words}\n  ```\n"
        yield "  ```text\n" + "\n".join(f"  {line}" for line in plan(book, *given[words])) + "\n  ```\n"


HEAD = """\
# How fast pages are

Written by `python -m bench.speed.pages`; do not edit. A made-up register of {size:,} claims in {reports:,} reports and
{incidents:,} incidents ({entries:,} entries of the book): some sources protected, some claims doubtful, some running
totals, some reviewed by two people. The server began in {started:,.1f} s of work.

Milliseconds of work at the server: the time that this process had a processor. What else the machine does is left out,
but for what it slows down; by the clock a page takes longer there. The middle and the worst of {times} times, and
`first`, the first time after the start, in the order of the table: what is worked out once for each state of the book
is worked out then. Where a path is opened with several questions or for several things, the slowest is shown. Asked:
{most} ms.
""".replace("{most}", str(MOST))
AFTER = """\
The page that is opened next after somebody entered something, which works out anew what the entry changed; each after
an entry of its own. What entering itself takes is the middle of all; a review's answer tells of conflicts, and so works
the register out already; pasting a report reads it and links it."""
START = """\
Starting, and the page that is opened first after it, each after a start of its own."""
FIRST = "What a browser that has nothing of it yet is sent for the overview; asked: under 500 KB."
PLANS = "What each address asks the database once it is warm, and SQLite's plan for it (`EXPLAIN QUERY PLAN`)."


def measure(file: Path, size: int) -> str:
    """Return the page of documentation for one register, made where it is not there."""
    enter_worked(file, size)
    began = time.process_time()
    app = make_app(str(file), reviewer="Amal")
    started = time.process_time() - began
    with TestClient(app, base_url=HERE) as desk:
        return report(size, app, desk, file, started)


def main() -> None:
    """Measure, and write what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--register", type=Path)
    parser.add_argument("--out", type=Path, default=Path("docs/rendering.md"))
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        found = measure(args.register or Path(folder) / "made.db", args.size)
    args.out.write_text(found, encoding="utf-8")


if __name__ == "__main__":
    main()
