"""`sijill incidents`: the happenings that reports tell of, each once, with the range of its figures."""

from dataclasses import dataclass
from itertools import islice
from typing import Annotated

import typer

from sijill.serve import machine
from sijill.serve.flatten import flattened
from sijill.serve.incident import Html, write_page
from sijill.serve.opening import register_to_read
from sijill.serve.options import (
    WHERE,
    Country,
    FirstDay,
    Happening,
    InPlace,
    LastDay,
    Listing,
    Measure,
    RegisterPath,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which incidents are listed; what is not given asks nothing."""

    place: InPlace = None
    country: Country = None
    first_day: FirstDay = None
    last_day: LastDay = None
    happening: Happening = None
    measure: Measure = None
    contested: Annotated[bool, typer.Option("--contested", help="Only where sources cannot all be right.")] = False
    reports: Annotated[int, typer.Option(min=1, metavar="N", help="Told by at least N reports.")] = 1


@flattened
def incidents(wanted: Wanted, listing: Listing, *, html: Html = None, register: RegisterPath = WHERE) -> None:
    """List the incidents: what happened once, whoever tells of it, with lowest and highest figures.

    Example: sijill incidents --place Idlib --contested

    Those with figures come first, and of these the most recent.
    Protected sources are masked unless --unmasked is given. `sijill incident ID` opens one.
    --csv has the ranges of those killed and injured; --json and --jsonl have every measure, and what each source says.
    """
    from sijill.serve.incident_form import COLUMNS, row_of
    from sijill.serve.incidents_table import documents, found_in, print_table
    from sijill.serve.linked import linked

    with register_to_read(register) as book:
        shelf = linked(book, unmasked=listing.unmasked)
        found = found_in(shelf, wanted)
        if html is not None:
            write_page(list(islice(found, listing.limit or None)), shelf, html, register)
        elif listing.form == "table":
            print_table(found, shelf, listing)
        elif listing.form == "csv":
            rows = map(row_of, documents(islice(found, listing.most), shelf))
            machine.write_table(COLUMNS, rows, machine.standard_output())
        else:
            write = machine.write_array if listing.form == "json" else machine.write_lines
            write(documents(islice(found, listing.most), shelf), machine.standard_output())
