"""What many tests share: the tools that reading needs, a PostgreSQL server, and what a skip means where none may be."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from sijill.run import Tools

MAY_BE_SKIPPED = {"corpus", "followthemoney", "root"}  # what an installer of packages cannot be sure to bring
OURS = 20110607  # the number of the lock on a database that several processes of one run may share
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"

settings.register_profile(
    "sijill", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("sijill")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where SIJILL_NO_SKIPS is set, fail a test that is skipped, but for what only its own machine can have."""
    report = yield
    if (
        report.skipped
        and os.environ.get("SIJILL_NO_SKIPS")
        and not MAY_BE_SKIPPED & {m.name for m in item.iter_markers()}
    ):
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome, report.longrepr = "failed", f"skipped where no test may be (SIJILL_NO_SKIPS): {reason}"
    return report


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Let Ctrl-C interrupt also where the suite was started with SIGINT ignored, as background jobs are."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def tools() -> Tools:
    from sijill.run.pipeline import load_tools

    return load_tools(1)


@pytest.fixture(scope="session")
def corpora() -> Path:
    named = os.environ.get("SIJILL_DATA")
    if not named:
        pytest.skip("SIJILL_DATA does not name the corpora")
    return Path(named)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[tuple[str, Path | None]]:
    """A database's URL and its folder: the one that SIJILL_TEST_POSTGRESQL names, or one of a server of our own."""
    named = os.environ.get("SIJILL_TEST_POSTGRESQL")
    if named:
        yield named, None
        return
    from throwaway_postgresql import programs, running

    pytest.importorskip("psycopg")
    where = programs()
    if where is None:
        pytest.skip("no PostgreSQL here: apt-get install postgresql")
    with running(where) as server:
        yield server


@pytest.fixture
def postgresql(postgresql_server: tuple[str, Path | None]) -> Iterator[str]:
    """The URL of an empty PostgreSQL database, which no test of another process empties meanwhile."""
    from sqlalchemy import create_engine

    url, _ = postgresql_server
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_lock({OURS})")
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
        yield url
    engine.dispose()
