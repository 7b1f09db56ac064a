"""`sijill same`, `different`, `merge`, `split` and `undo`: what a person holds of incidents, with who and why."""

import getpass
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from sijill.ledger import open_register
from sijill.serve import machine
from sijill.serve.failures import say
from sijill.serve.flatten import flattened
from sijill.serve.log import cells, row_of
from sijill.serve.opening import Masks, register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath
from sijill.serve.tables import SHORT_ID
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from sijill.ledger import Register
    from sijill.run import View
    from sijill.run.acts import Person

First = Annotated[str, typer.Argument(metavar="A", help="A claim's id, or how it begins.")]
Second = Annotated[str, typer.Argument(metavar="B", help="Another claim's id, or how it begins.")]
FirstIncident = Annotated[str, typer.Argument(metavar="A", help="An incident's id, or how it begins.")]
SecondIncident = Annotated[str, typer.Argument(metavar="B", help="Another incident's id, or how it begins.")]
Incident = Annotated[str, typer.Argument(metavar="INCIDENT", help="An incident's id, or how it begins.")]
Leaving = Annotated[list[str], typer.Argument(metavar="CLAIM...", help="The claims that are another happening.")]
Number = Annotated[int | None, typer.Argument(metavar="[SEQ]", help="The entry; the newest in force unless given.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """Who judges, why, and in which register."""

    author: Annotated[
        str | None, typer.Option(envvar="SIJILL_AUTHOR", metavar="NAME", help="Who judges; your login unless given.")
    ] = None
    because: Annotated[str | None, typer.Option(metavar="REASON", help="Why, in your own words.")] = None
    register: RegisterPath = WHERE
    json: AsJson = False

    @property
    def person(self) -> "Person":
        """The person."""
        from sijill.run.acts import Person

        return Person(name=getpass.getuser() if self.author is None else self.author, reason=self.because)


@flattened
def same(a: First, b: Second, judging: Judging) -> None:
    """Judge that two claims tell of one happening; it outranks the program and can be undone.

    Example: sijill same 3fa94c1b 9be01d77 --because "both name the Bab Amr bakery"
    """
    from sijill.run.acts import judge

    enter(judging, lambda book, view: judge(book, view, "same", (a, b), judging.person), (a, b))


@flattened
def different(a: First, b: Second, judging: Judging) -> None:
    """Judge that two claims tell of two happenings; it outranks the program and can be undone.

    Example: sijill different 3fa94c1b 9be01d77 --because "two bakeries, a day apart"
    """
    from sijill.run.acts import judge

    enter(judging, lambda book, view: judge(book, view, "different", (a, b), judging.person), (a, b))


@flattened
def merge(a: FirstIncident, b: SecondIncident, judging: Judging) -> None:
    """Judge that two incidents are one, with every claim of both; the older id leads to both.

    Example: sijill merge 3fa94c1b 9be01d77 --because "one attack, reported on two days"
    """
    from sijill.run.acts import merge as merged

    enter(judging, lambda book, view: merged(book, view, (a, b), judging.person), (a, b))


@flattened
def split(incident: Incident, claims: Leaving, judging: Judging) -> None:
    """Judge that some claims of an incident are another happening: they become an incident of their own.

    Example: sijill split 3fa94c1b 9be01d77 c0ffee12 --because "the second blast"
    """
    from sijill.run.acts import split as divided

    enter(judging, lambda book, view: divided(book, view, incident, claims, judging.person), (incident, *claims))


@flattened
def undo(judging: Judging, seq: Number = None) -> None:
    """Undo a judgement or review, the newest in force unless told: all is then as it was before it.

    Example: sijill undo 1204 --because "the second source was misread"

    Nothing is removed from the book. Undoing an undo brings back what it took away.
    """
    from sijill.run.acts import undo as undone

    enter(judging, lambda book, _: undone(book, seq, judging.person), ())


def taken_back(book: "Register", seq: int) -> str | None:
    """Return what an entry undoes, in words; None where it undoes nothing."""
    undoing = book.entry(seq)
    undone = None
    if undoing is not None and undoing.kind == "undo":
        undone = book.entry(int(str(undoing.payload["seq"])))
    if undone is None:
        return None
    number, _, author, what, about, why = cells(row_of(undone, Masks(book, unmasked=False).worn()))
    return f"entry {number} is taken back: {what} {about} (by {author}{f': {why}' if why else ''})"


def enter(judging: Judging, act: "Callable[[Register, View], int]", ids: Iterable[str]) -> None:
    """Enter an act, and say in which incidents the claims that it names are now."""
    from sijill.run import incidents_of

    register_to_read(judging.register).close()
    with open_register(judging.register, create=False) as book:
        before = incidents_of(book)
        seq = act(book, before)
        after = incidents_of(book, keep=True)
        undone = taken_back(book, seq)
    claims = dict.fromkeys(map(before.claim_id, ids))
    homes = {claim: after.home(claim) for claim in claims}
    if judging.json:
        document = {"entry": seq, "incidents": homes, "overruled": [j.seq for j in after.overruled]}
        machine.write_document(document, machine.standard_output())
        return
    typer.echo(f"entry {seq} (sijill undo {seq} takes it back)")
    if undone:
        typer.echo(undone)
    for home in dict.fromkeys(homes.values()):
        found = after.incident(home)
        typer.echo(f"incident {home[:SHORT_ID]}: {counted(len(found.claims), 'claim')}")
    for left in dict.fromkeys(map(before.home, claims)):
        tell_who_left(before, after, left)
    tell_overruled(before, after)


def tell_who_left(before: "View", after: "View", left: str) -> None:
    """Say which claims an incident lost, where not all went together."""
    homes = {id_: after.home(id_) for id_ in before.incident(left).claims}
    [(home, _)] = Counter(homes.values()).most_common(1)
    gone = [id_[:SHORT_ID] for id_, now in homes.items() if now != home]
    if gone:
        say(f"incident {left[:SHORT_ID]} is without {', '.join(gone)} now", style="yellow")


def tell_overruled(before: "View", after: "View") -> None:
    """Say which judgements of people no longer hold, because another contradicts them."""
    was = {judgement.id for judgement in before.overruled}
    for judgement in after.overruled:
        if judgement.id not in was:
            say(f"entry {judgement.seq} does not hold: another person's “different” contradicts it", style="yellow")
