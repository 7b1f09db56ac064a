"""`sijill read` on real files and a real register; only the reader model is replaced, by one that sees numbers."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import sys
from typing import TYPE_CHECKING

import pytest
from small_register import exactly, figure

from sijill.errors import RegisterError
from sijill.ledger import open_register
from sijill.model import Findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_register import Ran

    from sijill.model import Report

    Sijill = Callable[..., Ran]

ONE = "Aleppo, 3 March 2013 - Officials said that 12 people were killed in the shelling of a market in Aleppo.\n"


def numbers_killed(report: Report, _tools: object) -> Findings:
    """Read "12 people were killed" and nothing else; some words stop the reading."""
    if "interrupt here" in report.text:
        os.kill(os.getpid(), signal.SIGINT)
    if "fail here" in report.text:
        message = "the register x.db cannot grow: the disk is full"
        raise RegisterError(message)
    found = re.finditer(r"(\d+) people were killed", report.text)
    read = (figure(report, match[0], match[1], exactly(int(match[1])), extractor="sijill-1") for match in found)
    return Findings(claims=tuple(read))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with the quick reader in place of the model."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setattr("sijill.run.reading.read_report", numbers_killed)
    monkeypatch.setattr("sijill.run.reading.load_tools", lambda _threads=0: None)
    monkeypatch.setattr("sijill.run.reading.EXTRACTOR", "sijill-1")
    return work


@pytest.fixture
def fresh(sijill: Sijill, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Sijill:
    """Run commands where no register is yet."""
    assert folder.exists()
    monkeypatch.delenv("SIJILL_REGISTER")
    return sijill


def test_a_report_is_read_and_what_came_of_it_is_said(fresh: Sijill, folder: Path) -> None:
    (folder / "one.txt").write_text(ONE)
    ran = fresh("read", "one.txt")
    assert ran.status == 0
    assert re.match(r"1 report read in \d+\.\d s: 1 new\n1 figure and 0 happenings in them\n", ran.out)
    assert "sijill.db (1 report, 1 claim)" in ran.out
    assert "next: sijill figures" in ran.out
    assert fresh("figures", "--jsonl").lines()[0]["value"] == 12


def test_entering_a_report_twice_changes_nothing(fresh: Sijill, folder: Path) -> None:
    (folder / "one.txt").write_text(ONE)
    fresh("read", "one.txt")
    before = fresh("export").out
    ran = fresh("read", "one.txt")
    assert ran.status == 0
    assert "1 known before" in ran.out
    assert fresh("export").out == before


def test_a_refused_report_is_named_with_its_reason_and_the_others_are_read(fresh: Sijill, folder: Path) -> None:
    (folder / "good.txt").write_text(ONE)
    (folder / "empty.txt").write_text("  \n")
    ran = fresh("read", "good.txt", "empty.txt")
    assert ran.status == 1
    refusal = next(line for line in ran.err.splitlines() if line.startswith("refused"))
    assert "empty.txt" in refusal
    assert "1 new, 1 refused" in ran.out


def test_where_nothing_could_be_read_the_exit_code_says_so(fresh: Sijill, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    assert fresh("read", "empty.txt").status == 3
    assert fresh("read", "not-there.txt").status == 3


def test_where_nothing_could_be_read_no_register_is_left(fresh: Sijill, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    ran = fresh("read", "empty.txt", "--register", "new.db")
    assert "no register was made" in ran.out
    assert not list(folder.glob("new.db*"))


def test_the_next_commands_name_the_register_that_was_given(fresh: Sijill, folder: Path) -> None:
    (folder / "good.txt").write_text(ONE)
    assert "sijill explain ID --register 'my own.db'" in fresh("read", "good.txt", "--register", "my own.db").out


def test_a_command_that_only_reads_leaves_one_file(fresh: Sijill, folder: Path) -> None:
    (folder / "good.txt").write_text(ONE)
    fresh("read", "good.txt", "--register", "one.db")
    assert fresh("incidents", "--register", "one.db").status == 0
    assert [path.name for path in folder.glob("one.db*")] == ["one.db"]


def test_a_hostile_file_name_is_shown_and_not_obeyed(fresh: Sijill, folder: Path) -> None:
    name = "[red]=x\x1b[2J\n'$(reboot).txt"
    (folder / name).write_text("")
    ran = fresh("read", name)
    assert ran.status == 3
    assert "\x1b" not in ran.err
    assert "[red]=x\\u001b[2J '$(reboot).txt" in ran.err


def test_json_gives_the_receipt_as_one_document(fresh: Sijill, folder: Path) -> None:
    (folder / "good.txt").write_text(ONE)
    (folder / "empty.txt").write_text("")
    ran = fresh("read", "good.txt", "empty.txt", "--json")
    receipt = json.loads(ran.out)
    assert receipt["statuses"] == {"new": 1, "refused": 1}
    assert (receipt["reports"], receipt["figures"], receipt["not_read"]) == (1, 1, [])
    assert "empty" in receipt["refused"][0]["name"]
    assert receipt["register_holds"]["claims"] == 1


def test_fields_of_json_lines_may_have_other_names(fresh: Sijill, folder: Path) -> None:
    line = {"docid": "a-1", "body": ONE, "published": "2013-03-03"}
    (folder / "reports.jsonl").write_text(json.dumps(line) + "\n")
    ran = fresh("read", "reports.jsonl", "--field", "id=docid", "--field", "text=body", "--outlet", "The Wire")
    assert ran.status == 0
    report = json.loads(fresh("reports", "--json").out)[0]
    assert (report["name"], report["outlet"], report["published"]) == ("a-1", "The Wire", "2013-03-03")


@pytest.mark.parametrize("field", ["id", "=x", "id=", "colour=x"])
def test_a_field_that_is_none_is_wrong_usage(fresh: Sijill, folder: Path, field: str) -> None:
    (folder / "one.txt").write_text(ONE)
    assert fresh("read", "one.txt", "--field", field).status == 2


def test_the_day_of_publication_may_be_given(fresh: Sijill, folder: Path) -> None:
    (folder / "one.txt").write_text("Twelve. 12 people were killed.\n")
    assert fresh("read", "one.txt", "--published", "2013-03-03").status == 0
    report = json.loads(fresh("reports", "--json").out)[0]
    assert (report["published"], report["published_by"]) == ("2013-03-03", "given")


def test_a_day_in_the_future_is_refused_and_makes_no_register(fresh: Sijill, folder: Path) -> None:
    (folder / "one.txt").write_text(ONE)
    assert fresh("read", "one.txt", "--published", "2999-01-01").status == 2
    assert not (folder / "sijill.db").exists()


def test_standard_input_is_read(fresh: Sijill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ONE.encode())))
    assert fresh("read", "-").status == 0
    assert fresh("figures", "--jsonl").lines()[0]["number"] == "12"


def test_an_interruption_keeps_what_was_entered_and_names_the_rest(
    fresh: Sijill, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sijill.run.threads.reading_cores", lambda: 1)  # on more the first may not be entered yet
    for name, text in (("a", ONE), ("b", "interrupt here"), ("c", ONE + "c"), ("d", ONE + "d")):
        (folder / f"{name}.txt").write_text(text)
    ran = fresh("read", "a.txt", "b.txt", "c.txt", "d.txt")
    assert ran.status == 130
    assert "interrupted: 1 report entered and kept (the last: a)" in ran.err
    assert "not read: b.txt (from where it was), c.txt, d.txt; the same command again reads them" in ran.err
    assert [json.loads(line)["id"] for line in fresh("export").out.splitlines()] == ["a"]


def test_a_register_that_fails_midway_says_what_was_entered(fresh: Sijill, folder: Path) -> None:
    (folder / "a.txt").write_text(ONE)
    (folder / "b.txt").write_text("fail here")
    ran = fresh("read", "a.txt", "b.txt")
    assert ran.status == 3
    assert "stopped: 1 report entered and kept" in ran.err
    assert "the disk is full" in ran.err
    with open_register(folder / "sijill.db") as book:
        assert book.counts().reports == 1


def test_a_read_only_folder_is_a_clear_error(fresh: Sijill, folder: Path) -> None:
    (folder / "one.txt").write_text(ONE)
    ran = fresh("read", "one.txt", "--register", "/proc/sijill.db")
    assert ran.status == 3
    assert "/proc/sijill.db" in ran.err
    assert ran.err.count("\n") == 1


def test_doubts_about_a_report_are_shown(fresh: Sijill, folder: Path) -> None:
    (folder / "x.jsonl").write_text(json.dumps({"id": "one", "text": ONE, "published": "2013-03-03"}))
    ran = fresh("read", "x.jsonl", "--published", "2013-04-01")
    assert ran.status == 0
    assert ran.err.startswith("note: one: ")
    assert "2013-03-03" in ran.err


def test_no_bar_is_drawn_where_stderr_is_no_terminal(fresh: Sijill, folder: Path) -> None:
    (folder / "one.txt").write_text(ONE)
    assert fresh("read", "one.txt", "--published", "2013-03-03").err == ""


def test_a_bar_is_drawn_on_a_terminal_for_work_over_a_second(
    fresh: Sijill, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    (folder / "a.txt").write_text(ONE)
    (folder / "b.txt").write_text("")
    assert "inputs" not in fresh("read", "a.txt", "b.txt").err
    monkeypatch.setattr("sijill.serve.progress.PATIENCE", 0.0)
    ran = fresh("read", "a.txt", "b.txt")
    assert ran.status == 1
    assert "inputs" in ran.err
    assert "refused: b" in ran.err


def test_a_day_that_a_new_reading_loses_is_named_with_how_to_keep_it(fresh: Sijill, folder: Path) -> None:
    (folder / "one.txt").write_text("Officials said that 12 people were killed in a market on Monday.\n")
    fresh("read", "one.txt", "--published", "2019-05-14")
    assert "to keep it: --published 2019-05-14" in fresh("read", "one.txt").err
    assert "to keep it" not in fresh("read", "one.txt", "--published", "2019-05-14").err
