"""`sijill incidents`: the happenings that reports tell of, each once, with the range of its figures."""

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Annotated

import typer

from sijill.errors import UsageError
from sijill.model import HAPPENINGS, MEASURES
from sijill.serve import machine
from sijill.serve.flatten import flattened
from sijill.serve.incident import Html, write_page
from sijill.serve.opening import register_to_read
from sijill.serve.options import WHERE, Listing, RegisterPath, day, one_of

Measure = Annotated[
    str | None, typer.Option(metavar="MEASURE", callback=one_of(MEASURES), help="With figures of killed, injured ...")
]
Happening = Annotated[
    str | None, typer.Option(metavar="TYPE", callback=one_of(HAPPENINGS), help="armed_clash, attack ...")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which incidents are listed; what is not given asks nothing."""

    place: Annotated[
        str | None, typer.Option(metavar="NAME", help="Name, words, gazetteer id or first-level unit.")
    ] = None
    country: Annotated[str | None, typer.Option(metavar="CODE", help="ISO 3166 two-letter code.")] = None
    first_day: Annotated[
        date | None, typer.Option("--from", parser=day, metavar="DAY", help="Days from this one, YYYY-MM-DD.")
    ] = None
    last_day: Annotated[
        date | None, typer.Option("--to", parser=day, metavar="DAY", help="Days up to this one, YYYY-MM-DD.")
    ] = None
    happening: Happening = None
    measure: Measure = None
    contested: Annotated[bool, typer.Option("--contested", help="Only where sources cannot all be right.")] = False
    reports: Annotated[int, typer.Option(min=1, metavar="N", help="Told by at least N reports.")] = 1


@flattened
def incidents(wanted: Wanted, listing: Listing, *, html: Html = None, register: RegisterPath = WHERE) -> None:
    """List the incidents: what happened once, whoever tells of it, with lowest and highest figures.

    Example: sijill incidents --place Idlib --contested

    Protected sources are masked unless --unmasked is given. `sijill incident ID` opens one.
    """
    if listing.form == "csv":
        msg = "--csv cannot hold an incident's members: use --jsonl, or sijill toll --csv for numbers"
        raise UsageError(msg)
    from sijill.serve.incidents_table import documents, found_in, print_table
    from sijill.serve.linked import linked

    with register_to_read(register) as book:
        shelf = linked(book, unmasked=listing.unmasked)
        found = found_in(shelf, wanted)
        if html is not None:
            write_page(list(islice(found, listing.limit or None)), shelf, html, register)
        elif listing.form == "table":
            print_table(found, shelf, listing)
        else:
            write = machine.write_array if listing.form == "json" else machine.write_lines
            write(documents(islice(found, listing.most), shelf), machine.standard_output())
