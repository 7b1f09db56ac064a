from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sijill.ledger import Register, open_register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.fixture
def register(file: Path) -> Iterator[Register]:
    with open_register(file) as opened:
        yield opened
