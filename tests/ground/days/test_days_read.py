from datetime import date

import pytest

from sijill.ground.days import bounds_of, days_of, span_days
from sijill.values import Days

PRINTED = date(2011, 11, 16)


def ends(worded: str, **frame: object) -> tuple[date | None, date | None]:
    days = days_of(worded, **{"published": None, **frame})  # type: ignore[arg-type]
    return days.first, days.last


def test_yesterday_without_publication_keeps_its_distance() -> None:
    days = days_of("yesterday", published=None)
    assert (days.first, days.last, days.anchor, days.offset_first, days.offset_last) == (
        None,
        None,
        "publication",
        -1,
        -1,
    )


@pytest.mark.parametrize(
    ("worded", "first", "last"),
    [("overnight", -1, 0), ("in the past 24 hours", -1, 0), ("two days ago", -2, -2), ("today", 0, 0),
     ("since yesterday", -1, 0), ("recent days", None, 0), ("for the third straight day", -2, 0)],
)  # fmt: skip
def test_what_is_told_from_publication_keeps_its_offsets(worded: str, first: int | None, last: int) -> None:
    days = days_of(worded, published=None)
    assert (days.anchor, days.offset_first, days.offset_last) == ("publication", first, last)


@pytest.mark.parametrize("worded", ["Tuesday", "last week", "since March", "in January this year", "mid-March"])
def test_what_depends_on_the_day_of_publication_stays_open_without_it(worded: str) -> None:
    assert not days_of(worded, published=None).known


def test_a_date_with_its_year_needs_no_publication() -> None:
    assert ends("in March 2011") == (date(2011, 3, 1), date(2011, 3, 31))


def test_since_a_dated_month_is_open_to_an_unknown_publication() -> None:
    days = days_of("since March 2011", published=None)
    assert (days.first, days.last, days.offset_last) == (date(2011, 3, 1), None, 0)


@pytest.mark.parametrize(
    ("worded", "day"),
    [("a day earlier", 6), ("two days later", 9), ("the next day", 8), ("that day", 7), ("the same day", 7)],
)
def test_what_is_told_from_another_day_starts_from_it(worded: str, day: int) -> None:
    assert ends(worded, published=PRINTED, anchor=date(2011, 6, 7)) == (date(2011, 6, day),) * 2


def test_later_is_not_counted_from_publication() -> None:
    assert not days_of("two days later", published=PRINTED).known


def test_an_omitted_year_is_the_nearest_to_the_day_told_of() -> None:
    assert ends("in April", published=date(2016, 8, 10), anchor=date(2013, 3, 1)) == (
        date(2013, 4, 1),
        date(2013, 4, 30),
    )


def test_the_nth_month_of_an_event_is_known_with_the_event() -> None:
    march = Days(first=date(2011, 3, 15), last=date(2011, 3, 15))
    days = days_of("the eighth month of unrest", published=PRINTED, event=march)
    assert (days.first, days.last) == (date(2011, 10, 15), date(2011, 11, 14))


def test_days_after_an_event_are_counted_from_its_day() -> None:
    arrest = Days(first=date(2011, 11, 2), last=date(2011, 11, 2))
    assert ends("five days after", published=PRINTED, event=arrest) == (date(2011, 11, 7),) * 2


def test_since_then_starts_at_the_day_told_of() -> None:
    assert ends("since then", published=PRINTED, anchor=date(2011, 3, 1)) == (date(2011, 3, 1), PRINTED)


def test_a_month_that_is_not_over_ends_at_publication() -> None:
    assert ends("in November", published=PRINTED) == (date(2011, 11, 1), PRINTED)


def test_a_day_that_no_calendar_holds_is_kept_as_worded() -> None:
    assert days_of("February 30, 2011", published=PRINTED) == Days(worded="February 30, 2011", rule="no such day")


def test_a_count_beyond_the_calendar_is_kept_as_worded() -> None:
    assert not days_of("9999 years ago", published=PRINTED).known


