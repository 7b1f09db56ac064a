"""The register's claims as people reviewed them: what every view, count, export and linking reads.

Invariant: equal to heeding the reviews over all claims, but only reports that reviews in force name are looked up; and
of those, where a layer goes on from an earlier one, only the reports of which anything was entered since.
"""

from __future__ import annotations

from functools import cached_property
from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING

from sijill.ledger import ClaimFilter, Outline
from sijill.ledger.passing import passes
from sijill.run.reviewed import Reviewed, heeding, joined
from sijill.run.reviewing import entered_reviews, in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sijill.ledger import Register, StoredClaim
    from sijill.model import Report
    from sijill.review import Review

    Parts = Mapping[str, tuple[tuple[Review, ...], Reviewed]]
    """By the name of a report: the reviews that are about it, and what they come to."""

CHANGING = ("accept", "correct", "reject", "add")  # the acts that change which claims are shown, or how


class Shown:
    """A thin layer over a register: corrected claims in the place of what was read, without the rejected."""

    def __init__(self, register: Register, before: Shown | None = None) -> None:
        """Look up the reviews that are in force; of those that `before` read already, nothing is read again."""
        self.register = register
        self.length = register.length  # first: whatever is entered meanwhile is looked at again by the next layer
        known = before if before is not None and self._holds(before) else None
        self.entered: tuple[Review, ...] = (
            *(known.entered if known else ()),
            *(one for one in entered_reviews(register, after=known.length if known else 0) if one.seq <= self.length),
        )
        self.reviews = in_force(register, self.entered)
        self._since: tuple[int, frozenset[str]] | None = None
        self.touched = None if known is None else self.touched_since(known)
        self._known: Parts = {} if known is None else known.parts

    def _holds(self, before: Shown) -> bool:
        """Tell whether what an earlier layer read still stands in the book."""
        return not self.register.erased_since(before.length)

    def touched_since(self, before: Shown) -> frozenset[str] | None:
        """Return the ids of the reports of which anything that views show, or mask, may be another than before.

        None where an erasure changed the book meanwhile: anything may be.
        """
        if not self._holds(before):
            return None
        if self._since is not None and self._since[0] == before.length:
            return self._since[1]
        otherwise = {one.seq for one in self.reviews} ^ {one.seq for one in before.reviews}
        new = self.entered[len(before.entered) :]
        named = names_in([*new, *(one for one in self.entered if one.seq in otherwise)])
        found = frozenset(self.register.changed_reports(before.length) | self.register.ids_named(named))
        self._since = before.length, found  # a layer is a function of the book's length
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the reports that reviews in force are about."""
        return names_in(self.reviews)

    @cached_property
    def parts(self) -> Parts:
        """What the reviews come to, report's name by report's name: no review is about a claim of another name."""
        named: dict[str, list[Review]] = {}
        for review in self.reviews:
            named.setdefault(review.anchor.report_name if review.anchor else "", []).append(review)
        stale = self.register.names_of(self.touched or ())
        kept = {
            name: known
            for name, found in named.items()
            if name not in stale and (known := self._known.get(name)) and same_entries(known[0], found)
        }
        made = self._parts({name: found for name, found in named.items() if name not in kept})
        return {name: kept.get(name) or made[name] for name in named}

    def _parts(self, named: Mapping[str, Iterable[Review]]) -> Parts:
        """Return what reviews come to over the claims of the reports that they name."""
        reports, stored = self.register.current(self.register.ids_named(named)) if named else ([], [])
        ids = {report.id for _, report in reports}
        claims: dict[str, list[StoredClaim]] = {}
        for one in stored:
            claims.setdefault(one.report_name, []).append(one)
        return {
            name: (reviews := tuple(found), heeding(claims.get(name, ()), reviews, reports=ids))
            for name, found in named.items()
        }

    @cached_property
    def reviewed(self) -> Reviewed:
        """What the reviews come to over the claims of the reports that they name."""
        return joined([part for _, part in self.parts.values()])

    def heeded(self, up_to: int | None) -> frozenset[int]:
        """Return the numbers of the reviews that change what is shown; claims added after entry `up_to` wait."""
        found = (review for review in self.reviews if review.act in CHANGING)
        return frozenset(r.seq for r in found if r.act != "add" or up_to is None or r.seq <= up_to)

    def reports_under(self, numbers: Iterable[int]) -> set[str]:
        """Return the ids of the reports that these reviews are about, in force or undone."""
        wanted = set(numbers)
        if not wanted:
            return set()
        return self.register.ids_named(names_in(r for r in self.entered if r.seq in wanted))

    def current(self, ids: Iterable[str]) -> tuple[list[tuple[int, Report]], list[StoredClaim]]:
        """Return which of the reports with these ids views show, each with its number, and their claims."""
        reports, stored = self.register.current(ids)
        here = {report.id for _, report in reports}
        added = (one for one in self._added() if one.claim.report_id in here)
        return reports, sorted([*self._as_reviewed(stored), *added], key=attrgetter("seq"))

    def claims(self, filters: ClaimFilter | None = None) -> Iterator[StoredClaim]:
        """Yield the claims that pass, as people reviewed them, in the order of the book."""
        wanted, of = filters or ClaimFilter(), self.reviewed
        found = self.register.claims(wanted)
        if not of.changed and not of.gone:
            return found
        untouched = (one for one in found if one.seq not in of.changed and one.seq not in of.gone)
        report = None if wanted.report is None else self.register.report(wanted.report).id
        others = (of.changed[seq] for seq in sorted(of.changed.keys() - of.gone))
        return merge(untouched, (one for one in others if passes(one.claim, wanted, report)), key=attrgetter("seq"))

    def outlines(self) -> list[Outline]:
        """Return what lists need of every claim that views show, as people reviewed them, in the order of the book."""
        of, found = self.reviewed, self.register.outlines()
        if not of.changed and not of.gone:
            return found
        untouched = (one for one in found if one.seq not in of.changed and one.seq not in of.gone)
        others = (outline_of(of.changed[seq]) for seq in sorted(of.changed.keys() - of.gone))
        return list(merge(untouched, others, key=attrgetter("seq")))

    def numbered(self, numbers: Iterable[int]) -> list[StoredClaim]:
        """Return the claims of some entries, as people reviewed them, in the order of the book."""
        wanted, changed = set(numbers), self.reviewed.changed
        by_hand = [changed[seq] for seq in wanted & changed.keys()]
        return sorted([*self.register.numbered(wanted - changed.keys()), *by_hand], key=attrgetter("seq"))

    def shown_after(self, number: int) -> int:
        """Return how many of the claims that views show were entered after an entry."""
        of = self.reviewed
        gone = sum(seq > number for seq in of.gone - of.added)
        return self.register.shown_after(number) - gone + sum(one.seq > number for one in self._added())

    def _as_reviewed(self, stored: Iterable[StoredClaim]) -> Iterator[StoredClaim]:
        of = self.reviewed
        return (of.changed.get(one.seq, one) for one in stored if one.seq not in of.gone)

    def _added(self) -> Iterator[StoredClaim]:
        of = self.reviewed
        return (of.changed[seq] for seq in of.changed.keys() & (of.added - of.gone))


def outline_of(stored: StoredClaim) -> Outline:
    """Return what lists need of a claim."""
    claim = stored.claim
    return Outline(seq=stored.seq, id=claim.id, report=claim.report_id, confidence=claim.confidence)


def same_entries(some: Sequence[Review], others: Sequence[Review]) -> bool:
    """Tell whether reviews are the same entries of the book."""
    return [one.seq for one in some] == [one.seq for one in others]


def names_in(reviews: Iterable[Review]) -> frozenset[str]:
    """Return the names of the reports that reviews are about."""
    return frozenset(review.anchor.report_name for review in reviews if review.anchor is not None)
