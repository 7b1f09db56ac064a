"""`sijill log`: the entries of the book in order, judgements with their authors and reasons."""

from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from sijill.serve import machine
from sijill.serve.failures import say
from sijill.serve.flatten import flattened
from sijill.serve.opening import Masks, register_to_read
from sijill.serve.options import WHERE, Listing, RegisterPath, one_of
from sijill.serve.tables import SHORT_ID, filled
from sijill.serve.wording import counted, one_line

if TYPE_CHECKING:
    from sijill.ledger import Entry
    from sijill.serve.hiding import Hiding

KINDS = ("report", "reading", "claim", "hidden", "judgement", "review", "undo", "link", "import", "erasure", "erased")
OF_PEOPLE = frozenset({"judgement", "review", "undo", "import", "erasure"})  # the program enters judgements too
COLUMNS = ("entry", "at", "author", "kind", "subject", "act", "judgements", "undoes", "reason")
HEADS = ("Entry", "At", "Who", "What", "About", "Why")
Kind = Annotated[str | None, typer.Option(metavar="KIND", callback=one_of(KINDS), help=f"Only {', '.join(KINDS)}.")]
After = Annotated[int, typer.Option(min=0, metavar="N", help="From the entry after number N.")]
People = Annotated[bool, typer.Option("--people", help="Only what people entered.")]


@flattened
def log(
    listing: Listing, *, kind: Kind = None, after: After = 0, people: People = False, register: RegisterPath = WHERE
) -> None:
    """List the entries of the book in order: reports, readings, claims, judgements and what was undone.

    Example: sijill log --people

    A table shows the newest entries, with --after N those from there on. Nothing that was entered is ever changed.
    Protected sources are masked unless --unmasked is given.
    """
    with register_to_read(register) as book:
        hiding = Masks(book, unmasked=listing.unmasked).worn()
        entries = (entry for entry in book.entries(after=after, kind=kind) if not people or is_persons(entry))
        rows = (row_of(entry, hiding) for entry in entries)
        if listing.form == "table" and not after:
            print_newest(rows, listing.most)
            return
        shown = islice(rows, listing.most)
        if listing.form == "table":
            print_table(shown, left_out=rows)
        elif listing.form == "csv":
            machine.write_table(COLUMNS, shown, machine.standard_output())
        else:
            write = machine.write_array if listing.form == "json" else machine.write_lines
            write(shown, machine.standard_output())


def is_persons(entry: "Entry") -> bool:
    """Tell whether a person made an entry: a judgement that is not the program's, a review, or an undoing."""
    from sijill.judgement import MACHINE

    return entry.kind in OF_PEOPLE and entry.author != MACHINE


def row_of(entry: "Entry", hiding: "Hiding") -> dict[str, Any]:
    """Return an entry as a flat row; what a person wrote is masked."""
    payload = entry.payload
    judgements = payload.get("judgements") if entry.kind == "judgement" else None
    reason = payload.get("reason") if entry.kind in OF_PEOPLE else None
    return {
        "entry": entry.seq,
        "at": entry.at.isoformat(),
        "author": hiding.text(entry.author),
        "kind": entry.kind,
        "subject": hiding.text(entry.subject),
        "act": payload.get("act") if entry.kind in OF_PEOPLE else None,
        "judgements": len(judgements) if isinstance(judgements, list) else None,
        "undoes": payload.get("seq") if entry.kind == "undo" else None,
        "reason": hiding.text(reason) if isinstance(reason, str) else None,
    }


def print_newest(rows: Iterator[dict[str, Any]], most: int | None) -> None:
    """Print the last entries in their order: what was done last is what is looked for."""
    newest: deque[dict[str, Any]] = deque(maxlen=most)
    total = 0
    for total, row in enumerate(rows, start=1):  # noqa: B007 -- the count outlives the loop
        newest.append(row)
    Console(highlight=False).print(filled(HEADS, map(cells, newest)))
    if total > len(newest):
        say(f"{counted(total - len(newest), 'earlier row')} not shown: give --limit 0 for all", style="yellow")


def print_table(shown: Iterator[dict[str, Any]], *, left_out: Iterator[dict[str, Any]]) -> None:
    """Print the entries, and say how many are not shown."""
    Console(highlight=False).print(filled(HEADS, map(cells, shown)))
    more = sum(1 for _ in left_out)
    if more:
        say(f"{counted(more, 'more row')} not shown: give --limit 0 for all", style="yellow")


def cells(row: dict[str, Any]) -> list[Text]:
    """Return an entry's cells."""
    what = row["kind"] if row["act"] in {None, "link"} else row["act"]
    holds = f", {counted(row['judgements'], 'judgement')}" if row["act"] == "link" else ""
    about = f"{' '.join(word[:SHORT_ID] if is_id(word) else word for word in row['subject'].split())}{holds}"
    written = (str(row["entry"]), row["at"][:19], row["author"], what, about, row["reason"] or "")
    return [Text(one_line(words)) for words in written]


def is_id(word: str) -> bool:
    """Tell whether a word is an id: sixteen hexadecimal digits."""
    return len(word) == 2 * SHORT_ID and all(c in "0123456789abcdef" for c in word)
