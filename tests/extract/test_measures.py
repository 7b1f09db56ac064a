"""What a number counts where two words govern it."""

import pytest
from trees import tree

import sijill
from sijill.extract.measures import measure_of, settled

KILLED_OR = """
Ten NUM 1 nummod
people NOUN 3 nsubj:pass
were AUX 3 aux:pass
killed VERB 3 ROOT
{cc} CCONJ 5 cc
wounded VERB 3 conj
"""
APART = """
Ten NUM 1 nummod
people NOUN 3 nsubj:pass
were AUX 3 aux:pass
killed VERB 3 ROOT
and CCONJ 6 cc
thirty NUM 6 nsubj:pass
wounded VERB 3 conj
"""


@pytest.mark.parametrize("cc", ["or", "and"])
def test_one_number_for_the_dead_and_the_wounded_counts_both_together(cc: str) -> None:
    assert measure_of(tree(KILLED_OR.format(cc=cc))[0]) == "killed_or_injured"


def test_two_numbers_count_the_dead_and_the_wounded_apart() -> None:
    doc = tree(APART)
    assert (measure_of(doc[0]), measure_of(doc[5])) == ("killed", "injured")


def test_others_who_were_wounded_are_not_counted_with_the_dead() -> None:
    assert measure_of(tree(APART.replace("thirty NUM", "others NOUN"))[0]) == "killed"


def test_what_befell_people_counts_more_than_what_they_are_called() -> None:
    detainees = """
    Six NUM 1 nummod
    detainees NOUN 3 nsubj:pass
    were AUX 3 aux:pass
    killed VERB 3 ROOT
    """
    assert measure_of(tree(detainees)[0]) == "killed"
    assert settled("killed", tree(detainees)[0]) == "killed"
    assert measure_of(tree("Six NUM 1 nummod\ndetainees NOUN 2 nsubj\nsay VERB 2 ROOT")[0]) == "detained"


TOGETHER = """
Bombs NOUN 1 nsubj
left VERB 1 ROOT
killing VERB 1 advcl
and CCONJ 4 cc
wounding VERB 2 conj
dozens NOUN 4 obj
"""


def test_a_number_after_two_joined_words_counts_both_together() -> None:
    assert measure_of(tree(TOGETHER)[5]) == "killed_or_injured"


TRAPPED = """
Thousands NOUN 2 nsubj
remain AUX 2 cop
trapped VERB 2 ROOT
"""


def test_people_who_are_trapped_are_affected_not_displaced() -> None:
    assert settled("displaced", tree(TRAPPED)[0]) == "affected"


def test_the_dead_among_the_trapped_are_dead() -> None:
    besieged = """
    20 NUM 1 nummod
    soldiers NOUN 4 nsubj:pass
    besieged VERB 1 acl
    were AUX 4 aux:pass
    killed VERB 4 ROOT
    """
    assert settled("killed", tree(besieged)[0]) == "killed"
    assert settled("killed", tree(TRAPPED)[0]) == "killed"


def test_one_who_is_killed_is_not_counted_with_those_who_are_wounded() -> None:
    wife = """
    killed VERB 0 ROOT
    his PRON 2 nmod:poss
    wife NOUN 0 obj
    and CCONJ 4 cc
    wounded VERB 0 conj
    three NUM 4 obj
    """
    assert measure_of(tree(wife)[5]) == "injured"


CAPTURED = """
Rebels NOUN 1 nsubj
captured VERB 1 ROOT
troops NOUN 1 obj
in ADP 5 case
the DET 5 det
clashes NOUN 1 obl
that PRON 7 nsubj
{killed} VERB 5 acl:relcl
at ADV 9 case
least ADJ 10 nummod
40 NUM 1 obl
"""


def test_a_word_beside_a_number_is_surer_than_one_that_governs_it_from_afar() -> None:
    assert settled("killed", tree(CAPTURED.format(killed="killed"))[10]) == "killed"
    assert settled("killed", tree(CAPTURED.format(killed="involved"))[10]) == "detained"


def test_what_caused_no_deaths_but_wounded_many_counts_the_wounded() -> None:
    attack = """
    It PRON 1 nsubj
    caused VERB 1 ROOT
    no DET 3 det
    deaths NOUN 1 obj
    but CCONJ 5 cc
    injured VERB 3 conj
    dozens NOUN 5 obj
    """
    assert settled("injured", tree(attack)[6]) == "injured"


def test_bodies_are_of_the_dead_whatever_was_done_with_them() -> None:
    recovered = """
    Teams NOUN 1 nsubj
    recovered VERB 1 ROOT
    34 NUM 3 nummod
    bodies NOUN 1 obj
    """
    assert settled("injured", tree(recovered)[2]) == "killed"


def test_who_was_tortured_to_death_is_dead() -> None:
    tortured = """
    12 NUM 2 nsubj:pass
    were AUX 2 aux:pass
    tortured VERB 2 ROOT
    to ADP 4 case
    death NOUN 2 obl
    """
    assert settled("detained", tree(tortured)[0]) == "killed"


