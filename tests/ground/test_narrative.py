"""Days of running totals."""

from datetime import date

from sijill.ground.narrative import running
from sijill.values import Days

REPORT = date(2016, 7, 12)


def test_a_running_total_goes_on_from_the_year_in_which_the_war_began_to_the_report() -> None:
    began = Days(first=date(2011, 1, 1), last=date(2011, 12, 31), rule="year")
    assert running(began, REPORT).last == REPORT
    assert running(began, REPORT).first == began.first


def test_a_running_total_as_of_a_day_ends_with_that_day() -> None:
    counted = Days(first=date(2014, 8, 31), last=date(2014, 8, 31))
    assert running(counted, REPORT) == counted


def test_without_a_publication_day_a_running_total_keeps_its_words_days() -> None:
    began = Days(first=date(2011, 1, 1), last=date(2011, 12, 31))
    assert running(began, None) == began
