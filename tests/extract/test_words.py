"""The words that a pointer means."""

from html import unescape

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from sijill.acquire import Options, report_from_text
from sijill.extract.words import Page, phrase, trimmed
from sijill.model import Text
from sijill.reading import Reading

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


def page_with(entity: str) -> Page:
    """A page whose report ends a name with an HTML entity that was read as one character."""
    report = report_from_text(f"Doe {entity}", name="r", options=Options())
    text = Text(text=f"Doe {unescape(entity)}", offsets=(0, 1, 2, 3, 4, 4 + len(entity)))
    reading = Reading(text=text.text, doc=Doc(VOCAB, words=["Doe"]), times=(), numbers=(), triggers=())
    return Page(report=report, text=text, reading=reading)


@given(st.sampled_from(["&amp;", "&quot;", "&eacute;", "&#233;", "&#xe9;", "x"]), st.integers(0, 4))
def test_a_quote_takes_in_the_whole_of_an_entity_at_its_end(entity: str, start: int) -> None:
    page = page_with(entity)
    found = page.evidence_at("source", start, 5)
    assert unescape(found.quote) == page.text.text[start:5]
