"""`sijill explain`: one claim opened down to the words, rules and days that it rests on."""

from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sijill.model import Report
from sijill.serve import machine
from sijill.serve.documents import claim_document, plain, report_document
from sijill.serve.hiding import Hiding
from sijill.serve.masking import Mask
from sijill.serve.opened import Line, opened, sentences_of
from sijill.serve.opening import Masks, register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath, Unmasked
from sijill.serve.review_words import in_words, review_of
from sijill.serve.standing import Standing, lines_beside, standing
from sijill.serve.terminal import FIELD_STYLES, legend, marked_sentences
from sijill.serve.wording import one_line

ClaimId = Annotated[str, typer.Argument(metavar="ID", help="A claim's id, or how it begins.")]


def explain(
    claim: ClaimId, *, register: RegisterPath = WHERE, json: AsJson = False, unmasked: Unmasked = False
) -> None:
    """Open a claim down to its words: each field with the words or the rule that gave it, and what is not resolved.

    A claim that people reviewed is shown as it stands now, with what was read beside it, who changed it and why.

    Example: sijill explain 3fa94c1b

    Protected sources are masked unless --unmasked is given.
    """
    with register_to_read(register) as book:
        found = standing(book, claim)
        report = book.report(found.claim.report_id)
        masks = Masks(book, unmasked=unmasked)
    if json:
        machine.write_document(document(found, report, masks), machine.standard_output())
    else:
        print_opened(found, report, masks)


def document(found: Standing, report: Report, masks: Masks) -> dict[str, object]:
    """Return the claim as it stands and as it was read, its reviews, its sentences and its report, as one object."""
    mask, hiding = masks.of(report.id), masks.worn()
    return {
        "claim": claim_document(mask.claim(found.claim)),
        "sentences": [mask.text(span.of(report.text)) for span in sentences_of(found.claim, report.text)],
        "fields": [plain(line) for line in opened(mask.claim(found.claim), mask.report(report))],
        "as_read": claim_document(mask.claim(found.read)) if found.corrected else None,
        "rejected": found.rejected,
        "reviews": [review_of(review, hiding) for review in found.reviews],
        "report": {**report_document(mask.report(report)), "id": report.id},
    }


def print_opened(found: Standing, report: Report, masks: Masks) -> None:
    """Print the claim: its report, its sentences with the evidence in colour, its fields, what people entered."""
    console, claim, mask = Console(highlight=False), found.claim, masks.of(report.id)
    outlet = f" ({one_line(report.outlet)})" if report.outlet else ""
    console.print(
        Text.assemble("claim ", (claim.id, "bold cyan"), " in report ", (title(report, mask), "bold"), outlet)
    )
    console.print()
    console.print(marked_sentences(report.text, claim, sentences_of(claim, report.text), mask))
    console.print()
    console.print(legend(dict.fromkeys(evidence.field for evidence in claim.evidence)))
    console.print()
    console.print(fields_table(lines_beside(found, report, mask)))
    for line in review_lines(found, masks.worn()):
        console.print(line)


def review_lines(found: Standing, hiding: Hiding) -> list[Text]:
    """Return who entered what of the claim, and why, the oldest first; that it was rejected stands out."""
    lines = [Text(f"entry {review.seq}: {in_words(review, hiding)}") for review in found.reviews]
    gone = [Text("rejected: it stands in no listing, incident or toll", style="red")] if found.rejected else []
    return [*gone, *lines]


def title(report: Report, mask: Mask) -> str:
    """Return the report's name on one line, masked."""
    return one_line(mask.text(report.name))


def fields_table(lines: list[tuple[Line, str | None]]) -> Table:
    """Return the fields with what each rests on; with what was read, where a person changed any."""
    changed = any(was is not None for _, was in lines)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in ("Field", "Value", *(["As it was read"] if changed else []), "Rests on"):
        table.add_column(heading, overflow="fold")
    for line, was in lines:
        style = FIELD_STYLES.get(line.field, "bold")
        before = [Text("" if was is None else was or "nothing", style="yellow")] if changed else []
        table.add_row(Text(line.field, style=style), Text(line.value or "nothing"), *before, Text(line.rests_on))
    return table
