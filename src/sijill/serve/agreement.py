"""`sijill agreement`: how far the people who review a register hold the same."""

from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.text import Text

from sijill.serve import machine
from sijill.serve.agreement_form import FIELDS, PAIRS, aware_in_words, document, field_cells, pair_cells
from sijill.serve.failures import say
from sijill.serve.opening import Masks, register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath, Unmasked
from sijill.serve.tables import filled
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from sijill.agreement import Agreement
    from sijill.serve.hiding import Hiding


def agreement(*, register: RegisterPath = WHERE, json: AsJson = False, unmasked: Unmasked = False) -> None:
    """Say how far the reviewers of a register agree, field by field and two by two.

    Example: sijill agreement --json

    Fields by Krippendorff's alpha (1 all agree, 0 as by chance; 0.8 is good, below 0.67 no ground for conclusions),
    selected words by the share of characters in common, incidents by B-cubed F1 and the adjusted Rand index.
    """
    from sijill.run import incidents_of
    from sijill.run.agreement import agreement_of

    with register_to_read(register) as book:
        found, hiding = agreement_of(incidents_of(book)), Masks(book, unmasked=unmasked).worn()
    if json:
        machine.write_document(document(found, hiding), machine.standard_output())
    else:
        print_tables(found, hiding)


def print_tables(found: "Agreement", hiding: "Hiding") -> None:
    """Print the agreement on fields, then that of each two people."""
    console = Console(highlight=False)
    if not found.fields and not found.pairs:
        typer.echo(f"{counted(len(found.reviewers), 'reviewer')}: nothing was reviewed or judged by two people yet")
        return
    console.print(filled(FIELDS, ([Text(cell) for cell in field_cells(one)] for one in found.fields)))
    console.print(filled(PAIRS, ([Text(cell) for cell in pair_cells(one, hiding)] for one in found.pairs)))
    typer.echo(aware_in_words(found))
    say("sijill log --kind review, and --kind judgement, list the entries that this rests on", style="dim")
