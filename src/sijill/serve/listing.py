"""`sijill claims`, `sijill figures` and `sijill happenings`: what the register holds, filtered."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from sijill.errors import UsageError
from sijill.ledger import StoredClaim
from sijill.serve import machine
from sijill.serve.failures import say
from sijill.serve.flatten import flattened
from sijill.serve.grouping import Group, block, by_happening, group_document, report_line
from sijill.serve.opening import Masks, register_to_read
from sijill.serve.options import WHERE, Filters, Listing, RegisterPath
from sijill.serve.rows import COLUMNS, row_of
from sijill.serve.tables import claims_table
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from sijill.ledger import ClaimFilter, Register

NOTHING = "nothing in the register answers to this"
WRITERS = {"json": machine.write_array, "jsonl": machine.write_lines}
ByHappening = Annotated[bool, typer.Option("--by-happening", help="Group by report and happening, source by source.")]


@flattened
def claims(filters: Filters, listing: Listing, register: RegisterPath = WHERE) -> None:
    """List every claim: figures and happenings, who says so and how certainly.

    Example: sijill claims --country SY --from 2011-06-01 --csv > claims.csv

    Protected sources are masked unless --unmasked is given.
    """
    with register_to_read(register) as book:
        listed(shown(book, filters.wanted()), book, listing)


@flattened
def figures(
    filters: Filters, listing: Listing, *, sorted_by_happening: ByHappening = False, register: RegisterPath = WHERE
) -> None:
    """List the figures: how many people, said by whom.

    Example: sijill figures --measure killed --source-kind monitor

    With --by-happening, sources stand side by side under each happening of a report; --json and --jsonl then give a
    happening an object. Protected sources are masked unless --unmasked is given.
    """
    with register_to_read(register) as book:
        printed = grouped if sorted_by_happening else listed
        printed(shown(book, filters.wanted("figures")), book, listing)


@flattened
def happenings(filters: Filters, listing: Listing, register: RegisterPath = WHERE) -> None:
    """List the happenings that are said to have taken place, or not to have, whether or not they come with figures.

    Example: sijill happenings --happening defection --place Idlib --jsonl

    Figures are listed by `sijill figures`. Protected sources are masked unless --unmasked is given.
    """
    with register_to_read(register) as book:
        found = (stored for stored in shown(book, filters.wanted("happenings")) if stored.claim.figure is None)
        listed(found, book, listing)


def shown(book: "Register", wanted: "ClaimFilter") -> Iterator[StoredClaim]:
    """Return the claims that pass, as people reviewed them; as they were read where readings of old are asked for."""
    from sijill.run.shown import Shown

    return book.claims(wanted) if wanted.superseded else Shown(book).claims(wanted)


def listed(found: Iterator[StoredClaim], book: "Register", listing: Listing) -> None:
    """Print the claims in the form that was asked for; what a table leaves out is said on stderr."""
    form, masks = listing.form, Masks(book, unmasked=listing.unmasked)
    shown = map(masks.shown, islice(found, listing.most))
    if form == "table":
        print_table(shown, book, left_out=found)
    elif form == "csv":
        machine.write_table(COLUMNS, map(row_of, shown), machine.standard_output())
    else:
        WRITERS[form](map(row_of, shown), machine.standard_output())


def nothing(book: "Register") -> str:
    """Return what is said where no claim passes: what the register holds, which may be other claims than asked for."""
    counts = book.counts()
    held = f"{counted(counts.reports, 'report')} and {counted(counts.claims, 'claim')}"
    return f"{NOTHING}: it holds {held}; {'sijill claims lists them' if counts.claims else 'sijill read adds reports'}"


def print_table(shown: Iterator[StoredClaim], book: "Register", *, left_out: Iterator[StoredClaim]) -> None:
    """Print a table, or say that there is nothing to show."""
    console = Console(highlight=False)
    table = claims_table(shown, width=console.width)
    if not table.row_count:
        say(nothing(book), style="yellow")
        return
    console.print(table)
    more = sum(1 for _ in left_out)
    if more:
        say(f"{counted(more, 'more row')} not shown: narrow the filters, or give --limit 0 for all", style="yellow")


def grouped(found: Iterator[StoredClaim], book: "Register", listing: Listing) -> None:
    """Print figures by happening and source; --limit counts happenings."""
    form, masks = listing.form, Masks(book, unmasked=listing.unmasked)
    if form == "csv":
        msg = "--csv and --by-happening contradict each other: CSV has one row a figure, with its incident in a column"
        raise UsageError(msg)
    groups = by_happening(found)
    if form == "table":
        print_groups(islice(groups, listing.limit or None), book, masks)
    else:
        documents = (group_document(group, masks) for group in islice(groups, listing.most))
        WRITERS[form](documents, machine.standard_output())


def print_groups(groups: Iterator[Group], book: "Register", masks: Masks) -> None:
    """Print one block a happening, or say that there is none."""
    console, report_id = Console(highlight=False), None
    for group in groups:
        if group.claims[0].report_id != report_id:
            report_id = group.claims[0].report_id
            console.print(report_line(group, masks))
        console.print(block(group, masks))
    if report_id is None:
        say(nothing(book), style="yellow")
