"""`sijill reports`: which reports the register holds, and how the day of each is known."""

from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sijill.model import Report
from sijill.serve import machine
from sijill.serve.documents import report_document
from sijill.serve.failures import say
from sijill.serve.opening import Masks, register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath, Unmasked
from sijill.serve.wording import one_line, publication_in_words

if TYPE_CHECKING:
    from sijill.ledger import Register

Counted = tuple[Report, int]


def reports(register: RegisterPath = WHERE, *, json: AsJson = False, unmasked: Unmasked = False) -> None:
    """List the reports: outlet, publication day and how it is known, number of claims, notes.

    Example: sijill reports --register may.db

    Names of protected sources are masked unless --unmasked is given.
    """
    with register_to_read(register) as book:
        masks = Masks(book, unmasked=unmasked)
        counts = claims_by_report(book)
        found = ((masks.of(one.id).report(one), counts.get(one.id, 0), one.id) for one in book.reports())
        if json:
            machine.write_array((document(*one) for one in found), machine.standard_output())
            return
        table = reports_table()
        for report, claims, _ in found:
            table.add_row(*cells(report, claims))
    if table.row_count:
        Console(highlight=False).print(table)
        say("sijill show REPORT opens a report with its claims marked", style="dim")
    else:
        say("the register holds no report yet: sijill read PATH", style="yellow")


def claims_by_report(book: "Register") -> dict[str, int]:
    """Return how many claims each report has, by report id."""
    from sijill.run.shown import Shown

    counts: dict[str, int] = {}
    for stored in Shown(book).claims():
        counts[stored.claim.report_id] = counts.get(stored.claim.report_id, 0) + 1
    return counts


def document(report: Report, claims: int, report_id: str) -> dict[str, Any]:
    """Return the report without its text, with its number of claims, under the id that it has unmasked."""
    return {**report_document(report), "id": report_id, "claims": claims}


def reports_table() -> Table:
    """Return an empty table of reports."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in ("Report", "Outlet", "Published", "Claims", "Notes"):
        table.add_column(heading, overflow="fold", justify="right" if heading == "Claims" else "left")
    return table


def cells(report: Report, claims: int) -> tuple[Text, ...]:
    """Return a row: name, outlet, publication, claims, and what is doubtful."""
    doubts = [*report.disagreements, *report.notes]
    if report.language != "en":
        doubts.append(f"language {report.language}: kept, not read")
    return (
        Text(one_line(report.name)),
        Text(one_line(report.outlet or "")),
        Text(publication_in_words(report)),
        Text(f"{claims:,}"),
        Text("; ".join(one_line(doubt) for doubt in doubts)),
    )
