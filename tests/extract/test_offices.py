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


BESIDE = """
The DET 1 det
{who} {tag} 2 {role}
{verb} VERB 2 ROOT
a DET 4 det
{whom} NOUN 2 {link}
. PUNCT 2 punct
{own} PRON 7 nmod:poss
{office} NOUN 11 nsubj
, PUNCT 9 punct
Ali PROPN 7 appos
Dhore PROPN 9 flat
said VERB 11 ROOT
. PUNCT 11 punct
"""


def beside(own: str, who: str, verb: str, whom: str, **other: str) -> list[str]:
    said = {"tag": "NOUN", "role": "nsubj", "link": "obj", "office": "head"} | other
    return list(bodies(tree(BESIDE.format(own=own, who=who, verb=verb, whom=whom, **said)), 9, 11))


@pytest.mark.parametrize(
    ("own", "who", "verb", "whom", "link"),
    [
        ("Its", "army", "attacked", "clinic", "obj"),
        ("Its", "Taliban", "attacked", "academy", "obj"),
        ("Its", "union", "met", "ministry", "obl"),
        ("Their", "soldiers", "fired", "protesters", "obl"),
        ("Their", "police", "clashed", "villagers", "obl"),
        ("Their", "rebels", "attacked", "village", "obj"),
        ("Their", "miners", "met", "farmers", "obj"),
    ],
)
def test_the_office_may_be_of_whom_the_sentence_before_tells_something_done_to(
    own: str, who: str, verb: str, whom: str, link: str
) -> None:
    assert not beside(own, who, verb, whom, link=link)


@pytest.mark.parametrize(
    ("own", "who", "verb", "whom", "link"),
    [
        ("Its", "service", "collected", "bodies", "obj"),
        ("Its", "navy", "raised", "number", "obj"),
        ("Its", "party", "said", "interview", "obl"),
        ("Their", "rebels", "left", "town", "obj"),
        ("Their", "insurgents", "said", "herders", "obj"),
    ],
)
def test_what_can_have_no_such_office_leaves_it_to_the_subject(
    own: str, who: str, verb: str, whom: str, link: str
) -> None:
    assert beside(own, who, verb, whom, link=link) == [f"The {who}"]


def test_who_was_attacked_has_the_office_himself() -> None:
    assert beside("Its", "hospital", "shelled", "dawn", role="nsubj:pass", link="obl") == ["The hospital"]


def test_several_people_at_the_head_of_a_sentence_are_several_though_tagged_as_a_name() -> None:
    assert not beside("Its", "Rebels", "left", "towns", tag="PROPN")
    assert beside("Its", "Hamas", "left", "towns", tag="PROPN") == ["The Hamas"]


def test_two_sides_that_fought_have_no_leader_in_common() -> None:
    doc = tree("""
    Rebels NOUN 3 nsubj
    and CCONJ 2 cc
    miners NOUN 0 conj
    met VERB 3 ROOT
    . PUNCT 3 punct
    Their PRON 6 nmod:poss
    leader NOUN 10 nsubj
    , PUNCT 8 punct
    John PROPN 6 appos
    Kuol PROPN 8 flat
    said VERB 10 ROOT
    """)
    assert not list(bodies(doc, 8, 10))


@pytest.mark.parametrize(
    ("whom", "office", "sure"),
    [
        ("town", "spokesman", True),
        ("town", "head", False),
        ("base", "spokesman", True),
        ("base", "commander", False),
        ("ministry", "spokesman", False),
    ],
)
def test_a_town_has_a_head_and_no_spokesman(whom: str, office: str, *, sure: bool) -> None:
    assert bool(beside("Its", "army", "attacked", whom, office=office)) is sure
