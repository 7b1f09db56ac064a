"""The bench of the workbench's pages: every route is timed, and its statements stand with their plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bench.speed.pages import measure
from bench.speed.statements import plain

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
def test_every_page_is_timed_and_its_query_plans_are_told(tmp_path: Path) -> None:
    found = measure(tmp_path / "made.db", 300)
    for path in ("/", "/agreement", "/incidents/{key}", "/tolls?by=month", "/api/v1/map", "/log?cursor= (deep)"):
        assert f"| `{path}` |" in found
    assert "USING INTEGER PRIMARY KEY" in found
    assert "| together |" in found


def test_statements_that_differ_in_the_number_of_parameters_are_one() -> None:
    assert (
        plain("SELECT 1\nWHERE a IN (?, ?, ?)") == plain("SELECT 1 WHERE a IN (?, ?)") == "SELECT 1 WHERE a IN (?, ...)"
    )
