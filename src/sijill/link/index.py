"""The index that a register is linked against: a new report is compared with what is there, and no more is redone.

Invariant: what the index holds is a function of the mentions added and the judgements in force, not of their order;
it equals what linking everything at once gives.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from sijill.link.components import Components
from sijill.link.linking import Change, Linking
from sijill.link.pairs import Pairs
from sijill.link.persons import Rulings, rulings, settled
from sijill.link.reports import accounts, judgements
from sijill.link.scoring import scorers
from sijill.link.units import Unit, unit_of
from sijill.link.weights import Weights, load_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sijill.judgement import Judgement
    from sijill.link.mention import Mention


class LinkIndex:
    """Mentions of many reports, linked. Holds no database: `run` fills it from the book."""

    def __init__(self, *, weights: Weights | None = None, judged: Sequence[Judgement] = ()) -> None:
        """Start empty, under people's judgements in force."""
        self._within, self._across = scorers(weights or load_weights())
        self._pairs = Pairs(self._across)
        self._ruled: Rulings = rulings(judged)
        self._components = Components(self._pairs, self._within, self._across)
        self._mentions: defaultdict[str, dict[str, Mention]] = defaultdict(dict)
        self._report_of: dict[str, str] = {}
        self._accounts: dict[str, list[Unit]] = {}
        self._units: dict[str, list[Unit]] = {}

    def add(self, mentions: Iterable[Mention]) -> Change:
        """Add mentions (of new reports, or further ones of known reports) and link them against what is there.

        Mentions of scope period and cumulative are left out; one that is there already changes nothing.
        """
        changed = set()
        for mention in mentions:
            if mention.scope == "incident" and self._mentions[mention.report].get(mention.claim) != mention:
                self._mentions[mention.report][mention.claim] = mention
                self._report_of[mention.claim] = mention.report
                changed.add(mention.report)
        return self._redone(changed)

    def remove(self, report_id: str) -> Change:
        """Take a report out: it was read anew, or a later text replaced it."""
        for claim in self._mentions.pop(report_id, {}):
            del self._report_of[claim]
        return self._redone({report_id})

    def judge(self, judged: Sequence[Judgement]) -> Change:
        """Put these judgements of people in force, and no others: without one that was there, it is undone."""
        before, self._ruled = self._ruled, rulings(judged)
        touched = {*before.home, *self._ruled.home}
        return self._redone({self._report_of[claim] for claim in touched if claim in self._report_of})

    def incident_of(self, claim_id: str) -> str | None:
        """Return the incident of a claim, None for one that is not linked."""
        return self._components.incident_of(claim_id)

    def resolve(self, incident_id: str) -> str | None:
        """Return the incident that an id means today."""
        return self._components.incident_of(incident_id)

    def linking(self) -> Linking:
        """Return everything that is linked, with all of the machine's judgements."""
        incidents = self._components.incidents()
        return Linking(
            incidents=incidents,
            homes={claim: id_ for id_, claims in incidents.items() for claim in claims},
            judgements=tuple(sorted(self._judgements(self._mentions), key=lambda j: j.pair)),
            overruled=tuple(self._ruled.overruled),
        )

    def _redone(self, reports: set[str]) -> Change:
        """Regroup these reports, settle people's rulings anew, and cluster what that touches."""
        for report in reports:
            self._regroup(report)
        added, removed = self._settle(reports)
        changed, moved = self._components.update(added, removed, self._ruled)
        return Change(judgements=tuple(self._judgements(reports)), incidents=changed, moved=moved)

    def _regroup(self, report: str) -> None:
        mentions = self._mentions.get(report)
        if mentions:
            self._accounts[report] = accounts(list(mentions.values()), self._within, self._ruled)
        else:
            self._accounts.pop(report, None)
            self._mentions.pop(report, None)

    def _settle(self, reports: set[str]) -> tuple[list[Unit], list[Unit]]:
        """Bring the units of these reports, and of all that people judged, in line; return those that came and went."""
        judged = {self._report_of[claim] for claim in self._ruled.home if claim in self._report_of}
        split = self._split(judged)
        added, removed = [], []
        for report in sorted(reports | judged):
            wanted = [part for unit in self._accounts.get(report, ()) for part in split.get(unit.id, [unit])]
            had = self._units.pop(report, [])
            same = {unit.mentions for unit in had} & {unit.mentions for unit in wanted}
            removed += [unit for unit in had if unit.mentions not in same]
            added += [unit for unit in wanted if unit.mentions not in same]
            if wanted:
                self._units[report] = _kept(wanted, had)
        return added, removed

    def _split(self, judged: set[str]) -> dict[str, list[Unit]]:
        """Return the parts of the accounts that people's rulings take apart, by the account's id."""
        touched = {
            unit.id: unit
            for report in judged
            for unit in self._accounts.get(report, ())
            if any(claim in self._ruled.home for claim in unit.claims)
        }
        owner = {claim: unit for unit in touched.values() for claim in unit.claims}
        found = {}
        for parts in settled([unit.claims for unit in touched.values()], self._ruled):
            unit = owner[parts[0][0]]
            if len(parts) > 1:
                by_claim = {m.claim: m for m in unit.mentions}
                found[unit.id] = [unit_of(by_claim[claim] for claim in part) for part in parts]
        return found

    def _judgements(self, reports: Iterable[str]) -> Iterator[Judgement]:
        """Yield the machine's judgements about the claims of these reports."""
        wanted = [unit for report in reports for unit in self._units.get(report, ())]
        chosen = {unit.id for unit in wanted}
        for unit in wanted:
            for other, bits in self._pairs.bits[unit.id].items():
                if other not in chosen or unit.id < other:
                    yield self._across.judgement(unit, self._pairs.units[other], bits)
        yield from chain.from_iterable(
            judgements(list(self._mentions[r].values()), self._within) for r in reports if r in self._accounts
        )


def _kept(wanted: list[Unit], had: list[Unit]) -> list[Unit]:
    """Return the wanted units, as the same objects as before where they are unchanged."""
    before = {unit.mentions: unit for unit in had}
    return [before.get(unit.mentions, unit) for unit in wanted]


def link(mentions: Sequence[Mention], *, weights: Weights | None = None, judged: Sequence[Judgement] = ()) -> Linking:
    """Return the incidents that some mentions make, under people's judgements; the order of either does not matter."""
    index = LinkIndex(weights=weights, judged=judged)
    index.add(mentions)
    return index.linking()
