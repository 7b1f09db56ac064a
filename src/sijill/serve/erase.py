"""`sijill erase`: a report or a person out of the register on demand, with a tombstone that says when and why."""

import getpass
import re
from typing import TYPE_CHECKING, Annotated

import typer

from sijill.errors import UsageError
from sijill.ledger import open_register
from sijill.serve import machine
from sijill.serve.failures import say
from sijill.serve.opening import register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from sijill.ledger import Register
    from sijill.ledger.erasing import Erased
    from sijill.serve.masking import Mask

Key = Annotated[str | None, typer.Argument(metavar="[REPORT]", help="A report's name or id, or how it begins.")]
Names = Annotated[
    list[str] | None, typer.Option("--person", metavar="NAME", help="Block this name out everywhere. Repeatable.")
]
Reason = Annotated[
    str,
    typer.Option("--because", "--reason", metavar="REASON", help="Why; it is kept, so it must not name the person."),
]
Author = Annotated[
    str | None, typer.Option(envvar="SIJILL_AUTHOR", metavar="NAME", help="Who erases; your login unless given.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def erase(  # noqa: PLR0913 -- one parameter an option
    report: Key = None,
    *,
    reason: Reason,
    person: Names = None,
    author: Author = None,
    yes: Yes = False,
    register: RegisterPath = WHERE,
    json: AsJson = False,
) -> None:
    """Erase a report with its claims, or a person's name; it cannot be undone. A tombstone says when and why.

    Example: sijill erase interview-12 --because "the family withdrew its consent"

    A report goes with every text that was entered under its name. A name is blocked out in texts, quotes, sources and
    notes; give each form of it that stands there (--person "Yusuf Haddad" --person Abu-Omar); the words of a name that
    can stand alone are blocked too. The register's file is written anew. Copies of it, backups and earlier exports
    are not reached: erase there too.
    """
    if (report is None) == (not person):
        msg = "name a report, or a person with --person: one of them"
        raise UsageError(msg)
    if not yes:
        typer.confirm("This cannot be undone. Erase?", abort=True, err=True)
    by = getpass.getuser() if author is None else author
    register_to_read(register).close()
    with open_register(register, create=False) as book:
        done = erase_report(book, report, by, reason) if report else erase_person(book, person or [], by, reason)
    tell(done, as_json=json)


def erase_report(book: "Register", key: str, author: str, reason: str) -> "Erased":
    """Erase a report; UsageError where the reason would keep its name."""
    found = book.report(key)
    if found.name and found.name in reason:
        msg = "the reason names the report, and would be kept: say it without"
        raise UsageError(msg)
    for other in book.reports():
        if other.text == found.text and (other.name, other.outlet) != (found.name, found.outlet):
            say(f"the same text stays in report {other.name!r}: erase it too", style="yellow")
    return book.erase_report(found.id, author=author, reason=reason)


def erase_person(book: "Register", names: list[str], author: str, reason: str) -> "Erased":
    """Block out a person's names; UsageError where the reason or the author would keep one."""
    mask = mask_of(names)
    if mask.spans(reason) or mask.spans(author):
        msg = "the reason or the author holds the name, and would be kept: say it without"
        raise UsageError(msg)
    return book.erase_words(mask.spans, author=author, reason=reason)


def mask_of(names: list[str]) -> "Mask":
    """Return what finds the names, and the words of them that can stand alone."""
    from sijill.serve.masking import Mask, pattern_of
    from sijill.serve.names import searchable_parts

    parts = {part for name in names for part in (name, *searchable_parts(name))}
    patterns = [pattern for part in sorted(parts, key=len, reverse=True) if (pattern := pattern_of(part))]
    if not patterns:
        msg = "a name has letters: give it as it is written in the reports"
        raise UsageError(msg)
    return Mask(pattern=re.compile("|".join(patterns), re.IGNORECASE))


def tell(done: "Erased", *, as_json: bool) -> None:
    """Say what was erased."""
    if as_json:
        document = {"entry": done.seq, "reports": done.reports, "entries": done.entries}
        machine.write_document(document, machine.standard_output())
        return
    say(f"erased: {counted(done.reports, 'report')}; entries of the book changed: {done.entries}", style="green")
    say(f"entry {done.seq} is the tombstone; backups, copies and earlier exports are not reached", style="yellow")
