"""Incidents in blocks, and what is folded over them: after an entry only the blocks that it touches are folded again.

Invariant: what is folded over blocks depends on the incidents alone, not on how they were brought up to what they are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast
from zlib import crc32

from sijill.run.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Mapping, Sequence

    from sijill.incident import Incident

    Block = tuple[Incident, ...]
    Branch = tuple[Block, ...]
    Answers = dict[tuple[int, int], tuple[object, Any]]
    """Of each block, of each branch and of the whole: what it was, and what was folded of it."""

K = TypeVar("K")
T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")
WIDTH: Final = 16  # branches, and blocks of each: some sixty incidents a block in a register of 100,000 claims
WHOLE: Final = (-1, -1)
MOST_QUESTIONS: Final = 200  # of which the answers are known: anybody may ask tolls of any place and days


class Known:
    """What was folded of blocks, question by question; the question that was not asked for longest goes first."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._questions: dict[Hashable, Answers] = {}
        self._lock = Lock()

    def of(self, question: Hashable) -> Answers:
        """Return what is known of a question, to be added to."""
        with self._lock:
            found = self._questions[question] = self._questions.pop(question, {})
            while len(self._questions) > MOST_QUESTIONS:
                del self._questions[next(iter(self._questions))]
            return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Incidents by their ids, in branches of blocks; `known` is what was folded of each, shared by all that follow."""

    by_id: Mapping[str, Incident] = field(default_factory=dict, compare=False, repr=False)
    branches: tuple[Branch, ...] = ((),) * WIDTH
    known: Known = field(default_factory=Known, compare=False, repr=False)

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
        return Blocks(by_id=by_id, branches=tuple(branches), known=self.known)

    def folded(self, question: Hashable, part: Callable[[Block], T], together: Callable[[Sequence[T]], T]) -> T:
        """Return the parts of all blocks together, made once while they hold; nobody may change what is returned."""
        known = self.known.of(question)

        def of_branch(at: int, branch: Branch) -> T:
            return together([_once(known, (at, n), block, part) for n, block in enumerate(branch)])

        def made(at: int, branch: Branch) -> T:
            return _once(known, (at, -1), branch, lambda it: of_branch(at, it))

        def whole(branches: tuple[Branch, ...]) -> T:
            return together([made(at, branch) for at, branch in enumerate(branches)])

        return _once(known, WHOLE, self.branches, whole)

    def once_of(self, question: Hashable, thing: U, make: Callable[[U], T]) -> T:
        """Return what is made of a thing that nobody changes, made once while it is the very same."""
        return _once(self.known.of(question), WHOLE, thing, make)

    def lined(
        self, question: Hashable, part: Callable[[Block], Mapping[K, V]], together: Callable[[Sequence[V]], V]
    ) -> Mapping[K, V]:
        """Return the lines of all blocks together, the very ones of last time where nothing changed in them."""

        def after(before: tuple[tuple[Branch, ...], Lines[K, V]] | None, branches: tuple[Branch, ...]) -> Lines[K, V]:
            blocks = [block for branch in branches for block in branch or ((),) * WIDTH]
            known: Lines[K, V] = before[1] if before else Lines()
            return known.after(blocks, part, together)

        return self.gone_on(("lined", question), self.branches, after).whole

    def gone_on(self, question: Hashable, thing: U, after: Callable[[tuple[U, T] | None, U], T]) -> T:
        """Return what is made of a thing that nobody changes, going on from the thing of last time and what it made."""
        known = self.known.of(question)
        before = cast("tuple[U, T] | None", known.get(WHOLE))
        return _once(known, WHOLE, thing, lambda it: after(before, it))

    def narrowed(self, question: Hashable, keep: Callable[[Incident], bool]) -> Blocks:
        """Return the blocks of the incidents to keep; where nothing changed they are the very ones of last time."""
        known = self.known.of(("narrowed", question))

        def of_block(block: Block) -> Block:
            return tuple(filter(keep, block))

        def of_branch(at: int, branch: Branch) -> Branch:
            return tuple(_once(known, (at, n), block, of_block) for n, block in enumerate(branch))

        def made(at: int, branch: Branch) -> Branch:
            return _once(known, (at, -1), branch, lambda it: of_branch(at, it))

        branches = tuple(made(at, branch) for at, branch in enumerate(self.branches))
        by_id = {one.id: one for branch in branches for block in branch for one in block}
        return Blocks(by_id=by_id, branches=branches, known=_once(known, WHOLE, None, lambda _: Known()))


def _once(known: Answers, at: tuple[int, int], of: U, work: Callable[[U], T]) -> T:
    """Return what some work gives, done once for one and the same object."""
    there = known.get(at)
    if there is not None and there[0] is of:
        found: T = there[1]
        return found
    made = work(of)
    known[at] = (of, made)
    return made
