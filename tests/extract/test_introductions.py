"""A bare name is known by the words that introduced it."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span
from trees import tree

from sijill.extract.introductions import apposed, introductions, meant, organisations_before, roles_after

VOCAB = spacy.blank("en").vocab


PARSE = """
Ammar PROPN 6 nsubj
Saleh PROPN 0 flat
, PUNCT 4 punct
a DET 4 det
doctor NOUN 0 appos
, PUNCT 0 punct
spoke VERB 6 ROOT
. PUNCT 6 punct
Saleh PROPN 9 nsubj
counted VERB 9 ROOT
12 NUM 9 obj
. PUNCT 9 punct
He PRON 13 nsubj
said VERB 13 ROOT
. PUNCT 13 punct
"""


def report() -> Doc:
    """Return two people's words, parsed by hand: each row is a word, its kind, its head and its relation."""
    words, pos, heads, deps = zip(*(row.split() for row in PARSE.split("\n") if row), strict=True)
    return Doc(VOCAB, words=words, pos=pos, heads=[int(head) for head in heads], deps=deps)


def test_a_surname_leads_to_the_phrase_that_introduced_its_bearer() -> None:
    (phrase,) = introductions(report(), 8, 9)
    assert phrase.startswith("Ammar Saleh , a doctor")


def test_words_that_are_more_than_a_name_need_no_introduction() -> None:
    assert not list(introductions(report(), 3, 5))


def test_a_pronoun_is_no_name() -> None:
    assert not list(introductions(report(), 12, 13))


COMMITTEE = """
The DET 2 det
emergency NOUN 2 compound
committee NOUN 3 nsubj
met VERB 3 ROOT
. PUNCT 3 punct
{the} DET 6 det
committee NOUN 7 nsubj
counts VERB 7 ROOT
44 NUM 7 obj
"""


@pytest.mark.parametrize(("the", "phrases"), [("The", ["The emergency committee"]), ("Another", [])])
def test_the_committee_is_the_one_that_was_told_of_before(the: str, phrases: list[str]) -> None:
    assert list(meant(tree(COMMITTEE.format(the=the)), 5, 7)) == phrases


UNION = """
Defence PROPN 1 compound
Union PROPN 6 nsubj
{comma} 1 punct
a DET 5 det
rebel NOUN 5 compound
group NOUN 1 appos
said VERB 6 ROOT
"""


@pytest.mark.parametrize("comma", [", PUNCT", "itself PRON"])
def test_what_is_said_of_somebody_right_after_the_name_is_his_apposition(comma: str) -> None:
    assert apposed(tree(UNION.format(comma=comma)), 2) == ("rebel group" if comma.startswith(",") else None)


def test_an_apposition_needs_no_comma_where_the_text_lost_its_commas() -> None:
    assert apposed(tree(UNION.format(comma="itself PRON")), 3) == "rebel group"


def test_organisations_are_given_the_nearest_first() -> None:
    doc = tree(UNION.format(comma=", PUNCT"))
    doc.set_ents([Span(doc, 0, 2, label="ORG"), Span(doc, 4, 5, label="LOC"), Span(doc, 5, 6, label="ORG")])
    assert list(organisations_before(doc, 6)) == ["group", "Defence Union"]
    assert list(organisations_before(doc, 5)) == ["Defence Union"]


SPOKESMAN = """
A DET 2 det
rebel NOUN 2 compound
spokesman NOUN 3 nsubj
said VERB 3 ROOT
so ADV 3 advmod
. PUNCT 3 punct
Ibrahim PROPN 10 nsubj
{pause} PUNCT 9 punct
{the} DET 9 det
spokesman NOUN 6 appos
agreed VERB 10 ROOT
"""


@pytest.mark.parametrize(
    ("pause", "the", "phrases"),
    [(",", "the", ["A rebel spokesman"]), (",", "a", []), ("-", "the", [])],
)
def test_the_spokesman_after_a_name_is_the_one_introduced_before(pause: str, the: str, phrases: list[str]) -> None:
    assert list(roles_after(tree(SPOKESMAN.format(pause=pause, the=the)), 7)) == phrases
