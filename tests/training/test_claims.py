"""What annotated reports teach: those without happenings nothing of which words name one."""

from __future__ import annotations

from typing import Any

import pytest
from training.claims import Reading
from training.samples import UNSAID
from training.standoff import stood_off, worded

from sijill.detect.labels import FIGURES

TEXT = "Rebels seized 22 miners near Buchanan on Sunday, a diplomat said."
CLAIM: dict[str, Any] = {
    "quote": "seized 22 miners", "nth": 0, "number": "22", "measure": "abducted", "value": 22, "comparator": "exact",
    "victims": "miners", "category": "civilian", "scope": "incident", "source": "a diplomat",
    "source_kind": "foreign_government", "modality": "asserted", "from": "1990-08-05", "to": "1990-08-05",
    "place": "Buchanan", "perpetrator": "Rebels", "happening": "abduction_forced_disappearance", "incident": "one",
}  # fmt: skip


def gold(**more: Any) -> dict[str, Any]:
    return {"id": "r", "published": "1990-08-07", "claims": [CLAIM]} | more


def test_the_figures_of_a_report_without_happenings_teach() -> None:
    document = Reading(TEXT, gold()).document()
    assert document.columns["figures"][2] == FIGURES.index("B-abducted")
    assert [mention.word for mention in document.mentions] == [2]


@pytest.mark.parametrize(("more", "columns"), [({}, {"figures"}), ({"happenings": []}, {"figures", "triggers"})])
def test_only_a_report_with_happenings_says_which_words_name_one(more: dict[str, Any], columns: set[str]) -> None:
    assert Reading(TEXT, gold(**more)).document().columns.keys() == columns


def test_a_number_of_one_letter_is_that_word_and_no_letter_of_another() -> None:
    text = "Gunmen shot dead a retired judge in Blida."
    claim = {**CLAIM, "quote": "shot dead a retired judge", "number": "a", "victims": "judge", "place": "Blida"}
    claim |= {"source": None, "perpetrator": "Gunmen", "measure": "killed"}
    kept = stood_off(claim, text)
    assert text[kept["number"][0] - 1 : kept["number"][1] + 1] == " a "
    assert Reading(text, gold(claims=[worded(kept, text)])).document().mentions[0].word == 3


def test_a_claim_of_which_only_the_measure_is_annotated_says_nothing_of_its_fields() -> None:
    bare = {name: CLAIM[name] for name in ("quote", "nth", "number", "measure", "value")}
    mention = Reading(TEXT, gold(claims=[bare])).document().mentions[0]
    assert set(mention.attributes) == {UNSAID}
    assert set(mention.pointers) == {None}


def test_a_claim_comes_back_from_its_offsets() -> None:
    assert worded(stood_off(CLAIM, TEXT), TEXT).items() >= CLAIM.items()
