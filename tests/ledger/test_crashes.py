from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from keep_entering import CLAIMS
from written_reports import EXTRACTOR, a_report

from sijill.ledger import Register, open_register

PROGRAM = Path(__file__).with_name("keep_entering.py")
KILLS = 4


def _start(file: Path, prefix: str, reports: int, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(PROGRAM), str(file), prefix, str(reports), *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def _killed_after(process: subprocess.Popen[str], seconds: float) -> list[str]:
    """What the program announced before it was killed, so many seconds after its first announcement."""
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    rest = process.stdout.read()
    process.wait()
    return [line.strip() for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.parametrize("options", [(), ("batch",)], ids=["one by one", "batch"])
def test_a_kill_at_any_moment_loses_nothing_announced_and_leaves_nothing_half_entered(
    file: Path, options: tuple[str, ...]
) -> None:
    moments = random.Random(20110607)  # noqa: S311 -- moments, not secrets
    announced: list[str] = []
    for run in range(KILLS):
        announced += _killed_after(_start(file, f"run {run}", 100_000, *options), moments.uniform(0, 0.3))
        raw = sqlite3.connect(file)
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        raw.close()
    with open_register(file) as register:
        names = [report.name for report in register.reports()]
        assert set(announced) <= set(names)
        assert register.counts().claims == CLAIMS * len(names)
        assert [entry.seq for entry in register.entries()] == list(range(1, register.counts().entries + 1))


@pytest.mark.slow  # two at once are in the conformance suite; here they are four
def test_two_writers_lose_and_double_nothing(file: Path) -> None:
    reports = 40
    writers = [_start(file, prefix, reports, *options) for prefix, options in (("a", ()), ("b", ("batch",)))]
    same = [_start(file, "same", reports), _start(file, "same", reports)]
    for process in writers + same:
        process.communicate(timeout=600)
        assert process.returncode == 0
    with open_register(file) as register:
        names = [report.name for report in register.reports(superseded=True)]
        assert sorted(names) == sorted(f"{prefix} {n}" for prefix in ("a", "b", "same") for n in range(reports))
        assert register.counts().claims == CLAIMS * len(names)
        assert [entry.seq for entry in register.entries()] == list(range(1, register.counts().entries + 1))
    assert [path.name for path in file.parent.iterdir()] == ["register.db"]


def test_an_interrupt_in_a_batch_keeps_every_whole_report(file: Path, register: Register) -> None:
    with pytest.raises(KeyboardInterrupt), register.batch(seconds=3600):  # noqa: PT012 -- the block is what is tested
        for number in range(5):
            register.enter(a_report(f"report {number}"), [], extractor=EXTRACTOR)
        raise KeyboardInterrupt
    register.close()
    with open_register(file) as again:
        assert again.counts().reports == 5


def test_a_batch_tells_what_is_not_on_the_disk_yet(register: Register) -> None:
    with register.batch(seconds=3600):
        for number in range(3):
            register.enter(a_report(f"report {number}"), [], extractor=EXTRACTOR)
        assert register.pending == ("report 1", "report 2")
        assert register.counts().reports == 3
        assert register.pending == ()
