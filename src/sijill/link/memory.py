"""What an index of links remembers, as mappings that may fetch what they are asked for from where it is kept.

Invariant: an index reads and changes its memory through these mappings alone, so that one that fetches gives the same
links as one that holds everything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sijill.link.blocks import Key
    from sijill.link.mention import Mention
    from sijill.link.units import Unit

K = TypeVar("K")
V = TypeVar("V")


class Store(dict[K, V]):
    """A mapping that holds everything; a kind that fetches overrides how a key is looked up."""

    def fetch(self, keys: Iterable[K]) -> None:
        """Make ready to be asked for these keys: a kind that fetches brings them in together."""


@dataclass(slots=True, kw_only=True)
class Memory:
    """What linking found.

    `mentions` of a report by claim, `told` its units, `reports` the report of a claim, `homes` the unit of a claim;
    `units` by their ids, `joined` the units that the score alone would join to one, `filed` the units of a block;
    `members` the units of an incident, `clusters` the incident of a unit.
    """

    mentions: Store[str, dict[str, Mention]] = field(default_factory=Store)
    told: Store[str, list[Unit]] = field(default_factory=Store)
    reports: Store[str, str] = field(default_factory=Store)
    homes: Store[str, str] = field(default_factory=Store)
    units: Store[str, Unit] = field(default_factory=Store)
    joined: Store[str, set[str]] = field(default_factory=Store)
    filed: Store[Key, set[str]] = field(default_factory=Store)
    members: Store[str, list[str]] = field(default_factory=Store)
    clusters: Store[str, str] = field(default_factory=Store)
