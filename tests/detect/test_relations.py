"""Relations as the document has them, and where its sentences begin."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from sijill.detect.documents import Syntax, relations
from sijill.detect.pieces import NEWLINE, NO_SPACE, SPACE
from sijill.detect.reader import expect_capitals


def _relations(words: list[str], heads: list[int], told: list[str]) -> list[str]:
    syntax = Syntax(np.array(heads), tuple(told), ("X",) * len(words), (0,))
    return relations(Doc(Vocab(), words=words), range(len(words)), syntax)


def test_who_stands_behind_a_name_and_a_comma_is_beside_it() -> None:
    words = ["said", "Maliki", ",", "a", "resident"]
    assert _relations(words, [0, 0, 4, 4, 1], ["ROOT", "nsubj", "punct", "det", "nmod:desc"])[-1] == "appos"


def test_a_title_stays_one() -> None:
    assert _relations(["lawyer", "Maliki", "left"], [1, 2, 2], ["nmod:desc", "nsubj", "ROOT"])[0] == "nmod:desc"


@pytest.mark.parametrize("words", [["hospital", "said", ".", "The"], ["said", ".", '"', "Soldiers"]])
def test_a_capital_behind_a_full_stop_is_expected_to_begin_a_sentence(words: list[str]) -> None:
    assert _expected(words, SPACE)


@pytest.mark.parametrize(
    ("words", "gap"),
    [
        (["said", ".", '"', "Soldiers"], NO_SPACE),
        (["hospital", "said", ".", "the"], SPACE),
        (["third", ".", "2", ".", "At"], SPACE),
        (["by", "J", ".", "Assad"], SPACE),
        (["Ahmed", "Mohd", ".", "Ali"], SPACE),
        (["hospital", "said", ".", "The"], NEWLINE),
    ],
)
def test_no_other_word_is(words: list[str], gap: int) -> None:
    assert not _expected(words, gap)


def _expected(words: list[str], gap: int) -> bool:
    scores = np.zeros((len(words), 1))
    expect_capitals(scores, words, [*[SPACE] * (len(words) - 1), gap])
    return bool(scores[-1, 0] > 0)
