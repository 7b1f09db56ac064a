"""`sijill accept`, `reject`, `correct` and `note`: what a person holds of a claim, with who and why."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from sijill.errors import UsageError
from sijill.ledger import open_register
from sijill.serve import machine
from sijill.serve.failures import say
from sijill.serve.flatten import flattened
from sijill.serve.judge import Judging
from sijill.serve.opening import register_to_read

if TYPE_CHECKING:
    from collections.abc import Callable

    from sijill.ledger import Entry, Register
    from sijill.run import View

Id = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim's id, or how it begins.")]
Field = Annotated[str, typer.Argument(metavar="FIELD", help="number, measure, place, days and so on.")]
Words = Annotated[str, typer.Argument(metavar="VALUE", help="What it is; days as 2011-06-07..2011-06-09.")]
Seen = Annotated[
    int | None,
    typer.Option(metavar="ENTRY", min=0, help="The newest entry on it that you had seen; all unless given, 0 is none."),
]
Note = Annotated[str, typer.Argument(metavar="WORDS", help="What is to be noted.")]


@flattened
def accept(claim: Id, judging: Judging, *, seen: Seen = None) -> None:
    """Enter that a claim stands as it was read; it takes back a rejection.

    Example: sijill accept 3fa94c1b --because "as printed"

    It counts as made by somebody who saw the claim with what others entered on it, unless --seen says otherwise.
    """
    review("accept", claim, judging, seen=seen)


@flattened
def reject(claim: Id, judging: Judging, *, seen: Seen = None) -> None:
    """Enter that a claim does not stand: it leaves every view, and stays in the book.

    Example: sijill reject 3fa94c1b --because "a headline of another story"
    """
    review("reject", claim, judging, seen=seen)


@flattened
def note(claim: Id, words: Note, judging: Judging) -> None:
    """Enter a note on a claim: it changes nothing, and stands beside the claim with your name.

    Example: sijill note 3fa94c1b "the hospital's own list has other names"
    """
    if not words.strip():
        msg = "the note is empty: say what is to be noted"
        raise UsageError(msg)
    if judging.because is not None:
        msg = "a note has no reason beside its words: leave out --because, or put what it says into the note"
        raise UsageError(msg)
    review("note", claim, replace(judging, because=words))


@flattened
def correct(claim: Id, field: Field, value: Words, judging: Judging, *, seen: Seen = None) -> None:
    """Enter what a field of a claim should be; what was read stays in the book.

    Example: sijill correct 3fa94c1b number "at least 22" --because "misread"
    """
    from sijill.review import CORRECTABLE

    if field not in CORRECTABLE:
        msg = f"unknown field {field!r}: it is one of {', '.join(CORRECTABLE)}"
        raise UsageError(msg)
    first, _, last = value.partition("..")
    said = {"first": first, "last": last or first} if field == "days" else {"words": value}
    review("correct", claim, judging, (field, said), seen=seen)


def review(
    act: str, claim: str, judging: Judging, correction: tuple[str, dict[str, str]] | None = None, *,
    seen: int | None = None,
) -> None:  # fmt: skip
    """Enter a review, and say under which number; `seen` is the newest review that its author had seen, None is all."""
    from sijill.run.reviews import claim_meant, review_claim

    field, value = correction or (None, None)

    def told(book: "Register", view: "View") -> int:
        id_ = claim_meant(book, view.reviewed, claim)
        known = view.reviewed.newest(id_) if seen is None else seen
        return review_claim(book, view, act, id_, judging.person, seen=known, field=field, value=value)

    enter(judging, told)


def enter(judging: Judging, act: "Callable[[Register, View], int]") -> None:
    """Enter what the act holds, bring what is kept in line, and say how to take it back."""
    from sijill.run import incidents_of

    register_to_read(judging.register).close()
    with open_register(judging.register, create=False) as book:
        seq = act(book, incidents_of(book))
        unknown = unknown_place(book.entry(seq), incidents_of(book, keep=True))
    if judging.json:
        machine.write_document({"entry": seq}, machine.standard_output())
    else:
        typer.echo(f"entry {seq} (sijill undo {seq} takes it back)")
    if unknown:
        say(
            f"the gazetteer knows no {unknown!r} there: it stands as worded, on no map and in no country",
            style="yellow",
        )


def unknown_place(entry: "Entry | None", view: "View") -> str | None:
    """Return the words of the place that an entry gives a claim, where the gazetteer knows none by them."""
    about = entry.payload if entry is not None else {}
    if about.get("field") != "place":
        return None
    from sijill.run.reviews import stored_claim

    place = stored_claim(view, str(about["about"])).claim.place
    return place.worded if place is not None and place.precision is None else None
