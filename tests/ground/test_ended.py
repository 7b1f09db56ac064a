"""Tolls of wars that have ended."""

from datetime import date

import pytest

import sijill

REPORT = date(2016, 7, 12)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "The civil war, which began in 1991 and ended in 2002, killed 50,000 people.",
            date(1991, 1, 1),
            date(2002, 12, 31),
        ),
        ("The war killed 70,000 people and ended in 1999.", None, date(1999, 12, 31)),
        ("The civil war killed 50,000 people before it ended in 2002.", None, date(2002, 12, 31)),
        ("The war ended in 2002, and it killed 50,000 people.", None, date(2002, 12, 31)),
        (
            "Around 120,000 people died between the start of the war in 1975 and its end in 1990.",
            date(1975, 1, 1),
            date(1990, 12, 31),
        ),
        (
            "Since the war broke out in 1991 until the peace of 2002, 50,000 people were killed.",
            date(1991, 1, 1),
            date(2002, 12, 31),
        ),
    ],
)
def test_the_toll_of_a_war_that_has_ended_runs_to_its_end(text: str, first: date | None, last: date) -> None:
    claim = next(c for c in sijill.read(text, published=REPORT) if c.figure)
    assert (claim.days.first, claim.days.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "More than 250,000 people have been killed since the war began in 2011.",
        "The truce of 2012 ended in bloodshed and the war has killed 250,000 people since 2011.",
        "The siege of Homs ended in 2014 but the war has killed 250,000 people since it began in 2011.",
    ],
)
def test_the_toll_of_a_war_that_goes_on_runs_to_the_report(text: str) -> None:
    claim = next(c for c in sijill.read(text, published=REPORT) if c.figure and "250,000" in c.figure.worded)
    assert claim.days.last == REPORT


def test_who_was_harmed_in_one_happening_is_not_counted_up_to_an_end() -> None:
    text = "A bomb killed nine people on Friday. The war ended in 2015."
    claim = next(c for c in sijill.read(text, published=REPORT) if c.figure)
    assert (claim.days.first, claim.days.last) == (date(2016, 7, 8), date(2016, 7, 8))


@pytest.mark.parametrize(
    "text",
    [
        "The first Chechen war ended in 1996, and the second killed 25,000 people.",
        "The war killed 25,000 people before the UN mission ended in 1996.",
        "A truce ended the war that killed 25,000 people in 1996.",
    ],
)
def test_what_something_else_counts_does_not_run_to_an_end(text: str) -> None:
    claim = next(c for c in sijill.read(text, published=REPORT) if c.figure and "25,000" in c.figure.worded)
    assert "ended" not in (claim.days.rule or "")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "More than 100 people died in fighting in Hodeida after a ceasefire ended in April.",
            date(2016, 4, 1),
        ),
        ("More than 100 people died in fighting after the truce collapsed in April.", date(2016, 4, 1)),
        ("A total of 900 people died in the violence after the war ended in 1999.", date(1999, 1, 1)),
    ],
)
def test_what_was_counted_after_an_end_runs_from_it_to_the_report(text: str, first: date) -> None:
    claim = next(c for c in sijill.read(text, published=REPORT) if c.figure)
    assert (claim.days.first, claim.days.last) == (first, REPORT)


def test_what_happened_once_after_an_end_does_not() -> None:
    text = "A bomb killed nine people on Friday after a ceasefire ended in April."
    claim = next(c for c in sijill.read(text, published=REPORT) if c.figure)
    assert claim.days.last == date(2016, 7, 8)
