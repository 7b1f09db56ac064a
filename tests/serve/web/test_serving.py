"""`sijill serve` starts where others do not look: no other command imports what it needs."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from small_register import happening, report_of

from sijill.errors import RegisterError, UsageError
from sijill.ledger import open_register
from sijill.serve.progress import linking
from sijill.serve.web import make_app
from sijill.serve.web.desk import Desk
from sijill.serve.web.server import address_of, listening

if TYPE_CHECKING:
    from pathlib import Path

ASKED = (
    "import sys, sijill.serve.cli\n"
    "print([name for name in ('fastapi', 'jinja2', 'uvicorn', 'starlette') if name in sys.modules])"
)


def test_other_commands_import_nothing_of_the_workbench() -> None:
    assert subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_register_that_is_not_there_is_told_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="there is no register at"):
        make_app(str(tmp_path / "none.db"), reviewer="Amal")


def test_nobody_sits_down_under_the_programs_name(register: Path) -> None:
    with pytest.raises(UsageError, match="no person's name"):
        make_app(str(register), reviewer="sijill")


def test_a_port_that_is_taken_is_told_with_what_to_do() -> None:
    with listening("127.0.0.1", 0) as first, pytest.raises(UsageError, match="give another --port, or 0 for any"):
        listening("127.0.0.1", first.getsockname()[1])


def test_the_address_of_the_first_page_is_said() -> None:
    assert address_of("127.0.0.1", 8000) == "http://127.0.0.1:8000/"
    assert address_of("::1", 8000) == "http://[::1]:8000/"


class Forgetful(dict[Any, Any]):
    """The answers of a snapshot that another thread clears as soon as one is stored."""

    def __setitem__(self, key: object, value: object) -> None:
        """Forget it at once."""


def test_an_answer_is_given_though_another_thread_clears_the_answers(register: Path) -> None:
    desk = Desk(str(register), reviewer="Amal", unmasked=False, max_bytes=1000)
    now = replace(desk.now(), _answers=Forgetful())
    desk.close()
    assert now.once("question", lambda: 7) == 7


def test_what_is_linked_before_the_pages_open_is_said_in_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "unlinked.db"
    report = report_of("Rebels shelled Idlib.", "one")
    with open_register(path) as book:
        book.enter(report, [happening(report, "Rebels shelled", "shelled", "attack")], extractor="hand 1")
    make_app(str(path), reviewer="Amal", linking=linking)
    assert capfd.readouterr().err == "linking 1 claim, once: this can take a while\n"
    make_app(str(path), reviewer="Amal", linking=linking)
    assert capfd.readouterr().err == ""
