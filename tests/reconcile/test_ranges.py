from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from told import told

from sijill.reconcile import reconcile

if TYPE_CHECKING:
    from sijill.incident import FigureRange, Incident, Member

LATER = date(2016, 3, 15)


def killed(*members: Member) -> FigureRange:
    found = reconcile(members).range_of("killed")
    assert found is not None
    return found


def ends(*members: Member) -> tuple[int, int | None]:
    found = killed(*members)
    return found.low, found.high


def reasons(incident: Incident) -> set[str]:
    return {aside.reason for aside in incident.set_aside}


def test_the_lowest_and_the_highest_total_are_the_range() -> None:
    assert ends(told("police", "two", kind="government"), told("doctors", "11", kind="medical", at=50)) == (2, 11)


def test_the_range_is_open_where_the_highest_number_is_open_in_every_account() -> None:
    assert ends(told("A", "15"), told("B", "more than 40", at=50)) == (15, None)


def test_a_source_that_closes_the_highest_number_closes_the_range() -> None:
    assert ends(told("A", "at least 17"), told("B", "17", at=50)) == (17, 17)


def test_parts_of_a_number_that_nobody_gives_leave_it_open() -> None:
    assert ends(told(None, "five", "children", clause=("many died, including ", " children"))) == (5, None)


def test_all_who_were_treated_are_the_wounded_where_no_other_number_of_them_is_given() -> None:
    treated = told(
        None, "13", "people", measure="injured", clause=("and ", " people were treated for breathing trouble")
    )
    found = reconcile([treated]).range_of("injured")
    assert found is not None
    assert (found.low, found.high) == (13, 13)


@pytest.mark.parametrize("words", [" people were treated for burns", " were hospitalised", " are being treated"])
def test_who_was_treated_is_a_part_of_the_wounded_that_another_counts(words: str) -> None:
    every = told("A", "at least 40", measure="injured")
    incident = reconcile([every, told("B", "13", measure="injured", at=60, clause=("", words))])
    found = incident.range_of("injured")
    assert found is not None
    assert (found.low, found.high) == (40, None)
    assert not incident.contradictions


def test_up_to_bounds_from_above_only() -> None:
    assert ends(told("A", "27"), told("B", "as many as 50", at=50)) == (27, 50)
    assert ends(told("B", "up to 50")) == (0, 50)


def test_a_number_told_again_with_also_is_one_number() -> None:
    headline = told("army", "three", "soldiers", category="state_forces", clause=("Blast kills ", " soldiers"))
    body = told("army", "three", "soldiers", category="state_forces", at=80, clause=("also killed ", " soldiers"))
    assert ends(headline, body) == (3, 3)


@pytest.mark.parametrize("before", ["Of those killed ", "Of the civilians killed, ", "Of those who were wounded "])
def test_some_of_those_killed_are_a_part_of_the_number_before(before: str) -> None:
    whole = told("SOHR", "25", "civilians", category="civilian")
    part = told("SOHR", "six", "children", category="civilian", at=60, clause=(before, " were children"))
    assert ends(whole, part) == (25, 25)


def test_words_that_bound_nothing_leave_no_range() -> None:
    assert reconcile([told("A", "many")]).ranges == ()


def test_one_sources_breakdown_gives_a_derived_total_that_lists_its_parts() -> None:
    parts = [
        told("SOHR", "seven", "members of the security forces", category="state_forces"),
        told("SOHR", "five", "army rebels", category="armed_group", at=50),
        told("SOHR", "three", "civilians", category="civilian", at=80),
    ]
    found = killed(*parts)
    assert (found.low, found.high, found.derived) == (15, 15, True)
    assert set(found.claims) == {part.claim.id for part in parts}


def test_a_part_is_never_added_to_its_whole() -> None:
    whole = told("A", "19", "people")
    part = told("A", "five", "children", category="civilian", at=50, clause=("19 people, including ", " children"))
    assert ends(whole, part) == (19, 19)


def test_a_breakdown_is_not_added_to_a_total_that_its_source_states() -> None:
    members = [
        told("A", "17", "people"),
        told("A", "four", "militiamen", category="armed_group", at=50),
        told("A", "11", "jihadists", category="armed_group", at=70),
    ]
    assert ends(*members) == (17, 17)


def test_a_part_above_all_that_its_source_gives_besides_is_none_of_theirs() -> None:
    them = told("A", "11", "them", category="armed_group", clause=("killing ", " of them"))
    soldiers = told("A", "two", "soldiers", category="state_forces", at=90)
    assert ends(them, soldiers) == (13, 13)


