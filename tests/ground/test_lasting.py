"""Figures over a stretch of which the text tells how long it went on."""

from dataclasses import replace
from datetime import date

import pytest

import sijill
from sijill.ground.lasting import days_lasted, going_on, lasting_years
from sijill.values import Days

REPORT = date(2017, 11, 18)


@pytest.mark.parametrize(
    ("clause", "first"),
    [
        ("30 people were killed and 90 hurt in three days of army raids on the valley", date(2017, 11, 16)),
        ("The two-week-old battle for the dam has cost 40 lives", date(2017, 11, 5)),
        ("Six days of heavy bombing left dozens dead", date(2017, 11, 13)),
        ("A month of infighting has killed nearly 200 rebels", date(2017, 10, 19)),
        ("Troops killed 80 gunmen in four days, the ministry said", date(2017, 11, 15)),
        ("At least 75 civilians were killed across the valley in a week", date(2017, 11, 12)),
    ],
)
def test_what_went_on_for_some_days_goes_on_up_to_the_report(clause: str, first: date) -> None:
    days = days_lasted(clause, REPORT)
    assert days is not None
    assert (days.first, days.last) == (first, REPORT)


@pytest.mark.parametrize(
    "clause",
    [
        "A two-day-old baby was killed in the raids",
        "Rice enough to feed 4,000 people for a month was burnt",
        "Nine men were shot after three days of clashes",
        "About 200 people died in the past two days of fighting",
        "The governor resigned in a day of protests",
        "Two people died in three hours of shelling",
        "Rescue teams will reach the village in two days; 30 people died there",
        "The truce is to take effect in two days, said the army, which lost 12 men",
        "Twelve were killed where elections will be held in three weeks",
        "Nine men were killed in the first raid in a week",
        "Forty were wounded in the deadliest shelling in a month",
        "The ten-year-old war killed his son and five friends in Kunar",
    ],
)
def test_an_age_a_supply_and_what_was_over_are_no_such_stretch(clause: str) -> None:
    assert days_lasted(clause, REPORT) is None


def test_a_figure_over_such_a_stretch_is_one_of_a_period() -> None:
    claims = sijill.read("Five days of air strikes on Orzan have killed 40 civilians, a doctor said.", published=REPORT)
    claim = next(claim for claim in claims if claim.figure)
    assert claim.figure is not None
    assert claim.figure.scope == "period"
    assert (claim.days.first, claim.days.last) == (date(2017, 11, 14), REPORT)


def test_a_clause_that_names_its_days_keeps_them() -> None:
    text = "Two days of clashes in Orzan on 3 and 4 October killed 40 fighters, a doctor said."
    claim = next(claim for claim in sijill.read(text, published=REPORT) if claim.figure)
    assert (claim.days.first, claim.days.last) == (date(2017, 10, 3), date(2017, 10, 4))


def test_figures_of_what_began_on_a_day_go_on_from_it_to_the_report() -> None:
    text = (
        "The army launched its campaign in Orzan province on 30 October. At least 200 civilians have been killed "
        "across the province since the army launched its campaign on 30 October, a monitor said."
    )
    claim = next(claim for claim in sijill.read(text, published=REPORT) if claim.figure)
    assert (claim.days.first, claim.days.last) == (date(2017, 10, 30), REPORT)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Some 40,000 people have been killed in the three-year war, the monitor said.", date(2014, 1, 1)),
        ("More than 250,000 people have died in five years of war.", date(2012, 1, 1)),
        ("Some 40,000 people have been killed in the war, the monitor said.", None),
        ("Some 40,000 people have been killed after three years of talks, the monitor said.", None),
    ],
)
def test_a_running_total_of_a_war_of_some_years_counts_from_the_first(text: str, first: date | None) -> None:
    claim = next(claim for claim in sijill.read(text, published=REPORT) if claim.figure)
    assert claim.figure is not None
    total = replace(claim, figure=replace(claim.figure, scope="cumulative"), days=Days(last=REPORT))
    assert lasting_years(total, text, REPORT).days.first == first


def test_a_total_whose_beginning_is_told_keeps_it() -> None:
    text = "Some 40,000 people have been killed in the six-year conflict."
    claim = next(claim for claim in sijill.read(text, published=REPORT) if claim.figure)
    assert claim.figure is not None
    told = Days(first=date(2012, 3, 1), last=REPORT)
    total = replace(claim, figure=replace(claim.figure, scope="cumulative"), days=told)
    assert lasting_years(total, text, REPORT).days == told


@pytest.mark.parametrize(
    ("text", "word", "told", "first"),
    [
        ("Doctors counted 45 dead in three days of shelling.", "shelling", Days(first=REPORT, last=REPORT), 16),
        ("It follows a week of clashes in the north.", "clashes", Days(last=REPORT), 12),
        ("Doctors counted 45 dead in three days of shelling.", "dead", Days(last=REPORT), None),
        ("Three days of clashes in March left 45 dead.", "clashes", Days(last=date(2017, 3, 31)), None),
    ],
)
def test_what_went_on_for_some_days_is_of_these_days_unless_it_is_an_older_story(
    text: str, word: str, told: Days, first: int | None
) -> None:
    read = sijill.read("Shells killed 40 fighters in Orzan, a doctor said.", published=REPORT)
    claim = replace(read[0], figure=None, days=told)
    found = going_on(claim, text, text.index(word), REPORT).days
    assert found == told if first is None else found.first == date(2017, 11, first)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed nine people in Orzan in the fifth such attack in a month.",
        "A bomb killed nine people in Orzan before elections due in a month.",
        "A bomb killed nine people in Orzan ahead of a vote in a month.",
        "A third journalist was killed in a month in Orzan.",
        "Police arrested 12 men in a month-long investigation.",
    ],
)
def test_a_count_of_attacks_and_what_is_due_tell_no_stretch(text: str) -> None:
    assert days_lasted(text, REPORT) is None
