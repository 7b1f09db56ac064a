"""Documents read in this process by the stages that ship: report, claims, and the line that an export would give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.acquire import Options
from sijill.acquire.draft import Draft, Given, storable
from sijill.acquire.reports import report_of as acquired
from sijill.run.pipeline import load_tools, read_report
from sijill.serve.figures_form import line_of
from sijill.serve.masking import UNMASKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.accuracy.parts import Row
    from sijill.model import Claim, Findings, Report

Read = tuple["Report", tuple["Claim", ...]]


def report_of(row: Row) -> Report:
    """Return a row with "id" and "text" (and "published", "title", "outlet") as a line of JSON Lines is read.

    Its day is a field of the row, as for `sijill read`: a dateline in the text comes before it.
    """
    text, _ = storable(row["text"])
    given = Given(label=row["id"], name=row["id"], origin="")
    title, outlet = row.get("title") or None, row.get("outlet")
    draft = Draft(text=text, given=given, title=title, outlet=outlet, field_day=row.get("published"))
    return acquired(draft, Options())


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
