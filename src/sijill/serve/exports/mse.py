"""A list-by-source matrix for multiple-systems estimation: a row a record, a column of 0 or 1 for each list.

Invariant: every stratum that is given has enough lists that share enough records; the others are refused by name.
A protected source is a list like any other, without its name. Unnamed people, others in each report, are no list.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.serve.exports.sheet import Column, LeftOut, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sijill.incident import Voice
    from sijill.serve.exports.facts import Facts

PREFIX = "in_"
STRATA = ("period", "place", "category")
UNKNOWN = "not known"
OF_ONE_REPORT = " @"  # in the key of unnamed people, who are others in every report: they are no list
NOT_A_NAME = re.compile(r"\W+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """How much the lists of a stratum must share: at least so many lists, and so many records on two or more."""

    lists: int = 2
    records: int = 1


Record = tuple[str, Row, frozenset[str]]
"""An incident's id, its strata, and the lists that it is on."""


def mse_sheet(found: Sequence[Facts], measure: str, overlap: Overlap) -> Sheet:
    """Return the matrix of the incidents that some source gives a number of a measure for."""
    names = list_names(found)
    records = [record for facts in found if (record := record_of(facts, measure, names))]
    strata: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for record in records:
        strata[tuple(record[1].values())].append(record)
    refused = {stratum: reason for stratum, rows in strata.items() if (reason := fault_of(rows, overlap))}
    kept = [record for record in records if tuple(record[1].values()) not in refused]
    lists = sorted({name for _, _, on in kept for name in on})
    out = tuple(LeftOut(what=" · ".join(map(str, stratum)), reason=reason) for stratum, reason in refused.items())
    return Sheet(name="mse", columns=columns_of(lists), rows=[row_of(one, lists) for one in kept], left_out=out)


def fault_of(records: Sequence[Record], overlap: Overlap) -> str | None:
    """Return why a stratum cannot be estimated, None where it can."""
    on = Counter(name for _, _, lists in records for name in lists)
    shared = sum(len(lists) > 1 for _, _, lists in records)
    if len(on) < overlap.lists:
        return f"fewer than {overlap.lists} lists"
    return f"fewer than {overlap.records} records on two lists or more" if shared < overlap.records else None


def record_of(facts: Facts, measure: str, names: Mapping[str, str]) -> Record | None:
    """Return an incident's strata and lists; None where no source gives a number."""
    given = (figures for figures in facts.incident.figures if figures.measure == measure and figures.counts)
    counting = [figures for figures in given if OF_ONE_REPORT not in figures.voice.key]
    if not counting or facts.incident.part_of:
        return None
    categories = {figures.total.category for figures in counting if figures.total}
    strata: Row = {
        "period": facts.first[:7] if facts.first else UNKNOWN,
        "place": (facts.place and facts.place.admin1) or facts.country.get("name") or UNKNOWN,
        "category": categories.pop() if len(categories) == 1 else "mixed",
    }
    return facts.incident.id, strata, frozenset(names[figures.voice.key] for figures in counting)


def list_names(found: Iterable[Facts]) -> dict[str, str]:
    """Return a column's name for the key of every source; a protected one, or one that is masked, gets a number."""
    voices: dict[str, tuple[Voice, Facts]] = {}
    for facts in found:
        for figures in facts.incident.figures:
            if OF_ONE_REPORT not in figures.voice.key:
                voices.setdefault(figures.voice.key, (figures.voice, facts))
    names: dict[str, str] = {}
    for key in sorted(voices):
        voice, facts = voices[key]
        shown = facts.name_of(voice)
        name = PREFIX + NOT_A_NAME.sub("_", shown).strip("_").lower()
        taken = set(names.values())
        names[key] = next(n for i in range(len(taken) + 1) if (n := name if i == 0 else f"{name}_{i + 1}") not in taken)
    return names


def columns_of(lists: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of a matrix with these lists."""
    strata = (Column(name=name, type="text", empty=False) for name in STRATA)
    inclusion = (Column(name=name, type="whole", empty=False, codes=("0", "1")) for name in lists)
    return (Column(name="record", type="text", empty=False), *strata, *inclusion)


def row_of(record: Record, lists: Sequence[str]) -> Row:
    """Return the row of a record."""
    id_, strata, on = record
    return {"record": id_, **strata, **{name: int(name in on) for name in lists}}
