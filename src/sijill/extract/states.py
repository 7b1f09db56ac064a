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
_HARMING: Final = frozenset({"killed", "kills", "left", "leaves", "claimed", "claims", "wounded", "injured"})


def is_state(trigger: Span) -> bool:
    """Tell whether a trigger names how things stand.

    What breaks out is a happening ("violence erupted"), and so is what kills ("the unrest in Hama killed 12").
    """
    word = trigger.root
    acts = word.head.lower_ in _BEGIN or (word.dep_ == "nsubj" and word.head.lower_ in _HARMING)
    return len(trigger) == 1 and word.lower_ in _STATES and not acts
