"""The incidents as a table for people, and as documents for programs."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from sijill.serve.failures import say
from sijill.serve.incident_form import line_of
from sijill.serve.incident_words import range_in_words
from sijill.serve.listing import NOTHING
from sijill.serve.question import filters_of, is_wanted
from sijill.serve.tables import SHORT_ID, WIDE, filled
from sijill.serve.wording import counted, days_in_words, place_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.incident import Incident
    from sijill.serve.incidents import Wanted
    from sijill.serve.linked import Linked
    from sijill.serve.options import Listing

HEADINGS = ("Id", "Happening", "Place", "Days", "Killed", "Injured", "Told by", "Contested")
NARROW = ("Incident", "Where, when", "Killed", "Injured", "Told by")


def found_in(shelf: Linked, wanted: Wanted) -> Iterator[Incident]:
    """Yield the incidents that were asked for, those with figures first, and of these the most recent."""
    return iter(sorted((one for one in shelf.view.incidents if takes(wanted, one)), key=by_news))


def by_news(incident: Incident) -> tuple[bool, int, str]:
    """Return what a list is sorted by: with figures or without, the last day, backwards, and the id."""
    day = incident.days.last or incident.days.first
    return not incident.ranges, -day.toordinal() if day else 0, incident.id


def takes(wanted: Wanted, incident: Incident) -> bool:
    """Tell whether an incident is one that was asked for; one that only may be is not."""
    return is_wanted(incident, wanted, filters_of(wanted))


def documents(found: Iterator[Incident], shelf: Linked) -> Iterator[dict[str, Any]]:
    """Yield the incidents as `sijill export --format incidents` writes them."""
    return (line_of(incident, shelf) for incident in found)


def print_table(found: Iterator[Incident], shelf: Linked, listing: Listing) -> None:
    """Print the incidents, and say how many are not shown."""
    console = Console(highlight=False)
    rows = (row_of(incident, shelf) for incident in islice(found, listing.most))
    table = filled(HEADINGS, rows) if console.width >= WIDE else filled(NARROW, map(narrowed, rows))
    if not table.row_count:
        say(NOTHING, style="yellow")
        return
    console.print(table)
    more = sum(1 for _ in found)
    if more:
        say(f"{counted(more, 'more incident')} not shown: narrow the filters, or give --limit 0", style="yellow")


def narrowed(row: list[Text]) -> list[Text]:
    """Return an incident's cells in five columns, for a terminal in which eight would break words."""
    id_, happening, place, days, killed, injured, told, contested = row
    newline = Text("\n")
    return [
        newline.join(filter(None, (happening, id_))),
        newline.join(filter(None, (place, days))),
        killed,
        injured,
        newline.join(filter(None, (told, contested))),
    ]


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
