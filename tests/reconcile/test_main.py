"""What one report is chiefly about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from told import told

from sijill.reconcile import main_of

if TYPE_CHECKING:
    from sijill.incident import Member, Total


def total(*members: Member, measure: str = "killed") -> Total:
    main = main_of(members)
    assert main is not None
    found = main.total_of(measure)
    assert found is not None
    return found


def test_a_report_leads_with_its_first_whole_number() -> None:
    found = total(told("SOHR", "22", "people"), told("SOHR", "90", "people", at=400, happening="attack"))
    assert found.amount.stated == 22


def test_the_article_of_a_woman_is_no_toll_where_there_is_another_number() -> None:
    found = total(told("police", "a", "woman"), told("police", "six", "villagers", at=200))
    assert found.amount.stated == 6


def test_a_part_is_not_the_toll_although_it_stands_first() -> None:
    part = told("police", "five", "children", clause=("including ", ""))
    assert total(part, told("police", "19", "people", at=200)).amount.stated == 19


def test_a_running_total_gives_way_to_the_incident() -> None:
    whole_war = told("SOHR", "90,000", scope="cumulative")
    assert total(whole_war, told("SOHR", "12", at=300)).amount.stated == 12


def test_a_period_is_the_toll_where_the_report_leads_with_it() -> None:
    found = total(told("group", "157", scope="period"), told("group", "30", at=300))
    assert found.amount.stated == 157


def test_a_raised_toll_replaces_the_first() -> None:
    raised = told(None, "17", at=200, clause=("raising the death toll to ", ""))
    assert total(told(None, "At least eight", "people"), raised).amount.stated == 17


def test_a_rounded_number_gives_way_to_the_exact_one() -> None:
    found = total(told("party", "more than 240", "supporters"), told("party", "242", "activists", at=300))
    assert found.amount.stated == 242


def test_people_counted_side_by_side_are_added_up_and_marked_as_derived() -> None:
    staff = told("medics", "13", "teaching staff", category="civilian")
    children = told("medics", "four", "children", category="civilian", at=22)
    found = total(staff, children)
    assert (found.amount.stated, found.amount.derived) == (17, True)
    assert len(found.amount.claims) == 2


def test_one_person_is_added_to_those_who_stand_right_after() -> None:
    leader = told(None, "a", "Taliban leader", measure="detained", category="armed_group")
    more = told(None, "two", "suspected insurgents", measure="detained", category="armed_group", at=21)
    assert total(leader, more, measure="detained").amount.stated == 3
    assert total(more, leader, measure="detained").amount.stated == 3


def test_the_same_people_told_of_again_are_not_added_up() -> None:
    first = told(None, "two", "suspected insurgents", measure="detained", category="armed_group")
    again = told(None, "two", "suspected insurgents", measure="detained", category="armed_group", at=250)
    assert total(first, again, measure="detained").amount.stated == 2


def test_fighters_are_left_out_of_the_second_total() -> None:
    soldier = told("police", "one", "soldier", category="state_forces")
    civilians = told("police", "five", "civilians", category="civilian", at=30)
    assert total(soldier, civilians).without_fighters.stated == 5


def test_fighters_told_apart_within_a_whole_are_taken_off_it() -> None:
    whole = told(None, "9", "people")
    militants = told(None, "three", "militants", category="armed_group", at=20, clause=("", " of them"))
    found = total(whole, militants)
    assert (found.amount.stated, found.without_fighters.stated) == (9, 6)
    assert found.without_fighters.derived


def test_denied_figures_lead_nothing() -> None:
    assert main_of([told("army", "12", certainty="denied")]) is None


def test_deaths_come_before_injuries_whatever_stands_first() -> None:
    main = main_of([told(None, "40", measure="injured"), told(None, "two", at=100)])
    assert main is not None
    assert [t.measure for t in main.totals] == ["killed", "injured"]
    assert main.lead == main.totals[0].lead
