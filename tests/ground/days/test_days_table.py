"""Every row of the table of wire phrases, which an expert can add to without Python."""

import csv
from datetime import date
from pathlib import Path

import pytest

from sijill.ground.days import days_of, find_times

TABLE = Path(__file__).parents[3] / "bench" / "accuracy" / "cases" / "times.csv"
with TABLE.open(encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file))
TIMES = [row for row in ROWS if not row["why"].startswith("no time")]
NO_TIMES = [row["phrase"] for row in ROWS if row["why"].startswith("no time")]


def day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


@pytest.mark.parametrize("row", TIMES, ids=[f"{row['phrase']} ({row['published']})" for row in TIMES])
def test_a_phrase_gives_the_days_of_its_row(row: dict[str, str]) -> None:
    (span,) = find_times(row["phrase"])
    days = days_of(span.of(row["phrase"]), published=day(row["published"]), tense=row["tense"])
    assert (days.first, days.last) == (day(row["first"]), day(row["last"]))
    assert days.precision == (int(row["precision"]) if row["precision"] else None)


@pytest.mark.parametrize("phrase", NO_TIMES)
def test_what_does_not_say_when_is_not_found(phrase: str) -> None:
    assert find_times(phrase) == ()


def test_every_row_says_why() -> None:
    assert all(row["why"] and row["tense"] in ("past", "future") for row in ROWS)
