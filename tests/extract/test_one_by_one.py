"""People counted one by one, in texts read by the model that ships."""

import pytest

import sijill


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("A woman and a child were killed in the shelling of Homs on Monday.", ["woman", "child"]),
        ("Shelling killed a woman and a child in Homs.", ["woman", "child"]),
        ("A Hezbollah commander and a bodyguard were killed on Monday.", ["Hezbollah commander", "bodyguard"]),
        ("A soldier and a civilian were killed in Mosul on Monday, police said.", ["soldier", "civilian"]),
    ],
)
def test_each_person_is_a_number_of_one(text: str, people: list[str]) -> None:
    figures = [claim.figure for claim in sijill.read(text, published="2012-08-10") if claim.figure]
    assert [(figure.count.value, figure.victims) for figure in figures] == [(1, person) for person in people]


def test_whose_children_are_counted_apart_is_named_alone() -> None:
    text = "Police in Ohio arrested a man accused of killing a mother and her two children."
    people = [claim.figure.victims for claim in sijill.read(text) if claim.figure]
    assert people == ["man", "mother", "children"]


def test_one_person_and_several_stay_two_numbers() -> None:
    text = "A commander and four other fighters were killed in Homs on Monday."
    figures = [claim.figure for claim in sijill.read(text, published="2012-08-10") if claim.figure]
    assert [figure.count.value for figure in figures] == [1, 4]


def test_a_person_without_an_article_is_no_number() -> None:
    figures = sijill.read("An old man and a pregnant woman were shot dead at the checkpoint.")
    assert [claim.figure.worded for claim in figures if claim.figure] == ["An", "a"]
