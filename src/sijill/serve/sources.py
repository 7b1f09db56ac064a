"""`sijill sources`: what each source counts and its track record, and which of them share an origin."""

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from sijill.serve import machine
from sijill.serve.opening import register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath, Unmasked
from sijill.serve.tables import filled
from sijill.serve.wording import one_line

if TYPE_CHECKING:
    from sijill.serve.linked import Linked

COLUMNS = ("Source", "Kind", "Where", "Period", "Incidents", "Contradicted in", "Replaced", "Withdrawn", "Repeats")


def sources(*, register: RegisterPath = WHERE, json: AsJson = False, unmasked: Unmasked = False) -> None:
    """List the sources with their track record, and the groups of them that share an origin.

    Example: sijill sources --json

    Sources of one group are not independent: outlets that print one copy, outlets that pass on one source's figures,
    sources that speak for one side. Protected sources stand together, unnamed.
    """
    from sijill.serve.linked import linked

    with register_to_read(register) as book:
        found = documents(linked(book, unmasked=unmasked))
    if json:
        machine.write_document(found, machine.standard_output())
    else:
        print_tables(found)


def documents(shelf: "Linked") -> dict[str, Any]:
    """Return profiles and groups as JSON holds them."""
    from sijill.run.independence import independence_of
    from sijill.serve.source_profiles import group_document, profiles

    hiding = shelf.hiding_all()
    return {
        "items": [profile.document for profile in profiles(shelf)],
        "groups": [group_document(group, hiding) for group in independence_of(shelf.view)],
    }


def print_tables(found: dict[str, Any]) -> None:
    """Print the sources, then the groups."""
    from sijill.serve.source_profiles import group_in_words

    console = Console(highlight=False)
    console.print(filled(COLUMNS, ([Text(one_line(cell)) for cell in cells(row)] for row in found["items"])))
    headings = ("Origin", "Not independent of it, and of each other")
    console.print(filled(headings, ([Text(one_line(cell)) for cell in group_in_words(row)] for row in found["groups"])))


def cells(row: dict[str, Any]) -> tuple[str, ...]:
    """Return a source's row."""
    counted = ("incidents", "contradicted_in", "superseded_own", "withdrawn", "repeats_another")
    period = f"{row['from']} to {row['to']}" if row["from"] else ""
    named = (row["name"], row["kind"].replace("_", " "), ", ".join(row["countries"]), period)
    return *named, *(f"{row[name]:,}" for name in counted)
