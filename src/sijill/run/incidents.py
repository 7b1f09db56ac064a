"""The register's claims as incidents: loaded, linked under people's judgements, reconciled.

Invariant: a view is a function of the book: replaying the same entries gives the same incidents. Nothing that is
computed here is stored, except the machine's judgements with their reasons, for people to read and to undo.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sijill.errors import NotFoundError
from sijill.incident import Member
from sijill.judgement import MACHINE
from sijill.run.judging import LINK, enter, judged_in
from sijill.run.reviewed import Reviewed, reviewed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sijill.incident import Incident
    from sijill.judgement import Judgement
    from sijill.ledger import Register, StoredClaim
    from sijill.link import Linking, Mention
    from sijill.model import Report
    from sijill.run.judging import Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The incidents of a register, and what they rest on.

    `members` holds every claim that views show, by id, in the order of the book; `crosschecks` those whose figures
    are of a period or cumulative. `unlinked` counts the claims that were entered after the register was last linked,
    which are in no incident. `adrift` lists people's judgements whose claims are not to be found any more.
    """

    incidents: tuple[Incident, ...]
    linking: Linking
    members: Mapping[str, Member]
    mentions: Mapping[str, Mention]
    crosschecks: tuple[Member, ...]
    judged: Judged
    adrift: tuple[Judgement, ...] = ()
    unlinked: int = 0
    reviewed: Reviewed = field(default_factory=Reviewed)

    def incident(self, beginning: str) -> Incident:
        """Return the incident that an id means today: its own, an older one, a claim's, or how one of them begins."""
        home = self.linking.homes[self.claim_id(beginning)]
        return next(incident for incident in self.incidents if incident.id == home)

    def claim_id(self, beginning: str) -> str:
        """Return the id of the linked claim that begins so; NotFoundError if there is none, or more than one."""
        found = [id_ for id_ in self.linking.homes if id_.startswith(beginning)] if beginning else []
        if beginning in found or len(found) == 1:
            return beginning if beginning in found else found[0]
        if found:
            msg = f"{len(found)} ids begin with {beginning!r}: give more of it"
            raise NotFoundError(msg)
        raise NotFoundError(self._unknown(beginning))

    def _unknown(self, beginning: str) -> str:
        if beginning and any(member.claim.id.startswith(beginning) for member in self.crosschecks):
            return f"{beginning!r} is a figure of a period or a running total: it belongs to no incident"
        if beginning and any(id_.startswith(beginning) for id_ in self.members):
            return f"{beginning!r} is not linked yet: sijill link"
        return f"no incident and no claim begins with {beginning!r}: sijill incidents lists them"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSummary:
    """What linking a register came to; `judgements` are the machine's that were entered just now."""

    incidents: int
    claims: int
    judgements: int
    across: int


def incidents_of(register: Register) -> View:
    """Return the incidents of what is linked in a register, under people's judgements."""
    judged = judged_in(register)
    return view_of(reviewed(register), list(register.reports()), judged)


def homes_in(register: Register) -> Mapping[str, str]:
    """Return the incident of every linked claim; nothing where the register is not linked."""
    judged = judged_in(register)
    return view_of(reviewed(register), list(register.reports()), judged).linking.homes if judged.linked_to else {}


def view_of(heeded: Reviewed, reports: Sequence[Report], judged: Judged) -> View:
    """Return the incidents of claims, as people reviewed them, and their reports. Pure."""
    from sijill.link import link, reattached
    from sijill.reconcile import nested, reconcile

    stored = heeded.stored
    members = {member.claim.id: member for member in members_of(stored, reports)}
    mentions = mentions_in([s for s in stored if s.seq <= judged.linked_to], reports)
    ruled = reattached(judged.people, mentions)
    linking = link(mentions, judged=ruled.attached)
    found = nested([reconcile([members[id_] for id_ in claims]) for claims in linking.incidents.values()])
    return View(
        incidents=tuple(sorted(graded(found, heeded, linking.homes), key=in_order)),
        linking=linking,
        members=members,
        mentions={m.claim: m for m in mentions},
        crosschecks=tuple(m for m in members.values() if m.claim.figure and m.claim.figure.scope != "incident"),
        judged=judged,
        adrift=ruled.adrift,
        unlinked=len(stored) - len(mentions),
        reviewed=heeded,
    )


def graded(found: Iterable[Incident], heeded: Reviewed, homes: Mapping[str, str]) -> Iterator[Incident]:
    """Yield the incidents with the latest grade that a person gave each."""
    grades = {homes.get(r.about): str(r.value["grade"]) for r in heeded.incidents if r.act == "grade"}
    return (replace(one, grade=grades[one.id]) if one.id in grades else one for one in found)


def in_order(incident: Incident) -> tuple[bool, str, str]:
    """Return what incidents are sorted by: their first day, those without one last, and their id."""
    day = incident.days.first or incident.days.last
    return day is None, str(day), incident.id


def members_of(stored: Iterable[StoredClaim], reports: Sequence[Report]) -> Iterator[Member]:
    """Yield the claims with what counting has to know of their reports."""
    from sijill.link import origins

    by_id, origin = {report.id: report for report in reports}, origins(reports)
    for one in stored:
        report = by_id[one.claim.report_id]
        yield Member(
            claim=one.claim,
            report_name=one.report_name,
            outlet=report.outlet,
            published=report.published,
            origin=origin[report.id],
            entered=one.seq,
        )


def mentions_in(stored: Iterable[StoredClaim], reports: Iterable[Report]) -> list[Mention]:
    """Return what linking compares of the claims."""
    from sijill.link import mention_of

    by_id = {report.id: report for report in reports}
    return [mention_of(one.claim, by_id[one.claim.report_id], entered=one.seq) for one in stored]


def link_register(register: Register) -> LinkSummary:
    """Link everything that a register holds, and enter the machine's judgements that are new; again changes nothing."""
    from sijill.link import link, reattached

    judged, stored = judged_in(register), list(reviewed(register).stored)
    mentions = mentions_in(stored, register.reports())
    linking = link(mentions, judged=reattached(judged.people, mentions).attached)
    new = [judgement for judgement in linking.judgements if judgement not in judged.machine]
    last = max((one.seq for one in stored), default=0)
    with register.batch():
        for report_id, found in by_report(new, mentions).items():
            enter(register, found, act="link", subject=report_id)
        if last > judged.linked_to:
            payload = {"up_to": last, "claims": len(stored)}
            register.append(author=MACHINE, kind=LINK, subject=f"claims up to entry {last}", payload=payload)
    return summary_of(linking, mentions, len(new))


def by_report(judgements: Iterable[Judgement], mentions: Iterable[Mention]) -> dict[str, list[Judgement]]:
    """Return judgements by the later-entered of the two reports: an entry each would make reading slow."""
    by_claim = {mention.claim: mention for mention in mentions}
    found: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        later = max((by_claim[judgement.a], by_claim[judgement.b]), key=lambda m: m.entered)
        found.setdefault(later.report, []).append(judgement)
    return found


def summary_of(linking: Linking, mentions: Iterable[Mention], new: int) -> LinkSummary:
    """Return how many incidents there are, and how many of them several reports tell of."""
    report_of = {mention.claim: mention.report for mention in mentions}
    told = Counter(len({report_of[claim] for claim in claims}) > 1 for claims in linking.incidents.values())
    return LinkSummary(incidents=len(linking.incidents), claims=len(linking.homes), judgements=new, across=told[True])
