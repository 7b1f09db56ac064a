"""Triggers of one clause that tell of one happening once: "a missile struck" and "repelled the attack" are one each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.extract.figures import not_none
from sijill.extract.named_acts import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from sijill.reading import TriggerCue

    Kept = tuple[int, TriggerCue]

_DOERS: Final = frozenset({"nsubj", "nsubj:pass", "obl:agent"})
_DONE: Final = frozenset({"nsubj:pass", "obj"})


def told_once(doc: Doc, kept: Sequence[Kept]) -> list[Kept]:
    """Return the triggers without those that another trigger of their clause tells of.

    A weapon gives way to what it does; that an attack was beaten off gives way to the attack.
    """
    roots = {doc[cue.start : cue.end].root.i: cue for _, cue in kept}
    again = {at for at in roots if _is_of_its_verb(doc[at], roots) or _is_of_its_object(doc[at], roots)}
    return [(index, cue) for index, cue in kept if doc[cue.start : cue.end].root.i not in again]


def _is_of_its_verb(word: Token, roots: dict[int, TriggerCue]) -> bool:
    """Tell whether a weapon does what its verb, a trigger of the same kind, says ("shells fell")."""
    verb = word.head
    if word.dep_ not in _DOERS or word.lower_ not in words()["guns"] | words()["bombs"] | words()["blasts"]:
        return False
    return verb.i in roots and not_none(roots[verb.i]) == not_none(roots[word.i])


def _is_of_its_object(word: Token, roots: dict[int, TriggerCue]) -> bool:
    """Tell whether a verb says that an attack, a trigger itself, was beaten off."""
    if word.lower_ not in words()["beating_off"]:
        return False
    return any(
        child.i in roots and child.dep_ in _DONE and child.lower_ in words()["attacks"] for child in word.children
    )
