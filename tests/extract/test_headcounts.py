"""Numbers of people to whom nothing happened."""

import pytest
from trees import tree

from sijill.extract.headcounts import is_headcount


@pytest.mark.parametrize(("verb", "enlisted"), [("sent", True), ("recruited", True), ("wounded", False)])
def test_fighters_who_are_sent_or_recruited_are_no_figure(verb: str, enlisted: bool) -> None:  # noqa: FBT001
    sent = f"""
    It PRON 1 nsubj
    {verb} VERB 1 ROOT
    400 NUM 3 nummod
    soldiers NOUN 1 obj
    """
    assert is_headcount(tree(sent)[2], "displaced") is enlisted


def test_a_force_of_which_some_fell_did_not_all_fall() -> None:
    force = """
    It PRON 1 nsubj
    sent VERB 1 ROOT
    400 NUM 3 nummod
    soldiers NOUN 1 obj
    , PUNCT 8 punct
    of ADP 6 case
    {whom} PRON 7 nmod
    30 NUM 8 nsubj
    died VERB 3 acl:relcl
    """
    assert is_headcount(tree(force.format(whom="whom"))[2], "killed")
    assert not is_headcount(tree(force.format(whom="late"))[2], "killed")
    assert not is_headcount(tree(force.format(whom="whom"))[7], "killed")


def test_who_takes_part_in_something_is_no_figure() -> None:
    part = """
    1,500 NUM 1 nummod
    people NOUN 2 nsubj
    took VERB 2 ROOT
    {part} NOUN 2 obj
    """
    assert is_headcount(tree(part.format(part="part"))[0], "killed")
    assert not is_headcount(tree(part.format(part="hostages"))[0], "killed")


@pytest.mark.parametrize(("dep", "share"), [("appos", True), ("nsubj:pass", False), ("obj", False)])
def test_what_most_of_the_counted_are_is_no_figure_but_what_is_done_to_some_is(dep: str, share: bool) -> None:  # noqa: FBT001
    rows = """
    killed VERB 0 ROOT
    {word} ADJ 0 {dep}
    {next} 1 nmod
    """
    assert is_headcount(tree(rows.format(word="most", dep=dep, next="of ADP"))[1], "killed") is share
    assert not is_headcount(tree(rows.format(word="some", dep=dep, next="150 NUM"))[1], "killed")


@pytest.mark.parametrize(("verb", "busy"), [("attacking", True), ("killed", False)])
def test_who_was_attacking_is_no_figure(verb: str, busy: bool) -> None:  # noqa: FBT001
    attack = f"""
    1,500 NUM 1 nummod
    fighters NOUN 3 nsubj
    were AUX 3 aux
    {verb} VERB 3 ROOT
    """
    assert is_headcount(tree(attack)[0], "killed") is busy


@pytest.mark.parametrize(("verb", "served"), [("serving", True), ("killing", False)])
def test_whom_a_hospital_serves_is_no_figure(verb: str, served: bool) -> None:  # noqa: FBT001
    hospital = f"""
    hospital NOUN 0 ROOT
    {verb} VERB 0 acl
    thousands NOUN 1 obj
    """
    assert is_headcount(tree(hospital)[2], "killed") is served
