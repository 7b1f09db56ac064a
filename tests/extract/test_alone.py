"""One person whom a verb befell, and who is told of beside them."""

from __future__ import annotations

import pytest
from trees import tree

import sijill
from sijill.extract.alone import article_of

CAPTURED = """
They PRON 1 nsubj
captured VERB 1 ROOT
{article} DET 3 det
commander NOUN 1 obj
"""


def test_one_person_whom_a_tagged_verb_befell_is_counted_by_the_article() -> None:
    found = article_of(tree(CAPTURED.format(article="a"))[1])
    assert found is not None
    assert found.text == "a"


def test_a_verb_without_an_article_behind_it_counts_nobody() -> None:
    assert article_of(tree(CAPTURED.format(article="the"))[1]) is None


@pytest.mark.parametrize("several", ["group", "village", "number"])
def test_what_is_no_person_is_not_counted_as_one(several: str) -> None:
    assert article_of(tree(CAPTURED.format(article="a").replace("commander", several))[1]) is None


def test_a_number_stands_for_itself() -> None:
    doc = tree("Ten NUM 1 nummod\nmen NOUN 2 nsubj\nfled VERB 2 ROOT")
    assert article_of(doc[0]) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Afghan forces arrested a Taliban facilitator in Logar on Monday.", [("a", 1)]),
        ("An Afghan-led force apprehended a Taliban leader in Maiwand district, Kandahar province, today.", [("a", 1)]),
        ("The force detained a Taliban leader and two additional insurgents.", [("a", 1), ("two", 2)]),
        ("The security force captured a facilitator and several suspected insurgents.", [("a", 1), ("several", None)]),
        ("Police detained a man and woman in Cairo.", [("a", 2)]),
    ],
)
def test_one_person_is_a_figure_beside_others_who_are_counted(text: str, numbers: list[tuple[str, int | None]]) -> None:
    figures = [claim.figure for claim in sijill.read(text, published="2012-08-10") if claim.figure]
    assert [(figure.worded, figure.count.value) for figure in figures] == numbers


def test_the_people_of_one_are_not_those_beside_them() -> None:
    text = "A combined security force captured a Taliban leader and numerous associates in Panjwai district on Monday."
    first = next(claim.figure for claim in sijill.read(text, published="2012-08-10") if claim.figure)
    assert first.victims is not None
    assert first.victims.endswith("Taliban leader")


def test_a_thing_that_was_seized_is_no_person() -> None:
    text = "Iran's Revolutionary Guards detained a foreign vessel in the Gulf on Monday, state television said."
    assert not [claim for claim in sijill.read(text, published="2012-08-10") if claim.figure]
