"""What linking found: incidents as groups of claims, and the judgements that they rest on.

Invariant: every linked claim is in exactly one incident; an incident's id is that of its first-entered claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sijill.judgement import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """Incidents and their reasons.

    `incidents` leads each incident's id to its claims, in the order of the book; `judgements` are the machine's, of
    pairs that are or may be one (pairs that fell below doubt are no entries: linking over finds the same again).
    `overruled` lists people's "same" judgements that contradict another person's "different", and do not hold.
    """

    incidents: Mapping[str, tuple[str, ...]]
    homes: Mapping[str, str]
    judgements: tuple[Judgement, ...]
    overruled: tuple[Judgement, ...] = ()

    def incident_of(self, claim_id: str) -> str | None:
        """Return the incident of a claim; None for one that is not linked (a period or cumulative figure)."""
        return self.homes.get(claim_id)

    def resolve(self, incident_id: str) -> str | None:
        """Return the incident that an id means today: ids that were merged away lead to the one they went into."""
        return self.homes.get(incident_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What adding a report, or a person's judgement, changed.

    `reports` are those that were linked anew; `incidents` the incidents that are new or hold other claims than before,
    by id; `moved` leads each incident id that is no more to the one in which its first claim now is; `gone` are all
    ids that are no more.
    """

    reports: frozenset[str]
    incidents: Mapping[str, tuple[str, ...]]
    moved: Mapping[str, str]
    gone: frozenset[str] = frozenset()
