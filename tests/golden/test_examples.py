"""What Sijill makes of each sample report, claim by claim; rewritten only by `make golden`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sijill.acquire import Options, Refusal, acquire
from sijill.run import read_report
from sijill.serve.figures_form import line_of
from sijill.serve.masking import mask_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.run import Tools

HERE = Path(__file__).parent
REPORTS = HERE.parents[1] / "examples" / "reports"
NOT_GOLDEN = ("id", "confidence")
"""Ids follow from the rest; a confidence may differ in its last digits between processors."""


def lines(path: Path, tools: Tools) -> Iterator[dict[str, Any]]:
    for report in acquire([str(path)], options=Options()):
        assert not isinstance(report, Refusal)
        found = read_report(report, tools)
        line = line_of(report, found.claims, mask_for(found.claims, found.hidden))
        for entry in (*line["claims"], *line["happenings"]):
            for name in NOT_GOLDEN:
                entry.pop(name, None)
        yield line


@pytest.mark.parametrize("path", sorted(REPORTS.iterdir()), ids=lambda p: p.name)
def test_a_sample_report_is_read_as_before(path: Path, tools: Tools, request: pytest.FixtureRequest) -> None:
    golden = HERE / "examples" / f"{path.name}.json"
    got = json.dumps(list(lines(path, tools)), indent=1, ensure_ascii=False) + "\n"
    if request.config.getoption("--rewrite-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(got, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == got, "what is read has changed: look at it, then `make golden`"


def test_every_golden_file_has_its_report() -> None:
    assert {p.name.removesuffix(".json") for p in (HERE / "examples").glob("*.json")} == {
        p.name for p in REPORTS.iterdir()
    }