def test_different_people_side_by_side_are_summed() -> None:
    members = [
        told("A", "a", "grandmother", category="civilian"),
        told("A", "three", "boys", category="civilian", at=15),
        told("A", "five", "men", category="civilian", at=30),
    ]
    assert ends(*members) == (9, 9)


def test_a_number_stated_again_is_one_number() -> None:
    assert ends(
        told("A", "two", "clerics", category="civilian"), told("A", "two", "shaikhs", category="civilian", at=900)
    ) == (2, 2)


def test_the_text_outranks_a_headline_that_rounds_it() -> None:
    assert ends(told("A", "14"), told("A", "at least 14", at=200)) == (14, None)


def test_a_reports_own_voice_that_repeats_a_named_source_is_no_second_account() -> None:
    incident = reconcile([told(None, "more than 30"), told("SOHR", "32", at=300)])
    found = incident.range_of("killed")
    assert found is not None
    assert (found.low, found.high, found.sources) == (32, 32, 1)


def test_two_agencies_that_quote_one_monitor_are_one_source() -> None:
    found = killed(
        told("the Syrian Observatory for Human Rights", "12", report="r1", outlet="AFP"),
        told("SOHR", "12", report="r2", outlet="Reuters"),
        told("the Britain-based Observatory", "12", report="r3", outlet="AP"),
    )
    assert found.sources == 1


def test_the_monitor_is_the_monitor_that_its_report_names() -> None:
    assert killed(told("Orontes Monitor", "12"), told("the monitoring group", "12", at=90)).sources == 1


def test_reports_of_one_origin_speak_with_one_voice() -> None:
    copies = [told(None, "12", report=f"r{i}", outlet=f"o{i}", origin="wire", entered=i) for i in range(3)]
    assert killed(*copies).sources == 1
    apart = [told(None, "12", report=f"r{i}", outlet=f"o{i}", origin=f"own{i}", entered=i) for i in range(3)]
    assert killed(*apart).sources == 3


def test_witnesses_of_different_reports_are_different_people() -> None:
    assert killed(*(told("a witness", "12", kind="witness", report=f"r{i}") for i in range(2))).sources == 2


def test_a_sources_later_figure_replaces_its_own_earlier_one_and_nobody_elses() -> None:
    members = [
        told("SOHR", "22"),
        told("hospital", "19", kind="medical", at=90),
        told("SOHR", "34", report="r2", published=LATER),
    ]
    incident = reconcile(members)
    assert ends(*members) == (19, 34)
    assert "replaced by a later figure of the same source" in reasons(incident)


def test_a_monitoring_group_is_the_monitor_also_where_its_director_speaks() -> None:
    members = [
        told("a monitoring group", "at least 22"),
        told("the Orontes Monitor", "22", at=90),
        told("Walid Armanazi", "many", measure="injured", at=180),
    ]
    assert killed(*members).sources == 1


def test_what_one_person_helped_to_carry_is_no_toll() -> None:
    seen = told("a greengrocer", "seven", "bodies", kind="witness", clause=("helped to carry ", " to a truck"))
    assert ends(seen, told("hospital", "19", kind="medical", at=90), told("SOHR", "22", at=120)) == (19, 22)


def test_a_figure_that_was_replaced_is_no_part_as_well() -> None:
    first = told("SOHR", "at least 22", "people")
    later = told("SOHR", "34", "people", report="r2", published=LATER)
    (own,) = reconcile([first, later]).figures
    assert [amount.stated for amount in own.superseded] == [22]
    assert own.parts == ()


def test_an_earlier_toll_that_a_report_recalls_does_not_replace_the_new_one() -> None:
    recalled = told("SOHR", "15", at=100, clause=("up from an earlier toll on Sunday evening of ", ""))
    assert ends(told("SOHR", "32"), recalled) == (32, 32)


def test_a_later_figure_of_some_of_the_people_updates_them_alone() -> None:
    members = [
        told("ministry", "nine", "soldiers", category="state_forces", kind="government"),
        told("ministry", "26", "attackers", category="armed_group", kind="government", at=50),
        told("ministry", "13", "soldiers", category="state_forces", kind="government", report="r2", published=LATER),
    ]
    assert ends(*members) == (39, 39)


def test_a_withdrawn_claim_leaves_the_range() -> None:
    members = [
        told("Orontes Monitor", "37"),
        told("Orontes Monitor", "37", report="r2", published=LATER, certainty="denied"),
        told("Orontes Monitor", "34", report="r2", published=LATER, at=90),
    ]
    assert ends(*members) == (34, 34)
    assert "withdrawn by its own source" in reasons(reconcile(members))


