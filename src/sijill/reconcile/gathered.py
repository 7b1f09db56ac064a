"""Incidents that are counted together, and what is folded over them: all at once, or block by block.

Invariant: what is folded is the same however the incidents are parted; so a part is made again only where it changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from sijill.incident import Incident

    Incidents = Sequence[Incident]

K = TypeVar("K")
T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")


class Gathered(Protocol):
    """Distinct incidents by their ids, over which something can be folded."""

    @property
    def by_id(self) -> Mapping[str, Incident]: ...  # noqa: D102 -- as the class says

    def folded(self, question: Hashable, part: Callable[[Incidents], T], together: Callable[[Sequence[T]], T]) -> T:
        """Return what the parts come to; one `question` names one way of making a part and of joining parts."""
        ...

    def lined(
        self, question: Hashable, part: Callable[[Incidents], Mapping[K, V]], together: Callable[[Sequence[V]], V]
    ) -> Mapping[K, V]:
        """Return the lines that the parts come to, the parts of one line together; in no order."""
        ...

    def once_of(self, question: Hashable, thing: U, make: Callable[[U], T]) -> T:
        """Return what is made of a thing that nobody changes."""
        ...


class AtOnce:
    """Incidents of which nothing was folded before: one part."""

    def __init__(self, incidents: Iterable[Incident]) -> None:
        """Take each incident once."""
        self.by_id: Mapping[str, Incident] = {one.id: one for one in incidents}

    def folded(self, _: Hashable, part: Callable[[Incidents], T], together: Callable[[Sequence[T]], T]) -> T:
        """Return what the one part comes to."""
        return together([part(tuple(self.by_id.values()))])

    def lined(
        self, _: Hashable, part: Callable[[Incidents], Mapping[K, V]], __: Callable[[Sequence[V]], V]
    ) -> Mapping[K, V]:
        """Return the lines of the one part."""
        return part(tuple(self.by_id.values()))

    def once_of(self, _: Hashable, thing: U, make: Callable[[U], T]) -> T:
        """Return what is made of the thing."""
        return make(thing)


def gathered(incidents: Incidents | Gathered) -> Gathered:
    """Return incidents gathered, where they are not yet."""
    return AtOnce(incidents) if isinstance(incidents, Sequence) else incidents


def parts_in(held: Gathered) -> Incidents:
    """Return the incidents that are parts of others, in the order of their ids."""
    found = held.folded("parts", lambda some: [one for one in some if one.part_of is not None], _chained)
    return sorted(found, key=lambda one: one.id)


def _chained(parts: Sequence[list[Incident]]) -> list[Incident]:
    return [one for part in parts for one in part]
