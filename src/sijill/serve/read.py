"""`sijill read`: reports into the register, one input after another, nothing that was entered ever lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sijill.errors import RegisterError, SijillError, UsageError
from sijill.ledger import open_register
from sijill.run.uncollected import uncollected
from sijill.serve.options import WHERE, AsJson, RegisterPath, day
from sijill.serve.progress import ReadingProgress
from sijill.serve.receipt import Receipt, exit_code, print_receipt, tell_outcome, tell_stopped

if TYPE_CHECKING:
    from sijill.ledger import Register
    from sijill.run import LinkingAlong, Options, ReadOutcome

LINKED_AT_ONCE = 32  # reports that are linked together while others are read
Inputs = Annotated[
    list[str],
    typer.Argument(metavar="PATH|-|URL...", help="Files, folders, - for standard input, web pages or feeds by URL."),
]
Published = Annotated[
    date | None, typer.Option(parser=day, metavar="DAY", help="The day they were published, YYYY-MM-DD.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published them.")]
Renamed = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="OURS=THEIRS", help="What JSON Lines call a field, as in id=docid. Repeatable."),
]
ToLink = Annotated[
    bool, typer.Option("--link/--no-link", help="Bring what reports tell of one happening together, or leave it.")
]


def read(  # noqa: PLR0913 -- one parameter an option
    inputs: Inputs,
    *,
    published: Published = None,
    outlet: Outlet = None,
    field: Renamed = None,
    link: ToLink = True,
    register: RegisterPath = WHERE,
    json: AsJson = False,
) -> None:
    """Read reports (text, HTML, PDF, JSON Lines, folders, feeds) and enter their claims in the register.

    Example: sijill read reports/ story.html --outlet Reuters --published 2011-06-07

    Entering a report twice changes nothing. A report that is refused is named with the reason; the others are read.
    What was entered is linked into incidents in the end; --no-link leaves that to `sijill link`.
    """
    from sijill.run import Options

    options = Options(published=published, outlet=outlet, fields=renamed_fields(field or []))
    with uncollected() as started, made_for(register), open_register(register) as book:
        linking = Linking(book) if link else None
        receipt = read_all(book, inputs, options, linking, started)
        if linking and not receipt.interrupted and receipt.summary.reports:
            linking.finish()
        print_receipt(receipt, book, as_json=json)
    if code := exit_code(receipt):
        raise typer.Exit(code)


@contextmanager
def made_for(register: str) -> Iterator[None]:
    """Leave no register that the block made and in which it entered nothing."""
    new = "://" not in register and not Path(register).exists()
    try:
        yield
    finally:
        if new and Path(register).exists() and is_empty(register):
            Path(register).unlink()


def is_empty(register: str) -> bool:
    """Tell whether a file is a register that holds no report."""
    try:
        with open_register(register, create=False) as book:
            return not next(book.reports(superseded=True), None)
    except RegisterError:
        return False


def renamed_fields(given: list[str]) -> dict[str, str]:
    """Return what "id=docid" and the like say, as a mapping; UsageError where one does not say it."""
    pairs = [pair.partition("=") for pair in given]
    for ours, equals, theirs in pairs:
        if not (ours and equals and theirs):
            msg = f"--field {ours}{equals}{theirs} names no field: write it as OURS=THEIRS, as in id=docid"
            raise UsageError(msg)
    return {ours: theirs for ours, _, theirs in pairs}


class Linking:
    """Links what is read: along with a long reading, else in the end."""

    def __init__(self, book: "Register") -> None:
        """Begin with nothing: linking takes a while to import, and the first report is to be told before."""
        self._book = book
        self._along: LinkingAlong | None = None
        self._waiting = 0

    def report_read(self) -> None:
        """Count one report."""
        self._waiting += 1
        if self._waiting == LINKED_AT_ONCE:
            self._waiting = 0
            self._catch_up()

    def _catch_up(self) -> None:
        """Link what waits; where that fails reading goes on, and linking from the start in the end says why."""
        try:
            self._linking().catch_up()
        except SijillError:
            self._along, self._waiting = None, LINKED_AT_ONCE + 1

    def finish(self) -> None:
        """Link the rest, and enter what was found."""
        self._linking().finish()

    def _linking(self) -> "LinkingAlong":
        from sijill.run import LinkingAlong

        if self._along is None:
            self._along = LinkingAlong(self._book)
        return self._along


def read_all(
    book: "Register", inputs: list[str], options: "Options", linking: Linking | None, started: Callable[[], None]
) -> Receipt:
    """Read every input in order; whatever stops it, what was entered is kept, and said with what was not read.

    `started` is called after the first report.
    """
    from sijill.run import ReadSummary, read_into, reading_cores

    receipt = Receipt(summary=ReadSummary(), unread=list(inputs))
    with ReadingProgress(len(inputs)) as bar:

        def entered(outcome: "ReadOutcome") -> None:
            receipt.add(outcome)
            bar.report_read()
            tell_outcome(outcome, bar.line)
            started()
            if linking:
                linking.report_read()

        def ended(name: str) -> None:
            receipt.unread.remove(name)
            bar.input_read()

        with stopping(receipt), book.batch():
            read_into(book, inputs, options, on_report=entered, on_input=ended, cores=reading_cores())
        receipt.seconds = bar.seconds
    return receipt


@contextmanager
def stopping(receipt: Receipt) -> Iterator[None]:
    """Say what was entered and what was not when something stops the block; only an interruption ends there."""
    try:
        yield
    except KeyboardInterrupt:
        receipt.interrupted = True
        tell_stopped(receipt, "interrupted")
    except Exception:
        tell_stopped(receipt, "stopped")
        raise
