"""The forms of verbs."""

from __future__ import annotations

import pytest

from sijill.extract.attribution.inflections import forms
from sijill.extract.attribution.lists import says, thoughts, verbs


@pytest.mark.parametrize(
    ("verb", "some"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("admit", {"admits", "admitted", "admitting"}),
        ("promise", {"promises", "promised", "promising"}),
        ("agree", {"agreed", "agreeing"}),
        ("stress", {"stresses"}),
        ("say", {"says", "saying"}),
    ],
)
def test_a_verb_is_known_in_every_form(verb: str, some: set[str]) -> None:
    assert some <= forms(verb)


def test_irregular_forms_are_listed() -> None:
    assert {"said", "told", "thought", "wrote"} <= set(verbs())


def test_a_verb_of_several_groups_is_one_of_saying_first() -> None:
    assert says("said")
    assert not says("shown")


def test_nouns_are_known_in_the_plural() -> None:
    assert {"claims", "theories"} <= thoughts()
