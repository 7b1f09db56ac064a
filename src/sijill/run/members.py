"""Claims as members of incidents, looked up when they are asked for.

Invariant: a member is what the book and the origins of its reports say; looking one up changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from sijill.incident import Member

if TYPE_CHECKING:
    from sijill.ledger import StoredClaim
    from sijill.link import Memory, OriginIndex
    from sijill.model import Report
    from sijill.run.stores import Book


class Members(Mapping[str, Member]):
    """Members by the ids of their claims; counted and listed are those that were looked up."""

    def __init__(self, book: Book, origins: OriginIndex, memory: Memory) -> None:
        """Start with none."""
        self._book, self._origins, self._memory = book, origins, memory
        self._stored: dict[str, StoredClaim] = {}
        self._reports: dict[str, Report] = {}

    def put(self, stored: Iterable[StoredClaim], reports: Iterable[tuple[int, Report]]) -> None:
        """Take in claims that were read already, and their reports."""
        self._reports.update((report.id, report) for _, report in reports)
        found = list(stored)
        self._origins.copies.homes.fetch({one.claim.report_id for one in found})
        self._stored.update((one.claim.id, one) for one in found)

    def fetch(self, claims: Iterable[str]) -> None:
        """Look up some linked claims together."""
        new = [claim for claim in claims if claim not in self._stored]
        if not new:
            return
        homes, units = self._memory.homes, self._memory.units
        homes.fetch(new)
        units.fetch(homes[claim] for claim in new if claim in homes)
        entered = {m.claim: m.entered for claim in new if claim in homes for m in units[homes[claim]].mentions}
        self.put(self._book.numbered(entered[claim] for claim in new if claim in entered), ())

    def __getitem__(self, claim: str) -> Member:
        """Return the member of a claim; KeyError for one that is neither linked nor was taken in."""
        if claim not in self._stored:
            self.fetch([claim])
        stored = self._stored[claim]
        report = self._report(stored.claim.report_id)
        return Member(
            claim=stored.claim,
            report_name=stored.report_name,
            outlet=report.outlet,
            published=report.published,
            origin=self._origins.origin_of(stored.claim.report_id),
            entered=stored.seq,
        )

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of those that were looked up."""
        return iter(self._stored)

    def __len__(self) -> int:
        """Return how many were looked up."""
        return len(self._stored)

    def _report(self, id_: str) -> Report:
        if id_ not in self._reports:
            ids = {one.claim.report_id for one in list(self._stored.values())} - self._reports.keys()
            self._reports.update((report.id, report) for report in self._book.reports_of(ids))
        return self._reports[id_]
