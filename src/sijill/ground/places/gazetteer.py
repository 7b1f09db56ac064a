"""The gazetteer: where place words point.

Invariant: `resolve` returns a Place for any words at all, and never leaves the machine.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sijill.ground.places.context import NOWHERE, PlaceContext
from sijill.ground.places.index import Index, packaged_index
from sijill.ground.places.resolving import resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    from sijill.ground.places.entries import Entry
    from sijill.model import Place


class Gazetteer:
    """Places by their names, resolved in the context of a report."""

    def __init__(self, index: Index) -> None:
        """Resolve by an index; `load` gives the packaged one."""
        self.index = index

    @classmethod
    def load(cls) -> Gazetteer:
        """Return the packaged gazetteer, opened once in a process; DataError where it is damaged."""
        return _packaged()

    def __reduce__(self) -> tuple[Callable[[], Gazetteer], tuple[()]]:
        """Travel to another process as the packaged gazetteer, opened there."""
        return _packaged, ()

    def resolve(self, worded: str, context: PlaceContext = NOWHERE) -> Place:
        """Return where the words point; a place that cannot be resolved keeps its words, with the rule saying so."""
        return resolve(self.index, worded, context)

    def named(self, name: str) -> tuple[Entry, ...]:
        """Return the places that go by this name, exactly but for case, marks and punctuation."""
        return self.index.named(name)


@cache
def _packaged() -> Gazetteer:
    return Gazetteer(packaged_index())
