"""A toll as programs read it: rows for CSV, one document for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.serve.incident_form import line_of
from sijill.serve.masking import MASKED
from sijill.serve.sentences import sentences_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from sijill.incident import Incident, Tally, TallyRow
    from sijill.serve.linked import Linked

COLUMNS = ("by", "key", "low", "best", "high", "highest_stated", "incidents", "provisional", "rule", "measure")
WHOLE = "all"


def rows_of(found: Tally, shelf: Linked) -> Iterator[dict[str, Any]]:
    """Yield the row of the whole and one for each line; an open end and a best that the rule has not are empty."""
    for by, row in ((WHOLE, found.whole), *((found.by or "", row) for row in found.rows)):
        yield {
            "by": by,
            "key": key_of(row, found, shelf) if by != WHOLE else WHOLE,
            "low": row.low,
            "best": row.best,
            "high": row.high,
            "highest_stated": row.stated,
            "incidents": len(row.incidents),
            "provisional": row.provisional,
            "rule": found.rule,
            "measure": found.filters.measure,
        }


def key_of(row: TallyRow, found: Tally, shelf: Linked) -> str:
    """Return the key of a line as it may be shown: a protected source unnamed, names of protected sources masked."""
    behind = [shelf.view.by_id[id_] for id_ in row.incidents]
    if found.by == "source" and shelf.hides and row.key in protected_names(shelf):
        voices = (figures.voice for incident in behind for figures in incident.figures)
        if any(voice.protected for voice in voices if voice.name == row.key):
            return MASKED
    if shelf.hiding_all().text(row.key) == row.key:  # no mask of any report finds anything
        return row.key
    return shelf.hiding(claim for incident in behind for claim in incident.claims).text(row.key)


def protected_names(shelf: Linked) -> AbstractSet[str]:
    """Return the names of the sources that are protected in some incident."""
    return shelf.view.blocks.folded("protected names", names_of_protected, lambda parts: frozenset().union(*parts))


def names_of_protected(incidents: Iterable[Incident]) -> frozenset[str]:
    """Return the names of the sources that are protected in these incidents."""
    voices = (figures.voice for incident in incidents for figures in incident.figures)
    return frozenset(voice.name for voice in voices if voice.protected)


def document(found: Tally, shelf: Linked, *, explain: bool) -> dict[str, Any]:
    """Return a toll whole; with `explain`, the incidents behind it with their sentences."""
    hiding = shelf.hiding(member.claim.id for member in shelf.view.crosschecks)
    rows = [{**hiding.plain(row), "key": key_of(row, found, shelf)} for row in found.rows]
    whole = {**hiding.plain(found), "rows": rows}
    if not explain:
        return whole
    counted = set(found.whole.incidents)
    behind = [incident for incident in shelf.view.incidents if incident.id in counted]
    opened = [{**line_of(one, shelf), "sentences": list(sentences_in(one.claims, shelf))} for one in behind]
    totals = list(sentences_in([check.claim for check in found.crosschecks], shelf))
    return {**whole, "incidents": opened, "crosscheck_sentences": totals}
