"""`sijill add`: a claim that the reader missed, with the words of the report that it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijill.errors import UsageError
from sijill.model import CATEGORIES, CERTAINTIES, SCOPES, SOURCE_KINDS
from sijill.serve.flatten import flattened
from sijill.serve.judge import Judging
from sijill.serve.options import Happening, Measure, one_of
from sijill.serve.review import enter
from sijill.values import Span

if TYPE_CHECKING:
    from sijill.ledger import Register
    from sijill.run import View

Report = Annotated[str, typer.Argument(metavar="REPORT", help="A report's name or id, or how it begins.")]
Words = Annotated[str, typer.Argument(metavar="WORDS", help="The clause, as it stands in the report.")]
Category = Annotated[
    str | None, typer.Option(metavar="CATEGORY", callback=one_of(CATEGORIES), help="Who the victims are.")
]
Certainty = Annotated[
    str | None, typer.Option(metavar="CERTAINTY", callback=one_of(CERTAINTIES), help="asserted, hedged ...")
]
Scope = Annotated[str | None, typer.Option(metavar="SCOPE", callback=one_of(SCOPES), help="incident unless given.")]
Kind = Annotated[str | None, typer.Option(metavar="KIND", callback=one_of(SOURCE_KINDS), help="The source's kind.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is claimed: a number of people, a happening, or both."""

    on: Annotated[
        str | None, typer.Option(metavar="WORDS", help="The number or trigger within the clause; else all of it.")
    ] = None
    occurrence: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Which, where the clause stands there more than once.")
    ] = None
    measure: Measure = None
    number: Annotated[
        str | None, typer.Option(metavar="WORDS", help="As a report writes it; else the words of --on.")
    ] = None
    happening: Happening = None
    victims: Annotated[str | None, typer.Option(metavar="WORDS", help="Who was counted, as worded.")] = None
    category: Category = None
    certainty: Certainty = None
    scope: Scope = None
    place: Annotated[str | None, typer.Option(metavar="WORDS", help="Where.")] = None
    days: Annotated[str | None, typer.Option(metavar="DAY[..DAY]", help="When, as 2011-06-07..2011-06-09.")] = None
    source: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so; the report itself unless given.")] = (
        None
    )
    source_kind: Kind = None
    protected: Annotated[bool, typer.Option("--protected", help="The source must not be named.")] = False

    @property
    def fields(self) -> dict[str, Any]:
        """What is claimed, by the names of fields."""
        first, _, last = (self.days or "").partition("..")
        names = ("measure", "number", "happening", "victims", "category", "certainty", "scope", "place", "source")
        given = {name: getattr(self, name) for name in names}
        return {**given, "kind": self.source_kind, "protected": self.protected, "first": first, "last": last or first}


@flattened
def add(report: Report, words: Words, said: Said, judging: Judging) -> None:
    """Enter a claim that was missed; it is linked and counted like those that were read.

    Example: sijill add marsel "At least 22 villagers were killed" --on "At least 22" --measure killed

    A number of people needs --measure, anything else a --happening.
    """
    from sijill.run import link_new
    from sijill.run.reviews import add_claim

    def entered(book: "Register", view: "View") -> int:
        found = book.report(report)
        clause = stretch(found.text, words, said.occurrence, f"report {report}", "say which with --occurrence N")
        anchor = within(found.text, clause, said.on) if said.on else clause
        seq = add_claim(book, found, judging.person, (clause, anchor), said.fields)
        if view.judged.linked_to:
            link_new(book)
        return seq

    enter(judging, entered)


def within(text: str, clause: Span, words: str) -> Span:
    """Return where words stand in a clause; UsageError where they do not, or several times."""
    found = stretch(clause.of(text), words, None, "the clause", "give more of the words, or a shorter clause")
    return Span(start=clause.start + found.start, end=clause.start + found.end)


def stretch(text: str, words: str, occurrence: int | None, where: str, which: str) -> Span:
    """Return where words stand, whatever white space parts them.

    UsageError where they do not stand so often, or several times and no occurrence is given: `which` says what to do.
    """
    found = list(standing(text, words))
    if len(found) == 1 and occurrence is None:
        return found[0]
    if occurrence is not None and occurrence <= len(found):
        return found[occurrence - 1]
    stand, advice = (f"stand {times(len(found))}", which) if found else ("do not stand", "copy them from sijill show")
    msg = f"the words {words!r} {stand} in {where}: {advice}"
    raise UsageError(msg)


def times(number: int) -> str:
    """Return "once" or "3 times"."""
    return "once" if number == 1 else f"{number} times"


def standing(text: str, words: str) -> Iterator[Span]:
    """Yield every place where words stand, none of them within a longer word."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    for found in re.finditer(pattern, text) if pattern else ():
        if not any(parts_a_word(text, end) for end in found.span()):
            yield Span(start=found.start(), end=found.end())


def parts_a_word(text: str, at: int) -> bool:
    """Tell whether letters or digits stand on both sides of a place."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
