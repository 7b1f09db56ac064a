"""`sijill toll`: how many people, under a named rule, with all that is left out and all that it rests on."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from sijill.errors import UsageError
from sijill.serve import machine
from sijill.serve.failures import say
from sijill.serve.flatten import flattened
from sijill.serve.opening import register_to_read
from sijill.serve.options import (
    MEASURE,
    WHERE,
    AsJson,
    Category,
    Country,
    FirstDay,
    Happening,
    InPlace,
    LastDay,
    RegisterPath,
    Unmasked,
)
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from sijill.incident import Filters, Tally
    from sijill.serve.linked import Linked

By = Annotated[
    str | None,
    typer.Option(
        metavar="WHAT", help="A line for each day, month, place, source, category, perpetrator, happening or side."
    ),
]
Rule = Annotated[str, typer.Option(metavar="RULE", help="ibc, airwars, ucdp or acled: whose way of counting.")]
Explain = Annotated[bool, typer.Option("--explain", help="List the incidents behind it, opened to their sentences.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV: the whole, and a row a line of --by.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a toll is asked of; what is not given asks nothing."""

    measure: Annotated[str, MEASURE] = "killed"
    place: InPlace = None
    country: Country = None
    first_day: FirstDay = None
    last_day: LastDay = None
    category: Category = None
    happening: Happening = None
    perpetrator: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where this one is alleged to have done it.")
    ] = None
    side: Annotated[str | None, typer.Option(metavar="SIDE", help="Where this side is alleged to have.")] = None
    source: Annotated[str | None, typer.Option(metavar="NAME", help="What this source says, nobody else.")] = None

    @property
    def filters(self) -> "Filters":
        """What counting is asked."""
        from sijill.serve.question import filters_of

        return replace(
            filters_of(self), measure=self.measure, category=self.category, perpetrator=self.perpetrator,
            side=self.side, source=self.source,
        )  # fmt: skip


@flattened
def toll(  # noqa: PLR0913 -- one parameter an option
    asked: Asked,
    *,
    by: By = None,
    rule: Rule = "ibc",
    explain: Explain = False,
    register: RegisterPath = WHERE,
    csv: AsCsv = False,
    json: AsJson = False,
    unmasked: Unmasked = False,
) -> None:
    """Count people under a named rule: lowest, best where the rule has one, highest, each incident once.

    Example: sijill toll --place Idlib --from 2011-12-01 --by month --rule ucdp --explain

    Figures of a period and running totals are set beside the sum and never added. What is left out is listed with the
    reason. Protected sources are masked unless --unmasked is given.
    """
    if csv and (json or explain):
        msg = "--csv holds the numbers only: give it without --json and --explain"
        raise UsageError(msg)
    from sijill.serve.linked import linked
    from sijill.serve.toll_form import COLUMNS, document, rows_of

    with register_to_read(register) as book:
        shelf = linked(book, unmasked=unmasked)
        found = shelf.view.toll(rule=rule, filters=asked.filters, by=by)
        if csv:
            machine.write_table(COLUMNS, rows_of(found, shelf), machine.standard_output())
        elif json:
            machine.write_document(document(found, shelf, explain=explain), machine.standard_output())
        else:
            print_toll(found, shelf, explain=explain)


def print_toll(found: "Tally", shelf: "Linked", *, explain: bool) -> None:
    """Print a toll for people."""
    from sijill.serve.toll_words import explained, screen

    console = Console(highlight=False)
    console.print(screen(found, shelf, reasons=not explain))
    if explain:
        for block in explained(found, shelf):
            console.print(block)
    elif found.whole.incidents:
        say("--explain opens each number to its sentences", style="dim")
    if not found.whole.incidents:
        held = counted(len(shelf.view.incidents), "incident")
        say(f"no incident is counted for this: the register holds {held}; sijill incidents lists them", style="yellow")
