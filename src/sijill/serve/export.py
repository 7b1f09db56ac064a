"""`sijill export`: the register in forms that other programs read."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijill.errors import UsageError
from sijill.ledger import ClaimFilter
from sijill.model import MEASURES
from sijill.serve import machine
from sijill.serve.documents import claim_document
from sijill.serve.failures import say
from sijill.serve.figures_form import line_of
from sijill.serve.flatten import flattened
from sijill.serve.opening import Masks, register_to_read
from sijill.serve.options import WHERE, RegisterPath, one_of
from sijill.serve.output_path import refuse_register
from sijill.serve.silent import people_documents
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.ledger import Register
    from sijill.model import Claim, HiddenPerson, Report
    from sijill.serve.exports.sheet import LeftOut, Records, Sheet
    from sijill.serve.linked import Linked
    from sijill.serve.masking import Mask

    ReportLine = Callable[[Report, Sequence[Claim], Mask], dict[str, Any]]

MOST_REASONS = 8  # that are told one by one


class ExportForm(StrEnum):
    """What can be exported."""

    FIGURES = "figures"
    CLAIMS = "claims"
    INCIDENTS = "incidents"
    MAIN = "main"
    CSV = "csv"
    PARQUET = "parquet"
    JSONL = "jsonl"
    XLSX = "xlsx"
    GEOJSON = "geojson"
    UCDP = "ucdp"
    ACLED = "acled"
    PLOVER = "plover"
    HXL = "hxl"
    FTM = "ftm"
    MSE = "mse"


PLAIN = (ExportForm.CSV, ExportForm.PARQUET, ExportForm.JSONL, ExportForm.XLSX)


IN_ANY_FILE = (ExportForm.UCDP, ExportForm.ACLED, ExportForm.HXL, ExportForm.MSE)


class Rows(StrEnum):
    """What a row of a plain table is."""

    INCIDENTS = "incidents"
    CLAIMS = "claims"


class FileForm(StrEnum):
    """The file forms that a table can be written in."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    XLSX = "xlsx"


