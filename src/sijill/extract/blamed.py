"""Whom a claim blames: never those whom it counts as harmed, nor those who only say what another did.

Who clashes is both doer and target of the clash, so for happenings the same words may be both. A blame that words do
not bear out is taken back; none is made here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from sijill.extract.measure_words import words
from sijill.extract.people import SUBJECT
from sijill.reading import NumberCue, TriggerCue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sijill.reading import Pointer

Cue = TypeVar("Cue", NumberCue, TriggerCue)
_SAYING: Final = frozenset(
    {"alleges", "alleged", "allege", "says", "said", "say", "claims", "claimed", "claim", "reports", "reported"}
    | {"believes", "believed", "believe", "insists", "insisted", "maintains", "maintained"}
)


def rightly_blamed(doc: Doc, cue: Cue) -> Cue:
    """Return a mention without the perpetrator that its words speak against."""
    blamed = cue.perpetrator
    if blamed is None or not blamed.holds:
        return cue
    harmed = isinstance(cue, NumberCue) and _overlap(blamed, cue.victims)
    false = harmed or _only_alleges(doc[blamed.start : blamed.end].root) or _tells_of_another(doc, cue)
    return replace(cue, perpetrator=None) if false else cue


def _overlap(blamed: Pointer, harmed: Pointer | None) -> bool:
    """Tell whether the same words are blamed and harmed."""
    return harmed is not None and harmed.holds and harmed.start < blamed.end and blamed.start < harmed.end


def _only_alleges(blamed: Token) -> bool:
    """Tell whether somebody only says what something did ("a strike that the government alleges killed 15")."""
    verb = blamed.doc[blamed.i + 1] if blamed.i + 2 < len(blamed.doc) else blamed
    return verb.lower_ in _SAYING and words().get(blamed.doc[verb.i + 1].lower_) is not None


def _tells_of_another(doc: Doc, cue: Cue) -> bool:
    """Tell whether who is blamed says what another did: "the government said 60 missiles struck the capital"."""
    if cue.source is None or cue.perpetrator is None or not _overlap(cue.perpetrator, cue.source):
        return False
    speaker = doc[cue.source.start : cue.source.end].root
    told = next((one for one in speaker.head.children if one.dep_ == "ccomp" and one.i > speaker.i), None)
    if speaker.dep_ != "nsubj" or told is None or not speaker.head.i < cue.start < speaker.sent.end:
        return False
    doer = next((one for one in told.children if one.dep_ in SUBJECT), None)
    own = any(one.pos_ == "PRON" for one in doc[speaker.head.i + 1 : cue.start])
    return doer is not None and doer.pos_ in {"NOUN", "PROPN"} and not own
