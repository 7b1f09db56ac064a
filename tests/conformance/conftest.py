"""The contract of the register, run on every engine: SQLite always, PostgreSQL where SIJILL_TEST_POSTGRESQL names one.

The database that SIJILL_TEST_POSTGRESQL names (a URL such as postgresql+psycopg://localhost/sijill_test) is emptied.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sijill.ledger import Register, open_register

if TYPE_CHECKING:
    from collections.abc import Iterator

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))  # written_reports, which both suites use

POSTGRESQL = os.environ.get("SIJILL_TEST_POSTGRESQL", "")
ENGINES = ["sqlite", *(["postgresql"] if POSTGRESQL else [])]


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The path or URL of a register that does not exist yet."""
    if request.param == "sqlite":
        return str(tmp_path / "register.db")
    from sqlalchemy import create_engine

    engine = create_engine(POSTGRESQL)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()
    return POSTGRESQL


@pytest.fixture
def register(store: str) -> Iterator[Register]:
    with open_register(store) as opened:
        yield opened
