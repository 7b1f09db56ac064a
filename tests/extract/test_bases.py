"""Numbers of which only some are told of."""

import pytest
from trees import tree

from sijill.extract.bases import is_base, told_of_all

OF = """
{share} 6 nsubj
of ADP 4 case
the DET 4 det
12 NUM 4 nummod
{people} NOUN 0 nmod
were AUX 6 aux:pass
killed VERB 6 ROOT
"""


@pytest.mark.parametrize("share", ["Five NUM", "Half NOUN", "Most ADJ", "Dozens NOUN", "Several ADJ"])
def test_of_those_of_whom_some_were_killed_not_all_were(share: str) -> None:
    assert is_base(tree(OF.format(share=share, people="passengers"))[3], "killed")


@pytest.mark.parametrize(("share", "people"), [("Five NUM", "victims"), ("Relatives NOUN", "men"), ("All DET", "men")])
def test_who_are_victims_or_all_of_them_are_figures(share: str, people: str) -> None:
    assert not is_base(tree(OF.format(share=share, people=people))[3], "killed")


def test_what_the_share_was_killed_is_not_what_all_were_taken_as() -> None:
    held = tree(OF.format(share="Five NUM", people="hostages"))
    assert is_base(held[3], "killed")
    assert not is_base(held[3], "abducted")
    assert not is_base(held[0], "killed")


@pytest.mark.parametrize(("relation", "base"), [("acl 3", False), ("ROOT 5", True)])
def test_of_those_killed_all_were_killed(relation: str, base: bool) -> None:  # noqa: FBT001
    how, head = relation.split()
    some = f"""
    Two NUM {5 if base else 6} nsubj
    of ADP 3 case
    30 NUM 3 nummod
    people NOUN 0 nmod
    newly ADV 5 advmod
    killed VERB {head} {how}
    {"today NOUN 5 obl" if base else "were AUX 6 ROOT"}
    """
    assert is_base(tree(some)[2], "killed") is base


def test_two_of_the_wounded_who_died_leave_the_others_wounded() -> None:
    died = tree(OF.format(share="Two NUM", people="wounded"))
    assert is_base(died[3], "killed")
    assert not is_base(died[3], "injured")
    assert told_of_all(died[3]) == "injured"
    assert told_of_all(died[0]) is None


def test_the_people_of_a_town_are_those_of_whom_some_fled() -> None:
    fled = """
    Half NOUN 7 nsubj
    of ADP 5 case
    the DET 3 det
    town NOUN 5 nmod:poss
    's PART 3 case
    2,000 NUM 6 nummod
    residents NOUN 0 nmod
    fled VERB 7 ROOT
    """
    assert is_base(tree(fled)[5], "displaced")


def test_hundreds_of_thousands_is_one_number() -> None:
    number = OF.format(share="Hundreds NOUN", people="men").replace("12 NUM", "thousands NOUN")
    assert not is_base(tree(number)[3], "killed")


@pytest.mark.parametrize(("number", "base"), [("five NUM", True), ("men NOUN", False)])
def test_of_the_people_whom_a_sentence_begins_with_some_follow(number: str, base: bool) -> None:  # noqa: FBT001
    opening = f"""
    Of ADP 3 case
    the DET 3 det
    12 NUM 3 nummod
    people NOUN 6 obl
    , PUNCT 3 punct
    {number} 6 nsubj
    died VERB 6 ROOT
    """
    assert is_base(tree(opening)[2], "killed") is base


def test_those_of_whom_some_are_told_something_else_are_figures() -> None:
    waiting = OF.format(share="Many ADJ", people="migrants").replace("killed", "waiting")
    assert not is_base(tree(waiting)[3], "displaced")


def test_a_quarter_of_a_million_is_one_number() -> None:
    million = """
    a NUM 1 det
    quarter NOUN 5 nsubj
    of ADP 4 case
    a NUM 4 det
    million NUM 5 nummod
    people NOUN 7 nsubj:pass
    were AUX 7 aux:pass
    killed VERB 7 ROOT
    """
    assert not is_base(tree(million)[4], "killed")
