from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.ground.actors import category_of_people, group_of_people, is_anybody


@pytest.mark.parametrize(
    ("worded", "category"),
    [
        ("civilians", "civilian"),
        ("women and children", "civilian"),
        ("residents of the rebel-held town", "civilian"),
        ("members of one family", "civilian"),
        ("a doctor and two nurses", "aid_or_medical"),
        ("aid workers", "aid_or_medical"),
        ("staff of a medical team", "aid_or_medical"),
        ("a television cameraman", "journalist"),
        ("unarmed protesters", "protester"),
        ("women demonstrators", "protester"),
        ("members of the security forces", "state_forces"),
        ("policemen", "state_forces"),
        ("pro-government fighters", "state_forces"),
        ("members of the National Defence Forces", "state_forces"),
        ("army defectors", "armed_group"),
        ("army rebels", "armed_group"),
        ("IS fighters", "armed_group"),
        ("commanders of the al-Qaeda-linked Nusra Front", "armed_group"),
        ("SDF soldiers", "armed_group"),
        ("Kurdish militiamen", "armed_group"),
        ("suspected insurgents", "armed_group"),
        ("rebels and their families", "mixed"),
        ("soldiers and civilians", "mixed"),
        ("people, including civilians and fighters", "mixed"),
        ("people", None),
        ("others", None),
        ("members", None),
        ("the dead", None),
        ("members of a tribe", None),
    ],
)
def test_people_have_the_category_that_their_words_say(worded: str, category: str | None) -> None:
    assert category_of_people(worded) == category


@pytest.mark.parametrize(
    ("worded", "group"),
    [("women", "women"), ("five children", "children"), ("elderly people", "elderly"), ("women and children", None),
     ("civilians", None), ("female protesters", "women")],
)  # fmt: skip
def test_people_have_a_group_only_where_all_are_of_it(worded: str, group: str | None) -> None:
    assert group_of_people(worded) == group


@given(st.text())
def test_any_text_has_a_category_or_none(text: str) -> None:
    category_of_people(text)
    group_of_people(text)


@pytest.mark.parametrize("worded", [None, "people", "the people", "others", "the dead", "Syrians", "bodies"])
def test_words_that_only_count_people_say_nothing_of_them(worded: str | None) -> None:
    assert is_anybody(worded)


@pytest.mark.parametrize("worded", ["civilians", "Syrian soldiers", "people in the market", "children"])
def test_words_that_say_more_name_somebody(worded: str) -> None:
    assert not is_anybody(worded)
