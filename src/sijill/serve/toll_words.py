"""A toll as people read it: its lines, how sure they are, what stands beside it, what is left out and behind it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text

from sijill.serve.incident_words import accounts_in_words, heading_in_words, marks_in_words, range_in_words
from sijill.serve.sentences import block_of
from sijill.serve.tables import SHORT_ID, filled
from sijill.serve.toll_form import key_of
from sijill.serve.wording import counted, days_in_words, one_line, place_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType
    from rich.table import Table

    from sijill.incident import CrossCheck, Exclusion, Incident, Tally, TallyRow
    from sijill.serve.linked import Linked

OPEN = "open"


def screen(found: Tally, shelf: Linked, *, reasons: bool) -> Group:
    """Return what is printed of a toll; `reasons` sums exclusions up by reason instead of listing them."""
    left_out = summed_up(found.exclusions) if reasons else listed(found.exclusions)
    blocks: list[RenderableType] = [head(found), table_of(found, shelf), notes(found)]
    blocks += section("Beside it, never added: figures of a period and running totals", checks(found, shelf))
    blocks += section("Left out", left_out)
    return Group(*blocks)


def head(found: Tally) -> Text:
    """Return the measure and the rule, with its source."""
    from sijill.reconcile import rule_of

    rule = rule_of(found.rule)
    measure = found.filters.measure.replace("_", " ")
    return Text.assemble((measure, "bold"), f" by the rule of {rule.title} ({rule.name})")


def table_of(found: Tally, shelf: Linked) -> Table:
    """Return the lines and the whole."""
    headings = (found.by or "", "Low", "Best", "High", "Incidents", "On one source")
    lines = [cells(key_of(row, found, shelf), row) for row in found.rows]
    return filled(headings, [*lines, cells("all", found.whole)])


def cells(key: str, row: TallyRow) -> list[Text]:
    """Return a line's cells."""
    high = f"{row.high:,}" if row.high is not None else f"{OPEN} ({row.stated:,} named)"
    best = "" if row.best is None else f"{row.best:,}"
    numbers = (f"{row.low:,}", best, high, f"{len(row.incidents):,}", f"{row.provisional:,}")
    return [Text(one_line(key)), *map(Text, numbers)]


def notes(found: Tally) -> Text:
    """Return what is to be known of the whole."""
    lines = [f"{counted(found.contested, 'incident')} contested, {found.hedged:,} hedged, {found.outside:,} outside"]
    lines += [f"provisional, on one source: {counted(found.whole.provisional, 'incident')}"]
    lines += ["the lines overlap and do not sum to the whole"] if found.rows and not found.additive else []
    return Text("\n".join(lines) + "\n")


def section(title: str, lines: Iterable[str]) -> list[Text]:
    """Return a titled block of lines, nothing where there are none."""
    found = [f"  {line}\n" for line in lines]
    return [Text(title, style="bold"), Text("".join(found))] if found else []


def checks(found: Tally, shelf: Linked) -> Iterator[str]:
    """Yield each figure of a period, and running total, beside the register's own sum, and its claim."""
    return (f"{words}  {claim[:SHORT_ID]}" for claim, words in checked(found, shelf))


def checked(found: Tally, shelf: Linked) -> Iterator[tuple[str, str]]:
    """Yield the claim of each figure of a period, and running total, and in words what it says beside the register."""
    return ((check.claim, check_in_words(check, shelf)) for check in found.crosschecks)


def check_in_words(check: CrossCheck, shelf: Linked) -> str:
    """Return in words what a figure of a period, or running total, says beside the register."""
    hiding = shelf.hiding([check.claim])
    said = f"{one_line(hiding.name(check.voice))}: {one_line(hiding.text(check.worded))} {check.measure}"
    where = [hiding.text(words) for words in (place_in_words(check.place), days_in_words(check.days)) if words]
    return f"{said} ({', '.join((check.scope, *where))}); {beside(check)}"


def beside(check: CrossCheck) -> str:
    """Return the register's own sum, and what it does not explain."""
    if check.note or check.sum_low is None:
        return check.note or "nothing to lay beside it"
    own = f"the register's own: {ends(check.sum_low, check.sum_high)} in {counted(check.incidents, 'incident')}"
    return f"{own}; not explained: {ends(check.remainder_low, check.remainder_high)}"


def ends(low: int | None, high: int | None) -> str:
    """Return "5 to 9"; an end that is not known or open is said."""
    if low is not None and low == high:
        return f"{low:,}"
    return f"{OPEN if low is None else f'{low:,}'} to {OPEN if high is None else f'{high:,}'}"


def summed_up(exclusions: Iterable[Exclusion]) -> Iterator[str]:
    """Yield each reason with how many incidents it leaves out."""
    for reason, number in Counter(one.reason for one in exclusions).most_common():
        yield f"{counted(number, 'incident')}: {one_line(reason)}"


def listed(exclusions: Iterable[Exclusion]) -> Iterator[str]:
    """Yield each reason with the incidents that it leaves out."""
    by_reason: dict[str, list[str]] = {}
    for one in exclusions:
        by_reason.setdefault(one.reason, []).append(one.incident[:SHORT_ID])
    return (f"{one_line(reason)}: {' '.join(ids)}" for reason, ids in by_reason.items())


def explained(found: Tally, shelf: Linked) -> Iterator[Text]:
    """Yield the incidents of each line, each incident with its range and its sentences, then the figures beside it."""
    yield from section("Lines", (in_a_line(row, found, shelf) for row in found.rows))
    behind = set(found.whole.incidents)
    for incident in (one for one in shelf.view.incidents if one.id in behind):
        yield opened(incident, found.filters.measure, shelf)
    if found.crosschecks:
        yield Text("Beside it", style="bold")
        yield block_of([check.claim for check in found.crosschecks], shelf)


def in_a_line(row: TallyRow, found: Tally, shelf: Linked) -> str:
    """Return the incidents behind one line: "2011-06: 61c9346f baa7d850"."""
    return f"{one_line(key_of(row, found, shelf))}: {' '.join(id_[:SHORT_ID] for id_ in row.incidents)}"


def opened(incident: Incident, measure: str, shelf: Linked) -> Text:
    """Return one incident behind a toll: the sentences that its range rests on."""
    found = incident.range_of(measure)
    heading = heading_in_words(incident, shelf.hiding(incident.claims))
    words = f"{range_in_words(found)} {measure.replace('_', ' ')} ({marks_in_words(found)})\n" if found else "\n"
    own = [
        claim
        for figures in incident.figures
        if figures.measure == measure
        for _, amount in accounts_in_words(figures)
        for claim in amount.claims
    ]
    title = Text.assemble((incident.id[:SHORT_ID], "bold cyan"), " ", (heading, "bold"), "\n  ", words)
    return title + block_of(dict.fromkeys(own), shelf, indent="    ")
