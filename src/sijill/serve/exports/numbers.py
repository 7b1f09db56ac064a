"""How many people of an incident, under a rule of counting.

Invariant: low <= best <= high wherever all are known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.incident import Filters
from sijill.reconcile import rule_of, tally
from sijill.reconcile.counting import Counted, count
from sijill.serve.exports.sheet import LeftOut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.incident import Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Lowest, best (None where the rule has none), highest (None where open) and highest that anybody named."""

    low: int
    best: int | None
    high: int | None
    stated: int

    @property
    def top(self) -> int:
        """The highest number, the highest named where it is open."""
        return self.stated if self.high is None else self.high


def numbers_of(incident: Incident, measure: str, rule: str) -> Numbers | None:
    """Return an incident's numbers; without a best where the rule does not count the measure or the incident."""
    found = incident.range_of(measure)
    if found is None or found.bounded_only:
        return None
    named, best = rule_of(rule), None
    if not named.measures or measure in named.measures:
        counted = count(incident, Filters(measure=measure), named)
        if isinstance(counted, Counted):
            found, best = counted.range, counted.best
    return Numbers(low=found.low, best=best, high=found.high, stated=found.stated)


def counted_under(incidents: Sequence[Incident], rule: str) -> tuple[list[Incident], tuple[LeftOut, ...]]:
    """Return the incidents that a toll of the killed counts under a rule, and the others with the reason."""
    toll = tally(incidents, rule=rule)
    inside = set(toll.whole.incidents)
    out = tuple(LeftOut(what=one.incident, reason=one.reason) for one in toll.exclusions)
    return [incident for incident in incidents if incident.id in inside], out
