"""A number told again is of the day that it was told of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import sijill
from sijill.ground.dated_again import UNDATED, dated_again
from sijill.values import Days

REPORT = date(2005, 10, 19)
TRIAL = "The trial is of the 143 villagers of Dujail killed in 1982. The town is proud. At least {} men were executed."


@pytest.mark.parametrize(
    ("number", "rule", "first"),
    [
        ("143", UNDATED, date(1982, 1, 1)),
        ("96", UNDATED, REPORT),
        ("143", "today", REPORT),
    ],
)
def test_only_the_same_number_that_nothing_dates_is_of_the_year_told_before(
    number: str, rule: str, first: date
) -> None:
    dated, again = (c for c in sijill.read(TRIAL.format(number), published=REPORT) if c.figure)
    again = replace(again, days=Days(first=REPORT, last=REPORT, rule=rule))
    assert [claim.days.first for claim in dated_again([dated, again])] == [date(1982, 1, 1), first]
