"""`sijill incident`: everything about one happening on one screen, every number open down to its sentences."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from sijill.serve import machine
from sijill.serve.failures import say
from sijill.serve.opening import register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath, Unmasked
from sijill.serve.output_path import refuse_register
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.incident import Incident
    from sijill.serve.linked import Linked

IncidentId = Annotated[
    str, typer.Argument(metavar="ID", help="An incident's id, one of its claims', or how it begins.")
]


Html = Annotated[
    Path | None, typer.Option("--html", metavar="FILE.html", help="Write it as one page that opens anywhere.")
]


def incident(
    id_: IncidentId, *, html: Html = None, register: RegisterPath = WHERE, json: AsJson = False,
    unmasked: Unmasked = False,
) -> None:  # fmt: skip
    """Open an incident: accounts side by side, ranges, contradictions, who is blamed by whom, and every sentence.

    Example: sijill incident 3fa94c1b

    Ids that went into another incident lead to it. Protected sources are masked unless --unmasked is given.
    """
    from sijill.serve.incident_screen import document, screen
    from sijill.serve.linked import linked

    with register_to_read(register) as book:
        shelf = linked(book, unmasked=unmasked)
        found = shelf.view.incident(id_)
        if html is not None:
            write_page([found], shelf, html, register)
        elif json:
            machine.write_document(document(found, shelf), machine.standard_output())
        else:
            Console(highlight=False).print(screen(found, shelf))


def write_page(found: "Sequence[Incident]", shelf: "Linked", file: Path, register: str) -> None:
    """Write incidents as one self-contained page, and say so."""
    from sijill.serve.incident_page import page_of
    from sijill.serve.incident_words import heading_in_words

    refuse_register(file, register)
    alone = heading_in_words(found[0], shelf.hiding(found[0].claims)) if len(found) == 1 else None
    with machine.written(file) as stream:
        stream.write(page_of(found, shelf, alone or "Incidents"))
    say(f"written: {file} ({counted(len(found), 'incident')})", style="green")
