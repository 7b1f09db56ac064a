"""What many tests share: the tools that reading needs, loaded once, and the flag that rewrites golden files."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.run import Tools

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"

settings.register_profile(
    "sijill", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("sijill")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew instead of comparing")


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
