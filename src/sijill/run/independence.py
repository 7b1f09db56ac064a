"""The independence groups of a register, sides told by the lists of actors."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from sijill.ground.actors import actor_of
from sijill.reconcile.independence import (
    copy_group,
    in_groups,
    outlet_of,
    printers,
    relay_group,
    relayed,
    relayed_together,
    side_group,
    spoken,
)
from sijill.run.lines import differing, regrouped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sijill.incident import Voice
    from sijill.reconcile.independence import Group, Printed
    from sijill.run.blocks import Blocks
    from sijill.run.incidents import View

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")
STATES: Final = frozenset({"government", "military"})  # kinds of source that speak for the state
PARTIES: Final = frozenset({"armed_group", "opposition"})
SIDES: Final = frozenset({"government", "opposition", "jihadist", "kurdish", "separatist", "militia", "palestinian"})
"""Sides that are one: "foreign" is many."""


def independence_of(view: View) -> tuple[Group, ...]:
    """Return the groups of a register's sources that share an origin."""
    blocks, printed = view.blocks, view.printings.by_report
    outlets = grouped(blocks, "outlets", printed, lambda _, one: one.report_name, lambda _, some: last_outlet(some))
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
    return in_groups([*copies_in(blocks, printed), *relays.values(), *sides.values()])


def copies_in(blocks: Blocks, printed: Mapping[str, Printed]) -> Iterable[Group]:
    """Return the groups of outlets that print one another's copy."""
    several = grouped(
        blocks, "printers", printed, lambda _, one: one.origin or None,
        lambda _, some: found if len(some) > 1 and len(found := printers(some.values())) > 1 else None,
    )  # fmt: skip
    return grouped(
        blocks, "copies", several, lambda _, outlets: outlets[0],
        lambda first, some: copy_group(first, [outlet for outlets in some.values() for outlet in outlets[1:]]),
    ).values()  # fmt: skip


def last_outlet(printed: Mapping[str, Printed]) -> str:
    """Return who published the one of some reports of which a claim was entered last."""
    return outlet_of(max(printed.values(), key=attrgetter("last")))


def grouped(
    blocks: Blocks,
    question: str,
    lines: Mapping[K, V],
    group_of: Callable[[K, V], str | None],
    made: Callable[[str, Mapping[K, V]], T | None],
) -> Mapping[str, T]:
    """Return what is made of the lines of each group; that of the last time where no line of a group changed."""
    groups = blocks.gone_on(("in groups", question), lines, lambda before, now: regrouped(before, now, group_of))

    def after(
        before: tuple[Mapping[str, Mapping[K, V]], Mapping[str, T]] | None, now: Mapping[str, Mapping[K, V]]
    ) -> Mapping[str, T]:
        was, known = before or ({}, {})
        found = dict(known)
        for name in differing(was, now):
            found.pop(name, None)
            fresh = made(name, now[name]) if name in now else None
            if fresh is not None:
                found[name] = fresh
        return found

    return blocks.gone_on(("of groups", question), groups, after)


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
