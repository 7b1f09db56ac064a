"""Programs that write one register at once, and one that is killed: nothing is lost, doubled or half entered."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from keep_entering import CLAIMS

from sijill.ledger import Register, open_register

PROGRAM = Path(__file__).parents[1] / "ledger" / "keep_entering.py"
REPORTS = 15


def start(store: str, prefix: str, reports: int, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(PROGRAM), store, prefix, str(reports), *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def assert_whole(register: Register) -> None:
    counts = register.counts()
    assert counts.claims == CLAIMS * counts.reports
    assert [entry.seq for entry in register.entries()] == list(range(1, counts.entries + 1))


def test_two_writers_at_once_lose_and_double_nothing(store: str) -> None:
    writers = [start(store, "a", REPORTS), start(store, "b", REPORTS, "batch"), start(store, "a", REPORTS)]
    for process in writers:
        process.communicate(timeout=300)
        assert process.returncode == 0
    with open_register(store) as register:
        names = sorted(report.name for report in register.reports(superseded=True))
        assert names == sorted(f"{prefix} {number}" for prefix in "ab" for number in range(REPORTS))
        assert_whole(register)


def test_a_killed_writer_leaves_nothing_half_entered_and_the_next_is_not_kept_waiting(store: str) -> None:
    process = start(store, "killed", 100_000, "batch")
    assert process.stdout is not None
    announced = [process.stdout.readline().strip()]
    time.sleep(0.3)
    process.kill()
    announced += [line.strip() for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    process.wait()
    with open_register(store) as register:
        assert set(announced) <= {report.name for report in register.reports()}
        assert_whole(register)
    assert start(store, "next", 1).wait(60) == 0


def test_two_people_who_judge_at_once_are_both_in_the_book(store: str) -> None:
    def judge(author: str) -> None:
        with open_register(store) as register:
            for number in range(REPORTS):
                register.append(author=author, kind="note", subject=str(number), payload={})

    open_register(store).close()
    with ThreadPoolExecutor(2) as people:
        list(people.map(judge, ["Amal", "Basil"]))
    with open_register(store) as register:
        entries = list(register.entries(kind="note"))
        assert sorted(entry.author for entry in entries) == ["Amal"] * REPORTS + ["Basil"] * REPORTS
        assert_whole(register)
