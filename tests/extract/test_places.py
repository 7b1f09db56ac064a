"""Where a claim is said to have happened."""

import pytest
import spacy

from sijill.extract.figures import place_of
from sijill.extract.words import Page
from sijill.model import Report, Text
from sijill.reading import Pointer, Reading, TriggerCue


def where(text: str, word: str) -> str | None:
    """Return the place of the first word's happening, where the reader points to `word`."""
    doc = spacy.blank("en")(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    at = next(token.i for token in doc if token.text == word)
    cue = TriggerCue(
        start=0, end=1, probability=1.0, happening=(), source_kind=(), modality=(), source=None, perpetrator=None,
        victims=None, place=Pointer(at, at + 1, 0.9, 0.1), time=None, dated=(),
    )  # fmt: skip
    plain = Text(text=text, offsets=tuple(range(len(text) + 1)))
    reading = Reading(text=text, doc=doc, times=(), numbers=(), triggers=(cue,))
    return place_of(Page(report=Report(text=text, name="r", sha256="0"), text=plain, reading=reading), cue)[0]


@pytest.mark.parametrize("word", ["February", "Friday"])
def test_a_month_or_a_day_is_no_place(word: str) -> None:
    assert where(f"Fighting broke out in Orzan in {word} .", word) is None


def test_the_word_that_the_reader_points_to_is() -> None:
    assert where("Fighting broke out in Orzan in February .", "Orzan") == "Orzan"
