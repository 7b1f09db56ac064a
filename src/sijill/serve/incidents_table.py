"""The incidents as a table for people, and as documents for programs."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from sijill.incident import Filters, Incident
from sijill.reconcile.asking import INSIDE, asked
from sijill.serve.failures import say
from sijill.serve.incident_form import line_of
from sijill.serve.incident_words import range_in_words
from sijill.serve.listing import NOTHING
from sijill.serve.tables import SHORT_ID, filled
from sijill.serve.wording import counted, days_in_words, place_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.serve.incidents import Wanted
    from sijill.serve.linked import Linked
    from sijill.serve.options import Listing

HEADINGS = ("Id", "Happening", "Place", "Days", "Killed", "Injured", "Told by", "Contested")


def found_in(shelf: Linked, wanted: Wanted) -> Iterator[Incident]:
    """Yield the incidents that were asked for."""
    return (incident for incident in shelf.view.incidents if takes(wanted, incident))


def takes(wanted: Wanted, incident: Incident) -> bool:
    """Tell whether an incident is one that was asked for; one that only may be is not."""
    question = Filters(
        place=wanted.place,
        country=wanted.country,
        first=wanted.first_day,
        last=wanted.last_day,
        happening=wanted.happening,
    )
    fits = wanted.measure is None or incident.range_of(wanted.measure) is not None
    odd = not wanted.contested or bool(incident.contradictions)
    return fits and odd and len(incident.reports) >= wanted.reports and asked(incident, question) == INSIDE


def documents(found: Iterator[Incident], shelf: Linked) -> Iterator[dict[str, Any]]:
    """Yield the incidents as `sijill export --format incidents` writes them."""
    return (line_of(incident, shelf) for incident in found)


def print_table(found: Iterator[Incident], shelf: Linked, listing: Listing) -> None:
    """Print the incidents, and say how many are not shown."""
    table = filled(HEADINGS, (row_of(incident, shelf) for incident in islice(found, listing.most)))
    if not table.row_count:
        say(NOTHING, style="yellow")
        return
    Console(highlight=False).print(table)
    more = sum(1 for _ in found)
    if more:
        say(f"{counted(more, 'more incident')} not shown: narrow the filters, or give --limit 0", style="yellow")


def row_of(incident: Incident, shelf: Linked) -> list[Text]:
    """Return an incident's cells."""
    hiding = shelf.hiding(incident.claims)
    told = counted(len(incident.reports), "report")
    origins = f", {counted(len(incident.origins), 'origin')}" if len(incident.origins) < len(incident.reports) else ""
    kinds = ", ".join(dict.fromkeys(contradiction.kind for contradiction in incident.contradictions))
    part = f"\npart of {incident.part_of[:SHORT_ID]}" if incident.part_of else ""
    return [
        Text(incident.id[:SHORT_ID], style="cyan") + Text(part),
        Text((incident.happening or "").replace("_", " ")),
        Text(hiding.text(place_in_words(incident.place))),
        Text(hiding.text(days_in_words(incident.days))),
        Text(range_in_words(incident.range_of("killed"))),
        Text(range_in_words(incident.range_of("injured"))),
        Text(told + origins),
        Text(kinds, style="yellow"),
    ]
