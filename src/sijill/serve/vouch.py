"""`sijill grade` and `sijill sign`: what a person holds of an incident as a whole, with who and why."""

from typing import TYPE_CHECKING, Annotated

import typer

from sijill.review import GRADES
from sijill.serve.flatten import flattened
from sijill.serve.judge import Incident, Judging
from sijill.serve.options import one_of
from sijill.serve.review import enter

if TYPE_CHECKING:
    from sijill.ledger import Register
    from sijill.run import View

Grade = Annotated[str, typer.Argument(metavar="GRADE", callback=one_of(GRADES), help=f"One of {', '.join(GRADES)}.")]


@flattened
def grade(incident: Incident, grade: Grade, judging: Judging) -> None:
    """Enter how well an incident is established; only people say so, and the latest grade shows.

    Example: sijill grade 3fa94c1b fair --because "two monitors, one hospital"
    """
    from sijill.run.reviews import grade as graded

    enter(judging, lambda book, view: graded(book, view, incident, grade, judging.person))


@flattened
def sign(incident: Incident, judging: Judging) -> None:
    """Sign an incident off as it is now; two signatures by different people are a sign-off.

    Example: sijill sign 3fa94c1b --author Basma --because "read all four reports"

    When its claims or figures change, signatures under what it was no longer count.
    """
    from sijill.run.reviews import sign as signed
    from sijill.run.reviews import signatures

    def entered(book: "Register", view: "View") -> int:
        before = signatures(view, view.incident(incident))
        seq = signed(book, view, incident, judging.person)
        if not judging.json:
            typer.echo("signed by one person" if not before else f"signed by {len(before) + 1} people")
        return seq

    enter(judging, entered)
