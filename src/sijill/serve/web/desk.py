"""The open register, and what is worked out from it: worked out once for each state of the book.

Invariant: a snapshot is a function of the book's entries; whatever is entered, by anybody, makes the next one new.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

from sijill.judgement import MACHINE
from sijill.ledger import open_register
from sijill.run import linked_view, quietly
from sijill.run.acts import Person
from sijill.run.agreement import agreement_of
from sijill.run.doubts import Doubtful, Uncertain
from sijill.run.judging import JUDGEMENT
from sijill.run.reviewing import REVIEW
from sijill.serve.linked import Linked
from sijill.serve.opening import Masks, register_to_read
from sijill.serve.source_profiles import profiles
from sijill.serve.sources import group_documents

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from sijill.agreement import Agreement
    from sijill.incident import Incident, Member
    from sijill.ledger import Register
    from sijill.model import HiddenPerson, Report
    from sijill.review import Review
    from sijill.run import View
    from sijill.serve.source_profiles import Profile
    from sijill.serve.web.releasing import Made


T = TypeVar("T")
ENTERED = (JUDGEMENT, REVIEW)
FEW = 100  # reports that came or went; of more, all are looked up
MOST_ANSWERS = 200  # kept for one state of the book


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What the book came to when it held `length` entries; its reports, where they are known.

    `entered_known` is up to which entry it is known when people entered judgements and reviews, and when.
    """

    shelf: Linked
    length: int
    uncertain: Uncertain
    reports_known: Sequence[str] = ()
    entered_known: tuple[int, Sequence[datetime]] = (0, ())
    _answers: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, question: Hashable, work: Callable[[], T]) -> T:
        """Return what some work over the whole register gives, done once for each question while nothing is entered."""
        try:
            found: T = self._answers[question]
        except KeyError:
            found = work()  # handed back itself: another thread may clear the answers meanwhile
            if len(self._answers) >= MOST_ANSWERS:
                self._answers.clear()
            self._answers[question] = found
        return found

    @property
    def view(self) -> View:
        """The incidents."""
        return self.shelf.view

    @cached_property
    def incidents(self) -> Mapping[str, Incident]:
        """The incidents by id."""
        return self.view.by_id

    @cached_property
    def pairs_to_judge(self) -> Doubtful:
        """The links of which the machine is least certain, those nearest to even odds first."""
        return Doubtful(self.view, self.uncertain)

    @cached_property
    def agreement(self) -> Agreement:
        """How far the reviewers agree."""
        return agreement_of(self.view)

    @cached_property
    def sources(self) -> Sequence[Profile]:
        """The sources, those that speak of most incidents first."""
        return profiles(self.shelf)

    @cached_property
    def source_groups(self) -> Sequence[dict[str, Any]]:
        """Which of the sources share an origin."""
        return group_documents(self.shelf)

    @cached_property
    def report_ids(self) -> Sequence[str]:
        """The ids of the reports in the order of the book: those of its first entries, as everything here is."""
        return self.reports_known or self.shelf.book.report_ids(up_to=self.length)

    @cached_property
    def entered(self) -> Sequence[datetime]:
        """When people entered judgements and reviews, in the order of these times."""
        after, known = self.entered_known
        fresh = self.shelf.book.entered_at(ENTERED, but_by=MACHINE, after=after, up_to=self.length)
        return sorted([*known, *fresh])

    def reports(self, ids: Iterable[str]) -> list[Report]:
        """Return the reports with these ids, in the order of the ids."""
        wanted = list(ids)
        found = {report.id: report for report in self.shelf.book.reports_of(wanted)}
        return [found[id_] for id_ in wanted if id_ in found]

    @cached_property
    def by_country(self) -> Mapping[str, list[Incident]]:
        """The incidents of each country, in the order of the book."""
        found: dict[str, list[Incident]] = {}
        for incident in self.view.incidents:
            if incident.place is not None and incident.place.country is not None:
                found.setdefault(incident.place.country, []).append(incident)
        return found

    @cached_property
    def claim_ids(self) -> Sequence[str]:
        """The ids of the claims in the order of the book."""
        return [one.id for one in self.view.outlines]

    def claims_in(self, report: str) -> Sequence[int]:
        """Return the numbers of the claims of a report."""
        return [one.seq for one in self.view.outlined.by_report.get(report, ())]

    def member(self, id_: str) -> Member | None:
        """Return a claim, None where views show none of this id."""
        return next(iter(self.members([id_])), None)

    def members(self, ids: Iterable[str]) -> list[Member]:
        """Return the claims with these ids that views show, in the order of the ids."""
        numbers = self.view.outlined.numbers
        wanted = [id_ for id_ in ids if id_ in numbers]
        found = {m.claim.id: m for m in self.view.numbered(numbers[id_] for id_ in wanted)}
        return [found[id_] for id_ in wanted]

    def members_of(self, report: str) -> list[Member]:
        """Return the claims of a report, in the order of its words."""
        found = self.view.numbered(self.claims_in(report))
        return sorted(found, key=lambda m: m.claim.anchor.span.start)

    def hidden_in(self, report_id: str) -> list[HiddenPerson]:
        """Return the people of a report who hide."""
        return list(self.shelf.book.hidden_people(report_id, up_to=self.length))

    def reviews(self, claim_id: str) -> tuple[Review, ...]:
        """Return the reviews of a claim."""
        return self.view.reviewed.of(claim_id)


