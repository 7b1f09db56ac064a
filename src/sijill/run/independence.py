"""The independence groups of a register, sides told by the lists of actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from sijill.ground.actors import actor_of
from sijill.reconcile.independence import in_groups, relay_group, relayed, relayed_together, side_group, spoken
from sijill.run.lines import differing, regrouped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sijill.incident import Voice
    from sijill.reconcile.independence import Group
    from sijill.run.blocks import Blocks
    from sijill.run.incidents import View

    Groups = dict[str, Group]
    Origins = Mapping[str, Mapping["K", "V"]]

K = TypeVar("K")
V = TypeVar("V")
STATES: Final = frozenset({"government", "military"})  # kinds of source that speak for the state
PARTIES: Final = frozenset({"armed_group", "opposition"})
SIDES: Final = frozenset({"government", "opposition", "jihadist", "kurdish", "separatist", "militia", "palestinian"})
"""Sides that are one: "foreign" is many."""


def independence_of(view: View) -> tuple[Group, ...]:
    """Return the groups of a register's sources that share an origin."""
    blocks, printings = view.blocks, view.printings
    outlets = printings.outlets
    passed_on = blocks.lined("relays", lambda block: relayed(block, outlets), relayed_together)
    relays = grouped(
        blocks, "relays", passed_on, lambda _, one: one.named and one.named[1],
        lambda name, of_keys: relay_group(name, [*of_keys.values()]),
    )  # fmt: skip
    spoken_for = blocks.lined("sides", lambda block: spoken(block, side_of), sum_of)
    sides = grouped(
        blocks, "sides", spoken_for, lambda spoken, _: spoken[0],
        lambda side, times: side_group(side, {name: often for (_, name), often in times.items()}),
    )  # fmt: skip
    return in_groups([*printings.copied, *relays, *sides])


def grouped(
    blocks: Blocks,
    question: str,
    lines: Mapping[K, V],
    origin_of: Callable[[K, V], str | None],
    group_of: Callable[[str, Mapping[K, V]], Group | None],
) -> Iterable[Group]:
    """Return the groups of lines that have one origin; those of the last time where no line of theirs changed."""
    of_origins = blocks.gone_on(
        ("by origin", question), lines,
        lambda before, now: regrouped(before, now, origin_of),
    )  # fmt: skip

    def after(before: tuple[Origins[K, V], Groups] | None, now: Origins[K, V]) -> Groups:
        was, groups = before or ({}, {})
        fresh = {name: group_of(name, now[name]) if name in now else None for name in differing(was, now)}
        kept = {name: group for name, group in groups.items() if name not in fresh}
        return kept | {name: group for name, group in fresh.items() if group}

    return blocks.gone_on(("groups", question), of_origins, after).values()


def sum_of(times: Iterable[int]) -> int:
    """Return how often it was in all."""
    return sum(times)


def side_of(voice: Voice, country: str | None) -> str | None:
    """Return the side for which a source speaks, with its country; None for those who speak for no party."""
    if voice.kind not in STATES | PARTIES:
        return None
    listed = actor_of(voice.name, country).side
    side = listed or ("government" if voice.kind in STATES else voice.kind if voice.kind == "opposition" else None)
    return f"{side}, {country or 'country not known'}" if side in SIDES else None