Form = Annotated[
    ExportForm, typer.Option("--format", help="What to write; figures is a line a report, the others are told above.")
]
Output = Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write; standard output unless given.")]
Masked = Annotated[
    bool | None,
    typer.Option("--masked/--unmasked", help="Mask protected sources, or not; each form has its default, see above."),
]
AsJson = Annotated[bool, typer.Option("--json", help="With --output: say what was written as one JSON document.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaping:
    """How an export in a shape is made; figures, claims and incidents take none of it."""

    rows: Annotated[Rows, typer.Option(help="csv, parquet, jsonl and xlsx: a row an incident, or a claim.")] = (
        Rows.INCIDENTS
    )
    file: Annotated[
        FileForm | None, typer.Option("--as", help="ucdp, acled, hxl and mse: the file form; csv unless given.")
    ] = None
    rule: Annotated[
        str,
        typer.Option(metavar="RULE", help="Whose way of counting gives the best number: ucdp, acled, ibc, airwars."),
    ] = "ucdp"
    measure: Annotated[
        str, typer.Option(metavar="MEASURE", callback=one_of(MEASURES), help="mse: which figures make a list.")
    ] = "killed"
    least_lists: Annotated[int, typer.Option(min=2, metavar="N", help="mse: the fewest lists of a stratum.")] = 2
    least_shared: Annotated[
        int, typer.Option(min=1, metavar="N", help="mse: the fewest records of a stratum on two lists or more.")
    ] = 1


@flattened
def export(  # noqa: PLR0913 -- one parameter an option
    shaping: Shaping,
    *,
    form: Form = ExportForm.FIGURES,
    output: Output = None,
    masked: Masked = None,
    register: RegisterPath = WHERE,
    json: AsJson = False,
) -> None:
    """Write the register for other programs, data sets and people.

    Example: sijill export --format ucdp --output events.csv

    figures is the analyst's working file: a line for every report, also for one without claims (the last, where a
    name recurs), with the words as they stand and a flag "protected" on each claim. It is NOT masked unless --masked
    is given: do not share it as it is. Everything else is masked unless --unmasked is given.

    claims is one whole claim a line. Offsets count code points of the report's text as it was read, masked or not.

    incidents is one happening a line, across reports: members, place, days, and low and high by source. In a linked
    register, "incident" in figures is the same id.

    main is what each report is chiefly about: one total a measure, with and without fighters.

    csv, parquet, jsonl and xlsx are plain tables (--rows), geojson the incidents on a map.

    ucdp and acled have the columns of UCDP GED and ACLED, hxl the tags of humanitarian data, plover and ftm a record
    or an entity a line, mse a row an incident and a column a source. What a shape has no room for is said on stderr.

    To publish, use `sijill publish`: it writes only what its file allows.
    """
    refuse_register(output, register)
    refuse_contradiction(form, shaping)
    hide = form is not ExportForm.FIGURES if masked is None else masked
    if form not in LINES:
        shaped(form, shaping, output, register=register, hide=hide, as_json=json)
        return
    with register_to_read(register) as book, machine.written(output) as stream:
        written = machine.write_lines(LINES[form](book, hide), stream)
    tell(form.value, output, counted(written, "line"), {"lines": written}, as_json=json)


def refuse_contradiction(form: ExportForm, shaping: Shaping) -> None:
    """Refuse with UsageError a file form, or rows, that a form does not have."""
    name, file = form.value, shaping.file.value if shaping.file else form.value
    if file != name and form not in IN_ANY_FILE:
        tables = " and ".join(one.value for one in IN_ANY_FILE)
        plain = f"a plain table in that form is format {file}"
        msg = f"format {name} cannot be given as {file}: leave 'as' out; only {tables} take it, and {plain}"
        raise UsageError(msg)
    if shaping.rows is not Rows.INCIDENTS and form not in PLAIN:
        msg = f"format {name} has no rows of {shaping.rows.value}: only {' and '.join(one.value for one in PLAIN)} do"
        raise UsageError(msg)


def shaped(  # noqa: PLR0913 -- what the command was given
    form: ExportForm, shaping: Shaping, output: Path | None, *, register: str, hide: bool, as_json: bool
) -> None:
    """Write the register in one of the shapes of `exports`, and say what was left out."""
    from sijill.serve.exports import encoded
    from sijill.serve.linked import linked

    with register_to_read(register) as book:
        made, file_form = made_of(form, shaping, linked(book, unmasked=not hide))
    machine.write_bytes(encoded(made, file_form), output)
    rows = made.size
    tell(form.value, output, counted(rows, "row"), {"rows": rows, "left_out": len(made.left_out)}, as_json=as_json)
    tell_left_out(made.left_out)


def made_of(form: ExportForm, shaping: Shaping, shelf: "Linked") -> "tuple[Sheet | Records, str]":
    """Return the register in one of the shapes of `exports`, and the file form that it is to be written in."""
    from sijill.serve.exports import export_of, profile_of
    from sijill.serve.exports.catalogue import Asked
    from sijill.serve.exports.mse import Overlap

    plain = form in PLAIN
    name = shaping.rows.value if plain else form.value
    overlap = Overlap(lists=shaping.least_lists, records=shaping.least_shared)
    made = export_of(name, shelf, Asked(rule=shaping.rule, measure=shaping.measure, overlap=overlap))
    return made, form.value if plain else shaping.file.value if shaping.file else profile_of(name).form


def tell_left_out(left_out: "Sequence[LeftOut]") -> None:
    """Say how many were left out for which reason."""
    for reason, times in Counter(one.reason for one in left_out).most_common(MOST_REASONS):
        say(f"left out: {times} ({reason})", style="yellow")
    reasons = len({one.reason for one in left_out})
    if reasons > MOST_REASONS:
        say(f"left out for {counted(reasons - MOST_REASONS, 'other reason')}", style="yellow")


def figure_lines(book: "Register", hide: bool) -> Iterator[dict[str, Any]]:  # noqa: FBT001 -- one of LINES
    """Yield the line of each report in the order of the book."""
    from sijill.run import homes_in

    homes = homes_in(book)
    people: dict[str, list[HiddenPerson]] = defaultdict(list)
    for person in book.hidden_people():
        people[person.report_id].append(person)

    def form(report: "Report", claims: "Sequence[Claim]", mask: "Mask") -> dict[str, Any]:
        line = across(line_of(report, claims, mask), homes)
        return {**line, "people_who_hide": people_documents(people[report.id], claims, mask)}

    return report_lines(book, form, hide=hide)


def report_lines(book: "Register", form: "ReportLine", *, hide: bool) -> Iterator[dict[str, Any]]:
    """Yield a form's line of each report in the order of the book; where a name recurs, only that of the last."""
    from sijill.run.shown import Shown

    masks = Masks(book, unmasked=not hide)
    last, shown = {report.name: report.id for report in book.reports()}, Shown(book)
    for report in book.reports():
        if last[report.name] == report.id:
            claims = [stored.claim for stored in shown.claims(ClaimFilter(report=report.id))]
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
    from sijill.run.shown import Shown

    for stored in map(Masks(book, unmasked=not hide).shown, Shown(book).claims()):
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


def tell(form: str, output: Path | None, written: str, numbers: Mapping[str, int], *, as_json: bool) -> None:
    """Say what was written where; nothing where it went to standard output."""
    if output is None or str(output) == "-":
        return
    if as_json:
        machine.write_document({"format": form, **numbers, "output": str(output)}, machine.standard_output())
    else:
        say(f"written: {output} ({written})", style="green")