def test_an_ambiguous_numeric_date_is_read_nearest_to_publication() -> None:
    assert ends("11/9/2011", published=PRINTED) == (date(2011, 11, 9),) * 2
    assert ends("11/9/2011") == (None, None)


def test_ramadan_is_computed() -> None:
    assert ends("Ramadan", published=date(2011, 9, 30)) == (date(2011, 8, 1), date(2011, 8, 30))


def test_joined_days_run_from_the_first_to_the_last() -> None:
    saturday, sunday = (days_of(name, published=date(2011, 6, 7)) for name in ("Saturday", "Sunday"))
    joined = span_days(saturday, sunday)
    assert (joined.first, joined.last, joined.precision) == (date(2011, 6, 4), date(2011, 6, 5), 2)


def test_joined_offsets_run_from_the_first_to_the_last() -> None:
    joined = span_days(days_of("yesterday", published=None), days_of("today", published=None))
    assert (joined.offset_first, joined.offset_last, joined.anchor) == (-1, 0, "publication")


def test_an_unknown_start_leaves_a_joined_span_open() -> None:
    joined = span_days(Days(), Days(first=PRINTED, last=PRINTED))
    assert (joined.first, joined.last) == (None, PRINTED)


def test_each_answer_names_its_rule() -> None:
    assert days_of("Friday", published=PRINTED).rule == "weekday before publication"


def test_a_day_by_which_something_is_wanted_does_not_bound_a_text() -> None:
    assert bounds_of("Shot by rebels on June 7, 2011. The army wants it back by July 1, 2014.").first == date(
        2011, 6, 7
    )


def test_a_text_cannot_be_older_than_the_latest_day_it_names() -> None:
    bounds = bounds_of("The uprising began in March 2011. On July 3, 2011 tanks came. Elections are due in May 2014.")
    assert (bounds.first, bounds.last) == (date(2011, 7, 3), None)


@pytest.mark.parametrize(
    "text", ["Killed yesterday, in the eighth month of unrest.", "In January this year.", "Copyright 2018 TRT", ""]
)
def test_a_text_that_names_no_year_is_not_bounded(text: str) -> None:
    assert not bounds_of(text).known


@pytest.mark.parametrize(
    ("worded", "first", "last"),
    [
        ("yesterday and Sunday", date(2011, 11, 13), date(2011, 11, 15)),
        ("later on Monday", date(2011, 11, 14), date(2011, 11, 14)),
    ],
)
def test_a_weekday_of_the_past_is_one_before_the_report_whatever_it_is_joined_to(
    worded: str, first: date, last: date
) -> None:
    assert ends(worded, published=PRINTED) == (first, last)


def test_later_this_month_is_still_to_come() -> None:
    assert ends("later this month", published=PRINTED) == (PRINTED, date(2011, 11, 30))


@pytest.mark.parametrize(
    ("worded", "day"),
    [("last Tuesday", date(2011, 11, 8)), ("last Monday", date(2011, 11, 14)), ("Tuesday", date(2011, 11, 15)),
     ("past Tuesday", date(2011, 11, 15)), ("last Wednesday", date(2011, 11, 9))],
)  # fmt: skip
def test_the_last_such_weekday_is_not_yesterday(worded: str, day: date) -> None:
    assert ends(worded, published=PRINTED) == (day, day)


@pytest.mark.parametrize(
    ("worded", "first", "last"),
    [("nearly a week ago", date(2011, 11, 10), date(2011, 11, 11)),
     ("since almost two weeks ago", date(2011, 11, 3), PRINTED),
     ("a week ago", date(2011, 11, 6), date(2011, 11, 12)),
     ("about two weeks ago", date(2011, 10, 30), date(2011, 11, 5))],
)  # fmt: skip
def test_nearly_a_week_ago_is_a_day_or_two_short_of_it(worded: str, first: date, last: date) -> None:
    assert ends(worded, published=PRINTED) == (first, last)
