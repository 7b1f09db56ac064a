"""The words that a pointer means."""

import spacy
from spacy.tokens import Doc

from sijill.extract.words import phrase, trimmed

VOCAB = spacy.blank("en").vocab


def words_of(words: str, pos: str) -> Doc:
    """A document of one sentence, its words hanging on the first, with parts of speech."""
    parts = words.split()
    deps = ["ROOT"] + ["dep"] * (len(parts) - 1)
    return Doc(VOCAB, words=parts, pos=pos.split(), heads=[0] * len(parts), deps=deps)


def test_people_counted_apart_are_not_among_those_counted_first() -> None:
    doc = words_of("army rebels and three civilians", "NOUN NOUN CCONJ NUM NOUN")
    start, end = phrase(doc, 0, 5)
    assert doc[start:end].text == "army rebels"


def test_people_named_together_stay_together() -> None:
    doc = words_of("officers and security guards", "NOUN CCONJ NOUN NOUN")
    start, end = phrase(doc, 0, 4)
    assert doc[start:end].text == "officers and security guards"


def test_words_that_only_introduce_a_source_are_left_out() -> None:
    doc = words_of("according to activists", "VERB ADP NOUN")
    start, end = phrase(doc, 0, 3)
    assert doc[start:end].text == "activists"


def test_punctuation_at_the_ends_is_dropped() -> None:
    doc = words_of(", three villages ,", "PUNCT NUM NOUN PUNCT")
    start, end = trimmed(doc, 0, 4)
    assert doc[start:end].text == "three villages"
