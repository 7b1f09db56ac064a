"""The contract of the register, run on every engine: SQLite, and PostgreSQL on a server that the tests start.

`SIJILL_TEST_POSTGRESQL` names a database to use instead (postgresql+psycopg://localhost/sijill_test); it is emptied.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sijill.ledger import Register, open_register

if TYPE_CHECKING:
    from collections.abc import Iterator

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))  # written_reports, which both suites use


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The path or URL of a register that does not exist yet."""
    if request.param == "sqlite":
        return str(tmp_path / "register.db")
    return str(request.getfixturevalue("postgresql"))


@pytest.fixture
def register(store: str) -> Iterator[Register]:
    with open_register(store) as opened:
        yield opened
