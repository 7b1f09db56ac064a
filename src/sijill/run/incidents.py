"""The register's claims as incidents: linked under people's judgements, reconciled.

Invariant: a view is a function of the book: replaying the same entries gives the same incidents. What is kept of them
beside the book can be thrown away; the machine's judgements with their reasons are entries, for people to read and to
undo.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sijill.errors import NotFoundError
from sijill.ledger import ClaimFilter
from sijill.reconcile.independence import Printed
from sijill.run.blocks import Blocks
from sijill.run.entering import enter_linked
from sijill.run.judging import judged_in
from sijill.run.links import links_of
from sijill.run.listed import Incidents, Outlines
from sijill.run.printings import Printings
from sijill.run.shown import Shown, outline_of
from sijill.run.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from sijill.incident import Filters, Incident, Member, Tally
    from sijill.judgement import Anchor, Judgement
    from sijill.ledger import Outline, Register, StoredClaim
    from sijill.run.judging import Judged
    from sijill.run.links import Links
    from sijill.run.reviewed import Reviewed

    Linking = Callable[[int], AbstractContextManager[None]]

BESIDE = ("period", "cumulative")  # the scopes of figures that stand beside a toll
MOST_NAMED = 50  # ids that begin alike, of which one must be the whole


@dataclass(frozen=True, kw_only=True)
class View:
    """The incidents of a register, and what they rest on.

    `unlinked` counts the claims that were entered after the register was last linked, which are in no incident.
    `since` tells what an earlier view had, and what may be otherwise now.
    """

    links: Links
    judged: Judged
    unlinked: int = 0
    since: Since | None = None

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """Every incident, parts marked as parts, with the grades that people gave, in the order of their days."""
        return self.listed.ordered

    @cached_property
    def listed(self) -> Incidents:
        """The incidents as they are listed, brought up from an earlier view where there is one."""
        moved = self.reviewed.moved
        given = (review for review in self.reviewed.incidents if review.act == "grade")
        grades = [(moved.get(review.about, review.about), str(review.value["grade"])) for review in given]
        with uncollected():
            if self.since is None:
                return Incidents().after({one.id: one for one in self.links.all_incidents()}, grades)
            stored = self.links.incidents
            stored.fetch(self.since.incidents)
            return self.since.listed.after({id_: stored.get(id_) for id_ in self.since.incidents}, grades)

    @property
    def reviewed(self) -> Reviewed:
        """What people's reviews come to."""
        return self.links.shown.reviewed

    @property
    def by_id(self) -> Mapping[str, Incident]:
        """Every incident by its id."""
        return self.listed.by_id

    @property
    def homes(self) -> Mapping[str, str]:
        """The incident of every linked claim."""
        return self.listed.homes

    @property
    def members(self) -> Mapping[str, Member]:
        """Claims as members, by id, looked up when they are asked for."""
        return self.links.members

    @cached_property
    def claims(self) -> tuple[Member, ...]:
        """Every claim that views show as a member, linked or not, in the order of the book."""
        return self._put(self.links.shown.claims())

    @cached_property
    def crosschecks(self) -> tuple[Member, ...]:
        """The members whose figures are of a period or cumulative, in the order of the book."""
        shown, since = self.links.shown, self.since
        if since is not None:
            gone = [one for one in since.crosschecks if one.claim.report_id in since.reports]
            fresh = self._put(one for one in self.fresh if one.claim.figure and one.claim.figure.scope in BESIDE)
            if sorted(gone, key=_entered) == sorted(fresh, key=_entered):
                return since.crosschecks
            kept = (one for one in since.crosschecks if one.claim.report_id not in since.reports)
            return tuple(sorted([*kept, *fresh], key=_entered))
        found = (one for scope in BESIDE for one in shown.claims(ClaimFilter(scope=scope)))
        return self._put(sorted(found, key=lambda one: one.seq))

    @property
    def outlines(self) -> tuple[Outline, ...]:
        """What lists need of every claim that views show, in the order of the book."""
        return self.outlined.rows

    @cached_property
    def outlined(self) -> Outlines:
        """The outlines, by their ids and reports too, brought up from an earlier view where there is one."""
        if self.since is None:
            found = self.links.shown.outlines()
            return Outlines().after((), found)
        return self.since.outlined.after(self.since.reports, map(outline_of, self.fresh))

    @property
    def printed(self) -> Mapping[str, Printed]:
        """What is to be known of each report that holds a claim, to tell who prints whose copy."""
        return self.printings.by_report

    @cached_property
    def printings(self) -> Printings:
        """The same, with what it comes to; that of an earlier view where it is the same."""
        of_reports, since = self.outlined.by_report, self.since
        wanted = list(of_reports if since is None else sorted(since.reports & of_reports.keys()))
        origins = self.links.origins
        origins.copies.homes.fetch(wanted)
        named = self.links.register.printings(wanted if since else None)
        found = {}
        for id_ in wanted:
            name, outlet = named[id_]
            first, last = of_reports[id_][0].seq, of_reports[id_][-1].seq
            found[id_] = Printed(name, outlet, origins.origin_of(id_), first, last)
        return Printings(found) if since is None else since.printings.after(since.reports, found)

    @cached_property
    def blocks(self) -> Blocks:
        """The incidents in blocks; those of the reports that are to be looked at again count as others."""
        if self.since is None:
            return Blocks().after(self.by_id, self.by_id)
        stale, told = set(self.listed.touched), self.listed.nesting.told
        for report in self.since.reports:
            stale |= {self.homes[one.id] for one in self.outlined.by_report.get(report, ()) if one.id in self.homes}
        for name in self.links.register.names_of(self.since.reports):
            stale |= told.get(name, frozenset())
        return self.since.blocks.after(self.by_id, stale)

    def settled(self) -> View:
        """Return this view with its lists made: looked up later, they would hold what is entered meanwhile."""
        for name in ("listed", "outlined", "crosschecks", "printings", "blocks"):
            getattr(self, name)
        return self

    @cached_property
    def fresh(self) -> Sequence[StoredClaim]:
        """The claims of the reports that are to be looked at again since the earlier view."""
        return self.links.shown.current(self.since.reports)[1] if self.since else ()

    def numbered(self, numbers: Iterable[int]) -> tuple[Member, ...]:
        """Return the claims of some entries as members, in the order of the book."""
        return self._put(self.links.shown.numbered(numbers))

    def chosen(self, filters: ClaimFilter) -> tuple[Member, ...]:
        """Return the claims that pass as members, in the order of the book."""
        return self._put(self.links.shown.claims(filters))

    def _put(self, found: Iterable[StoredClaim]) -> tuple[Member, ...]:
        """Return claims as members, taken in all together."""
        stored, members = list(found), self.links.members
        members.put(stored, ())
        self.links.origins.copies.homes.fetch(
            {one.claim.report_id for one in stored}
        )  # together: one by one takes long
        return tuple(members[one.claim.id] for one in stored)

    def toll(self, *, rule: str = "ibc", filters: Filters | None = None, by: str | None = None) -> Tally:
        """Return the toll of the register under a rule, its running totals beside it; UsageError as `tally` raises."""
        from sijill.reconcile import tally

        with uncollected():
            return tally(self.blocks, self.crosschecks, rule=rule, filters=filters, by=by)

    @property
    def overruled(self) -> tuple[Judgement, ...]:
        """The "same" judgements of people that do not hold, because another person's "different" contradicts them."""
        return self.links.index.overruled

    @property
    def adrift(self) -> tuple[Judgement, ...]:
        """The judgements of people whose claims are not to be found any more."""
        return self.links.adrift

    def reasons(self, incident: Incident) -> Iterator[Judgement]:
        """Yield the machine's judgements about the accounts that different reports give of an incident."""
        return self.links.index.reasons(incident.id)

    def home(self, claim: str) -> str:
        """Return the incident of a linked claim, also by the id that it had before a correction."""
        today = self.reviewed.moved.get(claim, claim)
        if "listed" in self.__dict__:  # cached; made for this alone it would take longer
            return self.homes.get(today, today)
        return self.links.index.incident_of(today) or today

    def anchor(self, claim: str) -> Anchor:
        """Return the words that a linked claim stands on."""
        mention = self.links.index.mention(claim)
        if mention is None:
            raise NotFoundError(self._unknown(claim))
        return mention.anchor

    def incident(self, beginning: str) -> Incident:
        """Return the incident that an id means today: its own, an older one, a claim's, or how one of them begins."""
        return self.by_id[self.home(self.claim_id(beginning))]

    def claim_id(self, beginning: str) -> str:
        """Return the id of the linked claim that begins so; NotFoundError if there is none, or more than one."""
        beginning = self.reviewed.moved.get(beginning, beginning)
        found = self._linked(beginning) if beginning else []
        if beginning in found or len(found) == 1:
            return beginning if beginning in found else found[0]
        if found:
            msg = f"{len(found)} ids begin with {beginning!r}: give more of it"
            raise NotFoundError(msg)
        raise NotFoundError(self._unknown(beginning))

    def _linked(self, beginning: str) -> list[str]:
        homes = self.links.index.memory.homes
        kept = self.links.register.kept.begins("homes", beginning, MOST_NAMED)
        here = [claim for claim in list(homes) if claim.startswith(beginning)]
        return [claim for claim in dict.fromkeys([*here, *kept]) if claim in homes]

    def _unknown(self, beginning: str) -> str:
        if beginning and any(member.claim.id.startswith(beginning) for member in self.crosschecks):
            return f"{beginning!r} is a figure of a period or a running total: it belongs to no incident"
        if beginning and is_claims(self.links.register, beginning):
            return f"{beginning!r} is not linked yet: sijill link"
        return f"no incident and no claim begins with {beginning!r}: sijill incidents lists them"


