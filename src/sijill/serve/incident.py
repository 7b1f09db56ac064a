"""`sijill incident`: everything about one happening on one screen, every number open down to its sentences."""

from typing import Annotated

import typer
from rich.console import Console

from sijill.serve import machine
from sijill.serve.opening import register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath, Unmasked

IncidentId = Annotated[
    str, typer.Argument(metavar="ID", help="An incident's id, one of its claims', or how it begins.")
]


def incident(
    id_: IncidentId, *, register: RegisterPath = WHERE, json: AsJson = False, unmasked: Unmasked = False
) -> None:
    """Open an incident: accounts side by side, ranges, contradictions, who is blamed by whom, and every sentence.

    Example: sijill incident 3fa94c1b

    Ids that went into another incident lead to it. Protected sources are masked unless --unmasked is given.
    """
    from sijill.serve.incident_screen import document, screen
    from sijill.serve.linked import linked

    with register_to_read(register) as book:
        shelf = linked(book, unmasked=unmasked)
        found = shelf.view.incident(id_)
        if json:
            machine.write_document(document(found, shelf), machine.standard_output())
        else:
            Console(highlight=False).print(screen(found, shelf))
