"""Clusters of units, kept up to date: only what hangs together with a change is clustered again.

Invariant: two units are in one cluster only if a chain of likely or tied pairs joins them, and no person forbids it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.link.clusters import BARRED, FORBIDDEN, grouped
from sijill.link.comparing import barred
from sijill.link.reports import ruled_apart, ruled_one
from sijill.link.scoring import probability_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sijill.link.memory import Memory
    from sijill.link.pairs import Pairs
    from sijill.link.persons import Rulings
    from sijill.link.scoring import Scorer
    from sijill.link.units import Unit

Claims = tuple[str, ...]


class Components:
    """The clusters that scored pairs and people's rulings make."""

    def __init__(self, pairs: Pairs, scorers: tuple[Scorer, Scorer], memory: Memory) -> None:
        """Take up what a memory holds, as people's rulings left it; the scorers are within and across reports."""
        self._pairs = pairs
        self._within, self._across = scorers
        self._members = memory.members
        self._cluster = memory.clusters
        self._unit = memory.homes

    def incident_of(self, claim: str) -> str | None:
        """Return the incident of a claim, None where it is not linked."""
        unit = self._unit.get(claim)
        return None if unit is None else self._cluster[unit]

    def units_of(self, incident: str) -> list[Unit]:
        """Return the units of an incident, none where there is no such incident."""
        return [self._pairs.units[id_] for id_ in self._members.get(incident, ())]

    def claims_of(self, incident: str) -> Claims:
        """Return the claims of an incident in the order of the book, none where there is no such incident."""
        return self._claims(incident) if incident in self._members else ()

    def incidents(self) -> dict[str, Claims]:
        """Return the claims of every incident, both in the order of the book."""
        ids = sorted(self._members, key=lambda id_: (self._pairs.units[id_].entered, id_))
        return {id_: self._claims(id_) for id_ in ids}

    def update(
        self, added: Iterable[Unit], removed: Iterable[Unit], ruled: Rulings, judged: Collection[str]
    ) -> tuple[Mapping[str, Claims], Mapping[str, str | None]]:
        """Take units in and out; return the incidents that changed, and where those that are no more have gone.

        `judged` are the claims of which people's rulings are others than before, or apply to other units.
        """
        seeds: set[str] = set()
        before: dict[str, Claims] = {}
        for unit in removed:
            seeds.update(self._members[self._cluster[unit.id]])
        for cluster in {self._cluster[id_] for id_ in seeds | self._units_of(judged)}:
            before[cluster] = self._claims(cluster)
            seeds.update(self._members[cluster])
        told = frozenset(seeds)  # their clusters stand in `before`; what is left of one may have another name now
        self._exchange(added, removed, seeds)
        seeds |= self._units_of(judged)
        bodies = list(self._bodies({id_ for id_ in seeds if id_ in self._pairs.units}, ruled))
        others = (id_ for body in bodies for id_ in body if id_ not in told)
        for cluster in {self._cluster[id_] for id_ in others if id_ in self._cluster}:
            before.setdefault(cluster, self._claims(cluster))
        return self._recluster(bodies, ruled, before)

    def _exchange(self, added: Iterable[Unit], removed: Iterable[Unit], seeds: set[str]) -> None:
        for unit in removed:
            self._drop(self._cluster.pop(unit.id), unit)
            self._pairs.remove(unit)
        for unit in added:
            self._pairs.add(unit)
            self._unit.update(dict.fromkeys(unit.claims, unit.id))
            seeds.add(unit.id)

    def _drop(self, cluster: str, unit: Unit) -> None:
        """Forget a unit; a cluster named after it takes the name of its next one."""
        for claim in unit.claims:
            self._unit.pop(claim, None)
        left = [id_ for id_ in self._members.pop(cluster) if id_ != unit.id]
        if left:
            self._name(left)

    def _name(self, units: list[str]) -> str:
        """Name a cluster after its first-entered claim."""
        first = min(units, key=lambda id_: (self._pairs.units[id_].entered, id_))
        self._members[first] = units
        self._cluster.update(dict.fromkeys(units, first))
        return first

    def _units_of(self, claims: Iterable[str]) -> set[str]:
        """Return the units that hold some claims; a claim that is not linked is in none."""
        self._unit.fetch(claims)
        return {self._unit[claim] for claim in claims if claim in self._unit}

    def _recluster(
        self, bodies: Sequence[list[str]], ruled: Rulings, before: Mapping[str, Claims]
    ) -> tuple[Mapping[str, Claims], Mapping[str, str | None]]:
        for body in bodies:
            for id_ in body:
                self._members.pop(self._cluster.pop(id_, ""), None)
        named = {self._name(cluster) for body in bodies for cluster in self._clusters(body, ruled)}
        now = {id_: self._claims(id_) for id_ in named}
        changed = {id_: claims for id_, claims in now.items() if before.get(id_) != claims}
        return changed, {id_: self.incident_of(id_) for id_ in before if id_ not in now}

    def _bodies(self, seeds: set[str], ruled: Rulings) -> Iterator[list[str]]:
        """Yield the sets of units that hang together with the seeds, each once."""
        seen: set[str] = set()
        for seed in sorted(seeds):
            if seed in seen:
                continue
            body, waiting = [], [seed]
            seen.add(seed)
            while waiting:
                id_ = waiting.pop()
                body.append(id_)
                fresh = [other for other in self._next_to(id_, ruled) if other not in seen]
                seen.update(fresh)
                waiting += dict.fromkeys(fresh)
            yield sorted(body)

    def _next_to(self, id_: str, ruled: Rulings) -> Iterator[str]:
        yield from self._pairs.joined_to(id_)
        if ruled.home:
            for claim in self._pairs.units[id_].claims:
                yield from sorted(self._units_of(ruled.one_with(claim)))

    def _clusters(self, body: list[str], ruled: Rulings) -> list[list[str]]:
        """Cluster units that hang together."""
        if len(body) == 1:
            return [body]
        units = [self._pairs.units[id_] for id_ in body]
        ties = [
            (i, j)
            for i, a in enumerate(units)
            for j, b in enumerate(units[:i])
            if ruled.home and ruled_one(a, b, ruled)
        ]
        found = grouped(body, lambda i, j: self._likeness(units[i], units[j], ruled), self._across.table.same, ties)
        return [[body[i] for i in group] for group in found]

    def _likeness(self, a: Unit, b: Unit, ruled: Rulings) -> float:
        """Return how likely two units are one; one report's units only where the report does not tell them apart."""
        if ruled_apart(a, b, ruled):
            return FORBIDDEN
        if barred(a, b):
            return BARRED
        if any((min(x, y), max(x, y)) in ruled.doubted for x in a.claims for y in b.claims if ruled.doubted):
            return self._across.table.unsure
        if a.report != b.report:
            return probability_of(self._pairs.score(a, b))
        inside = probability_of(self._within.score(a, b) or 0.0)
        return inside if inside >= self._within.table.unsure else BARRED

    def _claims(self, cluster: str) -> Claims:
        """Return the claims of a cluster in the order of the book."""
        mentions = [m for id_ in self._members[cluster] for m in self._pairs.units[id_].mentions]
        return tuple(m.claim for m in sorted(mentions, key=lambda m: (m.entered, m.claim)))
