"""`sijill export`: the register in forms that other programs read."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijill.ledger import ClaimFilter
from sijill.serve import machine
from sijill.serve.documents import claim_document
from sijill.serve.failures import say
from sijill.serve.figures_form import line_of
from sijill.serve.opening import Masks, register_to_read
from sijill.serve.options import WHERE, RegisterPath
from sijill.serve.output_path import refuse_register
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.ledger import Register
    from sijill.model import Claim, Report
    from sijill.serve.masking import Mask

    ReportLine = Callable[[Report, Sequence[Claim], Mask], dict[str, Any]]


class ExportForm(StrEnum):
    """What can be exported."""

    FIGURES = "figures"
    CLAIMS = "claims"
    INCIDENTS = "incidents"
    MAIN = "main"


Form = Annotated[
    ExportForm, typer.Option("--format", help="figures, main: a line a report; claims, incidents: a line each.")
]
Output = Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write; standard output unless given.")]
Masked = Annotated[
    bool | None,
    typer.Option("--masked/--unmasked", help="Mask protected sources, or not; each form has its default, see above."),
]
AsJson = Annotated[bool, typer.Option("--json", help="With --output: say what was written as one JSON document.")]


def export(
    *,
    form: Form = ExportForm.FIGURES,
    output: Output = None,
    masked: Masked = None,
    register: RegisterPath = WHERE,
    json: AsJson = False,
) -> None:
    """Write the register as JSON Lines.

    Example: sijill export --format figures --register x.db > predicted.jsonl

    figures is the analyst's working file: a line for every report, also for one without claims (the last, where a
    name recurs), with the words as they stand and a flag "protected" on each claim. It is NOT masked unless --masked
    is given: do not share it as it is.

    claims is one whole claim a line, masked unless --unmasked is given. Offsets count code points of the report's
    text as it was read, masked or not.

    incidents is one happening a line, across reports: members, place, days, and low and high by source; masked unless
    --unmasked is given. In a linked register, "incident" in figures is the same id.

    main is what each report is chiefly about: one total a measure, with and without fighters; masked unless
    --unmasked is given.
    """
    refuse_register(output, register)
    hide = form is not ExportForm.FIGURES if masked is None else masked
    with register_to_read(register) as book, machine.written(output) as stream:
        written = machine.write_lines(LINES[form](book, hide), stream)
    tell(form, output, written, as_json=json)


def figure_lines(book: "Register", hide: bool) -> Iterator[dict[str, Any]]:  # noqa: FBT001 -- one of LINES
    """Yield the line of each report in the order of the book."""
    from sijill.run import homes_in

    homes = homes_in(book)
    return (across(line, homes) for line in report_lines(book, line_of, hide=hide))


def report_lines(book: "Register", form: "ReportLine", *, hide: bool) -> Iterator[dict[str, Any]]:
    """Yield a form's line of each report in the order of the book; where a name recurs, only that of the last."""
    masks = Masks(book, unmasked=not hide)
    last = {report.name: report.id for report in book.reports()}
    for report in book.reports():
        if last[report.name] == report.id:
            claims = [stored.claim for stored in book.claims(ClaimFilter(report=report.id))]
            yield form(report, claims, masks.of(report.id))


def across(line: dict[str, Any], homes: Mapping[str, str]) -> dict[str, Any]:
    """Return a report's line with the incident of each linked claim, in place of its key within the report."""
    for entry in (*line["claims"], *line["happenings"]):
        entry["incident"] = homes.get(entry["id"], entry["incident"])
    return line


def main_lines(book: "Register", hide: bool) -> Iterator[dict[str, Any]]:  # noqa: FBT001 -- one of LINES
    """Yield the totals of what each report is chiefly about; where a name recurs, only that of the last report."""
    from sijill.serve.main_form import line_of as main_line

    return report_lines(book, main_line, hide=hide)


def claim_lines(book: "Register", hide: bool) -> Iterator[dict[str, Any]]:  # noqa: FBT001 -- one of LINES
    """Yield every claim whole, with the name of its report."""
    for stored in map(Masks(book, unmasked=not hide).shown, book.claims(ClaimFilter())):
        yield {"report": stored.report_name, **claim_document(stored.claim)}


def incident_lines(book: "Register", hide: bool) -> Iterator[dict[str, Any]]:  # noqa: FBT001 -- one of LINES
    """Yield every incident, in the order of its days."""
    from sijill.serve.incident_form import line_of as incident_line
    from sijill.serve.linked import linked

    shelf = linked(book, unmasked=not hide)
    shelf.members(shelf.view.homes)  # all of them together: one by one takes many times as long
    return (incident_line(incident, shelf) for incident in shelf.view.incidents)


LINES: Mapping[ExportForm, Callable[["Register", bool], Iterator[dict[str, Any]]]] = {
    ExportForm.FIGURES: figure_lines,
    ExportForm.CLAIMS: claim_lines,
    ExportForm.INCIDENTS: incident_lines,
    ExportForm.MAIN: main_lines,
}


def tell(form: ExportForm, output: Path | None, written: int, *, as_json: bool) -> None:
    """Say what was written where; nothing where it went to standard output."""
    if output is None or str(output) == "-":
        return
    if as_json:
        document = {"format": form.value, "lines": written, "output": str(output)}
        machine.write_document(document, machine.standard_output())
    else:
        say(f"written: {output} ({counted(written, 'line')})", style="green")
