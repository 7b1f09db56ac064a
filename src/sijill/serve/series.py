"""`sijill series`: what each source's running totals come to over time, beside the register's own sum."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from sijill.errors import UsageError
from sijill.serve import machine
from sijill.serve.failures import say
from sijill.serve.listing import NOTHING
from sijill.serve.opening import register_to_read
from sijill.serve.options import WHERE, AsJson, Measure, RegisterPath, Unmasked
from sijill.serve.tables import SHORT_ID, filled
from sijill.serve.toll import Rule
from sijill.serve.wording import one_line

if TYPE_CHECKING:
    from sijill.incident import Series, SeriesPoint
    from sijill.serve.linked import Linked

COLUMNS = (
    "source", "source_kind", "measure", "category", "day", "worded", "low", "high", "hedged", "sum_low", "sum_high",
    "claim",
)  # fmt: skip
HEADINGS = ("Source", "Counted", "By", "Said", "Bounds", "The register's own sum", "Id")
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]


def series(  # noqa: PLR0913 -- one parameter an option
    *,
    measure: Measure = None,
    rule: Rule = "ibc",
    register: RegisterPath = WHERE,
    csv: AsCsv = False,
    json: AsJson = False,
    unmasked: Unmasked = False,
) -> None:
    """List the running totals of every source in the order of their days, beside the register's own sum up to then.

    Example: sijill series --measure killed

    Running totals are never added to anything. Protected sources are masked unless --unmasked is given.
    """
    if csv and json:
        msg = "--csv and --json contradict each other: give one of them"
        raise UsageError(msg)
    from sijill.serve.linked import linked

    with register_to_read(register) as book:
        rows = rows_of(linked(book, unmasked=unmasked), measure, rule)
        if csv:
            machine.write_table(COLUMNS, rows, machine.standard_output())
        elif json:
            machine.write_array(rows, machine.standard_output())
        else:
            print_table(rows)


def rows_of(shelf: "Linked", measure: str | None, rule: str) -> Iterator[dict[str, Any]]:
    """Yield a row for each point of each series, masked."""
    from sijill.reconcile import series as of_sources

    for one in of_sources(shelf.view.crosschecks, shelf.view.blocks, rule, measure):
        yield from (row_of(one, point, shelf) for point in one.points)


def row_of(one: "Series", point: "SeriesPoint", shelf: "Linked") -> dict[str, Any]:
    """Return the row of one point."""
    hiding = shelf.hiding([point.claim])
    return {
        "source": hiding.name(one.voice),
        "source_kind": one.voice.kind,
        "measure": one.measure,
        "category": one.category,
        "day": point.day.isoformat() if point.day else None,
        "worded": hiding.text(point.worded),
        "low": point.low,
        "high": point.high,
        "hedged": point.hedged,
        "sum_low": point.sum_low,
        "sum_high": point.sum_high,
        "claim": point.claim,
    }


def print_table(rows: Iterator[dict[str, Any]]) -> None:
    """Print the points, or say that there are none."""
    table = filled(HEADINGS, map(cells, rows))
    if table.row_count:
        Console(highlight=False).print(table)
        say(
            "sijill explain ID opens what was said, sijill toll --to DAY --explain the own sum",
            style="dim",
        )
    else:
        say(NOTHING, style="yellow")


def cells(row: dict[str, Any]) -> list[Text]:
    """Return a point's cells."""
    from sijill.serve.toll_words import ends

    counted = f"{row['measure'].replace('_', ' ')} ({row['category']})"
    own = ends(row["sum_low"], row["sum_high"]) if row["sum_low"] is not None else "day not known"
    said = f"{one_line(row['worded'])}{', hedged' if row['hedged'] else ''}"
    day = row["day"] or "day not known"
    words = (one_line(row["source"]), counted, day, said, ends(row["low"], row["high"]), own)
    return [*map(Text, words), Text(row["claim"][:SHORT_ID], style="cyan")]