@pytest.mark.parametrize(("after", "measure"), [("", "killed_or_injured"), ("30 NUM 5 obj", "killed")])
def test_one_number_of_dead_or_wounded_is_of_both(after: str, measure: str) -> None:
    left = f"""
    left VERB 0 ROOT
    12 NUM 2 nummod
    people NOUN 0 obj
    dead ADJ 0 xcomp
    or CCONJ 5 cc
    wounded VERB 3 conj
    {after}
    """
    assert settled("killed", tree(left.rstrip())[1]) == measure


def test_who_was_taken_hostage_was_abducted() -> None:
    attack = """
    1,200 NUM 1 nummod
    people NOUN 3 nsubj:pass
    were AUX 3 aux:pass
    killed VERB 3 ROOT
    and CCONJ 5 cc
    250 NUM 3 conj
    taken VERB 5 acl
    hostage NOUN 6 obj
    """
    doc = tree(attack)
    assert settled("killed", doc[5]) == "abducted"
    assert settled("killed", doc[0]) == "killed"


HEADLINE = """
Attacks NOUN 1 nsubj
kill VERB 1 ROOT
10 NUM 1 obj
, PUNCT 4 punct
injure {pos} 1 conj
scores NOUN 4 obj
"""


@pytest.mark.parametrize("pos", ["VERB", "NOUN"])
def test_the_verb_right_before_a_number_is_done_to_its_people(pos: str) -> None:
    doc = tree(HEADLINE.format(pos=pos))
    assert (settled("killed", doc[2]), settled("killed_or_injured", doc[5])) == ("killed", "injured")


def test_a_verb_that_ends_the_clause_before_is_not_done_to_the_next_ones_people() -> None:
    two = """
    Two NUM 1 nummod
    children NOUN 2 nsubj:pass
    killed VERB 2 ROOT
    5 NUM 4 nummod
    others NOUN 5 nsubj:pass
    injured VERB 2 conj
    """
    assert settled("injured", tree(two)[3]) == "injured"


@pytest.mark.parametrize(("after", "measure"), [("with ADP", "killed"), ("and CCONJ", "killed_or_injured")])
def test_the_one_word_after_a_number_tells_of_its_people(after: str, measure: str) -> None:
    dozens = f"""
    dozens NOUN 1 nsubj:pass
    killed VERB 1 ROOT
    {after} 3 cc
    wounded VERB 1 conj
    """
    assert settled("killed_or_injured", tree(dozens)[0]) == measure


def test_a_verb_that_has_a_number_of_its_own_before_it_does_nothing_to_the_next() -> None:
    jos = """
    Two NUM 1 nummod
    killed VERB 1 ROOT
    5 NUM 5 nummod
    other ADJ 5 amod
    young ADJ 5 amod
    people NOUN 7 nsubj
    seriously ADV 7 advmod
    injured VERB 1 conj
    """
    assert settled("injured", tree(jos)[2]) == "injured"


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The strike killed and wounded dozens of villagers.", ["killed_or_injured"]),
        ("A man blew himself up near the hall, killing and injuring scores of people.", ["killed_or_injured"]),
        ("The attack killed ten and wounded dozens.", ["killed", "injured"]),
        ("There are 12 people missing after the attack.", ["missing"]),
        ("Dozens of people were reported missing.", ["missing"]),
        ("Nine people, all missing since March, were found dead.", ["killed"]),
        ("Five people missing since Sunday were found dead in a well in Iguala.", ["killed"]),
        ("Three students missing for a week were found burned in Jalisco.", ["killed"]),
        ("Seven people were killed and 12 are missing.", ["killed", "missing"]),
    ],
)
def test_two_verbs_share_a_number_and_the_missing_are_missing(text: str, measures: list[str]) -> None:
    assert [claim.figure.measure for claim in sijill.read(text) if claim.figure] == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Terrorist attacks kill 10 injure scores in Aleppo and Idleb.", ["killed", "injured"]),
        ("Kurds kill 83 Injured 100 ISIS Terrorists in 2 Days Near Efrin.", ["killed", "injured"]),
        ("Dozens Killed Injured in Terrorist Missile Attack on Aleppo Hospital.", ["killed_or_injured"]),
        ("Mortar Attack Kills Injures over 70 Syrians in Aleppo Province.", ["killed_or_injured"]),
        ("Two killed 5 others injured in Aleppo.", ["killed", "injured"]),
        ("12 dead 30 wounded in market bombing.", ["killed", "injured"]),
        ("Three people were killed injured survivors said.", ["killed"]),
    ],
)
def test_headlines_that_lost_their_commas_are_read_by_the_verbs_beside_each_number(
    text: str, measures: list[str]
) -> None:
    assert [c.figure.measure for c in sijill.read(text) if c.figure] == measures


