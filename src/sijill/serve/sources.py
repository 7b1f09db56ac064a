"""`sijill sources`: what each source counts and its track record, and which of them share an origin."""

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from sijill.serve import machine
from sijill.serve.failures import say
from sijill.serve.flatten import flattened
from sijill.serve.opening import register_to_read
from sijill.serve.options import WHERE, Listing, RegisterPath
from sijill.serve.tables import filled
from sijill.serve.wording import counted, one_line

if TYPE_CHECKING:
    from sijill.serve.linked import Linked

FIELDS = (
    "name", "kind", "incidents", "figures", "contradicted_in", "superseded_own", "withdrawn", "repeats_another",
    "categories", "countries", "from", "to",
)  # fmt: skip
COLUMNS = ("Source", "Kind", "Where", "Period", "Incidents", "Contradicted in", "Replaced", "Withdrawn", "Repeats")


@flattened
def sources(listing: Listing, register: RegisterPath = WHERE) -> None:
    """List the sources with their track record, and the groups of them that share an origin.

    Example: sijill sources --json

    Sources of one group are not independent: outlets that print one copy, outlets that pass on one source's figures,
    sources that speak for one side; --csv and --jsonl leave the groups out. Protected sources stand together, unnamed.
    """
    from sijill.serve.linked import linked

    with register_to_read(register) as book:
        found = documents(linked(book, unmasked=listing.unmasked))
    items = found["items"][: listing.most]
    if listing.form == "table":
        print_tables(items, found["groups"], left_out=len(found["items"]) - len(items))
    elif listing.form == "csv":
        machine.write_table(FIELDS, map(row_of, items), machine.standard_output())
    elif listing.form == "jsonl":
        machine.write_lines(items, machine.standard_output())
    else:
        machine.write_document({**found, "items": items}, machine.standard_output())


def documents(shelf: "Linked") -> dict[str, Any]:
    """Return profiles and groups as JSON holds them."""
    from sijill.serve.source_profiles import profiles

    return {"items": [profile.document for profile in profiles(shelf)], "groups": group_documents(shelf)}


def group_documents(shelf: "Linked") -> list[dict[str, Any]]:
    """Return which sources share an origin."""
    from sijill.run.independence import independence_of
    from sijill.serve.source_profiles import group_document

    hiding = shelf.hiding_all()
    return [group_document(group, hiding) for group in independence_of(shelf.view)]


def row_of(item: dict[str, Any]) -> dict[str, Any]:
    """Return a source as a flat row."""
    return {name: "; ".join(value) if isinstance(value, dict) else value for name, value in item.items()}


def print_tables(items: list[dict[str, Any]], groups: list[dict[str, Any]], *, left_out: int) -> None:
    """Print the sources, and say how many are not shown; then the groups."""
    from sijill.serve.source_profiles import group_in_words

    console = Console(highlight=False)
    console.print(filled(COLUMNS, ([Text(one_line(cell)) for cell in cells(row)] for row in items)))
    if left_out:
        say(f"{counted(left_out, 'more row')} not shown: give --limit 0 for all", style="yellow")
    headings = ("Origin", "Not independent of it, and of each other")
    console.print(filled(headings, ([Text(one_line(cell)) for cell in group_in_words(row)] for row in groups)))
    if items:
        say("sijill toll --source NAME --measure WHAT --explain opens what a source counts", style="dim")


def cells(row: dict[str, Any]) -> tuple[str, ...]:
    """Return a source's row."""
    numbers = ("incidents", "contradicted_in", "superseded_own", "withdrawn", "repeats_another")
    period = f"{row['from']} to {row['to']}" if row["from"] else ""
    named = (row["name"], row["kind"].replace("_", " "), ", ".join(row["countries"]), period)
    return *named, *(f"{row[name]:,}" for name in numbers)
