"""Tolls of outside sets: what a text holds, and what a release comes to."""

from __future__ import annotations

import pytest
from bench.accuracy.casualties import Answer, holds, kind_of, main_totals, release_totals
from bench.accuracy.reading import report_of
from told import told

REPORT = report_of({"id": "r1", "text": "Seven people died, 12 were hurt and 1,200 fled."})
VAGUE = {"several": 3}


@pytest.mark.parametrize("number", [7, 12, 1200, 0])
def test_a_number_is_in_a_text_in_digits_or_in_words(number: int) -> None:
    assert holds(REPORT.text, number)


def test_a_number_within_another_is_not_in_the_text() -> None:
    assert not holds(REPORT.text, 200)


def test_each_happening_of_a_release_counts_once_and_they_are_added() -> None:
    first = told(None, "two", measure="detained", incident="a")
    again = told(None, "two", measure="detained", incident="a", at=200)
    second = told(None, "several", measure="detained", incident="b", at=400)
    claims = tuple(member.claim for member in (first, again, second))
    assert release_totals((REPORT, claims), VAGUE) == {"detained": 5}


def test_running_totals_are_left_out_of_a_release() -> None:
    assert release_totals((REPORT, (told(None, "1,300", scope="cumulative").claim,)), VAGUE) == {}


def test_the_main_happening_is_asked_without_fighters() -> None:
    soldier = told("police", "one", "soldier", category="state_forces").claim
    civilians = told("police", "five", "civilians", category="civilian", at=30).claim
    assert main_totals((REPORT, (soldier, civilians))) == {"killed": 5}


def test_an_error_says_whether_the_text_could_have_told() -> None:
    answer = Answer(report="r1", field="deaths", right=99, read=7, counted=7, in_text=False, words="")
    assert kind_of(answer) == "deaths: the text does not hold the number"
