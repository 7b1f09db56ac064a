"""The unit of linking: what one report says of one happening, all its claims taken together.

Invariant: the claims of a unit are of one report and of scope "incident"; its fields are sums over its mentions.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sijill.link.mention import Count, Mention, Spot

OPEN_END_DAYS = 6
"""How far back a happening is looked for of which only the last day is known (and forward, of which only the first)."""


MOST_REMEMBERED = 100_000
"""Combinations of places, and of kinds, that are one object wherever they come."""


@dataclass(frozen=True, slots=True, eq=False)
class Where:
    """The places of an account. Equal ones are one object: how two compare is remembered by the objects."""

    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """The kinds of happening of an account, and their families; equal ones are one object as of `Where`."""

    happenings: frozenset[str]
    families: frozenset[str]


where_of = lru_cache(maxsize=MOST_REMEMBERED)(Where)
kinds_of = lru_cache(maxsize=MOST_REMEMBERED)(Kinds)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Unit:
    """One report's account of one happening.

    `id` is its first-entered claim; `days` None where nothing is known; `tolls` holds the highest figure by measure.
    """

    id: str
    report: str
    entered: int
    mentions: tuple[Mention, ...]
    key: str | None
    days: tuple[int, int] | None
    open_days: bool
    kinds: Kinds
    counts: tuple[Count, ...]
    values: frozenset[tuple[str, int]]
    tolls: Mapping[str, Count]
    actors: frozenset[str]
    actor_kinds: frozenset[str]
    where: Where
    place_words: frozenset[str]
    published: int | None
    sources: frozenset[str]
    source_kinds: frozenset[str]
    sentences: tuple[int, ...]
    rare: frozenset[str]
    all_words: frozenset[str]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of its claims, in the order of the book."""
        return tuple(m.claim for m in self.mentions)


def unit_of(mentions: Iterable[Mention]) -> Unit:
    """Return the unit that some mentions of one report make (at least one), whatever their order."""
    ordered = tuple(sorted(mentions, key=lambda m: (m.entered, m.claim)))
    first = ordered[0]
    spots = tuple(dict.fromkeys(m.spot for m in ordered if m.spot))
    counts = tuple(dict.fromkeys(m.count for m in ordered if m.count))
    place_words = frozenset().union(*(s.words for s in spots))
    return Unit(
        id=first.claim,
        report=first.report,
        entered=first.entered,
        mentions=ordered,
        key=first.key,
        days=_days(ordered),
        open_days=not any(m.first is not None and m.last is not None for m in ordered),
        kinds=kinds_of(
            frozenset(m.happening for m in ordered if m.happening), frozenset().union(*(m.families for m in ordered))
        ),
        counts=counts,
        values=frozenset((c.measure, c.value) for c in counts if c.value is not None),
        tolls=_tolls(counts),
        actors=frozenset().union(*(m.actors for m in ordered)),
        actor_kinds=frozenset(m.actor_kind for m in ordered if m.actor_kind),
        where=where_of(spots),
        place_words=place_words,
        published=first.published,
        sources=frozenset().union(*(m.sources for m in ordered)),
        source_kinds=frozenset(m.source_kind for m in ordered),
        sentences=tuple(sorted({m.sentence for m in ordered})),
        rare=frozenset().union(*(m.rare for m in ordered)) - place_words,
        all_words=frozenset().union(*(m.all_words for m in ordered)),
    )


def _tolls(counts: Sequence[Count]) -> dict[str, Count]:
    """Return the highest figure of each measure, the first of equals."""
    highest_first = sorted(counts, key=lambda c: (c.low or 0, c.high or 0, c.category), reverse=True)
    return {count.measure: count for count in reversed(highest_first)}


def _days(mentions: Sequence[Mention]) -> tuple[int, int] | None:
    """Return the tightest days of any mention, widened by the others that are as tight; open ends are bounded."""
    dated = [m for m in mentions if m.first is not None and m.last is not None]
    given = [closed for m in dated or mentions if (closed := _closed(m))]
    if not given:
        return None
    tightest = min(last - first for first, last in given)
    kept = [(first, last) for first, last in given if last - first == tightest]
    return min(first for first, _ in kept), max(last for _, last in kept)


def _closed(mention: Mention) -> tuple[int, int] | None:
    first, last = mention.first, mention.last
    if first is None:
        return None if last is None else (last - OPEN_END_DAYS, last)
    if last is None:
        ends = [first + OPEN_END_DAYS, *((mention.published,) if mention.published else ())]
        return first, max(first, min(ends))
    return first, last
