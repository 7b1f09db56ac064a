"""Numbers that come on top of the one before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from told import told

from sijill.reconcile import main_of, reconcile

if TYPE_CHECKING:
    from sijill.incident import Member

COMMANDER = "A rebel commander and "


def total(*members: Member, measure: str = "killed") -> int:
    found = reconcile(members).range_of(measure)
    assert found is not None
    return found.low


def lead(*members: Member, measure: str = "killed") -> int | None:
    main = main_of(members)
    found = main.total_of(measure) if main else None
    return found.amount.stated if found else None


def pair(after: str, category: str = "armed_group", first: str = "armed_group", **more: str) -> tuple[Member, Member]:
    one = told("SOHR", "A", "rebel commander", category=first, **more)
    return one, told("SOHR", "four", "fighters", category=category, clause=(COMMANDER, after), **more)


@pytest.mark.parametrize(
    "after", [" other fighters were killed", " more fighters were killed", " additional fighters died"]
)
def test_others_of_one_kind_come_on_top_of_those_before_them(after: str) -> None:
    assert total(*pair(after)) == 5
    assert lead(*pair(after)) == 5


def test_others_of_another_kind_do_too() -> None:
    assert total(*pair(" other civilians were killed", category="civilian")) == 5


def test_others_of_no_kind_do_too() -> None:
    assert total(*pair(" other people were killed", category="unspecified")) == 5
    assert total(*pair(" others were killed", category="unspecified", first="unspecified")) == 5
    assert lead(*pair(" others were killed", category="unspecified", first="unspecified")) == 5


def test_those_arrested_beside_a_leader_are_counted_with_him() -> None:
    assert total(*pair(" additional insurgents", measure="detained"), measure="detained") == 5
    assert lead(*pair(" additional insurgents", measure="detained"), measure="detained") == 5


def test_a_total_that_the_source_gives_holds_them() -> None:
    whole = told("SOHR", "five", "rebels", category="armed_group", at=200, clause=("", " rebels died"))
    assert total(*pair(" other fighters were killed"), whole) == 5


def test_the_same_people_told_of_again_are_counted_once() -> None:
    again = told("SOHR", "four", "fighters", category="armed_group", at=300, clause=("", " other fighters died"))
    assert total(*pair(" other fighters were killed"), again) == 5


def leader(number: str = "a", at: int = 0) -> Member:
    return told(None, number, "Taliban leader", category="armed_group", measure="detained", at=at)


def insurgents(number: str, before: str, after: str = " suspected insurgents", at: int = 300) -> Member:
    return told(
        None, number, "suspected insurgents", category="armed_group", measure="detained", at=at, clause=(before, after)
    )


@pytest.mark.parametrize(
    ("number", "before", "after"),
    [
        ("two", "also detained ", " suspected insurgents"),
        ("Two", "", " suspected insurgents were also detained"),
        ("two", "detained ", " additional suspected insurgents"),
        ("two", "detained the leader and ", " suspected insurgents"),
    ],
)
def test_those_told_of_beside_a_person_later_on_are_counted_with_him(number: str, before: str, after: str) -> None:
    members = leader(), insurgents(number, before, after)
    assert total(*members, measure="detained") == 3
    assert lead(*members, measure="detained") == 3


def test_a_person_told_of_twice_is_counted_once_with_those_beside_him() -> None:
    members = leader(), leader(at=200), insurgents("two", "also detained ")
    assert total(*members, measure="detained") == 3
    assert lead(*members, measure="detained") == 3


def test_others_told_of_again_with_also_are_counted_once() -> None:
    first = told(None, "two", "facilitators", category="armed_group", measure="detained")
    rest = told(
        None, "two", "other militants", category="armed_group", measure="detained",
        clause=("Two facilitators and ", " other militants"),
    )  # fmt: skip
    again = insurgents("Two", "", " other insurgents were also captured")
    assert lead(first, rest, again, measure="detained") == 4


def test_a_word_that_bounds_nothing_leaves_the_sum_open() -> None:
    found = reconcile([leader(), insurgents("multiple", "also detained ")]).range_of("detained")
    assert found is not None
    assert (found.low, found.high) == (1, None)


def test_people_told_of_without_a_word_for_beside_are_no_others() -> None:
    assert total(leader(), insurgents("two", "detained "), measure="detained") == 2


def test_others_who_are_a_part_are_added_to_none() -> None:
    whole = told("SOHR", "19", "people")
    clause = ("19 people, including a woman and ", " other civilians, were killed")
    part = told("SOHR", "four", "civilians", category="civilian", clause=clause)
    assert total(whole, part) == 19


def test_others_in_a_sentence_of_their_own_are_added_to_none() -> None:
    one = told("SOHR", "two", "soldiers", category="state_forces")
    rest = told("SOHR", "four", "soldiers", category="state_forces", at=40, clause=("and ", " other soldiers died"))
    assert total(one, rest) == 4


def test_others_without_and_are_not_added() -> None:
    one = told("SOHR", "A", "commander", category="armed_group")
    clause = ("A commander said that ", " other fighters were killed")
    assert total(one, told("SOHR", "four", "fighters", category="armed_group", clause=clause)) == 4


def test_others_behind_a_person_set_off_come_on_top_of_the_person() -> None:
    whole = told("SOHR", "Ten", "people")
    one = told("SOHR", "a", "commander", category="armed_group", at=35)
    clause = ("Ten people were killed in the raid, a commander and ", " others")
    rest = told("SOHR", "nine", "others", clause=clause)
    assert total(whole, one, rest) == 10
    assert lead(whole, one, rest) == 10


def test_a_whole_is_not_added_to_the_parts_that_come_to_it() -> None:
    whole = told("SOHR", "five", "members of one family", category="civilian")
    father = told("SOHR", "a", "father", category="civilian", at=32)
    children = told("SOHR", "four", "children", category="civilian", at=45)
    assert total(whole, father, children) == 5


def test_others_of_no_kind_arrested_with_some_are_counted_with_them() -> None:
    officers = told(None, "four", "officers", category="state_forces", measure="detained")
    rest = told(None, "35", "others", measure="detained", clause=("four officers and ", " others over the plot"))
    assert total(officers, rest, measure="detained") == 39


def test_those_who_were_also_included_are_a_part() -> None:
    whole = told("SOHR", "Eight", "Palestinians")
    part = told("SOHR", "two", "women", category="civilian", at=60, clause=("Those killed also included ", " women"))
    assert total(whole, part) == 8


def test_as_many_again_elsewhere_are_added() -> None:
    here = told("army", "four", "soldiers", category="state_forces", place="Abyan")
    there = told(
        "army", "four", "soldiers", category="state_forces", place="Shabwa", at=60, clause=("also killed ", " soldiers")
    )
    assert total(here, there) == 8
