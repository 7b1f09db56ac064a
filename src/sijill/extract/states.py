"""Words for how things stand, and what comes after: the war as a whole, who holds what, tolls, burials.

They name no happening by themselves.

In the gold for training and development, "conflict", "unrest", "violence" and "controlled" are marked as happenings in
8% of the places where they stand (11 of 133); "fighting", "uprising" and "civil war" in most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.extract.acts import VIOLENT
from sijill.extract.named_acts import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_STATES: Final = frozenset(
    {"conflict", "conflicts", "unrest", "violence", "bloodshed", "insurgency", "crisis", "controlled"}
)
_TOLLS: Final = frozenset({"toll", "tolls"})
"""In the gold for training none of 30 is a happening: a toll is a figure."""
_HOLDING: Final = frozenset(
    {"aid", "change_to_group_activity", "other"}
    | {"government_regains_territory", "non_state_actor_overtakes_territory"}
)
"""What "held" is read as where it says whose a place is, and not that somebody or a meeting is held."""
_BEGIN: Final = frozenset({"erupted", "erupts", "erupt", "broke", "breaks", "flared", "flares", "began", "started"})
_HARMING: Final = frozenset({"killed", "kills", "left", "leaves", "claimed", "claims", "wounded", "injured"})


def is_state(trigger: Span, read: str | None = None) -> bool:
    """Tell whether a trigger that is read as a kind of happening names how things stand, or what came after.

    What breaks out is a happening ("violence erupted"), and so is what kills ("the unrest in Hama killed 12").
    """
    word = trigger.root
    acts = word.head.lower_ in _BEGIN or (word.dep_ == "nsubj" and word.head.lower_ in _HARMING)
    if not _TOLLS.isdisjoint(token.lower_ for token in trigger) or _is_burial(word, read):
        return True
    held = word.lower_ == "held" and read in _HOLDING
    return len(trigger) == 1 and (held or word.lower_ in _STATES) and not acts


def _is_burial(word: Token, read: str | None) -> bool:
    """Tell whether a burial is taken for the act of violence that came before it: not where it is one itself."""
    return word.lower_ == "buried" and read in VIOLENT and not _is_alive(word) and not _kills(word)


def _is_alive(word: Token) -> bool:
    return any(token.lower_ == "alive" for token in word.subtree)


def _kills(word: Token) -> bool:
    """Tell whether armed people buried somebody whom nothing calls dead or theirs."""
    armed = words()["armed"] | words()["attackers"]
    doers = [child for child in word.children if child.dep_ in _DOERS]
    people = [token for child in word.children if child.dep_ in _DONE_TO for token in child.subtree]
    theirs = any(token.lower_ in words()["dead"] or token.dep_ == "nmod:poss" for token in people)
    return bool(people) and not theirs and any(doer.lower_ in armed for doer in doers)


_DOERS: Final = frozenset({"nsubj", "obl:agent", "obl"})
_DONE_TO: Final = frozenset({"obj", "nsubj:pass"})