def test_denied_and_hypothetical_figures_never_enter() -> None:
    members = [
        told("A", "8"),
        told("B", "60", at=50, certainty="denied"),
        told("C", "90", at=80, certainty="hypothetical"),
    ]
    assert ends(*members) == (8, 8)


def test_hedged_figures_enter_and_are_marked() -> None:
    found = killed(told("A", "dozens", certainty="hedged"))
    assert (found.low, found.high, found.hedged) == (24, None, True)


def test_killed_or_injured_bounds_both_and_adds_to_neither() -> None:
    incident = reconcile([told("A", "ten", measure="killed_or_injured"), told("B", "four", at=50)])
    assert incident.range_of("killed") == killed(
        told("A", "ten", measure="killed_or_injured"), told("B", "four", at=50)
    )
    injured = incident.range_of("injured")
    assert injured is not None
    assert (injured.low, injured.high, injured.bounded_only) == (0, 10, True)


def test_period_and_cumulative_figures_never_enter() -> None:
    members = [told("A", "8"), told("A", "300", at=50, scope="period"), told("A", "4,600", at=90, scope="cumulative")]
    assert ends(*members) == (8, 8)


def test_others_wounded_beside_the_killed_are_a_number_of_their_own() -> None:
    incident = reconcile([told("A", "12"), told("A", "25", measure="injured", at=50, clause=("wounding ", " others"))])
    injured = incident.range_of("injured")
    assert injured is not None
    assert (injured.low, injured.high) == (25, 25)


def test_a_part_of_an_unknown_whole_is_no_total_where_somebody_gives_one() -> None:
    some = told("governor", "four", kind="government", at=400, clause=("", " other victims had died"))
    assert ends(told(None, "at least 15"), some) == (15, None)
    assert ends(some) == (4, None)


def test_incidents_are_named_after_their_first_entered_claim() -> None:
    first, second = told("A", "8", entered=3), told("B", "9", at=50, entered=7)
    assert reconcile([second, first]).id == first.claim.id


def test_the_injured_behind_the_dead_and_their_parts_are_no_part() -> None:
    before = "documented 17 civilian deaths, including four children, and "
    found = reconcile([told("SOHR", "30", "civilians", measure="injured", clause=(before, " injured"))]).range_of(
        "injured"
    )
    assert found is not None
    assert (found.low, found.high) == (30, 30)


def test_a_soldier_among_the_wounded_is_a_part_of_them() -> None:
    before = "wounded 40 people, including three children, and "
    found = reconcile([told("SOHR", "5", "soldiers", measure="injured", clause=(before, ""))]).range_of("injured")
    assert found is not None
    assert found.high is None


@pytest.mark.parametrize("words", ["later corrected its toll to ", "revised the death count down to "])
def test_what_a_source_corrects_in_the_same_report_is_no_longer_held(words: str) -> None:
    first = told("ministry", "30", "people", kind="government")
    later = told("ministry", "24", "people", kind="government", at=90, clause=(f"The ministry {words}", ""))
    assert ends(first, later) == (24, 24)


def test_what_a_party_tells_of_its_own_losses_is_no_low_beside_a_higher_count_of_others() -> None:
    ministry = told("the health ministry", "24", "Palestinians", kind="medical")
    own = told("the army", "one", "soldier", category="state_forces", kind="military", at=90)
    assert ends(ministry, own) == (24, 24)
    assert ends(told("security sources", "22", "soldiers", category="state_forces", kind="monitor"), own) == (1, 22)
    assert ends(own) == (1, 1)


def test_people_of_no_kind_in_a_list_are_beside_those_of_other_kinds() -> None:
    visitors = told("minister", "17", "foreign visitors", category="civilian", clause=("", " foreign visitors"))
    locals_ = told("minister", "two", "Tunisians", clause=("", " Tunisians"), at=22)
    gunmen = told("minister", "two", "gunmen", category="armed_group", clause=("", " gunmen"), at=44)
    assert ends(visitors, locals_, gunmen) == (21, 21)


def test_a_total_that_is_the_sum_of_those_before_it_is_added_to_none() -> None:
    rebels = told("navy", "16", "rebels", category="armed_group", clause=("killing ", " rebels"))
    sailors = told("navy", "four", "sailors", category="state_forces", clause=("", " sailors were also killed"), at=60)
    total = told("navy", "a total of 20", "dead", category="state_forces", clause=("giving ", " dead"), at=120)
    assert ends(rebels, sailors, total) == (20, 20)
