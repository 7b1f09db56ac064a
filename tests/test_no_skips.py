"""Where SIJILL_NO_SKIPS is set, as .ci/run sets it, a test that could not be run has failed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TWO_SKIPPED = """
import pytest

@pytest.mark.browser
def test_of_a_browser():
    pytest.skip("no chromium here")

@pytest.mark.corpus
def test_of_outside_corpora():
    pytest.skip("no corpora here")
"""


@pytest.mark.parametrize(("set_to", "outcome"), [("", "2 skipped"), ("1", "1 failed, 1 skipped")])
def test_a_skip_is_a_failure_where_none_may_be(tmp_path: Path, set_to: str, outcome: str) -> None:
    (tmp_path / "test_skipped.py").write_text(TWO_SKIPPED)
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "-p", "tests.conftest", str(tmp_path)]
    environment = {**os.environ, "SIJILL_NO_SKIPS": set_to, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)
    assert outcome in done.stdout
    assert ("no chromium here" in done.stdout) == bool(set_to)
