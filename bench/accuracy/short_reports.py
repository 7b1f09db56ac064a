"""Short reports of the project's own, from many conflicts, with what a careful recorder counts in each.

`cases/short_reports.jsonl` holds a report a line: `incidents` lists each happening of which it gives numbers, with the
range of each measure over its accounts ("12-20", "12-" where it is open above), its place and its day. Totals of a
period, denials, plans and what harms nobody are no rows. Rules were shaped on those of the set "read", on "unseen"
none. All are invented or freely retold, and evidence of nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.accuracy.intervals import f1, measured, share
from bench.accuracy.parts import Error, Outcome, Part, fingerprint_of
from bench.accuracy.raw_incidents import homes_of, incidents_of
from bench.accuracy.reading import read_rows

if TYPE_CHECKING:
    from bench.accuracy.reading import Read
    from sijill.incident import FigureRange

    Row = dict[str, Any]
    Ranges = frozenset[tuple[str, str]]

TABLE = Path(__file__).parent / "cases" / "short_reports.jsonl"
ABOUT = (
    "Short reports of the project's own, from many conflicts, read one by one, with the happenings of which each gives "
    "numbers. A happening is right where the ranges of all its measures are; a report where all of its happenings are "
    "and no more are counted. Rules were shaped on those of the first two rows; on the unseen ones none was. The "
    "reader learned from the figures of the former, not from the unseen."
)
_ABOUT_PEOPLE = "place", "day"


def part() -> Part:
    """Return the part of the gate."""
    return Part(name="short reports", measure=lambda _: measure(), about=ABOUT)


def measure() -> Outcome:
    """Return the shares of happenings and of whole reports that are counted rightly, of each set."""
    with TABLE.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    told = [counted(read) for read in read_rows(rows)]
    scores, errors = [], []
    for name, among in (("read", ""), ("unseen", ", in unseen reports")):
        own = [(row, got) for row, got in zip(rows, told, strict=True) if row["set"] == name]
        scores += [
            measured(f"happenings right F1{among}", [_happenings(row, got) for row, got in own], f1),
            measured(f"reports right{among}", [(float(_is_right(row, got)), 1.0) for row, got in own], share),
        ]
        errors += [_error(row, got) for row, got in own if name == "read" and not _is_right(row, got)]
    return Outcome(scores=scores, fingerprint=fingerprint_of(rows), errors=errors)


def counted(read: Read) -> Counter[Ranges]:
    """Return the ranges of every happening of a report that has any which somebody states."""
    made = {incident.id: incident for incident in incidents_of([read], homes_of([read])).values()}
    told = (frozenset((r.measure, _worded(r)) for r in one.ranges if _is_counted(r)) for one in made.values())
    return Counter(ranges for ranges in told if ranges)


def _is_counted(found: FigureRange) -> bool:
    """Tell whether a range is of somebody: "nobody was hurt" is none of the rows."""
    return not found.bounded_only and found.high != 0


def _worded(found: FigureRange) -> str:
    return f"{found.low}-{'' if found.high is None else found.high}"


def wanted(row: Row) -> Counter[Ranges]:
    """Return the ranges of every happening that a report should have."""
    return Counter(frozenset((k, v) for k, v in one.items() if k not in _ABOUT_PEOPLE) for one in row["incidents"])


def _happenings(row: Row, got: Counter[Ranges]) -> tuple[float, float, float]:
    """Return how many happenings are right, how many there are, and how many are counted."""
    expected = wanted(row)
    return float(sum((expected & got).values())), float(sum(expected.values())), float(sum(got.values()))


def _is_right(row: Row, got: Counter[Ranges]) -> bool:
    return wanted(row) == got


def _error(row: Row, got: Counter[Ranges]) -> Error:
    missed, more = wanted(row) - got, got - wanted(row)
    return Error(
        "missed and more" if missed and more else "missed" if missed else "more",
        f"{row['id']}: {_shown(missed)} | {_shown(more)}",
    )


def _shown(ranges: Counter[Ranges]) -> str:
    return "; ".join(", ".join(f"{m} {r}" for m, r in sorted(one)) for one in ranges.elements()) or "none"
