"""Who is counted, and who is not."""

import pytest
from trees import tree

import sijill
from sijill.extract.counted import (
    bodies_or_dying,
    is_animal,
    is_family,
    is_population,
    is_rescued,
    is_spared,
)
from sijill.extract.measures import settled


def test_displaced_people_who_live_in_camps_stay_a_figure() -> None:
    camps = """
    100,000 NUM 2 nummod
    displaced VERB 2 amod
    people NOUN 3 nsubj
    live VERB 3 ROOT
    there ADV 3 advmod
    """
    assert not is_population(tree(camps)[0])


def test_a_familys_home_is_no_population() -> None:
    home = """
    hit VERB 0 ROOT
    the DET 2 det
    home NOUN 0 obj
    of ADP 5 case
    six NUM 5 nummod
    brothers NOUN 2 nmod
    """
    assert not is_population(tree(home)[4])


LIVING = """
Where ADV 4 advmod
250,000 NUM 2 nummod
people NOUN 4 nsubj
still ADV 4 advmod
live VERB 4 ROOT
{where}
"""


def test_who_lives_in_a_place_is_no_figure_of_people_harmed() -> None:
    assert is_population(tree(LIVING.format(where="there ADV 4 advmod"))[1])


def test_who_lives_under_siege_is_affected() -> None:
    number = tree(LIVING.format(where="besieged VERB 4 xcomp"))[1]
    assert not is_population(number)
    assert settled("killed", number) == "affected"


def test_people_killed_where_others_live_are_a_figure() -> None:
    killed = """
    12 NUM 1 nummod
    people NOUN 4 nsubj:pass
    living VERB 1 acl
    were AUX 4 aux:pass
    killed VERB 4 ROOT
    """
    assert not is_population(tree(killed)[0])


@pytest.mark.parametrize("claimed", ["claimed", "cost", "took"])
def test_lives_that_an_attack_claimed_are_the_dead(claimed: str) -> None:
    lives = f"""
    Shelling NOUN 1 nsubj
    {claimed} VERB 1 ROOT
    the DET 3 det
    lives NOUN 1 obj
    of ADP 6 case
    five NUM 6 nummod
    people NOUN 3 nmod
    """
    number = tree(lives)[5]
    assert not is_population(number)
    assert settled("killed", number) == "killed"


COUNTED = """
{number} NUM 1 nummod
{people} NOUN 2 nsubj
{verb} VERB 2 ROOT
"""


@pytest.mark.parametrize("verb", ["survived", "escaped"])
def test_who_lived_through_it_is_spared(verb: str) -> None:
    assert is_spared(tree(COUNTED.format(number="Nine", people="men", verb=verb))[0])


@pytest.mark.parametrize("verb", ["drowned", "died", "perished"])
def test_who_is_the_subject_of_dying_is_dead_whatever_the_reader_tags(verb: str) -> None:
    number = tree(COUNTED.format(number="Seven", people="migrants", verb=verb))[0]
    assert bodies_or_dying(number)
    assert not is_spared(number)
    assert settled("injured", number) == "killed"


def test_cattle_are_no_people() -> None:
    assert is_animal(tree(COUNTED.format(number="70", people="cattle", verb="died"))[0])
    assert not is_animal(tree(COUNTED.format(number="70", people="herders", verb="died"))[0])


def test_the_family_that_the_dead_come_from_is_no_figure() -> None:
    family = """
    Six NUM 1 nummod
    civilians NOUN 6 nsubj:pass
    {of} ADP 4 case
    one NUM 4 nummod
    family NOUN 1 nmod
    were AUX 6 aux:pass
    killed VERB 6 ROOT
    """
    assert is_family(tree(family.format(of="from"))[3])
    assert is_family(tree(family.format(of="of"))[3])
    assert not is_family(tree(family.format(of="beside"))[3])


def test_whose_lives_were_saved_are_not_the_dead() -> None:
    saved = """
    saved VERB 0 ROOT
    the DET 2 det
    lives NOUN 0 obj
    of ADP 7 case
    more ADJ 6 advmod
    than ADP 4 fixed
    100,000 NUM 0 obl
    Syrians PROPN 6 advmod
    """
    assert is_spared(tree(saved)[6])
    assert not is_spared(tree(saved.replace("saved", "cost"))[6])


@pytest.mark.parametrize("join", ["but CCONJ", "; PUNCT"])
def test_the_dead_told_of_after_lives_that_were_saved_are_dead(join: str) -> None:
    but = f"""
    saved VERB 0 ROOT
    the DET 2 det
    lives NOUN 0 obj
    of ADP 5 case
    30 NUM 5 nummod
    children NOUN 2 nmod
    {join} 9 cc
    14 NUM 9 nsubj:pass
    were AUX 9 aux:pass
    killed VERB 0 conj
    """
    assert not is_spared(tree(but)[7])


@pytest.mark.parametrize(("people", "rescued"), [("people", True), ("hostages", False)])
def test_who_was_saved_from_danger_was_not_released(people: str, rescued: bool) -> None:  # noqa: FBT001
    saved = f"""
    He PRON 1 nsubj
    rescued VERB 1 ROOT
    three NUM 3 nummod
    {people} NOUN 1 obj
    """
    assert is_rescued(tree(saved)[2]) is rescued


def test_billions_are_no_people() -> None:
    text = "There were thousands of Libyans killed and billions of Libyan assets lost, he said."
    figures = [claim.figure.worded for claim in sijill.read(text, published="2011-04-26") if claim.figure]
    assert figures == ["thousands"]
