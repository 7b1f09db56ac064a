from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from small_register import in_a_process
from typer.testing import CliRunner

from sijill.errors import InputError
from sijill.serve import listing
from sijill.serve.cli import app

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_register import Ran

    Sijill = Callable[..., Ran]

COMMANDS = ["read", "claims", "figures", "happenings", "explain", "show", "reports", "export"]
READING = ["claims", "figures", "happenings", "reports", "export"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_and_json(command: str) -> None:
    ran = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "120", "NO_COLOR": "1"})
    assert ran.exit_code == 0
    assert f"Example: sijill {command}" in ran.output
    assert "--json" in ran.output
    assert "--register" in ran.output


def test_the_exit_codes_stand_in_the_help(sijill: Sijill) -> None:
    out = " ".join(sijill("--help").out.split())
    for part in ("0 all well", "1 some inputs were refused", "2 wrong usage", "4 not found", "130 interrupted"):
        assert part in out


def test_without_a_command_the_help_is_shown(sijill: Sijill) -> None:
    ran = sijill()
    assert ran.status == 0
    assert "Usage: sijill" in ran.out


def test_the_version_names_the_extractor(sijill: Sijill) -> None:
    ran = sijill("--version")
    assert ran.status == 0
    assert ran.out.startswith("sijill ")
    assert "extractor" in ran.out


@pytest.mark.parametrize("arguments", [["frobnicate"], ["claims", "--measur", "killed"], ["explain"], ["read"]])
def test_wrong_usage_is_one_line_and_exit_code_2(sijill: Sijill, arguments: list[str]) -> None:
    ran = sijill(*arguments)
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert "--help" in ran.err


def test_an_unknown_value_names_the_nearest_known_one(sijill: Sijill) -> None:
    ran = sijill("figures", "--measure", "kiled")
    assert ran.status == 2
    assert "did you mean 'killed'?" in ran.err


def test_a_day_that_is_none_says_how_to_write_one(sijill: Sijill) -> None:
    ran = sijill("figures", "--from", "31/12/2011")
    assert ran.status == 2
    assert "YYYY-MM-DD" in ran.err


def test_two_forms_at_once_contradict_each_other(sijill: Sijill) -> None:
    assert sijill("claims", "--csv", "--json").status == 2
    assert sijill("figures", "--by-happening", "--csv").status == 2


@pytest.mark.parametrize("command", READING)
def test_commands_that_only_read_make_no_register(sijill: Sijill, tmp_path: Path, command: str) -> None:
    missing = tmp_path / "missing.db"
    ran = sijill(command, "--register", str(missing))
    assert ran.status == 3
    assert f"there is no register at {missing}: read some reports first" in ran.err
    assert not missing.exists()


def test_a_file_that_is_no_register_is_refused_and_left_alone(sijill: Sijill, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("these are my notes\n" * 100)
    ran = sijill("claims", "--register", str(other))
    assert ran.status == 3
    assert "notes.txt" in ran.err
    assert other.read_text() == "these are my notes\n" * 100


def test_another_program_s_database_is_refused_and_left_alone(sijill: Sijill, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("create table mine (a)")
    before = other.read_bytes()
    assert sijill("claims", "--register", str(other)).status == 3
    assert other.read_bytes() == before


def test_the_register_is_the_option_else_the_environment_else_here(register: Path) -> None:
    folder = register.parent
    (folder / "sijill.db").write_bytes(register.read_bytes())
    by_option = in_a_process("reports", "--json", "--register", register.name, folder=folder)
    by_environment = in_a_process("reports", "--json", folder=folder, SIJILL_REGISTER=register.name)
    here = in_a_process("reports", "--json", folder=folder)
    assert by_option.stdout == by_environment.stdout == here.stdout != b""


def test_a_fault_is_one_line_without_a_traceback(sijill: Sijill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "listed", lambda *_: 1 / 0)
    ran = sijill("claims")
    assert ran.status == 70
    assert "fault in Sijill (ZeroDivisionError: division by zero)" in ran.err
    assert "Traceback" not in ran.err


def test_a_fault_shows_its_traceback_when_asked(sijill: Sijill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "listed", lambda *_: 1 / 0)
    monkeypatch.setenv("SIJILL_DEBUG", "1")
    assert "Traceback" in sijill("claims").err


def test_an_error_s_text_moves_no_cursor(sijill: Sijill, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        message = "the file \x1b[2J[red]x[/red]\nis empty"
        raise InputError(message)

    monkeypatch.setattr(listing, "listed", refuse)
    ran = sijill("claims")
    assert ran.status == 3
    assert ran.err == "sijill: the file \\u001b[2J[red]x[/red] is empty\n"


def test_errors_are_red_on_a_terminal_and_plain_with_no_color(sijill: Sijill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[31m" in sijill("explain", "ffff").err
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" not in sijill("explain", "ffff").err


def test_a_reader_that_leaves_early_is_no_error(register: Path) -> None:
    command = f"{sys.executable} -c 'from sijill.serve.cli import main; main()' claims --jsonl | head -n 1"
    shell = ["bash", "-o", "pipefail", "-c", command]
    environment = {**os.environ, "SIJILL_REGISTER": str(register)}
    ran = subprocess.run(shell, env=environment, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert len(ran.stdout.splitlines()) == 1


def test_help_loads_neither_the_model_nor_the_database(tmp_path: Path) -> None:
    program = (
        "import sys; from sijill.serve import cli; cli.status_of(['--help']); print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, check=True, text=True)
    loaded = set(ran.stderr.split())
    assert not loaded & {"spacy", "onnxruntime", "sqlalchemy", "trafilatura", "numpy", "alembic"}


def test_listing_claims_loads_no_model(register: Path) -> None:
    program = (
        "import sys; from sijill.serve import cli; cli.status_of(['claims']); print(*sys.modules, file=sys.stderr)"
    )
    environment = {**os.environ, "SIJILL_REGISTER": str(register)}
    ran = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True, text=True)
    assert not set(ran.stderr.split()) & {"spacy", "onnxruntime", "trafilatura", "numpy", "alembic"}


@pytest.mark.slow
def test_help_takes_less_than_a_second_of_the_processor(tmp_path: Path) -> None:
    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        in_a_process("--help", folder=tmp_path)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(5)) < 1.0


def test_an_interruption_while_listing_is_exit_code_130(sijill: Sijill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "listed", lambda *_: os.kill(os.getpid(), signal.SIGINT) or time.sleep(5))
    assert sijill("claims").status == 130
