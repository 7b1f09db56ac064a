"""Incidents in blocks, and what is folded over them: after an entry only the blocks that it touches are folded again.

Invariant: what is folded over blocks depends on the incidents alone, not on how they were brought up to what they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from sijill.incident import Incident

    Block = tuple[Incident, ...]
    Branch = tuple[Block, ...]

T = TypeVar("T")
U = TypeVar("U")
WIDTH: Final = 16  # branches, and blocks of each: some sixty incidents a block in a register of 100,000 claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Incidents by their ids, in branches of blocks; `known` is what was folded of each, shared by all that follow."""

    branches: tuple[Branch, ...] = ((),) * WIDTH
    known: dict[tuple[str, int, int], tuple[object, Any]] = field(default_factory=dict, compare=False, repr=False)

    def after(self, by_id: Mapping[str, Incident], stale: Collection[str]) -> Blocks:
        """Return the blocks once the incidents with some ids are others, or what is known of them is."""
        wanted: dict[int, dict[int, set[str]]] = {}
        for id_ in stale:
            number = crc32(id_.encode())
            wanted.setdefault(number % WIDTH, {}).setdefault(number // WIDTH % WIDTH, set()).add(id_)
        branches = list(self.branches)
        for at, changed in wanted.items():
            blocks = list(branches[at] or ((),) * WIDTH)
            for within, ids in changed.items():
                left = [one for one in blocks[within] if one.id not in ids]
                come = [by_id[id_] for id_ in ids if id_ in by_id]
                blocks[within] = tuple(sorted([*left, *come], key=lambda one: one.id))
            branches[at] = tuple(blocks)
        return Blocks(branches=tuple(branches), known=self.known)

    def folded(self, question: str, part: Callable[[Block], T], together: Callable[[Sequence[T]], T]) -> T:
        """Return the parts of all blocks together; a part, and those of a branch, are made once while they hold."""
        return together([self._of_branch(at, question, part, together) for at in range(WIDTH)])

    def _of_branch(self, at: int, question: str, part: Callable[[Block], T], together: Callable[[Sequence[T]], T]) -> T:
        branch = self.branches[at]

        def made() -> T:
            return together([self._once((question, at, n), one, part) for n, one in enumerate(branch)])

        return self._once((question, at, -1), branch, lambda _: made())

    def _once(self, key: tuple[str, int, int], of: U, work: Callable[[U], T]) -> T:
        """Return what some work gives, done once for one and the same object."""
        there = self.known.get(key)
        if there is not None and there[0] is of:
            found: T = there[1]
            return found
        made = work(of)
        self.known[key] = (of, made)
        return made
