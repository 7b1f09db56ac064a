"""`sijill plot`: a toll drawn line by line, ranges as ranges. Needs matplotlib, which nothing else here uses."""

from collections.abc import Sequence
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sijill.errors import UsageError
from sijill.serve import machine
from sijill.serve.failures import say
from sijill.serve.flatten import flattened
from sijill.serve.opening import register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath, Unmasked
from sijill.serve.output_path import refuse_register
from sijill.serve.toll import Asked, Rule
from sijill.serve.wording import counted, one_line

if TYPE_CHECKING:
    from sijill.incident import Tally, TallyRow

FORMS = (".png", ".svg", ".pdf")
WIDTH, LINE, MARGIN = 8.0, 0.3, 1.6  # inches
RANGE, BEST = "#4878a8", "#c03030"
File = Annotated[Path, typer.Argument(metavar="FILE.png", help=f"Where to draw it: {', '.join(FORMS)}.")]
By = Annotated[str, typer.Option(metavar="WHAT", help="A line for each day, month, place, source, category ...")]


class Picture(StrEnum):
    """What can be drawn."""

    TOLL = "toll"
    TIMELINE = "timeline"
    CONTRADICTIONS = "contradictions"
    SERIES = "series"


OPENING = {
    Picture.TOLL: "each number opens with: sijill toll --explain",
    Picture.TIMELINE: "each incident opens with: sijill incidents, then sijill incident ID",
    Picture.CONTRADICTIONS: "each contradiction opens with: sijill incidents --contested, then sijill incident ID",
    Picture.SERIES: "each point opens with: sijill series, then sijill explain ID",
}
"""Where the numbers of a picture can be opened to their sentences."""
What = Annotated[
    Picture,
    typer.Option("--picture", help="toll, a timeline of incidents, running totals or contradictions by source."),
]


@flattened
def plot(  # noqa: PLR0913 -- one parameter an option
    file: File,
    asked: Asked,
    *,
    picture: What = Picture.TOLL,
    by: By = "month",
    rule: Rule = "ibc",
    register: RegisterPath = WHERE,
    json: AsJson = False,
    unmasked: Unmasked = False,
) -> None:
    """Draw a toll, a timeline, running totals or contradictions by source; ranges are bars, an arrow is an open end.

    Example: sijill plot toll.png --by month --rule ucdp

    Needs matplotlib (pip install matplotlib). Protected sources are masked unless --unmasked is given.
    """
    if file.suffix.lower() not in FORMS:
        msg = f"{file} cannot be drawn: end its name in {' or '.join(FORMS)}"
        raise UsageError(msg)
    from sijill.reconcile import tally
    from sijill.serve.linked import linked
    from sijill.serve.toll_form import key_of

    refuse_register(file, register)
    if picture is not Picture.TOLL:
        drawn = other_picture(picture, asked, file, rule=rule, register=register, unmasked=unmasked)
        tell(file, drawn, "incident" if picture is Picture.TIMELINE else "source", as_json=json)
        say(OPENING[picture], style="dim")
        return
    with register_to_read(register) as book:
        shelf = linked(book, unmasked=unmasked)
        found = tally(shelf.view.incidents, rule=rule, filters=asked.filters, by=by)
        names = [one_line(key_of(row, found, shelf)) for row in found.rows]
    draw(found, names, file)
    tell(file, len(names), "line", as_json=json)
    say(f"{OPENING[Picture.TOLL]} --by {by} --rule {rule}", style="dim")


def other_picture(  # noqa: PLR0913 -- what is drawn, of what, and by which rule
    picture: Picture, asked: Asked, file: Path, *, rule: str, register: str, unmasked: bool
) -> int:
    """Draw incidents rather than a toll, and return how many lines."""
    from sijill.reconcile.asking import INSIDE
    from sijill.reconcile.asking import asked as answered
    from sijill.serve.linked import linked
    from sijill.serve.pictures import draw_contradictions, draw_series, draw_timeline

    with register_to_read(register) as book:
        shelf = linked(book, unmasked=unmasked)
        found = [incident for incident in shelf.view.incidents if answered(incident, asked.filters) == INSIDE]
        if picture is Picture.TIMELINE:
            return draw_timeline(shelf, found, asked.measure, file)
        if picture is Picture.SERIES:
            return draw_series(shelf, found, asked.filters, file, rule)
        return draw_contradictions(shelf, found, file)


def tell(file: Path, drawn: int, noun: str, *, as_json: bool) -> None:
    """Say what was drawn."""
    if as_json:
        machine.write_document({"output": str(file), f"{noun}s": drawn}, machine.standard_output())
    else:
        say(f"drawn: {file} ({counted(drawn, noun)})", style="green")


def draw(found: "Tally", names: Sequence[str], file: Path) -> None:
    """Draw the lines of a toll, the first on top."""
    figure = new_figure(len(names))
    axes = figure.add_subplot()
    for at, row in enumerate(found.rows):
        draw_line(axes, at, row)
    axes.set_yticks(range(len(names)), labels=names)
    axes.invert_yaxis()
    axes.set_xlim(left=0)
    axes.set_xlabel(f"{found.filters.measure.replace('_', ' ')}, lowest to highest; an arrow: open")
    axes.set_title(f"By {found.by}, rule {found.rule}: {counted(len(found.whole.incidents), 'incident')}")
    figure.savefig(file, dpi=150, bbox_inches="tight")


def new_figure(lines: int) -> Any:  # noqa: ANN401 -- matplotlib is not installed with Sijill
    """Return an empty figure that holds so many lines; UsageError where matplotlib is not installed."""
    try:
        module = import_module("matplotlib.figure")
    except ModuleNotFoundError:
        msg = "sijill plot draws with matplotlib, which is not installed: pip install matplotlib"
        raise UsageError(msg) from None
    return module.Figure(figsize=(WIDTH, MARGIN + LINE * max(1, lines)))


def draw_line(axes: Any, at: int, row: "TallyRow") -> None:  # noqa: ANN401 -- matplotlib is not installed with Sijill
    """Draw one range; its best, where the rule has one, as a point."""
    high = row.stated if row.high is None else row.high
    axes.plot([row.low, high], [at, at], color=RANGE, linewidth=6, solid_capstyle="butt")
    axes.plot([row.low], [at], marker="|", color=RANGE, markersize=11)
    if row.high is None:
        axes.plot([high], [at], marker=">", color=RANGE, markersize=9)
    if row.best is not None:
        axes.plot([row.best], [at], marker="o", color=BEST, markersize=5)
