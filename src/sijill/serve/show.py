"""`sijill show`: a report with all its claims marked in its text, in the terminal or as a page."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from sijill.errors import UsageError
from sijill.ledger import ClaimFilter
from sijill.model import Claim, Report
from sijill.serve import machine
from sijill.serve.documents import claim_document, report_document
from sijill.serve.failures import say
from sijill.serve.masking import Mask
from sijill.serve.opening import Masks, register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath, Unmasked
from sijill.serve.output_path import file_name_for, refuse_register
from sijill.serve.page import page_of
from sijill.serve.silent import people_documents, silent_line
from sijill.serve.tables import claims_table_of
from sijill.serve.terminal import marked_report
from sijill.serve.wording import one_line, publication_in_words

ReportName = Annotated[str, typer.Argument(metavar="REPORT", help="A report's name or id, or how it begins.")]
Target = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", help="With --html: where to write; - is standard output.")
]
AsPage = Annotated[bool, typer.Option("--html", help="Write a self-contained page: to FILE, else to REPORT.html here.")]


def show(  # noqa: PLR0913 -- one parameter an option
    report: ReportName,
    file: Target = None,
    *,
    html: AsPage = False,
    register: RegisterPath = WHERE,
    json: AsJson = False,
    unmasked: Unmasked = False,
) -> None:
    """Show a report with every claim marked in its text, ids beside the words.

    Example: sijill show bulletin-04 --html page.html

    Names of protected sources are masked, in the text too, unless --unmasked is given.
    """
    if html and json:
        msg = "--html and --json contradict each other: give one of them"
        raise UsageError(msg)
    if file is not None and not html:
        msg = f"{file} is where a page would go, but no page was asked for: add --html"
        raise UsageError(msg)
    from sijill.run.shown import Shown

    with register_to_read(register) as book:
        found = book.report(report)
        claims = [stored.claim for stored in Shown(book).claims(ClaimFilter(report=found.id))]
        hidden = list(book.hidden_people(found.id))
        mask = Masks(book, unmasked=unmasked).of(found.id)
    silent = silent_line(hidden, claims, mask)
    if html:
        write_page(found, page_of(found, claims, mask, silent), mask, refuse_register(file, register))
    elif json:
        people = people_documents(hidden, claims, mask)
        machine.write_document({**document(found, claims, mask), "people_who_hide": people}, machine.standard_output())
    else:
        print_report(found, claims, mask, silent)


def write_page(report: Report, page: str, mask: Mask, file: Path | None) -> None:
    """Write the page, and say where."""
    path = file or Path(file_name_for(mask.text(report.name), ".html"))
    with machine.written(path) as stream:
        stream.write(page)
    if str(path) != "-":
        say(f"written: {path}", style="green")


def document(report: Report, claims: list[Claim], mask: Mask) -> dict[str, object]:
    """Return the report with its text and whole claims as one JSON object; spans count the unmasked text."""
    shown = {**report_document(mask.report(report), with_text=True), "id": report.id}
    return {"report": shown, "claims": [claim_document(mask.claim(claim)) for claim in claims]}


def print_report(report: Report, claims: list[Claim], mask: Mask, silent: str) -> None:
    """Print the report's head, its marked text, the list of its claims and who else hides."""
    console = Console(highlight=False)
    shown = mask.report(report)
    console.print(Text(one_line(shown.name), style="bold"))
    outlet = f"{one_line(shown.outlet)}, " if shown.outlet else ""
    console.print(Text(f"{outlet}published {publication_in_words(shown)}"))
    for doubt in (*shown.disagreements, *shown.notes):
        console.print(Text(f"note: {one_line(doubt)}", style="yellow"))
    console.print()
    console.print(marked_report(report.text, claims, mask))
    console.print()
    if claims:
        console.print(claims_table_of(shown.name, map(mask.claim, claims), width=console.width))
    else:
        console.print(Text("nothing is claimed in this report", style="yellow"))
    if silent:
        console.print(Text(silent, style="yellow"))
