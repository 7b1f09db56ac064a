"""Days of running totals."""

from datetime import date

import pytest

from sijill.ground.to_the_report import running
from sijill.values import Days

REPORT = date(2016, 7, 12)


def test_a_running_total_goes_on_from_the_year_in_which_the_war_began_to_the_report() -> None:
    began = Days(worded="2011", first=date(2011, 1, 1), last=date(2011, 12, 31), rule="year")
    text = "More than 300,000 people have died since the war began in 2011."
    assert running(began, text, REPORT).last == REPORT
    assert running(began, text, REPORT).first == began.first


def test_a_running_total_as_of_a_day_ends_with_that_day() -> None:
    counted = Days(first=date(2014, 8, 31), last=date(2014, 8, 31))
    assert running(counted, "As of 31 August 2,400 had died.", REPORT) == counted


def test_what_happened_in_the_week_in_which_it_began_stays_in_that_week() -> None:
    began = Days(worded="last week", first=date(2016, 7, 4), last=date(2016, 7, 10), rule="last week")
    assert (
        running(began, "Tensions began last week, with snipers killing about 30 people.", REPORT, total=False) == began
    )


def test_what_has_been_counted_since_a_week_began_goes_on_to_the_report() -> None:
    began = Days(worded="last week", first=date(2016, 7, 4), last=date(2016, 7, 10), rule="last week")
    text = "Protests that began last week have left 17 people dead."
    assert running(began, text, REPORT, total=False).last == REPORT


def test_a_running_total_goes_on_from_the_week_in_which_it_began() -> None:
    began = Days(worded="last week", first=date(2016, 7, 4), last=date(2016, 7, 10), rule="last week")
    assert running(began, "The dead number 17 in protests that began last week.", REPORT).last == REPORT


def test_without_a_publication_day_a_running_total_keeps_its_words_days() -> None:
    began = Days(worded="2011", first=date(2011, 1, 1), last=date(2011, 12, 31))
    assert running(began, "The war began in 2011.", None) == began


@pytest.mark.parametrize(
    ("text", "worded", "first", "last"),
    [
        ("The war killed 20,000 people in 2013.", "2013", date(2013, 1, 1), date(2013, 12, 31)),
        (
            "About 60,000 people were killed between March 2011 and November 2012.",
            "between March 2011 and November 2012",
            date(2011, 3, 1),
            date(2012, 11, 30),
        ),
    ],
)
def test_a_total_of_days_that_the_text_calls_no_beginning_keeps_its_end(
    text: str, worded: str, first: date, last: date
) -> None:
    days = Days(worded=worded, first=first, last=last)
    assert running(days, text, REPORT) == days