class Desk:
    """A register open for reading and writing, shared by all requests."""

    def __init__(  # noqa: PLR0913 -- what the command was given
        self, path: str, *, reviewer: str, unmasked: bool, max_bytes: int, tiles: Path | None = None,
        linking: Callable[[int], AbstractContextManager[None]] = quietly,
        opening: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:  # fmt: skip
        """Open the register, `opening`, and work out what pages rest on; so many claims are linked first, `linking`."""
        self.reviewer = Person(name=reviewer).name
        self.unmasked = unmasked
        self.max_bytes = max_bytes
        self.tiles = tiles
        register_to_read(path).close()
        self.book: Register = open_register(path, create=False)
        self._lock = RLock()
        self._uncertain = Uncertain(self.book)
        self._snapshot: Snapshot | None = None
        self.released: Made | None = None  # the newest
        self._linking = linking
        with opening():
            self.now()
            self._uncertain.keep()
        self._linking = quietly  # from now on a page waits for it, nobody at the terminal

    def close(self) -> None:
        """Close the register."""
        self.book.close()

    def now(self) -> Snapshot:
        """Return the snapshot of the book as it is."""
        with self._lock:
            if self._snapshot is None or self._snapshot.length != self.book.length:
                self._snapshot = self._worked_out()
            return self._snapshot

    def enter(self, act: Callable[[Register, View], int]) -> int:
        """Enter an act of a person, and return the number of its entry."""
        with self._lock:
            return act(self.book, self.now().view)

    def _worked_out(self) -> Snapshot:
        """Return the snapshot, linking first where claims were entered since."""
        length = self.book.length  # first: what is entered meanwhile, by whomever, makes the next snapshot new
        before = self._snapshot.shelf if self._snapshot else None
        view = linked_view(self.book, before.view if before else None, linking=self._linking)
        shown = view.links.shown
        masks = Masks(self.book, unmasked=self.unmasked, shown=shown, before=before.masks if before else None)
        shelf = Linked(book=self.book, view=view, masks=masks, hides=not self.unmasked)
        reports = self._reports_after(length)
        entered = self._entered_before()
        return Snapshot(
            shelf=shelf, length=length, uncertain=self._uncertain, reports_known=reports, entered_known=entered
        )

    def _entered_before(self) -> tuple[int, Sequence[datetime]]:
        """Return up to which entry it is known when people entered something, and when."""
        before = self._snapshot
        if before is None or self.book.erased_since(before.length):
            return 0, ()
        return (before.length, before.entered) if "entered" in before.__dict__ else before.entered_known

    def _reports_after(self, length: int) -> Sequence[str]:
        """Return the ids of the reports, gone on with from those of before; nothing where they are to be looked up."""
        before, book = self._snapshot, self.book
        if before is None or book.erased_since(before.length):
            return ()
        changed = book.changed_reports(before.length)
        if not changed or len(changed) > FEW:
            return () if changed else before.report_ids
        shown = book.report_ids(up_to=length, among=changed)
        kept = [id_ for id_ in before.report_ids if id_ not in changed or id_ in shown]
        there = changed.intersection(kept)
        return [*kept, *(id_ for id_ in shown if id_ not in there)]
