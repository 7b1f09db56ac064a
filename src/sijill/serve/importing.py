"""`sijill import`: reviewed records from CSV, so that a team can start from what it has."""

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sijill.errors import InputError
from sijill.ledger import open_register
from sijill.serve import machine
from sijill.serve.failures import say
from sijill.serve.options import WHERE, AsJson, RegisterPath
from sijill.serve.read import Renamed, renamed_fields
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from sijill.run.importing import Imported

File = Annotated[Path, typer.Argument(metavar="FILE.csv", help="Records in CSV, UTF-8, with a line of column names.")]
Author = Annotated[
    str | None, typer.Option(envvar="SIJILL_AUTHOR", metavar="NAME", help="Who imports; your login unless given.")
]
ToLink = Annotated[bool, typer.Option("--link/--no-link", help="Bring them together with what is there, or leave it.")]
SOME_REFUSED = 3


def import_(  # noqa: PLR0913 -- one parameter an option
    file: File,
    *,
    field: Renamed = None,
    author: Author = None,
    link: ToLink = True,
    register: RegisterPath = WHERE,
    json: AsJson = False,
) -> None:
    """Enter reviewed records from CSV: each row a claim with its own source and words.

    Example: sijill import records.csv --field words=quote --field source=according_to

    Rows that cannot be claims are named with their line and the reason; the others are entered. Entering a file twice
    changes nothing. docs/guides/exports.md lists the columns.
    """
    from sijill.run import link_register
    from sijill.run.acts import Person
    from sijill.run.importing import import_records

    person = Person(name=getpass.getuser() if author is None else author)
    text = text_of(file)
    with open_register(register) as book:
        done = import_records(book, file.name, text, person.name, fields=renamed_fields(field or []))
        if link and done.claims:
            link_register(book)
    tell(done, as_json=json)
    if done.bad:
        raise typer.Exit(SOME_REFUSED)


def text_of(file: Path) -> str:
    """Return a file's text; InputError where it is not UTF-8."""
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        msg = f"{file} is not UTF-8 (byte {error.start}): save it as CSV UTF-8"
        raise InputError(msg) from error


def tell(done: "Imported", *, as_json: bool) -> None:
    """Say what was entered, and which rows were not."""
    if as_json:
        bad = [{"line": row.line, "reason": row.reason} for row in done.bad]
        document = {"claims": done.claims, "reports": dict(done.statuses), "refused": bad}
        machine.write_document(document, machine.standard_output())
        return
    for row in done.bad:
        say(f"line {row.line}: {row.reason}", style="yellow")
    reports = ", ".join(f"{number} {status}" for status, number in done.statuses.items()) or "none"
    say(f"entered: {counted(done.claims, 'claim')}; reports: {reports}; refused: {counted(len(done.bad), 'row')}",
        style="green")  # fmt: skip
