"""Timelines, running totals and contradictions drawn; ranges as ranges, an arrow where the highest is open."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sijill.serve.cumulative import by_source, own_sum
from sijill.serve.plot import BEST, RANGE, new_figure
from sijill.serve.wording import counted, one_line

if TYPE_CHECKING:
    from pathlib import Path

    from sijill.incident import Filters, Incident
    from sijill.serve.linked import Linked

MOST_SOURCES = 40  # bars that a page can hold
MOST_LINES = 8  # running totals that can be told apart
MARKERS = "osv^D<>Pp*"


def draw_timeline(shelf: Linked, incidents: list[Incident], measure: str, file: Path) -> int:
    """Draw the range of each dated incident on its first day, contested ones in red; return how many."""
    drawn = [(one.days.first or one.days.last, found) for one in incidents if (found := one.range_of(measure))]
    dated = [(day, found) for day, found in drawn if day is not None and not found.bounded_only]
    figure = new_figure(12)
    axes = figure.add_subplot()
    for day, found in dated:
        colour, high = BEST if found.contested else RANGE, found.stated if found.high is None else found.high
        axes.plot([day, day], [found.low, high], color=colour, linewidth=3, solid_capstyle="butt")
        axes.plot([day], [high], marker="^" if found.high is None else "_", color=colour, markersize=6)
        axes.plot([day], [found.low], marker="_", color=colour, markersize=6)
    axes.set_ylim(bottom=0)
    axes.set_ylabel(f"{measure.replace('_', ' ')}, lowest to highest")
    missing = len(shelf.view.incidents) - len(dated)
    axes.set_title(f"{counted(len(dated), 'incident')} by day; red: contested; {missing} without day or number")
    figure.autofmt_xdate()
    figure.savefig(file, dpi=150, bbox_inches="tight", metadata={"Date": None} if file.suffix == ".svg" else None)
    return len(dated)


def draw_series(shelf: Linked, incidents: list[Incident], filters: Filters, file: Path, rule: str) -> int:
    """Draw each source's running totals beside the register's own sum; return how many sources."""
    sources, own = by_source(shelf, filters), own_sum(incidents, filters, rule)
    figure = new_figure(14)
    axes = figure.add_subplot()
    for n, line in enumerate([own, *sources[:MOST_LINES]] if own.points else sources[:MOST_LINES]):
        days, lows = [point.day for point in line.points], [max(1, point.low) for point in line.points]
        above = [max(1, point.high) - low for point, low in zip(line.points, lows, strict=True)]
        bars = [[0] * len(lows), above]
        axes.errorbar(days, lows, yerr=bars, label=line.name, marker=MARKERS[n], linestyle="-" if n == 0 else "--")
        tops = [(point.day, max(1, point.high)) for point in line.points if point.is_open]
        axes.plot([day for day, _ in tops], [top for _, top in tops], marker="^", linestyle="", color=RANGE)
    axes.set_yscale("log")
    axes.set_ylabel(f"{filters.measure.replace('_', ' ')}, up to the day; each step is tenfold, ▲: open")
    more = f"; {len(sources) - MOST_LINES} more not drawn" if len(sources) > MOST_LINES else ""
    axes.set_title(f"Running totals of {counted(len(sources), 'source')}{more}; the sum by rule {rule}")
    if own.points or sources:
        axes.legend(fontsize="small")
    figure.autofmt_xdate()
    figure.savefig(file, dpi=150, bbox_inches="tight", metadata={"Date": None} if file.suffix == ".svg" else None)
    return len(sources)


def draw_contradictions(shelf: Linked, incidents: list[Incident], file: Path) -> int:
    """Draw in how many contradictions each source stands, the most first; return how many sources."""
    found = contradictions_by_source(shelf, incidents).most_common()
    shown = found[:MOST_SOURCES]
    figure = new_figure(len(shown))
    axes = figure.add_subplot()
    axes.barh(range(len(shown)), [number for _, number in shown], color=RANGE)
    axes.set_yticks(range(len(shown)), labels=[name for name, _ in shown])
    axes.invert_yaxis()
    axes.set_xlabel("contradictions that the source is a side of")
    more = f"; {len(found) - len(shown)} more not shown" if len(found) > len(shown) else ""
    axes.set_title(f"Contradictions by source{more}")
    figure.savefig(file, dpi=150, bbox_inches="tight", metadata={"Date": None} if file.suffix == ".svg" else None)
    return len(found)


def contradictions_by_source(shelf: Linked, incidents: list[Incident]) -> Counter[str]:
    """Return how many contradictions each source is a side of, under the name by which it may be shown."""
    found: Counter[str] = Counter()
    for incident in incidents:
        hiding = shelf.hiding(incident.claims)
        for contradiction in incident.contradictions:
            voices = {account.voice.key: account.voice for account in contradiction.accounts}
            found.update(sorted(one_line(hiding.voice(voice).name) for voice in voices.values()))
    return found
