"""What is compared of two units, part by part; each part has a few named levels.

Invariant: every comparison is symmetric and looks at the two units alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sijill.link import places
from sijill.link.counts import level as figures
from sijill.link.counts import level_within as figures_within
from sijill.link.families import kinds_close_to
from sijill.link.units import MOST_REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Callable

    from sijill.link.units import Kinds, Unit

WIDE_DAYS = 4
"""Days given as a longer stretch than this say little by overlapping."""
DISJOINT_DAYS = 3
"""Units whose days lie this far apart cannot be one: a weekday is misread by a day, "overnight" by one more."""
SEVERAL = 2
"""Rare words that an account has to hold for it to tell something that it shares none of them."""
SAME_SENTENCE = 0.75
"""Share of common words from which two sentences are one sentence printed twice."""


def days(a: Unit, b: Unit) -> str:
    """Compare the days: "same" single day, "overlap", "wide" (long stretches), "open" (an end unknown), "next"..."""
    if a.days is None or b.days is None:
        return "unknown"
    gap = max(a.days[0], b.days[0]) - min(a.days[1], b.days[1])
    if gap > 0:
        return "next" if gap == 1 else "apart"
    if a.open_days or b.open_days:
        return "open"
    if a.days == b.days and a.days[0] == a.days[1]:
        return "same"
    longest = max(a.days[1] - a.days[0], b.days[1] - b.days[0])
    return "wide" if longest > WIDE_DAYS else "overlap"


def happening(a: Unit, b: Unit) -> str:
    """Compare the kinds of happening: "same", "close", "family" or "different"."""
    return _of_kinds(a.kinds, b.kinds)


@lru_cache(maxsize=MOST_REMEMBERED)
def _of_kinds(a: Kinds, b: Kinds) -> str:
    if not a.happenings or not b.happenings:
        return "unknown"
    if not a.happenings.isdisjoint(b.happenings):
        return "same"
    if any(not kinds_close_to(kind).isdisjoint(b.happenings) for kind in a.happenings):
        return "close"
    return "different" if a.families.isdisjoint(b.families) else "family"


def actors(a: Unit, b: Unit) -> str:
    """Compare those who did it: "shared" words of their names, the "kind" alone, or "different"."""
    if not a.actors or not b.actors:
        return "unknown"
    if not a.actors.isdisjoint(b.actors):
        return "shared"
    if a.actor_kinds and b.actor_kinds:
        return "different" if a.actor_kinds.isdisjoint(b.actor_kinds) else "kind"
    return "other words"


def words(a: Unit, b: Unit) -> str:
    """Count the rare words that both hold, the names of their places apart; "sentence" where one is printed twice."""
    shared = (a.rare & b.rare) - a.place_words - b.place_words
    if len(shared) >= 5:  # noqa: PLR2004 -- the levels are counts
        return "sentence" if _one_sentence(a, b) else "5 or more"
    return ("0", "1", "2", "3 or 4", "3 or 4")[len(shared)]


def words_across(a: Unit, b: Unit) -> str:
    """Count as `words` does; "none of several" where both hold some rare words of their own and share none."""
    found, places = words(a, b), a.place_words | b.place_words
    several = found == "0" and min(len(a.rare - places), len(b.rare - places)) >= SEVERAL
    return "none of several" if several else found


def _one_sentence(a: Unit, b: Unit) -> bool:
    return any(
        len(x.all_words & y.all_words) >= SAME_SENTENCE * len(x.all_words | y.all_words)
        for x in a.mentions
        for y in b.mentions
    )


def source(a: Unit, b: Unit) -> str:
    """Compare who says it: the "same name", the "same kind", or "different"; reporters' own voices are "unnamed"."""
    if not a.sources.isdisjoint(b.sources):
        return "same name"
    if not a.sources or not b.sources:
        return "unnamed"
    return "different" if a.source_kinds.isdisjoint(b.source_kinds) else "same kind"


def nearness(a: Unit, b: Unit) -> str:
    """Compare where they stand in their report, in sentences."""
    gap = min(abs(x - y) for x in a.sentences for y in b.sentences)
    return ("0", "1", "2", "3 to 5", "3 to 5", "3 to 5")[gap] if gap <= 5 else "far"  # noqa: PLR2004 -- levels


ACROSS: dict[str, Callable[[Unit, Unit], str]] = {
    "days": days,
    "place": places.level,
    "happening": happening,
    "figures": figures,
    "actors": actors,
    "words": words_across,
    "source": source,
}
"""The parts of a score between reports, the most telling first."""


class Bare(NamedTuple):
    """The levels that a part can have at most where two units have nothing of this field in common."""

    field: str
    levels: frozenset[str]


BARE_ACROSS = {
    "words": Bare("rare", frozenset({"0", "none of several"})),
    "figures": Bare("values", frozenset({"close", "update", "compatible", "at odds", "none"})),
}
"""Parts between reports of which a glance tells that they speak little for one happening, as in most pairs."""
AT_HAND = ("days", "place", "happening")
"""Parts that are soon compared, and that most pairs differ by."""

WITHIN: dict[str, Callable[[Unit, Unit], str]] = {
    "days": days,
    "place": places.level,
    "happening": happening,
    "nearness": nearness,
    "figures": figures_within,
    "actors": actors,
    "words": words,
    "source": source,
}
"""The parts of a score within one report."""


def barred(a: Unit, b: Unit) -> str | None:
    """Return why two units cannot be one happening, in words; None where nothing forbids it."""
    return disjoint(a, b) or places.too_far(a, b)


def disjoint(a: Unit, b: Unit) -> str | None:
    """Return how far apart the days of two units lie, where they cannot be one's; else None."""
    if a.days is None or b.days is None:
        return None
    gap = max(a.days[0], b.days[0]) - min(a.days[1], b.days[1])
    return f"{gap} days apart" if gap >= DISJOINT_DAYS else None
