"""Many phrases sought one by one, as one pattern of all of them would find them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sijill.extract.alternatives import matches_of_any

PHRASES = ("a(?:b|c)+", "bc", "(?:a|b)c", "c+a?", r"(?<=b)a", "abc")


@given(st.text(alphabet="abc ", max_size=40), st.permutations(PHRASES))
def test_the_same_is_found_as_by_one_pattern_of_all_phrases(text: str, phrases: list[str]) -> None:
    joined = re.compile("|".join(f"(?:{phrase})" for phrase in phrases))
    found = matches_of_any([re.compile(phrase) for phrase in phrases], text)
    assert [match.span() for match in found] == [match.span() for match in joined.finditer(text)]


def test_each_match_has_the_groups_of_its_own_phrase() -> None:
    phrases = [re.compile(r"called (?P<name>\w+)"), re.compile(r"known as (?P<name>\w+)")]
    assert [m["name"] for m in matches_of_any(phrases, "known as Amina, called Ion")] == ["Amina", "Ion"]
