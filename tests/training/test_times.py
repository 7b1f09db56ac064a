"""Which words of a report give the gold's days: what the pointer to a time is taught."""

from __future__ import annotations

import pytest
from training.times import Times

TEXT = (
    "Shells fell on Qasr on Friday, a doctor said. Two people had been killed there on 3 May. "
    "Since Monday about 40 have fled. The town is besieged."
)
FRIDAY = "2019-05-10"


@pytest.fixture
def times() -> Times:
    return Times.of(TEXT, "2019-05-11")


def words(times: Times, first: str | None, last: str | None) -> tuple[list[str], bool] | None:
    right = times.right({"from": first, "to": last})
    return right and ([TEXT[start:end] for start, end in right[0]], right[1])


def test_a_weekday_is_right_where_it_gives_the_golds_day(times: Times) -> None:
    assert words(times, FRIDAY, FRIDAY) == (["Friday"], False)


def test_a_date_without_its_year_is_read_beside_the_report(times: Times) -> None:
    assert words(times, "2019-05-03", "2019-05-03") == (["3 May"], False)


def test_since_a_day_up_to_the_report_is_given_by_that_day(times: Times) -> None:
    found = words(times, "2019-05-06", "2019-05-11")
    assert found is not None
    assert [one.lower() for one in found[0]] == ["since monday"]


def test_the_reports_own_day_may_be_pointed_to_by_nothing(times: Times) -> None:
    assert words(times, "2019-05-11", "2019-05-11") == ([], True)


def test_a_day_that_no_words_give_is_not_taught(times: Times) -> None:
    assert words(times, "2018-01-01", "2018-01-01") is None


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (None, None, "unknown"),
        (None, "2019-05-11", "until"),
        (FRIDAY, FRIDAY, "given"),
        ("2019-05-07", "2019-05-11", "since"),
    ],
)
def test_how_the_days_are_known_is_a_label(times: Times, first: str | None, last: str | None, label: str) -> None:
    assert times.dated({"from": first, "to": last}) == label
