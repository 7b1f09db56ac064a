from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.detect.pieces import BLANK_LINE, NEWLINE, NO_SPACE, SPACE
from sijill.detect.tokens import tokenize, words_and_gaps


def cut(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They didn't.", ["They", "did", "n't", "."]),
        ("20-year-old", ["20", "-", "year", "-", "old"]),
        ("anti-government rebels", ["anti-government", "rebels"]),
        ("al-Qaeda", ["al", "-", "Qaeda"]),
        ("killed and/or wounded", ["killed", "and", "/", "or", "wounded"]),
        ("What?!", ["What", "?!"]),
        ("a few years,...", ["a", "few", "years", ",", "..."]),
        ("speech--and", ["speech", "--", "and"]),
        ("1,300 people", ["1,300", "people"]),
    ],
)
def test_words_are_cut_as_universal_dependencies_cuts_them(text: str, words: list[str]) -> None:
    assert cut(text) == words


def test_gaps_tell_what_stands_before_each_word() -> None:
    _, gaps = words_and_gaps(tokenize("One two.\nThree\n\nfour"))
    assert gaps == [BLANK_LINE, SPACE, NO_SPACE, NEWLINE, BLANK_LINE]


def test_white_space_is_no_word() -> None:
    doc = tokenize("  five  dead \n")
    assert [doc[at].text for at in words_and_gaps(doc)[0]] == ["five", "dead"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_the_tokens_and_the_white_space_between_them_are_the_text(text: str) -> None:
    assert tokenize(text).text == text
