"""A bare name is known by the words that introduced it."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from sijill.extract.introductions import introductions

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
