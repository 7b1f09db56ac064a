"""Documents read in this process by the stages that ship: report, claims, and the line that an export would give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sijill.acquire import Options, report_from_text
from sijill.run.pipeline import load_tools, read_report
from sijill.serve.figures_form import line_of
from sijill.serve.masking import UNMASKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.accuracy.parts import Row
    from sijill.model import Claim, Findings, Report

Read = tuple["Report", tuple["Claim", ...]]


def report_of(row: Row) -> Report:
    """Return a row with "id" and "text" (and "published", "title", "outlet") as a report."""
    day = row.get("published")
    options = Options(published=date.fromisoformat(day) if day else None, outlet=row.get("outlet"))
    return replace(report_from_text(row["text"], name=row["id"], options=options), title=row.get("title") or None)


def read_rows(rows: Iterable[Row]) -> Iterator[Read]:
    """Yield each row as a report with its claims."""
    tools = load_tools()
    for row in rows:
        report = report_of(row)
        yield report, read_report(report, tools).claims


def found_in(rows: Iterable[Row]) -> Iterator[Findings]:
    """Yield all that reading each row gives, the people who hide too."""
    tools = load_tools()
    for row in rows:
        yield read_report(report_of(row), tools)


def figures_line(read: Read) -> dict[str, Any]:
    """Return the figures form of a report that was read."""
    return line_of(*read, UNMASKED)
