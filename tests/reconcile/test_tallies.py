from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from told import DAY, told

from sijill.errors import UsageError
from sijill.incident import Filters, Incident, Member
from sijill.model import Actor, Place
from sijill.reconcile import nested, reconcile, rule_of, rules, series, tally
from sijill.values import Days

HOMS = Place(
    worded="Homs", name="Homs", gazetteer_id="1", country="SY", admin1="Homs", admin1_code="SY.11", precision=1
)
IDLIB = replace(HOMS, worded="Idlib", name="Idlib", gazetteer_id="2", admin1="Idlib", admin1_code="SY.12")
SYRIA = Place(worded="Syria", name="Syria", country="SY", precision=6)
ARMY = Actor(worded="the army", side="government")


def incident(number: str, *others: str, report: str = "r1", place: Place = HOMS, **more: object) -> Incident:
    sources = [
        told(f"Group {i}", n, report=report, at=60 * i, place=place, **more) for i, n in enumerate((number, *others))
    ]  # type: ignore[arg-type]
    return reconcile(sources)


def on(day: date, last: date | None = None) -> Days:
    return Days(first=day, last=last or day)


def test_a_toll_is_the_sum_of_the_ranges_and_names_its_incidents() -> None:
    incidents = [incident("5", "8"), incident("3", report="r2")]
    whole = tally(incidents).whole
    assert (whole.low, whole.best, whole.high) == (8, None, 11)
    assert set(whole.incidents) == {i.id for i in incidents}
    assert whole.provisional == 1


def test_a_toll_with_an_open_incident_is_open() -> None:
    whole = tally([incident("at least 5"), incident("3", report="r2")]).whole
    assert (whole.low, whole.high, whole.stated) == (8, None, 8)


def test_ucdp_s_best_is_the_number_of_most_sources() -> None:
    assert tally([incident("5", "8", "8", "20")], rule="ucdp").whole.best == 8


def test_acled_takes_the_lowest_until_corroborated() -> None:
    assert tally([incident("5", "8", "20")], rule="acled").whole.best == 5
    assert tally([incident("5", "8", "8", "20")], rule="acled").whole.best == 8


def test_acled_has_its_own_numbers_for_vague_words() -> None:
    assert tally([incident("dozens")], rule="acled").whole.low == 12
    assert tally([incident("dozens")], rule="ibc").whole.low == 24


def test_acled_divides_a_total_over_its_days_and_leaves_the_remainder_on_the_first() -> None:
    made = incident("8", days=on(date(2016, 3, 1), date(2016, 3, 3)))
    assert [(r.key, r.low) for r in tally([made], rule="acled", by="day").rows] == [
        ("2016-03-01", 4), ("2016-03-02", 2), ("2016-03-03", 2),
    ]  # fmt: skip
    assert [r.key for r in tally([made], by="day").rows] == ["2016-03-01..2016-03-03"]


def test_acled_has_no_events_of_a_whole_country() -> None:
    assert "no closer than Syria" in tally([incident("8", place=SYRIA)], rule="acled").exclusions[0].reason


def test_ucdp_counts_deaths_only() -> None:
    with pytest.raises(UsageError, match="killed only"):
        tally([], rule="ucdp", filters=Filters(measure="injured"))


