"""One person told of without a number beside those who are counted."""

from __future__ import annotations

import pytest
from told import told

from sijill.reconcile import reconcile


def ends(*clauses: tuple[str, str, str]) -> tuple[int, int | None]:
    """Return the range of those killed, by one source's numbers each with the words before it and its people."""
    members = [
        told("SOHR", number, victims, clause=(before, f" {victims}"), at=200 * n)
        for n, (before, number, victims) in enumerate(clauses)
    ]
    found = reconcile(members).range_of("killed")
    assert found is not None
    return found.low, found.high


@pytest.mark.parametrize(
    "before",
    [
        "killed the imam and ", "killed the district governor and ", "The mayor of Tikrit and ",
        "killed the cell's leader along with ", "killed Colonel Hamid Rashid and ",
        "shot dead Abu Omar al-Shishani and ",
        "killed the group's spokesman, Ali Hassan, and ",
    ],
)  # fmt: skip
def test_one_person_named_right_before_others_is_counted_with_them(before: str) -> None:
    assert ends((before, "four", "bodyguards")) == (5, 5)


@pytest.mark.parametrize(
    "before",
    [
        "killed the family and ", "attacked the governor's house and killed ", "killed the soldiers and ",
        "A bomb wounded the mayor and killed ", "killed Taliban and ", "the governor said that ",
        "accused the imam and ",
        "killed an imam, three women and ",
    ],
)  # fmt: skip
def test_who_is_no_one_person_or_not_harmed_is_not(before: str) -> None:
    assert ends((before, "four", "bodyguards")) == (4, 4)


def test_others_beside_one_who_is_named_are_no_part_of_an_unknown_number() -> None:
    assert ends(("killed Abu Omar al-Shishani and ", "four", "others")) == (5, 5)


def test_those_beside_one_who_are_told_of_again_are_no_more_people() -> None:
    assert ends(("killed the governor and ", "four", "bodyguards"), ("The ", "four", "bodyguards")) == (5, 5)


@pytest.mark.parametrize("behind", ["children and their headmaster", "South Koreans and their Egyptian driver"])
def test_one_person_named_right_behind_others_is_counted_with_them(behind: str) -> None:
    number = told("SOHR", "12", behind.split(" and", maxsplit=1)[0], clause=("killing ", f" {behind}"))
    found = reconcile([number]).range_of("killed")
    assert found is not None
    assert (found.low, found.high) == (13, 13)


@pytest.mark.parametrize("behind", ["soldiers and the governor's guards", "soldiers, including the commander"])
def test_who_is_of_others_or_a_part_is_not(behind: str) -> None:
    number = told("SOHR", "12", "soldiers", clause=("killing ", f" {behind}"))
    found = reconcile([number]).range_of("killed")
    assert found is not None
    assert (found.low, found.high) == (12, 12)
