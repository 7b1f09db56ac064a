"""What people's judgements ask of linking: claims that must be one, and claims that must not.

Invariant: no two claims that a person holds to be different are ever joined; where people's "same" contradicts a
"different", the "different" stands and the older "same" is listed as overruled.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sijill.judgement import Judgement

T = TypeVar("T")


@dataclass(slots=True)
class Rulings:
    """People's judgements in force, drawn to their conclusions.

    `home` leads every judged claim to the first id of those it must be one with, `together` each such home to them;
    `apart` holds, for each home, the homes that it must not be one with; `doubted` the pairs of claims that a person
    calls unsure. `newest` is the judgement in force on each two claims, `beside` the claims judged with each.
    """

    newest: Mapping[tuple[str, str], Judgement] = field(default_factory=dict)
    beside: dict[str, set[str]] = field(default_factory=dict)
    home: dict[str, str] = field(default_factory=dict)
    together: dict[str, list[str]] = field(default_factory=dict)
    apart: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    doubted: set[tuple[str, str]] = field(default_factory=set)
    overruled: list[Judgement] = field(default_factory=list)

    def are_apart(self, a: str, b: str) -> bool:
        """Tell whether two claims must not be one."""
        return self.home.get(b, b) in self.apart.get(self.home.get(a, a), ())

    def are_one(self, a: str, b: str) -> bool:
        """Tell whether two claims must be one."""
        return a in self.home and self.home[a] == self.home.get(b)

    def one_with(self, claim: str) -> Sequence[str]:
        """Return the claims that must be one with a claim, itself among them where it was judged."""
        return self.together[self.home[claim]] if claim in self.home else ()

    def other_than(self, before: Rulings) -> set[str]:
        """Return the claims on which people's judgements, or those connected with them, are others than before.

        Judgements that no chain of shared claims connects know nothing of each other.
        """
        pairs = self.newest.keys() | before.newest.keys()
        fresh = {c for pair in pairs if _word(self.newest.get(pair)) != _word(before.newest.get(pair)) for c in pair}
        return reached(fresh, lambda claim: self.beside.get(claim, ()))

    def _join(self, a: str, b: str) -> bool:
        """Make two claims one; False where that is ruled out."""
        keep, gone = sorted((self.home[a], self.home[b]))
        if keep == gone:
            return True
        if gone in self.apart[keep]:
            return False
        joining = self.together.pop(gone)
        self.home.update(dict.fromkeys(joining, keep))
        self.together[keep] += joining
        for other in self.apart.pop(gone, set()):
            self.apart[other].discard(gone)
            self.apart[other].add(keep)
            self.apart[keep].add(other)
        return True


def _word(judgement: Judgement | None) -> tuple[str, str, int] | None:
    """Return what of a judgement decides what it comes to, beside its claims."""
    return None if judgement is None else (judgement.verdict, judgement.author, judgement.seq)


def in_force(judged: Iterable[Judgement]) -> list[Judgement]:
    """Return people's judgements, the newest for each two claims, the newest first."""
    newest: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted((j for j in judged if j.by_person), key=lambda j: (j.seq, j.id)):
        newest[judgement.pair] = judgement
    return sorted(newest.values(), key=lambda j: (-j.seq, j.id))


def rulings(judged: Iterable[Judgement]) -> Rulings:
    """Draw people's judgements to their conclusions: every "different" first, then "same" from the newest on."""
    newest = in_force(judged)
    judged_claims = dict.fromkeys(claim for j in newest for claim in j.pair)
    found = Rulings(
        newest={j.pair: j for j in newest},
        beside={claim: set() for claim in judged_claims},
        home={claim: claim for claim in judged_claims},
        together={claim: [claim] for claim in judged_claims},
    )
    for judgement in newest:
        a, b = judgement.pair
        found.beside[a].add(b)
        found.beside[b].add(a)
        if judgement.verdict == "different":
            found.apart[a].add(b)
            found.apart[b].add(a)
        elif judgement.verdict == "unsure":
            found.doubted.add((a, b))
    for judgement in newest:
        if judgement.verdict == "same" and not found._join(*judgement.pair):  # noqa: SLF001 -- the same module
            found.overruled.append(judgement)
    return found


def reached(starts: Iterable[T], beside: Callable[[T], Iterable[T]]) -> set[T]:
    """Return all that hangs together with some starts, themselves included."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        fresh = set(beside(waiting.pop())) - found
        found |= fresh
        waiting += fresh
    return found


def settled(groups: Iterable[Sequence[str]], ruled: Rulings) -> list[list[list[str]]]:
    """Split groups of claims so that people's rulings can hold between them; each group comes back as its parts.

    A group is taken apart only where keeping it whole would, over claims that people joined, bring together what they
    held to be different.
    """
    holds: dict[str, set[str]] = defaultdict(set)  # the homes that each joined body of claims has taken in
    groups = list(groups)
    body = {home: home for group in groups for claim in group if (home := ruled.home.get(claim))}
    for home in body:
        holds[home] = {home}
    return [_parts(group, ruled, body, holds) for group in sorted((sorted(g) for g in groups), key=lambda g: g[0])]


def _parts(group: Sequence[str], ruled: Rulings, body: dict[str, str], holds: dict[str, set[str]]) -> list[list[str]]:
    """Take the judged claims of a group into one body where they fit; the unjudged go with the first."""
    parts: list[tuple[str, list[str]]] = []
    for claim in (c for c in group if c in ruled.home):
        mine = body[ruled.home[claim]]
        for at, (other, members) in enumerate(parts):
            if mine == other or _fits(holds[mine], holds[other], ruled):
                parts[at] = (_merge(mine, other, body, holds), members)
                members.append(claim)
                break
        else:
            parts.append((mine, [claim]))
    free = [c for c in group if c not in ruled.home]
    if not parts:
        return [free]
    parts[0][1].extend(free)
    return [sorted(members) for _, members in parts]


def _fits(mine: set[str], other: set[str], ruled: Rulings) -> bool:
    return all(ruled.apart.get(home, set()).isdisjoint(other) for home in mine)


def _merge(a: str, b: str, body: dict[str, str], holds: dict[str, set[str]]) -> str:
    keep, gone = sorted((a, b))
    if keep != gone:
        holds[keep] |= holds.pop(gone)
        for home in holds[keep]:
            body[home] = keep
    return keep