def test_who_is_driven_out_by_what_killed_others_is_displaced() -> None:
    text = "The war has killed more than 280000 people and displaced millions."
    assert [c.figure.measure for c in sijill.read(text) if c.figure] == ["killed", "displaced"]
    text = "Air strikes killed 40 displaced people in a camp."
    assert [c.figure.measure for c in sijill.read(text) if c.figure] == ["killed"]


def test_who_is_taken_out_and_executed_is_dead_and_not_released() -> None:
    text = "Armed men stopped the vehicle, took two patients out and executed them in the street on Saturday."
    assert [claim.figure.measure for claim in sijill.read(text) if claim.figure] == ["killed"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "Troops freed 20 women in Orzan and killed four militants who had been wounded in the raid.",
            {"four": "killed"},
        ),
        ("Rebels have killed 11 Balurian aid workers taken hostage last week, the UN said.", {"11": "killed"}),
        ("Rebels wounded 12 soldiers and left five people dead near Orzan.", {"12": "injured", "five": "killed"}),
        ("The raid killed five people and wounded seven.", {"five": "killed", "seven": "injured"}),
    ],
)
def test_a_verb_s_own_object_is_counted_by_it_whatever_befell_its_people_before(
    text: str, measures: dict[str, str]
) -> None:
    found = {c.figure.worded: c.figure.measure for c in sijill.read(text) if c.figure}
    assert {number: found[number] for number in measures} == measures


def test_those_who_are_excepted_are_not_counted() -> None:
    text = "Gunmen seized 11 prisoners in Orzan, all but one of whom they killed, police said."
    assert {c.figure.worded for c in sijill.read(text) if c.figure} == {"11"}


@pytest.mark.parametrize(
    ("text", "measure", "number"),
    [
        ("The rebels on Wednesday handed over two surveyors whom they kidnapped last month.", "released", "two"),
        ("The villagers handed over six men accused of kidnapping to the police.", "detained", "six"),
        ("Traffickers handed over 27 abducted girls to the Islamic State.", "abducted", "27"),
        ("The number of girls in captivity is 49, the army said.", "abducted", "49"),
        ("The Borno state commissioner said 14 girls had not been accounted for.", "missing", "14"),
        ("The army freed 14 schoolgirls abducted from the town of Gadori.", "released", "14"),
    ],
)
def test_captives_are_told_from_the_dead_and_from_those_let_go(text: str, measure: str, number: str) -> None:
    (figure,) = (claim.figure for claim in sijill.read(text) if claim.figure)
    assert (figure.measure, figure.worded) == (measure, number)


def test_numbers_of_an_enumeration_are_of_one_measure_unless_a_word_says_otherwise() -> None:
    text = "The war has killed 3,000 people in Donetsk and 2,000 in Luhansk since April."
    assert [claim.figure.measure for claim in sijill.read(text) if claim.figure] == ["killed", "killed"]
    text = "Clashes killed 8 in Bangui, and more than 1,000 in Bria sought refuge at a UN base."
    assert [claim.figure.measure for claim in sijill.read(text) if claim.figure] == ["killed", "displaced"]
    text = "Fighters killed 11 in Raqqa and 20 in Hasakah were treated in hospital."
    assert [claim.figure.measure for claim in sijill.read(text) if claim.figure] == ["killed", "injured"]
    text = "On Monday five were killed in Donetsk, three wounded in Luhansk and two in Mariupol."
    assert [claim.figure.measure for claim in sijill.read(text) if claim.figure] == ["killed", "injured", "injured"]


def test_whose_number_is_given_is_counted_by_a_vague_word_too() -> None:
    text = (
        "A dozen officers have defected in Orzan, activists said. "
        "They put the number of defectors from the army at several hundred."
    )
    _, figure = (claim.figure for claim in sijill.read(text) if claim.figure)
    assert (figure.measure, figure.worded) == ("defected", "several hundred")
    assert figure.category != "armed_group"


def test_whom_the_dead_leave_behind_are_not_dead() -> None:
    text = "Gunmen killed six farmers in Orzan, leaving 12 orphans, according to a village elder."
    figures = [claim.figure for claim in sijill.read(text) if claim.figure]
    assert [(figure.measure, figure.worded) for figure in figures] == [("killed", "six"), ("affected", "12")]
    text = (
        "At least 45 orphans were killed when a shell hit their home in Aleppo. Two widows were shot dead in Helmand."
    )
    assert [claim.figure.measure for claim in sijill.read(text) if claim.figure] == ["killed", "killed"]


def test_who_is_missing_beside_what_was_found_is_missing() -> None:
    text = "The toll may rise because there are dozens of people missing and body parts in the area, the group said."
    assert [claim.figure.measure for claim in sijill.read(text) if claim.figure] == ["missing"]
    text = "Two fishermen missing since Sunday were found dead on Friday, the coast guard said."
    assert [claim.figure.measure for claim in sijill.read(text) if claim.figure] == ["killed"]
