"""Which claims of a report are of one happening, once they have places and days."""

from __future__ import annotations

import numpy as np
import pytest

import sijill
from sijill.acquire import Options, report_from_text
from sijill.clean import clean
from sijill.extract import extract
from sijill.ground.claims import grounded
from sijill.ground.one_happening import relations, weights, with_keys
from sijill.run.pipeline import load_tools

TWO_TOWNS = (
    "Shelling killed 12 people in Homs on Monday. Shelling wounded four people in Raqqa on Tuesday, medics said."
)


def keys(text: str) -> list[str | None]:
    claims = sijill.read(text, published="2016-08-10")
    return [c.incident for c in sorted(claims, key=lambda c: c.anchor.span.start) if c.figure]


def held(text: str) -> dict[str, np.ndarray]:
    report, tools = report_from_text(text, name="text", options=Options()), load_tools()
    cleaned = clean(report)
    reading = tools.reader.read(cleaned.text)
    claims = grounded(extract(report, cleaned, reading).claims, report, cleaned, reading, tools.gazetteer)
    return dict(relations([c for c in claims if c.figure], cleaned, reading))


def test_every_relation_has_a_weight() -> None:
    assert set(held(TWO_TOWNS)) == set(weights()[1])


def test_relations_hold_both_ways() -> None:
    assert all(np.allclose(relation, relation.T, atol=1e-4) for relation in held(TWO_TOWNS).values())


def test_towns_and_days_apart_are_seen() -> None:
    found = held(TWO_TOWNS)
    assert found["other towns"][0, 1]
    assert not found["one place"][0, 1]


def test_the_dead_of_two_towns_are_of_two_happenings() -> None:
    first, second = keys(TWO_TOWNS)
    assert first != second


@pytest.mark.parametrize("victims", ["civilians", "people"])
def test_a_number_told_again_is_of_one_happening(victims: str) -> None:
    text = (
        f"Air strike kills 35 {victims} in Idlib\n\nAn air strike killed 35 {victims} in Idlib on Monday, medics said. "
        f"The hospital had received the bodies of the 35 {victims} by noon, a doctor said."
    )
    assert len(set(keys(text))) == 1


def test_one_number_of_two_towns_is_of_two_happenings() -> None:
    text = "Three civilians were killed in Sirte. Three civilians were also killed by a mine in Benghazi the same day."
    first, second = keys(text)
    assert first != second


def test_a_lone_claim_keeps_its_key() -> None:
    [claim] = [c for c in sijill.read("Gunmen killed a judge in Mosul on Monday.", published="2016-08-10") if c.figure]
    report = report_from_text("Gunmen killed a judge.", name="text", options=Options())
    cleaned = clean(report)
    assert with_keys([claim], cleaned, load_tools().reader.read(cleaned.text)) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Three people were killed in Homs on Monday, after 14 were killed in the city on Sunday, activists said.",
        "Troops shot dead four protesters in Daraa on Friday. On Thursday they had killed six there, residents said.",
        "Clashes killed 20 people in Aden on Monday and 15 on Tuesday, medics said.",
    ],
)
def test_the_dead_of_two_days_that_are_told_are_of_two_happenings(text: str) -> None:
    first, second = keys(text)
    assert first != second


def test_the_day_on_which_a_toll_is_told_makes_no_other_happening() -> None:
    text = (
        "The death toll of the bombing in Homs on Saturday has risen to 112, a monitor said Sunday. "
        "The bomb killed 98 residents on Saturday, the monitor said."
    )
    assert len(set(keys(text))) == 1


def test_the_day_of_a_burial_makes_no_other_happening() -> None:
    text = (
        "Gunmen killed the governor and seven others on Thursday. "
        "Three of his guards were buried on Friday, police said."
    )
    assert len(set(keys(text))) == 1


def test_a_part_is_of_the_happening_of_its_whole() -> None:
    text = "8 killed (5 on Friday, 3 on Saturday) in Lysychansk."
    claims = [claim for claim in sijill.read(text, published="2016-08-10") if claim.figure]
    wholes = {claim.id: claim.incident for claim in claims}
    parts = [claim for claim in claims if claim.figure and claim.figure.part_of]
    assert parts
    assert all(part.incident == wholes[part.figure.part_of] for part in parts if part.figure and part.figure.part_of)
