"""An office is held for the body that the report names with it."""

from __future__ import annotations

import pytest
from trees import tree

from sijill.extract.offices import bodies

HEAD = """
The DET 2 det
ambulance NOUN 2 compound
service NOUN 3 nsubj
collected VERB 3 ROOT
bodies NOUN 3 obj
. PUNCT 3 punct
Its PRON 7 nmod:poss
{office} NOUN 12 nsubj
, PUNCT 9 punct
Ali PROPN 7 appos
Dhore PROPN 9 flat
, PUNCT 9 punct
said VERB 12 ROOT
. PUNCT 12 punct
"""

TROOPS = """
Troops NOUN 1 nsubj
stormed VERB 1 ROOT
Bara PROPN 1 obj
. PUNCT 1 punct
Its PRON 5 nmod:poss
head NOUN 9 nsubj
, PUNCT 7 punct
Ali PROPN 5 appos
Dhore PROPN 7 flat
said VERB 9 ROOT
. PUNCT 9 punct
"""

REBELS = """
The DET 1 det
rebels NOUN 3 nmod:poss
' PART 1 case
president NOUN 7 nsubj
, PUNCT 5 punct
Marcel PROPN 3 appos
Ruta PROPN 5 flat
said VERB 7 ROOT
. PUNCT 7 punct
"""


def test_its_head_speaks_for_what_the_sentence_before_is_about() -> None:
    assert list(bodies(tree(HEAD.format(office="head")), 9, 11)) == ["The ambulance service"]


def test_the_office_within_a_sources_own_words_counts_as_well() -> None:
    assert list(bodies(tree(HEAD.format(office="head")), 6, 11)) == ["The ambulance service"]


def test_the_rebels_president_speaks_for_the_rebels() -> None:
    assert list(bodies(tree(REBELS), 5, 7)) == ["The rebels"]


@pytest.mark.parametrize("word", ["patient", "hostage", "neighbour"])
def test_who_holds_no_office_speaks_for_himself(word: str) -> None:
    assert not list(bodies(tree(HEAD.format(office=word)), 9, 11))


def test_several_people_have_no_head_that_is_called_theirs_with_its() -> None:
    assert not list(bodies(tree(TROOPS), 7, 9))


def test_a_name_without_an_office_before_it_leads_to_nobody() -> None:
    assert not list(bodies(tree(TROOPS), 2, 3))
