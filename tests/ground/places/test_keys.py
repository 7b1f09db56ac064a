from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.ground.places.keys import exact_key, fold_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Jisr al-Shughour", "Jisr ash-Shughur", "Jisr esh-Shughour", "Jisr al Shughur"),
        ("Deir al-Zor", "Dayr az Zawr", "Deir ez-Zor", "Deir Ezzour"),
        ("Khan Sheikhoun", "Khan Shaykhun", "Khan Shaikhoun"),
        ("Raqqa", "Raqqah", "Ar-Raqqah", "Rakka", "Raqa"),
        ("Suwayda", "Sweida", "As-Suwayda"),
    ],
)
def test_the_spellings_of_one_arabic_name_share_a_fold_key(spellings: tuple[str, ...]) -> None:
    assert len({fold_key(name) for name in spellings}) == 1


def test_case_marks_and_apostrophes_do_not_count_in_an_exact_key() -> None:
    assert exact_key("Dar\u2018\u0101") == exact_key("DARA") == "dara"
    assert exact_key("Deir ez-Zor") == "deir ez zor"


def test_homs_and_hama_stay_apart() -> None:
    assert fold_key("Homs") != fold_key("Hama")


@given(st.text())
def test_any_text_has_keys_and_an_exact_key_is_its_own_key(text: str) -> None:
    assert exact_key(exact_key(text)) == exact_key(text)
    assert " " not in fold_key(text)
