from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.detect import reader
from sijill.detect.pieces import (
    BLANK_LINE,
    MOST_PIECES,
    NEWLINE,
    NO_SPACE,
    SHAPES,
    SPACE,
    Vocabulary,
    features,
    gap_of,
    shape_of,
)

VOCABULARY = Vocabulary.load(reader.MODEL / "vocab.txt")


def test_a_word_of_the_vocabulary_is_one_piece() -> None:
    assert len(VOCABULARY.pieces("people")) == 1


def test_case_and_accents_do_not_change_the_pieces() -> None:
    assert VOCABULARY.pieces("DÉPÔT") == VOCABULARY.pieces("depot")


def test_a_rare_name_falls_into_several_pieces_none_of_them_unknown() -> None:
    found = VOCABULARY.pieces("Hamdaniyeh")
    assert len(found) > 1
    assert VOCABULARY.unknown not in found


def test_a_run_of_letters_too_long_for_any_word_is_one_unknown_piece() -> None:
    assert VOCABULARY.pieces("a" * 100_000) == (VOCABULARY.unknown,)


@given(st.text(alphabet=st.characters(), min_size=1, max_size=80))
def test_every_word_has_a_piece_and_not_too_many(word: str) -> None:
    assert 1 <= len(VOCABULARY.pieces(word)) <= MOST_PIECES


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("people", "lower"),
        ("Aleppo", "title"),
        ("SOHR", "upper"),
        ("A", "letter"),
        ("iPhone", "mixed"),
        ("22", "digits"),
        ("1,300", "grouped"),
        ("20-year", "hyphened"),
        ("m16", "alnum"),
        ("...", "punct"),
    ],
)
def test_a_shape_tells_what_the_uncased_pieces_do_not(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape


@pytest.mark.parametrize(("between", "gap"), [("", NO_SPACE), (" ", SPACE), (" \n", NEWLINE), ("\n\n", BLANK_LINE)])
def test_the_white_space_before_a_word_is_one_of_four_gaps(between: str, gap: int) -> None:
    assert gap_of(between) == gap


def test_word_ranges_cover_the_pieces_between_the_two_marks() -> None:
    one = features([(5,), (6, 7), (8,)], [1, 2, 3], [3, 0, 1], VOCABULARY)
    assert one.ids.tolist() == [VOCABULARY.cls, 5, 6, 7, 8, VOCABULARY.sep]
    assert one.start.tolist() == [0, 1, 2, 4]
    assert one.end.tolist() == [1, 2, 4, 5]
    assert one.shape.tolist() == [0, 1, 2, 2, 3, 0]
