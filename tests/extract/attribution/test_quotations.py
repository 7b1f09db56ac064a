"""Where a quotation begins and ends."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from trees import VOCAB

from sijill.extract.attribution.quotations import quotations


def quoted(words: list[str]) -> list[str]:
    doc = Doc(VOCAB, words=words)
    return [" ".join(t.text for t in doc[low:high] if not t.is_space) for low, high in quotations(doc)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["He", "said", '"', "no", '"', "twice"], ['" no "']),
        (["“", "No", ",", "”", "he", "said", ",", "“", "never", "”"], ["“ No , ”", "“ never ”"]),
        (['"', "One", ".", "\n", '"', "Two", ".", '"'], ['" One . " Two . "']),
        (['"', "One", ".", "\n", "Rain", "fell", "."], ['" One .']),
        (["Rain", "fell", "."], []),
    ],
    ids=["marks", "two", "over paragraphs", "left open", "none"],
)
def test_a_quotation_lies_between_its_marks(words: list[str], found: list[str]) -> None:
    assert quoted(words) == found
