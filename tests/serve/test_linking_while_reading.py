"""`sijill read` links what it entered, unless told to leave it; only the reader model is replaced."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from small_register import exactly, figure

from sijill.model import Findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_register import Ran

    from sijill.model import Report

    Sijill = Callable[..., Ran]

ONE = "Aleppo, 3 March 2013 - Officials said that 12 people were killed in the shelling of a market in Aleppo.\n"


def numbers_killed(report: Report, _tools: object) -> Findings:
    """Read "12 people were killed" and nothing else."""
    found = re.finditer(r"(\d+) people were killed", report.text)
    read = (figure(report, match[0], match[1], exactly(int(match[1])), extractor="sijill-1") for match in found)
    return Findings(claims=tuple(read))


@pytest.fixture
def fresh(sijill: Sijill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sijill:
    """Commands in an empty folder with one report, with the quick reader in place of the model."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(ONE)
    monkeypatch.setenv("SIJILL_REGISTER", str(tmp_path / "fresh.db"))
    monkeypatch.setattr("sijill.run.reading.read_report", numbers_killed)
    monkeypatch.setattr("sijill.run.reading.load_tools", lambda _threads=0: None)
    monkeypatch.setattr("sijill.run.reading.EXTRACTOR", "sijill-1")
    return sijill


def test_what_was_read_is_linked(fresh: Sijill) -> None:
    assert fresh("read", "one.txt").status == 0
    (row,) = fresh("incidents", "--jsonl").lines()
    assert (row["killed"]["low"], row["killed"]["high"]) == (12, 12)
    assert fresh("export").lines()[0]["claims"][0]["incident"] == row["incident"]


def test_no_link_leaves_it_to_sijill_link(fresh: Sijill) -> None:
    assert fresh("read", "one.txt", "--no-link").status == 0
    assert fresh("incidents").status == 3
    assert json.loads(fresh("link", "--json").out)["incidents"] == 1
    assert fresh("incidents").status == 0


def test_reading_again_enters_nothing_more(fresh: Sijill) -> None:
    fresh("read", "one.txt")
    before = fresh("log", "--jsonl").out
    fresh("read", "one.txt")
    assert fresh("log", "--jsonl").out == before
