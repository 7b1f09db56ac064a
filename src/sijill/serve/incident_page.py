"""Incidents as one self-contained page that opens anywhere: no network, no script, every word masked and escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.serve.incident_words import (
    accounts_of,
    blame_in_words,
    heading_in_words,
    marks_in_words,
    range_in_words,
)
from sijill.serve.page import head_of, safe
from sijill.serve.sentences import resting_in_words, sentences_in
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sijill.incident import FigureRange, Incident
    from sijill.serve.hiding import Hiding
    from sijill.serve.linked import Linked

WIDTH, HEIGHT = 480, 16  # of a drawn range, in pixels
FOOT = "Everything here is what sources claim. Perpetrators are alleged. Protected sources are masked unless asked for."


def page_of(incidents: Sequence[Incident], shelf: Linked, title: str) -> str:
    """Return the page of some incidents, in their order, each opened down to its sentences."""
    body = [
        head_of(title),
        f'<header><h1 id="claims">{safe(title)}</h1>',
        f'<p class="small">{counted(len(incidents), "incident")}. {safe(FOOT)}</p></header><main>',
        *(contents(incidents, shelf) if len(incidents) > 1 else ()),
        *(article(incident, shelf) for incident in incidents),
        "</main></body></html>",
    ]
    return "\n".join(body) + "\n"


def contents(incidents: Iterable[Incident], shelf: Linked) -> Iterator[str]:
    """Yield a line for every incident, linked to it."""
    yield '<nav aria-label="Incidents"><ol>'
    for incident in incidents:
        words = heading_in_words(incident, shelf.hiding(incident.claims))
        killed = range_in_words(incident.range_of("killed"))
        yield f'<li><a href="#i-{incident.id}">{safe(words)}</a>{safe(f": {killed} killed" if killed else "")}</li>'
    yield "</ol></nav>"


def article(incident: Incident, shelf: Linked) -> str:
    """Return one incident: ranges, accounts, contradictions, who is blamed, sentences."""
    hiding = shelf.hiding(incident.claims)
    sections = (
        ("Ranges", (f"<li>{drawn(found, widest(incident))}{safe(in_words(found))}</li>" for found in incident.ranges)),
        ("Accounts, by source", (f"<li>{safe(words)}</li>" for words in accounts(incident, hiding))),
        ("Contradictions", (f"<li>{safe(str(hiding.contradiction(one)))}</li>" for one in incident.contradictions)),
        ("Who is blamed by whom", (f"<li>{safe(blame_in_words(one, hiding))}</li>" for one in incident.blames)),
        ("Sentences", sentences(incident, shelf)),
    )
    parts = [f'<article id="i-{incident.id}"><h2>{safe(heading_in_words(incident, hiding))}</h2>']
    parts += [f'<p class="small">incident <code>{incident.id}</code></p>']
    parts += [f"<h3>{title}</h3><ul>{found}</ul>" for title, items in sections if (found := "".join(items))]
    return "\n".join((*parts, "</article>"))


def in_words(found: FigureRange) -> str:
    """Return a range with what it rests on."""
    return f" {found.measure.replace('_', ' ')}: {range_in_words(found)} ({marks_in_words(found)})"


def widest(incident: Incident) -> int:
    """Return the highest number of any range, at least 1."""
    return max((found.stated if found.high is None else found.high for found in incident.ranges), default=1) or 1


def drawn(found: FigureRange, most: int) -> str:
    """Return a range as a bar from its lowest to its highest number; an arrow where the highest is open."""
    high = found.stated if found.high is None else found.high
    left, right = (round(4 + number / most * (WIDTH - 24)) for number in (found.low, high))
    bar = f'<rect x="{left}" y="5" width="{max(right - left, 3)}" height="6" fill="#4878a8"/>'
    arrow = f'<path d="M{right + 3} 2 l10 6 l-10 6 z" fill="#4878a8"/>' if found.high is None else ""
    return f'<svg width="{WIDTH}" height="{HEIGHT}" aria-hidden="true">{bar}{arrow}</svg>'


def accounts(incident: Incident, hiding: Hiding) -> Iterator[str]:
    """Yield what each source says of each measure, and which part each amount plays."""
    for one in accounts_of(incident, hiding):
        yield f"{one.voice.name} ({one.voice.kind}), {one.measure}, {one.role}: {one.words}"


def sentences(incident: Incident, shelf: Linked) -> Iterator[str]:
    """Yield each sentence that a claim rests on, with its report and day."""
    for found in sentences_in(incident.claims, shelf):
        told = " · ".join(str(part) for part in (found["report"], found["outlet"], found["published"]) if part)
        where = f'<span class="small">{safe(told)} <code>{resting_in_words(found)}</code></span>'
        yield f'<li><q dir="auto">{safe(found["sentence"])}</q> {where}</li>'
