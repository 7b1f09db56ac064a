"""Small real registers, and commands run on them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from small_register import DEFECTORS, EXTRACTOR, HOSTILE, Ran, defectors_claims, hostile_claims, report_of

from sijill.ledger import open_register
from sijill.serve.cli import status_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sijill.model import Report


@pytest.fixture
def defectors() -> Report:
    return report_of(
        DEFECTORS, "004_defectors", outlet="Reuters",
        disagreements=("the page's metadata says 2011-11-30, the text nothing",),
    )  # fmt: skip


@pytest.fixture
def hostile() -> Report:
    name = '=cmd|"<img src=x onerror=alert(1)>"[bold]\x1b[2J../../x'
    return report_of(HOSTILE, name, outlet="@outlet", title="<script>alert('t')</script>", published=date(2012, 1, 2),
                     published_by="field")  # fmt: skip


@pytest.fixture
def register(tmp_path: Path, defectors: Report, hostile: Report) -> Path:
    """A register of three reports: defectors, a hostile one, and one in which nothing is claimed."""
    path = tmp_path / "small.db"
    with open_register(path) as book:
        book.enter(defectors, defectors_claims(defectors), extractor=EXTRACTOR)
        book.enter(hostile, hostile_claims(hostile), extractor=EXTRACTOR)
        book.enter(report_of("Nothing happened.\n", "quiet"), [], extractor=EXTRACTOR)
    return path


@pytest.fixture
def sijill(capfd: pytest.CaptureFixture[str], register: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run a command line in this process on the small register, 120 columns wide."""
    monkeypatch.setenv("SIJILL_REGISTER", str(register))
    monkeypatch.setenv("COLUMNS", "120")

    def run(*arguments: str) -> Ran:
        status = status_of(arguments)
        return Ran(status, *capfd.readouterr())

    return run
