"""Numbers that the reader is unsure of are told by whoever tells the rest of their sentence."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from sijill.extract.agreeing import Agreement
from sijill.reading import Pointer, TriggerCue

WORDS = ["Medics", "came", ".", "Raids", "killed", "7", "and", "hurt", "9", ".", "Troops", "fled", "."]
MEDICS, TROOPS = 0, 10
SEVEN, NINE = 5, 8


def report() -> Doc:
    """Return three sentences."""
    starts: list[bool | int | None] = [n in {0, 3, 10} for n in range(len(WORDS))]
    return Doc(spacy.blank("en").vocab, words=WORDS, pos=["NOUN"] * len(WORDS), sent_starts=starts)


def cue(at: int, who: int, probability: float, none: float) -> TriggerCue:
    """Return a mention that points to who says it."""
    pointer = Pointer(start=who, end=who + 1, probability=probability, none_probability=none)
    return TriggerCue(
        start=at, end=at + 1, probability=1.0, happening=(), source_kind=(), modality=(), source=pointer,
        perpetrator=None, victims=None, place=None,
    )  # fmt: skip


def test_an_unsure_number_is_told_by_who_tells_the_rest_of_its_sentence() -> None:
    sure, unsure = cue(SEVEN, MEDICS, 0.9, 0.1), cue(NINE, TROOPS, 0.4, 0.2)
    told = Agreement(report(), [sure, unsure]).of(unsure)
    assert told is not None
    assert told.start == MEDICS


def test_the_reports_own_voice_may_be_what_the_sentence_agrees_on() -> None:
    unsure = cue(NINE, TROOPS, 0.4, 0.2)
    assert Agreement(report(), [cue(SEVEN, MEDICS, 0.1, 0.9), unsure]).of(unsure) is None


def test_a_sure_number_keeps_its_own_source() -> None:
    sure = cue(NINE, TROOPS, 0.6, 0.1)
    assert Agreement(report(), [cue(SEVEN, MEDICS, 0.99, 0.0), sure]).of(sure) is sure.source


def test_another_sentence_is_not_asked() -> None:
    elsewhere, unsure = cue(1, MEDICS, 0.9, 0.0), cue(NINE, TROOPS, 0.4, 0.2)
    assert Agreement(report(), [elsewhere, unsure]).of(unsure) == unsure.source