def _entered(member: Member) -> int:
    return member.entered


def is_claims(register: Register, beginning: str) -> bool:
    """Tell whether an entered claim's id begins so."""
    try:
        return bool(register.claim(beginning).seq)
    except NotFoundError:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSummary:
    """What linking a register came to; `judgements` are the machine's that were entered just now."""

    incidents: int
    claims: int
    judgements: int
    across: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """The lists of an earlier view, and which incidents and reports may be others than they were in it."""

    listed: Incidents
    outlined: Outlines
    crosschecks: tuple[Member, ...]
    printings: Printings
    blocks: Blocks
    incidents: frozenset[str]
    reports: frozenset[str]


def since(before: View | None, links: Links) -> Since | None:
    """Return what links have that an earlier, settled view had not; None where they do not go on from that view's.

    What they were taken up from is what it kept, or the whole is worked out anew.
    """
    shown = links.shown
    if before is None or shown.touched is None or links.state is None or links.state != before.links.kept_as:
        return None
    return Since(
        listed=before.listed,
        outlined=before.outlined,
        crosschecks=before.crosschecks,
        printings=before.printings,
        blocks=before.blocks,
        incidents=links.touched,
        reports=shown.touched | links.touched_reports,
    )


def incidents_of(register: Register, *, keep: bool = False, before: View | None = None) -> View:
    """Return the incidents of what is linked in a register, under people's judgements; `keep` them beside the book.

    What was kept is taken up, and only what it does not follow is worked out; of the lists of an earlier view too.
    """
    judged = judged_in(register, before.judged if before is not None else None)
    shown = _shown(register, before)
    if keep:
        return _kept(shown, judged, before)
    return _view(links_of(shown, judged.people, up_to=judged.linked_to), judged, before)


