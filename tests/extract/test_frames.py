"""Who says what, by syntax: documents with their trees given by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from sijill.extract.frames import frames, said_before

VOCAB = spacy.blank("en").vocab


def tree(rows: str) -> Doc:
    """A document from rows of "word pos head dep", heads counted from 0."""
    parts = [row.split() for row in rows.strip().splitlines()]
    words, pos, heads, deps = zip(*parts, strict=True)
    return Doc(VOCAB, words=list(words), pos=list(pos), heads=[int(h) for h in heads], deps=list(deps))


SAID_FIRST = """
Activists NOUN 1 nsubj
said VERB 1 ROOT
12 NUM 3 nummod
people NOUN 4 nsubj
died VERB 1 ccomp
"""
SAID_LAST = """
12 NUM 1 nummod
people NOUN 2 nsubj
died VERB 2 ROOT
, PUNCT 5 punct
activists NOUN 5 nsubj
said VERB 2 parataxis
"""
ACCORDING = """
12 NUM 1 nummod
people NOUN 2 nsubj
died VERB 2 ROOT
according VERB 5 case
to ADP 3 fixed
activists NOUN 2 obl
"""
ADDING = """
Medics NOUN 1 nsubj
said VERB 1 ROOT
so ADV 1 advmod
, PUNCT 4 punct
adding VERB 1 advcl
12 NUM 6 nummod
people NOUN 7 nsubj
died VERB 4 ccomp
"""


@pytest.mark.parametrize(
    ("rows", "speaker", "token"),
    [(SAID_FIRST, "Activists", 2), (SAID_LAST, "activists", 0), (ACCORDING, "activists", 0), (ADDING, "Medics", 5)],
    ids=["said first", "said last", "according to", "adding that"],
)
def test_the_speaker_of_a_number_is_found(rows: str, speaker: str, token: int) -> None:
    doc = tree(rows)
    covering = [f for f in frames(doc) if f.covers(token)]
    assert {doc[f.start : f.end].text for f in covering} == {speaker}


def test_a_speaker_does_not_say_his_own_name() -> None:
    assert not any(f.covers(0) for f in frames(tree(SAID_FIRST)))


def test_words_without_a_verb_of_saying_have_no_speaker() -> None:
    assert frames(tree("Rain NOUN 1 nsubj\nfell VERB 1 ROOT")) == ()


THEY_SAID = """
Activists NOUN 1 nsubj
spoke VERB 1 ROOT
A DET 3 det
fight NOUN 9 nsubj
began VERB 9 ccomp
, PUNCT 9 punct
ten NUM 7 nsubj
died VERB 9 ccomp
they PRON 9 nsubj
said VERB 9 ROOT
"""


def test_of_two_subjects_before_said_the_nearest_speaks() -> None:
    doc = tree(THEY_SAID)
    assert [doc[f.start : f.end].text for f in frames(doc) if f.covers(6)] == ["they"]


@pytest.mark.parametrize(("speaker", "found"), [("Activists", ["Activists"]), ("Observatory", []), ("officer", [])])
def test_they_goes_on_from_several_people_who_spoke_in_the_sentence_before(speaker: str, found: list[str]) -> None:
    doc = tree(THEY_SAID.replace("Activists", speaker).replace("spoke", "said"))
    told = frames(doc)
    before = said_before(told, told[-1], doc)
    assert [doc[f.start : f.end].text for f in (before,) if f] == found
