"""The independence groups of a register, sides told by the lists of actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.ground.actors import actor_of
from sijill.reconcile.independence import (
    added_up,
    in_groups,
    relay_groups,
    relayed,
    relayed_together,
    side_groups,
    spoken,
)

if TYPE_CHECKING:
    from sijill.incident import Voice
    from sijill.reconcile.independence import Group
    from sijill.run.incidents import View

STATES: Final = frozenset({"government", "military"})  # kinds of source that speak for the state
PARTIES: Final = frozenset({"armed_group", "opposition"})
SIDES: Final = frozenset({"government", "opposition", "jihadist", "kurdish", "separatist", "militia", "palestinian"})
"""Sides that are one: "foreign" is many."""


def independence_of(view: View) -> tuple[Group, ...]:
    """Return the groups of a register's sources that share an origin."""
    printings, outlets = view.printings, view.printings.outlets
    passed_on = view.blocks.folded("relays", lambda block: relayed(block, outlets), relayed_together)
    spoken_for = view.blocks.folded("sides", lambda block: spoken(block, side_of), added_up)
    return in_groups([*printings.copied, *relay_groups(passed_on), *side_groups(spoken_for)])


def side_of(voice: Voice, country: str | None) -> str | None:
    """Return the side for which a source speaks, with its country; None for those who speak for no party."""
    if voice.kind not in STATES | PARTIES:
        return None
    listed = actor_of(voice.name, country).side
    side = listed or ("government" if voice.kind in STATES else voice.kind if voice.kind == "opposition" else None)
    return f"{side}, {country or 'country not known'}" if side in SIDES else None
