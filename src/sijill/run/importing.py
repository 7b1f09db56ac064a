"""Reviewed records into a register: each row a claim with its own source and words, entered as by hand.

Invariant: rows that name one report make one report, whose text is their words; the same rows again change nothing.
A row that cannot be a claim is named with its line and the reason, and the others are entered.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sijill.errors import SijillError
from sijill.model import Report
from sijill.run.records import BY_HAND, claim_of, day_of, records_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sijill.ledger import Register
    from sijill.model import Claim
    from sijill.run.records import Record

IMPORT: Final = "import"
BETWEEN = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row that was not entered: the line of the file that it begins on, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import came to: `statuses` counts reports by what became of them."""

    claims: int
    statuses: Mapping[str, int]
    bad: tuple[BadRow, ...]


def import_records(
    register: Register, name: str, text: str, author: str, *, fields: Mapping[str, str] | None = None
) -> Imported:
    """Enter the records of a CSV text called `name`; `fields` maps our names to those of the file's columns."""
    bad: list[BadRow] = []
    groups: dict[str, list[Record]] = {}
    for record in records_of(name, text, fields or {}):
        if record.fault:
            bad.append(BadRow(line=record.line, reason=record.fault))
        else:
            groups.setdefault(record.report, []).append(record)
    statuses: dict[str, int] = {}
    entered = 0
    with register.batch():
        for records in groups.values():
            report, claims = built(records, bad)
            if claims:
                status = register.enter(report, claims, extractor=BY_HAND).status
                statuses[status] = statuses.get(status, 0) + 1
                entered += len(claims)
    if statuses.keys() - {"known"}:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        payload = {"sha256": digest, "claims": entered, "reports": sum(statuses.values())}
        register.append(author=author, kind=IMPORT, subject=name, payload=payload)
    return Imported(claims=entered, statuses=statuses, bad=tuple(sorted(bad, key=lambda row: row.line)))


def built(records: Sequence[Record], bad: list[BadRow]) -> tuple[Report, list[Claim]]:
    """Return one report of the words of its rows, and their claims; rows that are no claims are added to `bad`."""
    report = report_of(records)
    found: dict[str, Claim] = {}
    for record in records:
        try:
            claim = claim_of(record, report)
        except (SijillError, ValueError) as error:
            bad.append(BadRow(line=record.line, reason=str(error)))
            continue
        if claim.id in found and found[claim.id] != claim:
            reason = "another row has these words and measure: give the number as it stands in the words"
            bad.append(BadRow(line=record.line, reason=reason))
            continue
        found[claim.id] = claim
    return report, list(found.values())


def report_of(records: Sequence[Record]) -> Report:
    """Return the report whose text is the words of the rows, each once, in their order."""
    first = records[0]
    text = BETWEEN.join(dict.fromkeys(record.cells["words"] for record in records)) + BETWEEN
    published = day_of(first.cells["published"], "published")
    return Report(
        text=text,
        name=first.report,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        origin=first.file,
        outlet=first.cells["outlet"] or None,
        title=first.cells["title"] or None,
        url=first.cells["url"] or None,
        published=published,
        published_by="field" if published else "unknown",
        notes=("entered by hand from reviewed records",),
    )
