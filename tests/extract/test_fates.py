"""What became of people, where several words tell it."""

import pytest
from trees import tree

import sijill
from sijill.extract.fates import fate, predicate
from sijill.extract.measures import settled


def test_whose_fate_is_unknown_is_missing() -> None:
    unknown = """
    The DET 1 det
    fate NOUN 5 nsubj
    of ADP 4 case
    200 NUM 4 nummod
    soldiers NOUN 1 nmod
    remains VERB 5 ROOT
    {known} ADJ 5 xcomp
    """
    assert fate(tree(unknown.format(known="unknown"))[3]) == "missing"
    assert fate(tree(unknown.format(known="grim"))[3]) is None


def test_who_was_carried_off_was_abducted_but_what_the_police_took_away_stays_an_arrest() -> None:
    carried = tree("""
    Gunmen NOUN 1 nsubj
    carried VERB 1 ROOT
    off ADP 1 compound:prt
    nine NUM 4 nummod
    girls NOUN 1 obj
    """)
    assert settled("released", carried[3]) == "abducted"
    assert settled("detained", carried[3]) == "detained"


def test_who_died_of_what_was_done_to_him_is_dead() -> None:
    stabbed = tree("""
    They PRON 1 nsubj
    stabbed VERB 1 ROOT
    an DET 3 det
    officer NOUN 1 obj
    , PUNCT 6 punct
    who PRON 6 nsubj
    died VERB 3 acl:relcl
    """)
    assert settled("injured", stabbed[2]) == "killed"


@pytest.mark.parametrize(("before", "measure"), [("aid", "affected"), ("searches", "displaced")])
def test_whom_aid_is_for_is_in_need(before: str, measure: str) -> None:
    convoy = tree(f"""
    brought VERB 0 ROOT
    {before} NOUN 0 obj
    for ADP 4 case
    78,000 NUM 4 nummod
    people NOUN 0 obl
    """)
    assert settled("displaced", convoy[3]) == measure


def test_what_a_count_comes_to_is_what_it_counts() -> None:
    stands = tree("""
    The DET 1 det
    number NOUN 8 nsubj
    of ADP 3 case
    people NOUN 1 nmod
    seized VERB 3 acl
    in ADP 7 case
    three NUM 7 nummod
    days NOUN 4 obl
    stands VERB 8 ROOT
    at ADP 10 case
    220 NUM 8 obl
    """)
    assert settled("killed", stands[10]) == "abducted"


HURT = """
400 NUM 1 nummod
people NOUN 9 {dep}
- PUNCT 4 punct
mostly ADV 4 advmod
women NOUN 1 appos
and CCONJ 6 cc
children NOUN 4 conj
- PUNCT 4 punct
were AUX 9 aux:pass
{hurt} VERB 9 ROOT
{then} CCONJ 11 cc
{later} VERB 9 conj
"""


@pytest.mark.parametrize("dep", ["nsubj:pass", "dep"])
def test_the_first_predicate_after_people_tells_of_them_whatever_the_parser_makes_of_it(dep: str) -> None:
    hurt = tree(HURT.format(dep=dep, hurt="injured", then="and", later="fled"))
    assert settled("killed", hurt[0]) == "injured"


def test_who_was_taken_and_then_killed_is_dead_and_killed_or_wounded_is_both() -> None:
    abducted = tree(HURT.format(dep="nsubj:pass", hurt="abducted", then="and", later="executed"))
    both = tree(HURT.format(dep="nsubj:pass", hurt="killed", then="or", later="wounded"))
    assert (predicate(abducted[0]), predicate(both[0])) == ("killed", "killed_or_injured")


BESIEGED = """
killed VERB 0 ROOT
50 NUM 2 nummod
people NOUN 0 obj
{who} 5 nsubj
were AUX 5 cop
there ADV 2 acl:relcl
in ADP 8 case
besieged ADJ 8 amod
Homs PROPN 5 obl
"""


@pytest.mark.parametrize("who", ["who PRON", "and CCONJ"])
def test_what_the_place_of_the_dead_is_called_is_not_what_befell_them(who: str) -> None:
    assert settled("killed", tree(BESIEGED.format(who=who))[1]) == "killed"


def test_who_was_abducted_or_killed_is_not_dead_for_it() -> None:
    abducted = tree(HURT.format(dep="nsubj:pass", hurt="abducted", then="or", later="killed"))
    assert predicate(abducted[0]) == "abducted"


@pytest.mark.parametrize(("taker", "then", "fate"), [("Gunmen", "killed", "killed"), ("Medics", "thanked", "released")])
def test_who_was_led_away_and_killed_or_by_medics_was_not_abducted(taker: str, then: str, fate: str) -> None:
    led = tree(f"""
    {taker} NOUN 1 nsubj
    led VERB 1 ROOT
    eight NUM 3 nummod
    men NOUN 1 obj
    away ADV 1 advmod
    and CCONJ 6 cc
    {then} VERB 1 conj
    them PRON 6 obj
    """)
    assert settled("released", led[2]) == fate


def test_another_number_or_verb_between_leaves_it_open() -> None:
    hurt = HURT.format(dep="nsubj:pass", hurt="injured", then="and", later="fled")
    assert predicate(tree(hurt.replace("mostly ADV", "12 NUM"))[0]) is None
    assert predicate(tree(hurt.replace("mostly ADV", "fleeing VERB"))[0]) is None


def test_a_count_is_of_those_whom_a_long_phrase_names() -> None:
    text = "The number of Assyrian men, women and children abducted in the last three days stands at 220, he said."
    assert [c.figure.measure for c in sijill.read(text) if c.figure and c.figure.worded == "220"] == ["abducted"]
