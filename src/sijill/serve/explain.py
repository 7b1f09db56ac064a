"""`sijill explain`: one claim opened down to the words, rules and days that it rests on."""

from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sijill.model import Claim, Report
from sijill.serve import machine
from sijill.serve.documents import claim_document, plain, report_document
from sijill.serve.masking import Mask
from sijill.serve.opened import Line, opened, sentences_of
from sijill.serve.opening import Masks, register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath, Unmasked
from sijill.serve.terminal import FIELD_STYLES, legend, marked_sentences
from sijill.serve.wording import one_line

ClaimId = Annotated[str, typer.Argument(metavar="ID", help="A claim's id, or how it begins.")]


def explain(
    claim: ClaimId, *, register: RegisterPath = WHERE, json: AsJson = False, unmasked: Unmasked = False
) -> None:
    """Open a claim down to its words: each field with the words or the rule that gave it, and what is not resolved.

    Example: sijill explain 3fa94c1b

    Protected sources are masked unless --unmasked is given.
    """
    with register_to_read(register) as book:
        found = book.claim(claim).claim
        report = book.report(found.report_id)
        mask = Masks(book, unmasked=unmasked).of(found.report_id)
    if json:
        machine.write_document(document(found, report, mask), machine.standard_output())
    else:
        print_opened(found, report, mask)


def document(claim: Claim, report: Report, mask: Mask) -> dict[str, object]:
    """Return the claim whole, its sentences, and its report, as one JSON object."""
    lines = opened(mask.claim(claim), mask.report(report))
    return {
        "claim": claim_document(mask.claim(claim)),
        "sentences": [mask.text(span.of(report.text)) for span in sentences_of(claim, report.text)],
        "fields": [plain(line) for line in lines],
        "report": {**report_document(mask.report(report)), "id": report.id},
    }


def print_opened(claim: Claim, report: Report, mask: Mask) -> None:
    """Print the claim: its report, its sentences with the evidence in colour, its fields."""
    console = Console(highlight=False)
    outlet = f" ({one_line(report.outlet)})" if report.outlet else ""
    console.print(
        Text.assemble("claim ", (claim.id, "bold cyan"), " in report ", (title(report, mask), "bold"), outlet)
    )
    console.print()
    console.print(marked_sentences(report.text, claim, sentences_of(claim, report.text), mask))
    console.print()
    console.print(legend(dict.fromkeys(evidence.field for evidence in claim.evidence)))
    console.print()
    console.print(fields_table(opened(mask.claim(claim), mask.report(report))))


def title(report: Report, mask: Mask) -> str:
    """Return the report's name on one line, masked."""
    return one_line(mask.text(report.name))


def fields_table(lines: list[Line]) -> Table:
    """Return the fields with what each rests on."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in ("Field", "Value", "Rests on"):
        table.add_column(heading, overflow="fold")
    for line in lines:
        style = FIELD_STYLES.get(line.field, "bold")
        table.add_row(Text(line.field, style=style), Text(line.value), Text(line.rests_on))
    return table