def _kept(shown: Shown, judged: Judged, before: View | None) -> View:
    """Return the incidents of what is linked, kept beside the book."""
    links = links_of(shown, judged.people, up_to=judged.linked_to, before=before.links if before else None)
    links.keep()
    return _view(links, judged, before)


def quietly(_: int) -> AbstractContextManager[None]:
    """Say nothing while so many claims are linked."""
    return nullcontext()


def linked_view(register: Register, before: View | None = None, linking: Linking = quietly) -> View:
    """Return the incidents of everything that a register holds, linked first where claims were entered since; kept.

    `linking` is opened with the number of claims while they are linked.
    """
    known = before or incidents_of(register, keep=True).settled()
    judged, shown = judged_in(register, known.judged), _shown(register, known)
    unlinked = shown.shown_after(judged.linked_to)
    if unlinked:
        with linking(unlinked), uncollected():
            links, _ = _linked(shown, judged, anew=False, before=known.links)
        return _view(links, judged_in(register, judged), known).settled()
    return known if before is None else _kept(shown, judged, before).settled()


def _shown(register: Register, before: View | None) -> Shown:
    return Shown(register, before.links.shown if before is not None else None)


def _view(links: Links, judged: Judged, before: View | None) -> View:
    unlinked = links.shown.shown_after(judged.linked_to)
    return View(links=links, judged=judged, unlinked=unlinked, since=since(before, links))


def homes_in(register: Register) -> Mapping[str, str]:
    """Return the incident of every linked claim; nothing where the register is not linked."""
    view = incidents_of(register)
    return view.homes if view.judged.linked_to else {}


def link_register(register: Register) -> LinkSummary:
    """Link everything that a register holds, enter the machine's judgements that are new; again changes nothing."""
    with uncollected():
        links, new = _linked(Shown(register), judged_in(register), anew=True)
        return summary_of(links, new)


def link_new(register: Register) -> int:
    """Link what was entered since a register was last linked; return how many judgements that entered."""
    with uncollected():
        return _linked(Shown(register), judged_in(register), anew=False)[1]


def _linked(shown: Shown, judged: Judged, *, anew: bool, before: Links | None = None) -> tuple[Links, int]:
    """Link, enter the machine's judgements that are new, and keep what was found."""
    links = links_of(shown, judged.people, anew=anew, before=before)
    return links, enter_linked(links, judged, judged.linked_to)


def summary_of(links: Links, new: int) -> LinkSummary:
    """Return how many incidents there are, and how many of them several reports tell of."""
    incidents = links.all_incidents()
    claims = sum(len(incident.claims) for incident in incidents)
    across = sum(len(incident.reports) > 1 for incident in incidents)
    return LinkSummary(incidents=len(incidents), claims=claims, judgements=new, across=across)
