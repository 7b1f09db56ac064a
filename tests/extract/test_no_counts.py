"""Numbers that say which of several somebody is, or how old."""

from __future__ import annotations

import pytest

import sijill
from sijill.extract.no_counts import is_age, is_rank


def _at(text: str, words: str) -> tuple[str, int, int]:
    start = text.index(words)
    return text, start, start + len(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He was the sixth reporter killed in Syria.", "sixth"),
        ("He was the sixth reporter killed in Syria.", "the sixth"),
        ("She is the 12th to die.", "12th"),
        ("Gunmen shot two men and injured a fourth.", "fourth"),
        ("The men were killed.", "The"),
    ],
)
def test_a_rank_counts_nobody(text: str, words: str) -> None:
    assert is_rank(*_at(text, words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A third soldier was killed.", "A"),
        ("A third of the residents have fled.", "third"),
        ("Some 12 people were killed.", "12"),
        ("They are in their 20s.", "20"),
    ],
)
def test_one_more_and_a_share_are_no_rank(text: str, words: str) -> None:
    assert not is_rank(*_at(text, words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The former minister dies at 63.", "63"),
        ("Another 6-year-old was killed.", "6"),
        ("A boy aged 12 was killed.", "12"),
        ("Children under 12 years of age died.", "12"),
    ],
)
def test_an_age_counts_nobody(text: str, words: str) -> None:
    assert is_age(*_at(text, words))


@pytest.mark.parametrize("text", ["At the market 12 died.", "At least 12 boys died.", "12 people, aged 6 to 60, died."])
def test_other_numbers_are_no_ages(text: str) -> None:
    assert not is_age(*_at(text, "12"))


@pytest.mark.parametrize("text", ["The former minister dies at 63.", "He is the sixth reporter to be killed in Syria."])
def test_neither_is_read_as_a_figure(text: str) -> None:
    assert not [claim for claim in sijill.read(text, published="2017-03-05") if claim.figure is not None]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A bomb hit two vehicles, killing eight people in Tamar on Monday.", "eight"),
        ("Rebels shot down a military plane, killing 49 soldiers.", "49"),
        ("Libya's coast guard fired at a migrant boat, killing 31 people.", "31"),
        ("Gunmen ambushed a vehicle killing 11 soldiers in Mopti.", "11"),
    ],
)
def test_who_died_in_a_craft_is_counted_and_the_craft_is_not(text: str, number: str) -> None:
    assert [claim.figure.worded for claim in sijill.read(text) if claim.figure] == [number]


def test_two_who_are_told_of_by_their_ages_are_two() -> None:
    claims = sijill.read("A 12-year-old and a 14-year-old were shot dead in Nablus on Friday.")
    assert [claim.figure.worded for claim in claims if claim.figure] == ["A", "a"]


def test_newborn_twins_are_no_age() -> None:
    claims = sijill.read("Two week-old twins died in the shelling.")
    assert [claim.figure.worded for claim in claims if claim.figure] == ["Two"]
