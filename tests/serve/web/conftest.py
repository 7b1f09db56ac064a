"""A workbench on the small register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from sijill.serve.web import make_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HERE = "http://127.0.0.1"


@pytest.fixture
def desk(register: Path) -> Iterator[TestClient]:
    """The workbench, Amal at the desk; protected sources are masked."""
    with TestClient(make_app(str(register), reviewer="Amal", max_bytes=10_000), base_url=HERE) as client:
        yield client
