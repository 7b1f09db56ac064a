"""`sijill link`: bring what several reports tell of one happening together, over the whole register."""

import typer

from sijill.ledger import open_register
from sijill.serve import machine
from sijill.serve.documents import plain
from sijill.serve.failures import say
from sijill.serve.opening import register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath
from sijill.serve.progress import linking
from sijill.serve.wording import counted


def link(*, register: RegisterPath = WHERE, json: AsJson = False) -> None:
    """Link the whole register: which claims tell of one happening, within a report and across reports.

    Example: sijill read --no-link reports/ && sijill link

    People's judgements (same, different, merge, split) outrank the program's and stay. Linking again changes nothing.
    """
    from sijill.run import link_register

    register_to_read(register).close()
    with open_register(register, create=False) as book, linking(book.counts().claims):
        found = link_register(book)
    if json:
        machine.write_document(plain(found), machine.standard_output())
        return
    told = counted(found.incidents, "incident")
    typer.echo(f"{counted(found.claims, 'claim')} in {told}, {found.across:,} of them told by several reports")
    typer.echo(f"{counted(found.judgements, 'new judgement')} entered")
    say("sijill incidents lists them, sijill incident ID opens one to its sentences", style="dim")
