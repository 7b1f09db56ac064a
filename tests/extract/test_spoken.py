"""Where acts done with words are placed."""

import pytest
from spacy.tokens import Doc
from trees import tree

from sijill.extract.spoken import with_own_place
from sijill.reading import Pointer, TriggerCue

CONDEMNED = """
The DET 1 det
envoy NOUN 2 nsubj
condemned VERB 2 ROOT
the DET 4 det
raid NOUN 2 obj
in ADP 6 case
Tamar PROPN 4 nmod
at ADP 9 case
a DET 9 det
rally NOUN 2 obl
in ADP 11 case
Orzan PROPN 9 nmod
. PUNCT 2 punct
Beilin PROPN 14 nsubj
burned VERB 14 ROOT
"""
SPOKE = """
In ADP 1 case
Orzan PROPN 5 obl
, PUNCT 5 punct
the DET 4 det
mayor NOUN 5 nsubj
denied VERB 5 ROOT
shelling VERB 5 xcomp
Tamar PROPN 6 obj
"""


def where(doc: Doc, verb: str, happening: str, pointed: str, sure: float = 0.6) -> str | None:
    """Return where a verb's act is placed after the reader pointed to a word."""
    at, to = (next(word.i for word in doc if word.text == said) for said in (verb, pointed))
    cue = TriggerCue(
        start=at, end=at + 1, probability=0.9, happening=(), source_kind=(), modality=(), source=None,
        perpetrator=None, victims=None, place=Pointer(to, to + 1, sure, 0.0),
    )  # fmt: skip
    place = with_own_place(doc, cue, happening).place
    return doc[place.start].text if place else None


def test_who_condemns_a_raid_is_not_where_it_was() -> None:
    assert where(tree(CONDEMNED), "condemned", "condemn", "Tamar") is None


def test_a_rally_is_where_it_was_condemned() -> None:
    assert where(tree(CONDEMNED), "condemned", "condemn", "Orzan") == "Orzan"


def test_who_denies_it_is_not_where_it_was() -> None:
    assert where(tree(SPOKE), "denied", "deny", "Tamar") is None
    assert where(tree(SPOKE), "denied", "deny", "Orzan") == "Orzan"


@pytest.mark.parametrize("happening", ["condemn", "deny", "claim_responsibility", "sanction", "negotiate"])
def test_another_sentence_does_not_tell_where_it_is_said(happening: str) -> None:
    assert where(tree(CONDEMNED), "condemned", happening, "Beilin") is None


@pytest.mark.parametrize("happening", ["attack", "demand", "threaten"])
def test_what_is_done_and_what_is_to_be_done_stays_there(happening: str) -> None:
    assert where(tree(CONDEMNED), "condemned", happening, "Tamar") == "Tamar"
    assert where(tree(CONDEMNED), "condemned", happening, "Beilin") == "Beilin"


def test_where_the_reader_is_sure_it_stays() -> None:
    assert where(tree(CONDEMNED), "condemned", "condemn", "Tamar", sure=0.95) == "Tamar"
