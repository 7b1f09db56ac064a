"""What the words of a figure are."""

import pytest
from trees import tree

import sijill
from sijill.extract.figures import single

CAPTURED = """
They PRON 1 nsubj
captured VERB 1 ROOT
{article} DET 3 det
commander NOUN 1 obj
"""


def test_one_person_whom_a_tagged_verb_befell_is_counted_by_the_article() -> None:
    found = single(tree(CAPTURED.format(article="a"))[1])
    assert found is not None
    assert found.text == "a"


def test_a_verb_without_an_article_behind_it_counts_nobody() -> None:
    assert single(tree(CAPTURED.format(article="the"))[1]) is None


@pytest.mark.parametrize("several", ["group", "village", "number"])
def test_what_is_no_person_is_not_counted_as_one(several: str) -> None:
    assert single(tree(CAPTURED.format(article="a").replace("commander", several))[1]) is None


def test_a_number_stands_for_itself() -> None:
    doc = tree("Ten NUM 1 nummod\nmen NOUN 2 nsubj\nfled VERB 2 ROOT")
    assert single(doc[0]) is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Two girls and a soldier were killed in Sidon.", [("Two", "girls"), ("a", "soldier")]),
        ("Rockets killed three nurses and their driver.", [("three", "nurses")]),
        ("Rockets killed 12 soldiers and policemen.", [("12", "soldiers and policemen")]),
    ],
)
def test_a_number_counts_nobody_of_the_next_number(text: str, people: list[tuple[str, str]]) -> None:
    assert [(c.figure.worded, c.figure.victims) for c in sijill.read(text) if c.figure] == people
