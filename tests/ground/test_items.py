"""Items of a list: which lines are some, and what is told of their places and days."""

from __future__ import annotations

import pytest

import sijill
from sijill.acquire import Options, report_from_text
from sijill.clean import clean
from sijill.ground.items import Item, are_apart, items_of
from sijill.run.pipeline import load_tools

DIGEST = """YEMEN: CIVILIAN HARM DIGEST, 3 April 2019
Taiz: shelling of a quarter on 2 April killed two women and injured eight other people, medics said.
Hodeidah: sniper fire wounded two fishermen in Ad Durayhimi on 1 April.
Hajjah: an air strike hit a farm in Abs on 31 March. Four members of one family died.
"""
STATEMENT = """PRESS RELEASE, 20 November 2015
1. Troops have rescued pupils abducted from Gadori on 17 November.
2. Contrary to what is said, 16 girls were taken. Fourteen were freed today.
3. During the operation, 23 terrorists were killed.
"""
BRACKETS = """SAHEL EVENTS, 11 December 2019
[10 Dec] Bankilare, Niger. Attack on an army camp: 21 soldiers were killed.
[9 Dec] Barsalogho, Burkina Faso. An army patrol killed six militants.
"""
ONE_EVENT = """Key points:
1. A gunman shot dead 22 people in Portapique on Saturday.
2. Canada's police said 23 people were killed.
"""


def items(text: str, known: tuple[str, ...] = ()) -> list[Item]:
    """Return the items of a text as the model that ships reads it."""
    cleaned = clean(report_from_text(text, name="text", options=Options()))
    return items_of(cleaned.text, load_tools().reader.read(cleaned.text), known)


def figures(text: str) -> dict[str, tuple[str | None, str | None, str | None]]:
    """Return the place, the day and the key of each figure of a text, by its number."""
    return {
        c.figure.worded: (c.place.worded if c.place else None, str(c.days.first), c.incident)
        for c in sijill.read(text, published="2019-04-03")
        if c.figure
    }


@pytest.mark.parametrize(("text", "number"), [(DIGEST, 3), (STATEMENT, 3), (BRACKETS, 2), ("One line: no list.", 0)])
def test_lines_that_open_alike_are_items(text: str, number: int) -> None:
    assert len(items(text)) == number


def test_items_that_begin_with_other_places_are_apart_and_one_without_a_place_is_of_none() -> None:
    first, second, third = items(DIGEST, ("Taiz",))
    assert are_apart(first, second)
    assert are_apart(second, third)
    assert not are_apart(first, first)
    assert not are_apart(*items(ONE_EVENT)[:2])


def test_what_a_digest_counts_is_where_and_when_its_item_says() -> None:
    told = figures(DIGEST)
    assert told["eight"][:2] == ("Taiz", "2019-04-02")
    assert told["Four"][0] in {"Abs", "Hajjah"}
    assert told["Four"][1] == "2019-03-31"
    assert len({told[number][2] for number in ("eight", "Four")}) == 2


def test_a_statement_in_points_is_no_digest() -> None:
    assert not any(item.is_headed for item in items(STATEMENT))


def test_two_happenings_of_a_list_with_brackets_are_two() -> None:
    told = figures(BRACKETS)
    assert told["21"][2] != told["six"][2]


def test_who_speaks_again_and_again_in_a_transcript_is_no_place() -> None:
    lines = [
        "ANDERSON: One protester has died.",
        "WEDEMAN: That is so.",
        "ANDERSON: And an officer.",
        "ANDERSON: In all?",
    ]
    told = items("\n".join(lines) + "\n", ("ANDERSON",))
    assert not any(name.text == "ANDERSON" for item in told for name in item.names)


def test_a_town_that_heads_many_lines_of_a_digest_is_a_place_in_each() -> None:
    lines = [
        "BAGHDAD: A bomb killed five people.",
        "BAQUBA: Gunmen killed two policemen.",
        "BAGHDAD: A mine killed six soldiers.",
        "MOSUL: Shelling killed three women.",
        "BAGHDAD: Police found nine bodies.",
    ]
    told = figures("\n".join(lines) + "\n")
    assert {number: place for number, (place, *_) in told.items()} == {
        "five": "BAGHDAD", "two": "BAQUBA", "six": "BAGHDAD", "three": "MOSUL", "nine": "BAGHDAD",
    }  # fmt: skip
    assert told["two"][2] not in {told["five"][2], told["six"][2], told["nine"][2]}
