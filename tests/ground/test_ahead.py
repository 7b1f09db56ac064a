"""Times further down: what they tell of."""

import pytest
import spacy
from spacy.tokens import Doc

from sijill.ground.ahead import tells_of_another
from sijill.reading import Pointer, Reading, TriggerCue

TEXT = "Strikes killed ten . Rebels fled . On Saturday rebels seized a hill ."
WORDS = TEXT.split()


def cue(at: int, sure: float) -> TriggerCue:
    time = Pointer(8, 9, sure, 0.1)
    return TriggerCue(
        start=at, end=at + 1, probability=0.9, happening=(), source_kind=(), modality=(), source=None,
        perpetrator=None, victims=None, place=None, time=time,
    )  # fmt: skip


def reading(alike: float, sure: float) -> Reading:
    doc = Doc(spacy.blank("en").vocab, WORDS)
    cues = (cue(WORDS.index("killed"), sure), cue(WORDS.index("seized"), sure))
    return Reading(text=doc.text, doc=doc, times=(), numbers=(), triggers=cues, alike=((1.0, alike), (alike, 1.0)))


@pytest.mark.parametrize(("alike", "sure", "is_of_another"), [(0.1, 0.6, True), (0.5, 0.6, False), (0.1, 0.8, False)])
def test_a_time_below_tells_of_another_where_nothing_beside_it_is_like_the_claim(
    alike: float,
    sure: float,
    is_of_another: bool,  # noqa: FBT001 -- a case
) -> None:
    there = (TEXT.index("On"), len(TEXT))
    assert tells_of_another(reading(alike, sure), TEXT.index("killed"), there) is is_of_another


def test_where_no_mentions_were_compared_the_reader_is_believed() -> None:
    bare = reading(0.1, 0.6)
    bare = Reading(text=bare.text, doc=bare.doc, times=(), numbers=(), triggers=bare.triggers)
    assert not tells_of_another(bare, TEXT.index("killed"), (0, len(TEXT)))
