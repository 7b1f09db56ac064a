"""Helpers read as this process does, and whatever becomes of them, every report is read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from sijill.acquire import Options, report_from_text
from sijill.ledger.packed import packed
from sijill.model import Findings
from sijill.run import helpers, read_report
from sijill.run.helpers import READY, WORTH_IT, Helper, Helpers
from sijill.run.helping import help_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.model import Report
    from sijill.run import Tools

SHELLING = "Shelling killed at least 22 civilians in Idlib on Monday, the Observatory said.\nA doctor spoke of 30."
STARTS_ONE = """
import time
from sijill.run.helpers import Helper
helper = Helper()
print(helper._process.pid, helper.ready(), flush=True)
time.sleep(60)
"""


def report(text: str) -> Report:
    return report_from_text(text, name="test", options=Options())


def nothing(_: Report) -> Findings:
    return Findings()


@pytest.fixture(scope="module")
def helper() -> Iterator[Helper]:
    started = Helper()
    assert started.ready()
    yield started
    started.end()


@pytest.mark.parametrize("text", [SHELLING, "مات ثلاثة.\u2028\x00 Nine died.\r\n\U0001f600 \u0085 'Ten' \"died\""])
def test_a_helper_finds_what_is_found_here(helper: Helper, tools: Tools, text: str) -> None:
    assert helper.read(report(text)) == read_report(report(text), tools)


def test_half_of_a_character_that_cannot_be_sent_leaves_the_report_to_be_read_here(helper: Helper) -> None:
    assert helper.read(replace(report("Nine died."), text="Nine died.\ud800")) is None
    assert helper.read(report(SHELLING)) is not None


def test_a_report_that_fails_is_left_to_be_read_here_and_the_next_is_read() -> None:
    def read(one: Report) -> Findings:
        if "fail" in one.text:
            message = "the second"
            raise ValueError(message)
        return Findings()

    taken = BytesIO("".join(f"{packed(report(text))}\n" for text in ("a", "fail", "b")).encode())
    given = BytesIO()
    help_with(taken, given, read)
    found = packed(Findings()).encode()
    assert given.getvalue().splitlines() == [READY.strip(), found, b"", found]


def test_a_helper_that_has_ended_leaves_its_report_to_be_read_here() -> None:
    here = list[str]()

    def read(one: Report) -> Findings:
        here.append(one.text)
        return Findings()

    ended = Helper()
    ended.end()
    with Helpers(1, read) as some:
        some._free.put(ended)
        for text in ("a", "b"):
            assert some.read(report(text)) == Findings()
    assert here == ["a", "b"]


def test_a_few_reports_start_no_helper(monkeypatch: pytest.MonkeyPatch) -> None:
    started = list[int]()
    monkeypatch.setattr(helpers, "Helper", lambda: started.append(1))
    with Helpers(3, nothing) as some:
        for _ in range(WORTH_IT - 1):
            some.expect()
            assert some.read(report("a")) == Findings()
    assert not started


@pytest.mark.slow
def test_a_helper_ends_with_the_process_that_it_helps_when_that_is_killed() -> None:
    helped = subprocess.Popen([sys.executable, "-c", STARTS_ONE], stdout=subprocess.PIPE, text=True)
    assert helped.stdout is not None
    pid, ready = helped.stdout.readline().split()
    assert ready == "True"
    helped.kill()
    helped.wait()
    for _ in range(100):
        if not is_running(int(pid)):
            return
        time.sleep(0.1)
    os.kill(int(pid), signal.SIGKILL)
    pytest.fail("the helper went on")


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
