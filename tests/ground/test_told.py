"""Times that count from the day last told of."""

from datetime import date

import pytest
import spacy

from sijill.ground.narrative import Calendar
from sijill.values import Days

REPORT = date(2021, 1, 21)
"""A Thursday."""


def days_in(text: str, worded: str) -> Days:
    doc = spacy.blank("en")(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    at = text.index(worded)
    time = Calendar(doc, REPORT, None, 0).at(at, at + len(worded))
    assert time is not None
    return time.days


@pytest.mark.parametrize(
    ("text", "worded", "day"),
    [
        ("Troops stormed the hill at dawn on Monday. A day later rebels took it back.", "A day later", 19),
        ("A mine killed two men on Sunday. On the same day a boy was shot.", "the same day", 17),
        ("The bus was hit on Saturday. It had left the town the day before.", "the day before", 15),
        ("He was shot on Sunday, two days before. A day later he died.", "A day later", 16),
    ],
)
def test_what_is_told_from_a_day_counts_from_the_last_one_named(text: str, worded: str, day: int) -> None:
    found = days_in(text, worded)
    assert (found.first, found.last) == (date(2021, 1, day), date(2021, 1, day))


def test_a_stretch_of_days_is_no_day_told_of() -> None:
    assert days_in("They fought on Monday and all of last week. A day later it rained.", "A day later").first == date(
        2021, 1, 19
    )


def test_where_no_day_is_told_of_the_words_stay_unresolved() -> None:
    assert not days_in("A day later rebels took it back.", "A day later").known


def test_what_would_lie_after_the_report_is_left_as_it_was() -> None:
    assert not days_in("They met on Wednesday. Two weeks later talks may start.", "Two weeks later").known


def test_a_day_to_come_is_no_day_told_of() -> None:
    found = days_in("Talks open on 25 January 2021. A gunman was shot the day before.", "the day before")
    assert found.first == date(2021, 1, 20)


@pytest.mark.parametrize(
    ("text", "worded", "first", "last"),
    [
        ("The war began in early 2019 when crops failed. Since then 40 died.", "Since then", date(2019, 1, 1), REPORT),
        (
            "Gas killed 40 on 21 August 2013. Later that year the sides agreed.",
            "that year",
            date(2013, 1, 1),
            date(2013, 12, 31),
        ),
        ("Talks broke down on Monday. Hours later a shell fell.", "Hours later", date(2021, 1, 18), date(2021, 1, 18)),
    ],
)
def test_since_then_and_that_year_count_from_what_was_told_of(text: str, worded: str, first: date, last: date) -> None:
    found = days_in(text, worded)
    assert (found.first, found.last) == (first, last)


def test_some_hours_earlier_without_a_day_told_of_stay_unresolved() -> None:
    assert not days_in("Hours later a shell fell.", "Hours later").known
