"""The page that says how the published numbers came about, from the register's and the release's own configuration.

Invariant: no clock time and no name of a person in it; small numbers of sources are not given either.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sijill.reconcile import rule_of
from sijill.serve.wording import counted, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.serve.exports.sheet import Sheet
    from sijill.serve.linked import Linked
    from sijill.serve.publishing.configuration import Configuration

PLACES = {
    "exact": "Places are given as the register holds them.",
    "decimals": "Coordinates are rounded to {decimals} decimals of a degree; names of places are left out.",
    "unit": "Places are given by first-level unit; names and coordinates are left out.",
    "country": "Places are given by country only.",
}
DAYS = {
    "exact": "Days are given as the register holds them, with UCDP's precision.",
    "month": "Days are given by month.",
    "year": "Days are given by year.",
}
PROTECTED = (
    "Sources who fear reprisals are not named and not listed. Their claims are counted. "
    "{alone} No sentence of a report is published; who is not known by name is called as the report calls them."
)
ALONE = {
    True: "Incidents of which they alone tell are given too.",
    False: "Incidents of which they alone tell are left out.",
}


def methodology(shelf: Linked, wanted: Configuration, sheet: Sheet) -> str:
    """Return the page, in Markdown."""
    sections = (
        ("What this is", [*about(wanted, sheet)]),
        ("What it rests on", [*basis(shelf, wanted)]),
        ("How people are counted", [*counting(wanted)]),
        ("What was kept back", [*kept_back(wanted, sheet)]),
        ("Columns", [f"- `{name}`" for name in sheet.names]),
    )
    body = "\n\n".join(f"## {title}\n\n" + "\n".join(lines) for title, lines in sections)
    return f"# {one_line(wanted.title)}: methodology\n\n{body}\n"


def about(wanted: Configuration, sheet: Sheet) -> Iterator[str]:
    """Yield what the release holds."""
    yield f"{counted(len(sheet.rows), 'incident')}, each a happening that one or more reports tell of."
    yield "Everything here is what sources claim. Perpetrators are alleged. Nothing was added from elsewhere."
    for name, value in (("Contact", wanted.contact), ("Licence", wanted.licence), ("Notes", wanted.notes)):
        if value:
            yield f"\n{name}: {one_line(value)}"


def basis(shelf: Linked, wanted: Configuration) -> Iterator[str]:
    """Yield numbers of reports and claims, who read them, and the kinds of sources."""
    members = shelf.view.claims
    numbers = shelf.book.counts()
    erased = sum(1 for _ in shelf.book.entries(kind="erasure"))
    yield f"- {counted(numbers.reports, 'report')}, {counted(len(members), 'claim')}"
    yield f"- the book up to entry {numbers.entries}; {counted(erased, 'erasure')} on demand"
    for extractor, claims in sorted(Counter(machine_name(m.claim.extractor) for m in members).items()):
        yield f"- {counted(claims, 'claim')} by {extractor}"
    voices = {(figures.voice.kind, figures.voice.key) for one in shelf.view.incidents for figures in one.figures}
    for kind, sources in sorted(Counter(kind for kind, _ in voices).items()):
        few = sources < wanted.suppress_below
        number = f"fewer than {wanted.suppress_below}" if few else str(sources)
        yield f"- sources of figures, {kind.replace('_', ' ')}: {number}"


def machine_name(extractor: str) -> str:
    """Return the name of what made a claim; of an import by hand, not who did it."""
    return one_line(extractor.partition(" (")[0])


def counting(wanted: Configuration) -> Iterator[str]:
    """Yield the rule with its source, and what it leaves out."""
    rule = rule_of(wanted.rule)
    yield f"Rule: {rule.title} (`{rule.name}`). {rule.source}."
    yield "\nLow is the lowest total that an independent source gives, high the highest; an open high is empty."
    yield from (f"- not done: {one}" for one in rule.left_out)


def kept_back(wanted: Configuration, sheet: Sheet) -> Iterator[str]:
    """Yield how places, days and numbers were coarsened, and how much was left out."""
    yield from (f"- {one}" for one in held_back(wanted))
    yield from (f"- Left out: {counted(number, 'incident')} ({reason})." for reason, number in left_out(sheet))


def held_back(wanted: Configuration) -> Iterator[str]:
    """Yield what a configuration keeps back of places, days, numbers and protected sources, whatever the register."""
    yield PLACES[wanted.places].format(decimals=wanted.decimals)
    yield DAYS[wanted.days]
    if wanted.suppress_below:
        most = wanted.suppress_below - 1
        yield f"Numbers of people from 1 to {most} are not given; `suppressed` names the columns."
    yield PROTECTED.format(alone=ALONE[wanted.only_protected])


def left_out(sheet: Sheet) -> list[tuple[str, int]]:
    """Return the reasons for which incidents are left out, each with how many."""
    return sorted(Counter(one.reason for one in sheet.left_out).items())
