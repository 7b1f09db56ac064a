"""The index that a register is linked against: a new report is compared with what is there, and no more is redone.

Invariant: what the index holds is a function of the mentions added and the judgements in force, not of their order;
it equals what linking everything at once gives.
"""

from __future__ import annotations

from itertools import chain, combinations
from typing import TYPE_CHECKING

from sijill.link.components import Components
from sijill.link.linking import Change, Linking
from sijill.link.memory import Memory
from sijill.link.pairs import Pairs
from sijill.link.persons import Rulings, reached, rulings, settled
from sijill.link.reports import accounts, judgements, keyed
from sijill.link.scoring import scorers
from sijill.link.units import Unit, unit_of
from sijill.link.weights import Weights, load_weights

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sijill.judgement import Judgement
    from sijill.link.mention import Mention


class LinkIndex:
    """Mentions of many reports, linked. Knows no database: `run` fills it from the book, or gives it a memory."""

    def __init__(
        self, *, weights: Weights | None = None, judged: Sequence[Judgement] = (), memory: Memory | None = None
    ) -> None:
        """Start from a memory (by default an empty one) that was made under these judgements of people."""
        self.memory = memory or Memory()
        self._within, self._across = scorers(weights or load_weights())
        self._pairs = Pairs(self._across, self.memory)
        self._ruled: Rulings = rulings(judged)
        self._components = Components(self._pairs, (self._within, self._across), self.memory)
        self._mentions, self._units = self.memory.mentions, self.memory.told
        self._report_of = self.memory.reports
        self._accounts: dict[str, list[Unit]] = {}
        self._keyed: dict[str, list[Unit]] = {}

    def add(self, mentions: Iterable[Mention]) -> Change:
        """Add mentions (of new reports, or further ones of known reports) and link them against what is there.

        Mentions of scope period and cumulative are left out; one that is there already changes nothing.
        """
        changed = set()
        for mention in mentions:
            if mention.scope == "incident" and self._taken_in(mention):
                changed.add(mention.report)
        return self._redone(changed, ())

    def replace(self, reports: Mapping[str, Sequence[Mention]]) -> Change:
        """Put these mentions in the place of all that were there of their reports; a report without any is taken out.

        So reports come in that are new, were read anew, or were replaced by a later text.
        """
        self._mentions.fetch(reports)
        gone: set[str] = set()
        for report, mentions in reports.items():
            for claim in self._mentions.pop(report, {}):
                del self._report_of[claim]
                gone.add(claim)
            for mention in mentions:
                if mention.scope == "incident":
                    self._taken_in(mention)
        return self._redone(set(reports), gone & self._ruled.home.keys())

    def _taken_in(self, mention: Mention) -> bool:
        """Take a mention in; False where it was there already."""
        known = self._mentions.setdefault(mention.report, {})
        if known.get(mention.claim) == mention:
            return False
        known[mention.claim] = mention
        self._report_of[mention.claim] = mention.report
        return True

    def remove(self, report_id: str) -> Change:
        """Take a report out."""
        return self.replace({report_id: ()})

    def judge(self, judged: Sequence[Judgement]) -> Change:
        """Put these judgements of people in force, and no others: without one that was there, it is undone."""
        before, self._ruled = self._ruled, rulings(judged)
        touched = self._ruled.other_than(before)
        return self._redone(self._reports_of(touched), touched)

    def incident_of(self, claim_id: str) -> str | None:
        """Return the incident of a claim, None for one that is not linked."""
        return self._components.incident_of(claim_id)

    def claims_of(self, incident_id: str) -> tuple[str, ...]:
        """Return the claims of an incident in the order of the book."""
        return self._components.claims_of(incident_id)

    def mention(self, claim_id: str) -> Mention | None:
        """Return what is compared of a linked claim, None for one that is not linked."""
        report = self._report_of.get(claim_id)
        return None if report is None else self._mentions[report][claim_id]

    @property
    def overruled(self) -> tuple[Judgement, ...]:
        """The "same" judgements of people that contradict another person's "different", and do not hold."""
        return tuple(self._ruled.overruled)

    def reasons(self, incident_id: str) -> Iterator[Judgement]:
        """Yield the machine's judgements about the accounts that different reports give of an incident."""
        for a, b in combinations(self._components.units_of(incident_id), 2):
            bits = self._pairs.doubted(a, b) if a.report != b.report else None
            if bits is not None:
                yield self._across.judgement(a, b, bits)

    def again(self, judgement: Judgement) -> Judgement | None:
        """Return what the machine holds of a judgement's accounts today; None where it holds nothing of them."""
        a, b = map(self.memory.units.get, judgement.pair)
        if a is None or b is None:
            return None
        if a.report == b.report:
            return judgement
        bits = self._pairs.doubted(a, b)
        return None if bits is None else self._across.judgement(a, b, bits)

    def resolve(self, incident_id: str) -> str | None:
        """Return the incident that an id means today."""
        return self._components.incident_of(incident_id)

    def linking(self) -> Linking:
        """Return everything that is linked, with all of the machine's judgements."""
        incidents = self._components.incidents()
        return Linking(
            incidents=incidents,
            homes={claim: id_ for id_, claims in incidents.items() for claim in claims},
            judgements=self.judgements(self._mentions),
            overruled=self.overruled,
        )

    def _redone(self, reports: set[str], claims: Collection[str]) -> Change:
        """Regroup these reports, settle anew the rulings that they or these claims touch, and cluster what follows.

        `claims` are those of which the rulings are others than before, and judged ones that are no more.
        """
        for report in reports:
            self._regroup(report)
        here = (claim for report in reports for claim in self._mentions.get(report, {}))
        judged = self._touched({claim for claim in chain(claims, here) if claim in self._ruled.home})
        added, removed = self._settle(reports, judged)
        changed, gone = self._components.update(added, removed, self._ruled, judged.union(claims))
        moved = {id_: home for id_, home in gone.items() if home}
        return Change(reports=frozenset(reports), incidents=changed, moved=moved, gone=frozenset(gone))

    def _touched(self, judged: set[str]) -> set[str]:
        """Return the judged claims that hang together with some: judged with them, or told in one account."""
        return reached(judged, lambda claim: chain(self._ruled.beside[claim], self._told_with(claim)))

    def _told_with(self, claim: str) -> list[str]:
        """Return the judged claims of the account that holds a claim, none where the claim is not there."""
        report = self._report_of.get(claim)
        accounts_ = [] if report is None else self._accounts_of(report)
        return [c for unit in accounts_ if claim in unit.claims for c in unit.claims if c in self._ruled.home]

    def _reports_of(self, claims: Collection[str]) -> set[str]:
        """Return the reports of those of some claims that are there."""
        self._report_of.fetch(claims)
        return {self._report_of[claim] for claim in claims if claim in self._report_of}

    def _regroup(self, report: str) -> None:
        mentions = self._mentions.get(report)
        if not mentions:
            self._mentions.pop(report, None)
        self._keyed[report] = keyed(list((mentions or {}).values()), self._within)
        self._accounts[report] = accounts(self._keyed[report], self._within, self._ruled)

    def _keyed_of(self, report: str) -> list[Unit]:
        """Return the units that the reader's own keys make of a report."""
        if report not in self._keyed:
            self._regroup(report)
        return self._keyed[report]

    def _accounts_of(self, report: str) -> list[Unit]:
        """Return the accounts that a report gives, before people's rulings between reports take any apart."""
        if report not in self._accounts:
            self._regroup(report)
        return self._accounts[report]

    def _settle(self, reports: set[str], judged: set[str]) -> tuple[list[Unit], list[Unit]]:
        """Bring the units of these reports, and of these judged claims, in line; return those that came and went."""
        others = self._reports_of(judged) - reports
        split = self._split(judged)
        added, removed = [], []
        for report in sorted(reports | others):
            had = self._units.pop(report, [])
            whole = [[unit] if report in reports else _within(unit, had) for unit in self._accounts_of(report)]
            wanted = [
                part
                for unit, parts in zip(self._accounts_of(report), whole, strict=True)
                for part in split.get(unit.id, parts)
            ]
            here, gone, come = _exchanged(had, wanted)
            added += come
            removed += gone
            if here:
                self._units[report] = here
        return added, removed

    def _split(self, judged: set[str]) -> dict[str, list[Unit]]:
        """Return the parts of the accounts that hold these claims, as people's rulings leave them, by account's id."""
        told = (unit for report in self._reports_of(judged) for unit in self._accounts_of(report))
        touched = {unit.id: unit for unit in told if not judged.isdisjoint(unit.claims)}
        owner = {claim: unit for unit in touched.values() for claim in unit.claims}
        found = {}
        for parts in settled([unit.claims for unit in touched.values()], self._ruled):
            unit = owner[parts[0][0]]
            by_claim = {m.claim: m for m in unit.mentions}
            found[unit.id] = [unit] if len(parts) == 1 else [unit_of(by_claim[c] for c in part) for part in parts]
        return found

    def judgements(self, reports: Iterable[str]) -> tuple[Judgement, ...]:
        """Return the machine's judgements about the claims of these reports, in the order of their claims."""
        return tuple(sorted(self._judgements(list(reports)), key=lambda j: j.pair))

    def _judgements(self, reports: Sequence[str]) -> Iterator[Judgement]:
        wanted = [unit for report in reports for unit in self._units.get(report, ())]
        chosen = {unit.id for unit in wanted}
        for unit in wanted:
            for other, bits in self._pairs.bits.get(unit.id, {}).items():
                if other not in chosen or unit.id < other:
                    yield self._across.judgement(unit, self._pairs.units[other], bits)
        yield from chain.from_iterable(
            judgements(self._keyed_of(r), self._within) for r in reports if r in self._mentions
        )


def _within(account: Unit, units: Sequence[Unit]) -> list[Unit]:
    """Return those of some units that are parts of an account."""
    return [unit for unit in units if unit.id in account.claims]


def _exchanged(had: list[Unit], wanted: list[Unit]) -> tuple[list[Unit], list[Unit], list[Unit]]:
    """Return the wanted units, those that were had and are not wanted, and those that are new.

    Unchanged ones stay the same objects as before.
    """
    if not had:
        return wanted, [], wanted
    before = {unit.mentions: unit for unit in had}
    same = before.keys() & {unit.mentions for unit in wanted}
    gone = [unit for unit in had if unit.mentions not in same]
    come = [unit for unit in wanted if unit.mentions not in same]
    return [before.get(unit.mentions, unit) for unit in wanted], gone, come


def link(mentions: Sequence[Mention], *, weights: Weights | None = None, judged: Sequence[Judgement] = ()) -> Linking:
    """Return the incidents that some mentions make, under people's judgements; the order of either does not matter."""
    index = LinkIndex(weights=weights, judged=judged)
    index.add(mentions)
    return index.linking()
