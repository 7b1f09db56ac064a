"""The command line: which commands there are, and what becomes of errors."""

import os
import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from sijill.serve import (
    add,
    agreement,
    erase,
    explain,
    export,
    importing,
    incident,
    incidents,
    judge,
    link,
    listing,
    log,
    plot,
    publish,
    read,
    reports,
    review,
    series,
    serving,
    show,
    sources,
    toll,
    vouch,
)
from sijill.serve.failures import CODES, told

HELP = """\
Reports of a conflict in; a register of attributed claims out, every number open down to its words.

Example: sijill read reports/ && sijill figures --by-happening
"""
EPILOG = f"""\
The register is FILE of [bold]--register[/bold], else what SIJILL_REGISTER names, else ./sijill.db.

{CODES}

A fault shows its traceback only with SIJILL_DEBUG=1. Colours are off with NO_COLOR=1.
"""

app = typer.Typer(
    name="sijill",
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
Version = Annotated[bool, typer.Option("--version", help="Print the versions of Sijill and of its extractor.")]


@app.callback(invoke_without_command=True, help=HELP, epilog=EPILOG)
def sijill(context: typer.Context, *, version: Version = False) -> None:
    """Print the version, or the help where no command is given."""
    if version:
        typer.echo(version_line())
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


for command in (
    read.read,
    listing.claims,
    listing.figures,
    listing.happenings,
    explain.explain,
    show.show,
    reports.reports,
    link.link,
    incidents.incidents,
    incident.incident,
    toll.toll,
    series.series,
    plot.plot,
    sources.sources,
    judge.same,
    judge.different,
    judge.merge,
    judge.split,
    judge.undo,
    review.accept,
    review.reject,
    review.correct,
    review.note,
    add.add,
    vouch.grade,
    vouch.sign,
    agreement.agreement,
    log.log,
    export.export,
    publish.publish,
    erase.erase,
    serving.serve,
):
    app.command()(command)
app.command(name="import")(importing.import_)


def version_line() -> str:
    """Return the versions of the package and of the extractor that reads with it."""
    from importlib.metadata import version

    from sijill.run import EXTRACTOR

    return f"sijill {version('sijill')} (extractor {EXTRACTOR})"


def status_of(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; whatever goes wrong is told in one line on stderr."""
    try:
        status = app(args=arguments, prog_name="sijill", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit as leaving:  # Typer leaves so where the reader of our output has gone
        return told(leaving.__context__) if isinstance(leaving.__context__, BrokenPipeError) else leaving_code(leaving)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 -- people get a line, never a traceback
        return told(error)
    return status if isinstance(status, int) else 0


def leaving_code(leaving: SystemExit) -> int:
    """Return the exit code that a SystemExit carries."""
    return leaving.code if isinstance(leaving.code, int) else 0


def main() -> NoReturn:
    """Run the command line of this process.

    numpy's products here are small: handing them to threads costs more than it saves (a third of the reading time).
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(status_of())
