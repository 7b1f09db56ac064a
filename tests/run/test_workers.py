"""Workers read as this process does, and whatever becomes of them, every report is read."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sijill.acquire import Options, report_from_text
from sijill.ledger import open_register
from sijill.ledger.packed import packed
from sijill.model import Findings
from sijill.run import read_into, read_report, workers
from sijill.run.workers import READY, WORTH_IT, Worker, Workers
from sijill.run.working import work_with

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sijill.model import Report
    from sijill.run import Tools

SHELLING = "Shelling killed at least 22 civilians in Idlib on Monday, the Observatory said.\nA doctor spoke of 30."
STARTS_ONE = """
import time
from sijill.run.workers import Worker
worker = Worker()
print(worker._process.pid, worker.ready(), flush=True)
time.sleep(60)
"""


def report(text: str) -> Report:
    return report_from_text(text, name="test", options=Options())


def nothing(_: Report) -> Findings:
    return Findings()


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    started = Worker()
    assert started.ready()
    yield started
    started.end()


@pytest.mark.parametrize("text", [SHELLING, "مات ثلاثة.\u2028\x00 Nine died.\r\n\U0001f600 \u0085 'Ten' \"died\""])
def test_a_worker_finds_what_is_found_here(worker: Worker, tools: Tools, text: str) -> None:
    assert worker.read(report(text)) == read_report(report(text), tools)


def test_half_of_a_character_that_cannot_be_sent_leaves_the_report_to_be_read_here(worker: Worker) -> None:
    assert worker.read(replace(report("Nine died."), text="Nine died.\ud800")) is None
    assert worker.read(report(SHELLING)) is not None


def test_a_report_that_fails_is_left_to_be_read_here_and_the_next_is_read() -> None:
    def read(one: Report) -> Findings:
        if "fail" in one.text:
            message = "the second"
            raise ValueError(message)
        return Findings()

    taken = BytesIO("".join(f"{packed(report(text))}\n" for text in ("a", "fail", "b")).encode())
    given = BytesIO()
    work_with(taken, given, read)
    found = packed(Findings()).encode()
    assert given.getvalue().splitlines() == [READY.strip(), found, b"", found]


def test_a_worker_that_has_ended_leaves_its_report_to_be_read_here() -> None:
    here = list[str]()

    def read(one: Report) -> Findings:
        here.append(one.text)
        return Findings()

    ended = Worker()
    ended.end()
    with Workers(1, read) as some:
        some._free.put(ended)
        for text in ("a", "b"):
            assert some.read(report(text)) == Findings()
    assert here == ["a", "b"]


def test_a_worker_that_could_not_read_one_report_reads_the_next(worker: Worker) -> None:
    with Workers(1, nothing) as some:
        some._free.put(worker)
        half = replace(report("Nine died."), text="Nine died.\ud800")
        assert some.read(half) == Findings()
        assert some.read(report(SHELLING)).claims


def test_a_few_reports_start_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    started = list[int]()
    monkeypatch.setattr(workers, "Worker", lambda: started.append(1))
    with Workers(3, nothing) as some:
        for _ in range(WORTH_IT - 1):
            some.expect()
            assert some.read(report("a")) == Findings()
    assert not started


def many(count: int) -> list[str]:
    said = (
        "killed {} civilians in Idlib",
        "wounded {} people in a market of Aleppo",
        "displaced {} families from Homs",
    )
    return [f"Shelling {said[n % 3].format(n + 2)} on Monday, the Observatory said." for n in range(count)]


@pytest.mark.slow
def test_a_register_read_on_two_cores_is_that_read_on_one(tmp_path: Path, tools: Tools) -> None:
    (tmp_path / "in.jsonl").write_text(
        "".join(f"{json.dumps({'id': str(n), 'text': t})}\n" for n, t in enumerate(many(40)))
    )
    books = []
    for cores in (1, 2):
        with open_register(tmp_path / f"{cores}.db") as book:
            read_into(book, [str(tmp_path / "in.jsonl")], Options(), tools=tools if cores == 1 else None, cores=cores)
            books.append([(one.seq, one.kind, one.subject, one.payload) for one in book.entries() if one.seq > 1])
    assert books[0] == books[1]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").exists(), reason="who its workers are is looked up in /proc")
def test_an_interruption_keeps_the_first_reports_and_leaves_no_worker(tmp_path: Path) -> None:
    for n, text in enumerate(many(400)):
        (tmp_path / f"{n:03}.txt").write_text(text)
    register = tmp_path / "it.db"
    command = [
        sys.executable,
        "-m",
        "sijill",
        "read",
        *map(str, sorted(tmp_path.glob("*.txt"))),
        "--register",
        str(register),
    ]
    reading = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, process_group=0)
    started = until(lambda: children_of(reading.pid) and entered_in(register) > 20)
    workers = children_of(reading.pid)
    os.killpg(reading.pid, signal.SIGINT)
    _, said = reading.communicate(timeout=60)
    assert started
    assert reading.returncode == 130
    assert "interrupted: " in said
    with open_register(register, create=False) as book:
        names = [one.name for one in book.reports()]
    assert names == [f"{n:03}" for n in range(len(names))]
    assert len(names) < 400
    assert until(lambda: not any(map(is_running, workers)))


def until(holds: Callable[[], object]) -> bool:
    """Wait until something holds, half a minute at most."""
    for _ in range(300):
        if holds():
            return True
        time.sleep(0.1)
    return False


def entered_in(register: Path) -> int:
    if not register.exists():
        return 0
    with open_register(register, create=False, read_only=True) as book:
        return book.counts().reports


def children_of(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


@pytest.mark.slow
def test_a_worker_ends_with_the_process_that_it_works_for_when_that_is_killed() -> None:
    helped = subprocess.Popen([sys.executable, "-c", STARTS_ONE], stdout=subprocess.PIPE, text=True)
    assert helped.stdout is not None
    pid, ready = helped.stdout.readline().split()
    assert ready == "True"
    helped.kill()
    helped.wait()
    assert until(lambda: not is_running(int(pid)))


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
