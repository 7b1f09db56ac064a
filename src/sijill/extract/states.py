"""Words for how things stand: the war as a whole, who holds what. They name no happening by themselves.

In the gold for training and development, "conflict", "unrest", "violence" and "controlled" are marked as happenings in
8% of the places where they stand (11 of 133); "fighting", "uprising" and "civil war" in most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Span

_STATES: Final = frozenset(
    {"conflict", "conflicts", "unrest", "violence", "bloodshed", "insurgency", "crisis", "controlled"}
)
_BEGIN: Final = frozenset({"erupted", "erupts", "erupt", "broke", "breaks", "flared", "flares", "began", "started"})


def is_state(trigger: Span) -> bool:
    """Tell whether a trigger names how things stand; what breaks out is a happening ("violence erupted")."""
    word = trigger.root
    return len(trigger) == 1 and word.lower_ in _STATES and word.head.lower_ not in _BEGIN
