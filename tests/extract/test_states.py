"""Words for how things stand are no happenings."""

import pytest
import spacy
from spacy.tokens import Doc
from trees import tree

from sijill.extract.states import is_state


def sentence(word: str, verb: str) -> Doc:
    words = ["The", word, verb, "the", "town"]
    return Doc(spacy.blank("en").vocab, words, heads=[1, 2, 2, 4, 2], deps=["det", "nsubj", "ROOT", "det", "obj"])


@pytest.mark.parametrize("word", ["conflict", "unrest", "violence", "crisis"])
def test_the_war_as_a_whole_is_a_state(word: str) -> None:
    assert is_state(sentence(word, "worried")[1:2])


@pytest.mark.parametrize("word", ["fighting", "uprising", "siege", "attack"])
def test_what_is_done_is_none(word: str) -> None:
    assert not is_state(sentence(word, "worried")[1:2])


def test_violence_that_breaks_out_is_a_happening() -> None:
    assert not is_state(sentence("violence", "erupted")[1:2])


def test_unrest_that_kills_is_a_happening() -> None:
    assert not is_state(sentence("unrest", "killed")[1:2])


def test_words_around_it_make_a_happening_of_its_own() -> None:
    assert not is_state(sentence("violence", "worried")[0:2])


def test_who_holds_a_town_is_a_state() -> None:
    words = ["The", "rebels", "controlled", "the", "town"]
    deps = ["det", "nsubj", "ROOT", "det", "obj"]
    assert is_state(Doc(spacy.blank("en").vocab, words, heads=[1, 2, 2, 4, 2], deps=deps)[2:3])


@pytest.mark.parametrize(
    ("read", "state"), [("non_state_actor_overtakes_territory", True), ("arrests", False), ("negotiate", False)]
)
def test_a_town_is_held_otherwise_than_a_suspect_or_a_meeting(read: str, *, state: bool) -> None:
    assert is_state(sentence("group", "held")[2:3], read) is state


@pytest.mark.parametrize(("word", "state"), [("toll", True), ("tolls", True), ("deaths", False), ("killings", False)])
def test_a_toll_is_a_figure_and_no_happening(word: str, *, state: bool) -> None:
    assert is_state(sentence(word, "rose")[1:2], "attack") is state


@pytest.mark.parametrize(("read", "state"), [("air_drone_strike", True), ("other", False)])
def test_a_burial_is_not_the_act_before_it(read: str, *, state: bool) -> None:
    assert is_state(sentence("families", "buried")[2:3], read) is state


BURIED = """
{who} NOUN 1 nsubj
buried VERB 1 ROOT
{how} ADV 1 advmod
{whose} {tag} 4 {link}
{whom} NOUN 1 obj
"""


@pytest.mark.parametrize(
    ("who", "how", "whose", "whom", "state"),
    [
        ("Militants", "alive", "12", "civilians", False),
        ("Neighbours", "alive", "12", "civilians", False),
        ("Militants", "there", "12", "women", False),
        ("Soldiers", "there", "12", "women", False),
        ("Soldiers", "there", "12", "comrades", True),
        ("Rebels", "there", "20", "bodies", True),
        ("Rebels", "there", "their", "men", True),
        ("Families", "there", "12", "people", True),
    ],
)
def test_who_is_buried_alive_or_by_armed_people_is_no_dead_of_before(
    who: str, how: str, whose: str, whom: str, *, state: bool
) -> None:
    tag, link = ("PRON", "nmod:poss") if whose == "their" else ("NUM", "nummod")
    doc = tree(BURIED.format(who=who, how=how, whose=whose, whom=whom, tag=tag, link=link))
    assert is_state(doc[1:2], "attack") is state
