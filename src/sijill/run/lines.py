"""What is folded over blocks line by line: after an entry only the lines that a changed block has a part in.

Invariant: lines are those that all blocks come to, whichever blocks they were brought up from; nothing of earlier lines
is changed, and a line that is not otherwise is the very one of before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from sijill.incident import Incident

    Block = tuple[Incident, ...]

G = TypeVar("G", bound="Hashable")
K = TypeVar("K", bound="Hashable")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Lines(Generic[K, V]):
    """Blocks, the lines of each, and what those of one key come to together."""

    blocks: Sequence[Block] = ()
    parts: Sequence[Mapping[K, V]] = ()
    whole: Mapping[K, V] = field(default_factory=dict)

    def after(
        self, blocks: Sequence[Block], part: Callable[[Block], Mapping[K, V]], together: Callable[[Sequence[V]], V]
    ) -> Lines[K, V]:
        """Return the lines of these blocks, those of blocks that are the very ones of before taken up."""
        parts = list(self.parts) or [{}] * len(blocks)
        stale: set[K] = set()
        for at, block in enumerate(blocks):
            if not self.blocks or block is not self.blocks[at]:
                was, parts[at] = parts[at], part(block)
                stale |= differing(was, parts[at])
        if not stale:
            return Lines(blocks, parts, self.whole)
        return Lines(blocks, parts, with_lines(self.whole, stale, parts, together))


def with_lines(
    whole: Mapping[K, V],
    stale: Iterable[K],
    parts: Iterable[Mapping[K, V]],
    together: Callable[[Sequence[V]], V],
) -> Mapping[K, V]:
    """Return the lines once those of some keys are what their parts come to; a key without parts is taken out."""
    of_key: dict[K, list[V]] = {key: [] for key in stale}
    for lines in parts:
        for key in of_key.keys() & lines.keys():
            of_key[key].append(lines[key])
    found = dict(whole)
    for key, some in of_key.items():
        if some:
            found[key] = some[0] if len(some) == 1 else together(some)
        else:
            found.pop(key, None)
    return found


def differing(was: Mapping[K, V], now: Mapping[K, V]) -> set[K]:
    """Return the keys that hold something else now, or came, or went; none of them holds None."""
    here = {key for key, value in now.items() if (had := was.get(key)) is not value and had != value}
    return here | (was.keys() - now.keys())


def regrouped(
    before: tuple[Mapping[K, V], Mapping[G, Mapping[K, V]]] | None,
    now: Mapping[K, V],
    group_of: Callable[[K, V], G | None],
) -> Mapping[G, Mapping[K, V]]:
    """Return lines in groups, gone on with from earlier lines and their groups; lines of no group are left out."""
    was, groups = before or ({}, {})
    found: dict[G, Mapping[K, V]] = dict(groups)
    own: dict[G, dict[K, V]] = {}
    for key in differing(was, now):
        for there, lines in ((False, was), (True, now)):
            group = group_of(key, lines[key]) if key in lines else None
            if group is not None:
                if group not in own:
                    own[group] = dict(found.get(group, {}))
                _put(own[group], key, now[key] if there else None)
    found.update(own)
    for group in [group for group, of_group in own.items() if not of_group]:
        del found[group]
    return found


def _put(lines: dict[K, V], key: K, value: V | None) -> None:
    if value is None:
        lines.pop(key, None)
    else:
        lines[key] = value
