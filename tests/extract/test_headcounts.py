"""Numbers of people to whom nothing happened."""

import pytest
from trees import tree

import sijill
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


@pytest.mark.parametrize(("then", "headcount"), [("spoke VERB", True), ("died VERB", False)])
def test_who_takes_part_in_something_is_no_figure_unless_harm_befell_him(then: str, headcount: bool) -> None:  # noqa: FBT001
    part = f"""
    20 NUM 1 nummod
    men NOUN 2 nsubj
    took VERB 2 ROOT
    part NOUN 2 obj
    in ADP 6 case
    the DET 6 det
    raid NOUN 2 obl
    and CCONJ 8 cc
    {then} 2 conj
    """
    assert is_headcount(tree(part)[0], "killed") is headcount


def test_captives_who_are_sent_somewhere_stay_figures() -> None:
    sent = """
    It PRON 1 nsubj
    sent VERB 1 ROOT
    15 NUM 4 nummod
    captured VERB 4 amod
    fighters NOUN 1 obj
    """
    assert not is_headcount(tree(sent)[2], "detained")


@pytest.mark.parametrize(
    ("after", "share"),
    [
        (("of ADP", "them PRON", "women NOUN"), True),
        (("of ADP", "them PRON", "died VERB"), False),
        (("of ADP", "the DET", "dead NOUN"), True),
        (("critically ADV", "hurt ADJ", "there ADV"), True),
        (("perished VERB", "in ADP", "it PRON"), False),
    ],
)
def test_what_most_of_the_counted_are_is_no_figure_but_who_died_is(after: tuple[str, ...], share: bool) -> None:  # noqa: FBT001
    rows = "\n".join(["12 NUM 0 ROOT", ", PUNCT 0 punct", "most ADJ 0 appos", *(f"{word} 2 nmod" for word in after)])
    assert is_headcount(tree(rows)[2], "killed") is share


def test_some_of_those_whom_a_verb_harms_are_counted() -> None:
    rows = "wounding VERB 0 ROOT\nsome DET 0 obj\nof ADP 3 case\nthem PRON 1 nmod"
    assert not is_headcount(tree(rows)[1], "injured")


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


def read(text: str) -> list[tuple[str, str]]:
    return [(c.figure.worded, c.figure.measure) for c in sijill.read(text) if c.figure]


def test_a_word_said_twice_is_one_figure() -> None:
    assert read("Hundreds and hundreds of villagers were killed in Darfur.") == [("Hundreds", "killed")]


def test_what_some_of_them_are_is_no_figure() -> None:
    assert read("Nine people were killed in the blast; most were women.") == [("Nine", "killed")]
    assert read("Some were migrant workers, others extremely sick or wounded people.") == []


def test_who_is_missing_a_leg_is_not_missing() -> None:
    assert ("another", "missing") not in read("One patient was shot, another is missing a left leg.")
    assert read("Two hikers are missing in the mountains.") == [("Two", "missing")]


def test_captives_who_were_not_found_are_no_figure() -> None:
    assert read("When Iraqi forces moved into Madaen, they found no captives.") == []


@pytest.mark.parametrize(("joined", "headcount"), [("battle NOUN", True), ("rebels NOUN", False)])
def test_who_joins_a_fight_is_no_figure_and_who_joins_the_rebels_changed_sides(joined: str, headcount: bool) -> None:  # noqa: FBT001
    join = f"""
    1,500 NUM 1 nummod
    men NOUN 2 nsubj
    joined VERB 2 ROOT
    the DET 4 det
    {joined} 2 obj
    """
    assert is_headcount(tree(join)[0], "defected") is headcount


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("At least 50 policemen and three police vans watched as the marchers passed Downing Street.", 0),
        ("At least 50 policemen who watched the march were wounded by a bomb in London on Friday.", 1),
    ],
)
def test_who_only_looks_on_is_no_figure(text: str, counted: int) -> None:
    assert len([claim for claim in sijill.read(text) if claim.figure]) == counted
