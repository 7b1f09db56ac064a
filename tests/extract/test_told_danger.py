"""Who is told to be in danger, by what each word was found to say of it, with trees given by hand."""

from __future__ import annotations

import pytest
from trees import tree

from sijill.extract.told_danger import told_in_danger

NURSE = """
A DET 1 det
nurse NOUN 2 nsubj
moves VERB 2 ROOT
house NOUN 2 obj
every DET 5 det
night NOUN 2 obl
. PUNCT 2 punct
"""
COUNT = len(NURSE.strip().splitlines())


def found(name: float, told: float, rows: str = NURSE) -> list[str]:
    doc = tree(rows)
    return [head.text for head, _ in told_in_danger(doc, [(name, told)] * len(doc))]


def test_somebody_is_in_danger_where_the_two_parts_make_it_likelier_than_not() -> None:
    assert found(-1.0, 1.5) == ["nurse"]


@pytest.mark.parametrize(("name", "told"), [(-1.0, 0.5), (0.5, -1.0)])
def test_neither_part_alone_decides(name: float, told: float) -> None:
    assert found(name, told) == []


def test_nobody_is_found_by_a_reader_that_says_nothing_of_danger() -> None:
    assert list(told_in_danger(tree(NURSE), ())) == []


def test_the_sentence_that_tells_is_handed_over() -> None:
    ((_, statement),) = told_in_danger(tree(NURSE), [(1.0, 1.0)] * COUNT)
    assert statement.text.startswith("A nurse moves house")


@pytest.mark.parametrize("role", ["president", "gunman"])
def test_a_ruler_and_a_perpetrator_are_spared(role: str) -> None:
    assert found(1.0, 1.0, NURSE.replace("nurse", role)) == []


def test_a_denied_fear_is_none() -> None:
    rows = """
A DET 1 det
nurse NOUN 4 nsubj
is AUX 4 cop
not PART 4 advmod
afraid ADJ 4 ROOT
"""
    assert found(1.0, 1.0, rows) == []
    assert found(1.0, 1.0, rows.replace("not", "now")) == ["nurse"]


def test_somebody_who_meets_something_may_be_in_danger() -> None:
    rows = """
Gunmen NOUN 1 nsubj
visited VERB 1 ROOT
a DET 3 det
nurse NOUN 1 obj
"""
    assert found(1.0, 1.0, rows) == ["nurse"]


def test_one_of_several_people_may_be_in_danger() -> None:
    rows = """
One NUM 4 nsubj
of ADP 3 case
the DET 3 det
cleaners NOUN 0 nmod
counted VERB 4 ROOT
bodies NOUN 4 obj
"""
    assert found(1.0, 1.0, rows) == ["One"]
    assert found(1.0, 1.0, rows.replace("cleaners", "houses")) == []


def test_somebody_brought_in_by_according_to_may_be_in_danger() -> None:
    rows = """
Fifteen NUM 1 nsubj
died VERB 1 ROOT
according VERB 5 case
to ADP 2 fixed
an DET 5 det
orderly NOUN 1 obl
"""
    assert found(1.0, 1.0, rows) == ["orderly"]
    assert found(1.0, 1.0, rows.replace("an DET", "the DET")) == []


def test_who_stands_beside_a_name_is_known_by_it() -> None:
    rows = """
{word} PROPN 1 nsubj
left VERB 1 ROOT
, PUNCT 0 punct
a DET 4 det
broker NOUN {head} appos
"""
    assert found(1.0, 1.0, rows.format(word="Yesenia", head=0)) == ["Yesenia"]
    assert found(1.0, 1.0, rows.format(word="It", head=1)) == ["broker"]


@pytest.mark.parametrize(("word", "expected"), [("Yesenia", ["Yesenia"]), ("CROMWELL", [])])
def test_a_capitalised_subject_that_is_tagged_no_name_may_be_in_danger(word: str, expected: list[str]) -> None:
    rows = f"""
{word} PROPN 1 nsubj
moved VERB 1 ROOT
house NOUN 1 obj
"""
    assert found(1.0, 1.0, rows) == expected


GAME = """
The DET 1 det
nurse NOUN 2 nsubj
left VERB 2 ROOT
the DET 4 det
league NOUN 2 obj
"""


def test_a_game_endangers_nobody_but_an_arrest_at_one_may() -> None:
    assert found(1.0, 1.0, GAME) == []
    assert found(1.0, 1.0, GAME.replace("left", "fled")) == ["nurse"]


@pytest.mark.parametrize("word", ["season", "matches"])
def test_words_of_sport_that_have_other_senses_spare_nobody(word: str) -> None:
    assert found(1.0, 1.0, GAME.replace("league", word)) == ["nurse"]