@pytest.mark.parametrize("asked", [{"rule": "nobody's"}, {"by": "moon"}, {"filters": Filters(category="people")}])
def test_what_no_rule_knows_is_refused(asked: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        tally([incident("8")], **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", rules())
def test_every_rule_names_its_source_and_what_it_leaves_out(name: str) -> None:
    assert rule_of(name).source
    assert rule_of(name).left_out


def test_unknown_civilian_status_lowers_the_civilian_low_and_raises_the_civilian_high() -> None:
    members = [
        told("A", "34", "people"),
        told("A", "five", "women", category="civilian", at=30),
        told("A", "three", "fighters of a faction", category="armed_group", at=60),
    ]
    whole = tally([reconcile(members)], filters=Filters(category="civilian")).whole
    assert (whole.low, whole.high) == (5, 31)


def test_an_account_of_fighters_only_knows_no_civilians() -> None:
    members = [told("A", "12", category="armed_group"), told("B", "nine", category="civilian", at=50)]
    whole = tally([reconcile(members)], filters=Filters(category="civilian")).whole
    assert (whole.low, whole.high) == (0, 9)


def test_only_a_killed_or_injured_figure_is_left_out_with_its_reason() -> None:
    found = tally([incident("10", measure="killed_or_injured")])
    assert (found.whole.low, found.whole.high) == (0, 0)
    assert "killed-or-injured" in found.exclusions[0].reason


def test_the_filters_leave_out_what_lies_outside_and_name_what_cannot_be_told() -> None:
    incidents = [
        incident("1", days=on(date(2016, 3, 1))),
        incident("2", report="r2", days=on(date(2017, 1, 1))),
        incident("4", report="r3", days=Days()),
        incident("8", report="r4", days=on(date(2016, 2, 28), date(2016, 3, 2))),
        incident("16", report="r5", place=IDLIB, days=on(date(2016, 3, 1))),
    ]
    found = tally(incidents, filters=Filters(place="Homs", first=date(2016, 3, 1), last=date(2016, 3, 31)))
    assert found.whole.low == 1
    assert found.outside == 2
    assert sorted(e.reason for e in found.exclusions) == [
        "its days are not known", "its days, 2016-02-28 to 2016-03-02, are only partly in the period",
    ]  # fmt: skip


def test_rows_by_source_are_not_additive() -> None:
    found = tally([incident("5", "8")], by="source")
    assert not found.additive
    assert [(r.key, r.low) for r in found.rows] == [("Group 0", 5), ("Group 1", 8)]


@pytest.mark.parametrize(
    ("by", "key"),
    [
        ("month", "2016-03"),
        ("place", "Homs"),
        ("perpetrator", "the army"),
        ("side", "government"),
        ("happening", "attack"),
    ],
)
def test_rows_are_keyed_by_what_is_asked(by: str, key: str) -> None:
    found = tally([incident("5", by=ARMY)], by=by)
    assert [(r.key, r.low) for r in found.rows] == [(key, 5)]


def test_the_parts_of_a_city_s_toll_are_not_added_to_it() -> None:
    def state(number: str, at: int, measure: str = "killed") -> Member:
        return told("SANA", number, kind="government", at=at, measure=measure)

    incidents = [
        reconcile([state("at least 14", 0), state("dozens", 30, "injured")]),
        reconcile([state("13", 60), state("25", 90, "injured")]),
        reconcile([state("one", 120), state("12", 150, "injured")]),
    ]
    made = nested(incidents)
    assert [i.part_of for i in made] == [None, incidents[0].id, incidents[0].id]
    injured = made[0].range_of("injured")
    assert injured is not None
    assert (injured.low, injured.high, injured.derived) == (37, 37, True)
    assert tally(made).whole.low == 14
    assert len(tally(made).exclusions) == 2


def test_towns_of_which_the_numbers_add_up_to_another_town_s_by_chance_are_all_counted() -> None:
    towns = [replace(HOMS, worded=f"Town {n}", name=f"Town {n}", gazetteer_id=f"{n}") for n in range(4)]
    numbers = ("16", "2", "14", "7")
    told_of = [told("SOHR", n, report="r", at=60 * at, place=towns[at]) for at, n in enumerate(numbers)]
    made = nested([reconcile([one]) for one in told_of])
    assert [i.part_of for i in made] == [None] * 4
    assert tally(made).whole.low == 39


@pytest.mark.parametrize(("total", "parts"), [("27", 6), ("9", 0)])
def test_of_many_incidents_in_a_country_all_are_parts_of_its_number_or_none(total: str, parts: int) -> None:
    towns = [replace(HOMS, worded=f"Town {n}", name=f"Town {n}", gazetteer_id=f"{n}") for n in range(6)]
    told_of = [told("SOHR", f"{n + 2}", report="r", at=60 * n, place=town) for n, town in enumerate(towns)]
    made = nested([reconcile([one]) for one in (told("SOHR", total, report="r", at=900, place=SYRIA), *told_of)])
    assert sum(i.part_of is not None for i in made) == parts


def period(number: str, first: date | None, last: date | None, **more: object) -> Member:
    days = Days(first=first, last=last)
    scope = str(more.pop("scope", "period"))
    return told("SOHR", number, report="x", scope=scope, days=days, place=SYRIA, **more)  # type: ignore[arg-type]


def test_a_period_s_figure_is_laid_beside_the_sum_and_never_added() -> None:
    incidents = [incident("5"), incident("3", report="r2"), incident("9", report="r3", days=on(date(2017, 1, 1)))]
    found = tally(incidents, [period("23", DAY, DAY)])
    check = found.crosschecks[0]
    assert (check.incidents, check.sum_low, check.sum_high, check.remainder_low, check.remainder_high) == (
        2,
        8,
        8,
        15,
        15,
    )
    assert found.whole == tally(incidents).whole


def test_a_figure_of_yesterday_is_checked_even_where_the_day_of_the_report_is_not_known() -> None:
    yesterday = Days(anchor="publication", offset_first=-1, offset_last=-1)
    fight = incident("15", report="x", days=yesterday)
    check = tally([fight], [told("A", "23", report="x", scope="period", days=yesterday, at=500)]).crosschecks[0]
    assert (check.sum_low, check.remainder_low) == (15, 8)


def test_a_source_s_running_totals_are_a_series_beside_the_register_s_own_sum() -> None:
    totals = [
        period("close to 4,600", None, date(2016, 12, 8), scope="cumulative", at=50),
        period("more than 1,300", None, date(2016, 6, 7), scope="cumulative"),
    ]
    incidents = [incident("5"), incident("3", report="r2", days=on(date(2016, 9, 1)))]
    (found,) = series(totals, incidents)
    assert [(p.low, p.high, p.sum_low) for p in found.points] == [(1300, None, 5), (4600, 4600, 8)]
