"""The links of a register: taken up from what is kept, brought up to the book, and kept again.

Invariant: whether taken up or made from nothing, links are the same function of the book's entries: what is kept only
saves work. What another program made is made anew; what the book or people's judgements have outdated, where it is
touched.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sijill.incident import Incident
from sijill.judgement import Judgement
from sijill.ledger.packed import packed, unpacker
from sijill.link import LinkIndex, OriginIndex, Reattached, Store, lost_in, mention_of, reattached
from sijill.reconcile import reconcile
from sijill.run.making import made_by
from sijill.run.members import Members
from sijill.run.stores import FORMS, Book, KeptStore, Space, UnitsMade, copies_in, memory_in, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sijill.ledger import Register, StoredClaim
    from sijill.link import Mention
    from sijill.model import Report
    from sijill.run.shown import Shown

MOST_REMEMBERED: Final = 50_000
"""Incidents that are not unpacked again from one view to the next."""
INCIDENTS: Final[Space[str, Incident]] = Space(
    "incidents", packed, lru_cache(maxsize=MOST_REMEMBERED)(unpacker(Incident))
)


@dataclass(slots=True, kw_only=True)
class Links:
    """What claims are linked to, under people's judgements.

    `incidents` are as they come of their claims, each by itself; `linked` is the number of the last claim that they
    take in, `relinked` the reports whose claims were linked just now, `reprinted` those that may be of another origin.
    `people` are the judgements that hold, led to the claims of today, `adrift` those that find none. `state` is that of
    what was kept, None where all was made anew. `touched` are the incidents that may be others than they were in that
    state, `kept_as` the state that they are kept in now, None where they are not. `forms` are the claims that were
    linked in another form than the book's, `heeded` the reviews that made them so.
    """

    shown: Shown
    forms: Store[int, StoredClaim]
    index: LinkIndex
    origins: OriginIndex
    incidents: Store[str, Incident]
    linked: int = 0
    heeded: frozenset[int] = frozenset()
    people: tuple[Judgement, ...] = ()
    adrift: tuple[Judgement, ...] = ()
    relinked: frozenset[str] = frozenset()
    reprinted: frozenset[str] = frozenset()
    state: dict[str, str] | None = None
    touched: frozenset[str] = frozenset()
    kept_as: dict[str, str] | None = None
    made: UnitsMade = field(default_factory=UnitsMade)
    members: Members = field(init=False)

    def __post_init__(self) -> None:
        """Look members up in the register."""
        self.members = Members(Book(self.register, self.forms), self.origins, self.index.memory)

    @property
    def register(self) -> Register:
        """The register whose claims are linked."""
        return self.shown.register

    @property
    def relinked_claims(self) -> int:
        """How many claims were linked just now."""
        return sum(len(self.index.memory.mentions.get(report, ())) for report in self.relinked)

    def all_incidents(self) -> list[Incident]:
        """Return every incident, as it comes of its claims alone."""
        if isinstance(self.incidents, KeptStore):
            self.incidents.fetch_all()
        return list(self.incidents.values())

    def keep(self) -> None:
        """Keep what was worked out beside the book, unless another program did so since it was taken up."""
        state = {
            "made_by": made_by(),
            "linked": str(self.linked),
            "people": json.dumps([_plain(judgement) for judgement in self.people]),
            "reviews": json.dumps(sorted(self.heeded)),
        }
        of_linking = rows_of(self.index.memory, self.origins.copies)
        rows = [*of_linking, *INCIDENTS.rows(self.incidents), *FORMS.rows(self.forms)]
        changes = bool(rows) or state != self.state
        done = not changes or self.register.kept.keep(rows, state, before=self.state)
        self.kept_as = state if done else None

    @property
    def touched_reports(self) -> frozenset[str]:
        """The reports that were linked just now, or turned out to be of another origin."""
        return self.relinked | self.reprinted


def links_of(
    shown: Shown,
    people: Sequence[Judgement],
    *,
    up_to: int | None = None,
    anew: bool = False,
    before: Links | None = None,
) -> Links:
    """Return the links of all claims up to entry `up_to` (None: of all), taken up from what is kept unless `anew`.

    What earlier links made of claims is not made again, unless something was erased since.
    """
    made = UnitsMade() if before is None or shown.touched is None else before.made
    links = links_begun(shown, made, up_to=up_to, anew=anew)
    bring_up(links, people, up_to)
    return links


def links_begun(shown: Shown, made: UnitsMade | None = None, *, up_to: int | None = None, anew: bool = False) -> Links:
    """Return the links that are kept, to be brought up; none where none are kept that fit, or `anew`."""
    state = {} if anew else shown.register.kept.state()
    usable = state.get("made_by") == made_by() and (up_to is None or int(state["linked"]) <= up_to)
    return _taken_up(shown, state, made or UnitsMade()) if usable else _empty(shown)


def _empty(shown: Shown) -> Links:
    return Links(shown=shown, forms=Store(), index=LinkIndex(), origins=OriginIndex(), incidents=Store())


def _taken_up(shown: Shown, state: dict[str, str], made: UnitsMade) -> Links:
    people = tuple(Judgement(**row) for row in json.loads(state["people"]))
    kept = shown.register.kept
    forms = KeptStore(kept, FORMS)
    return Links(
        shown=shown,
        forms=forms,
        index=LinkIndex(judged=people, memory=memory_in(Book(shown.register, forms), made)),
        origins=OriginIndex(copies_in(kept)),
        incidents=KeptStore(kept, INCIDENTS),
        linked=int(state["linked"]),
        heeded=frozenset(json.loads(state["reviews"])),
        people=people,
        state=state,
        made=made,
    )


def bring_up(links: Links, people: Sequence[Judgement], up_to: int | None = None) -> None:
    """Link what was entered since, and what people reviewed, under the judgements that are in force now.

    It may be done again and again as the book grows.
    """
    heeded = links.shown.heeded(up_to)
    changed, reports, stored = _entered_since(links, heeded)
    links.members.put(stored, reports)
    _put_forms(links, changed, stored)
    links.heeded = heeded
    _bring_origins_up(links, changed, reports)
    mentions = _mentions(changed, reports, (s for s in stored if up_to is None or s.seq <= up_to))
    links.index.memory.mentions.fetch(changed)
    unsettled = {claim for report in changed for claim in links.index.memory.mentions.get(report, {})}
    # with no report to be linked anew, what was taken up stands as people's judgements settled it already
    changes = [links.index.replace(mentions)] if mentions or links.state is None else []
    ruled = _led_to_today(links, people, unsettled)
    if set(map(_key, ruled.attached)) != set(map(_key, links.people)):
        changes.append(links.index.judge(ruled.attached))
    links.people, links.adrift, links.relinked = ruled.attached, ruled.adrift, links.relinked.union(mentions)
    links.linked = max([links.linked, *(s.seq for s in stored)]) if up_to is None else up_to
    dirty = {id_ for change in changes for id_ in (*change.incidents, *change.gone)}
    reprinted, links.origins.changed = frozenset(links.origins.changed), set()
    touched = frozenset(dirty | set(_told_by(links, {*mentions, *reprinted})))
    _count_again(links, touched)
    links.touched, links.reprinted = links.touched | touched, links.reprinted | reprinted


def _entered_since(
    links: Links, heeded: frozenset[int]
) -> tuple[set[str], list[tuple[int, Report]], list[StoredClaim]]:
    """Return the reports that are not linked as they are now, those of them that views show, and their claims."""
    register, shown = links.register, links.shown
    if links.state is None and not links.linked:
        found = list(register.reports_with_seq())
        return {report.id for _, report in found}, found, list(shown.claims())
    changed = register.changed_reports(links.linked) | shown.reports_under(links.heeded ^ heeded)
    reports, stored = shown.current(changed)
    namesakes = register.ids_named(shown.names & {report.name for _, report in reports}) - changed
    if namesakes:  # a review finds its words again in any report of the name
        changed |= namesakes
        reports, stored = shown.current(changed)
    return changed, reports, stored


def _put_forms(links: Links, changed: set[str], stored: Sequence[StoredClaim]) -> None:
    """Put what reviews make of claims in the place of what they made of them when these were last linked."""
    links.index.memory.mentions.fetch(changed)  # as they were linked
    links.forms.fetch(one.seq for one in stored)
    for one in stored:
        if one.seq in links.shown.reviewed.changed:
            links.forms[one.seq] = one
        else:
            links.forms.pop(one.seq, None)


def _bring_origins_up(links: Links, changed: set[str], reports: Sequence[tuple[int, Report]]) -> None:
    """Take out the reports that views show no more, and take in those that are new."""
    origins, shown = links.origins, {report.id for _, report in reports}
    for gone in list(links.register.reports_of(id_ for id_ in changed - shown if id_ in origins.copies.homes)):
        others = origins.remove(gone)
        origins.add_again((other, others[other.id]) for other in links.register.reports_of(others))
    for seq, report in reports:
        origins.add(report, seq)


def _mentions(
    changed: Iterable[str], reports: Iterable[tuple[int, Report]], stored: Iterable[StoredClaim]
) -> dict[str, list[Mention]]:
    """Return what linking compares of the claims, by report; none for a report that views show no more."""
    by_id = {report.id: report for _, report in reports}
    found: dict[str, list[Mention]] = {id_: [] for id_ in changed}
    for one in stored:
        id_ = one.claim.report_id
        found[id_].append(mention_of(one.claim, by_id[id_], entered=one.seq))
    return found


def _led_to_today(links: Links, people: Sequence[Judgement], unsettled: set[str]) -> Reattached:
    """Lead judgements to the linked claims of today.

    Those that the judgements of the last time were led to are there still, but for the `unsettled`: these were in
    reports that were linked just now.
    """
    held = {claim for judgement in links.people for claim in judgement.pair} - unsettled
    others = {claim for judgement in people for claim in judgement.pair} - held
    reports = links.index.memory.reports
    reports.fetch(others)
    there = held | {claim for claim in others if claim in reports}
    return reattached(people, there, _standing(links, lost_in(people, there)))


def _standing(links: Links, names: set[str]) -> dict[str, list[Mention]]:
    """Return the linked claims of the reports with some names, by the name."""
    mentions = links.index.memory.mentions
    reports = links.register.ids_named(names) if names else set()
    mentions.fetch(reports)
    found: dict[str, list[Mention]] = {}
    for report in reports:
        for mention in mentions.get(report, {}).values():
            found.setdefault(mention.anchor.report_name, []).append(mention)
    return found


def _told_by(links: Links, reports: Iterable[str]) -> Iterator[str]:
    """Yield the incidents that some reports tell of."""
    mentions = links.index.memory.mentions
    mentions.fetch(reports)
    yield from (links.index.incident_of(claim) or "" for report in reports for claim in mentions.get(report, {}))


def _count_again(links: Links, dirty: frozenset[str]) -> None:
    """Make these incidents anew from their claims; those without any are no more."""
    claims = {id_: links.index.claims_of(id_) for id_ in sorted(dirty)}
    links.members.fetch(claim for of_one in claims.values() for claim in of_one)
    for id_, of_one in claims.items():
        if of_one:
            links.incidents[id_] = reconcile([links.members[claim] for claim in of_one])
        else:
            links.incidents.pop(id_, None)


def _key(judgement: Judgement) -> tuple[str, str, str, str, int]:
    return judgement.a, judgement.b, judgement.verdict, judgement.author, judgement.seq


def _plain(judgement: Judgement) -> dict[str, str | int]:
    return dict(zip(("a", "b", "verdict", "author", "seq"), _key(judgement), strict=True))
