"""The day beside a claim's own verb, in reports read by the model that ships."""

from datetime import date

import pytest

import sijill


@pytest.mark.parametrize(
    ("text", "worded", "day"),
    [
        ("Three people were killed in Homs on Monday, after 14 were killed in the city on Sunday.", "14", 5),
        ("A strike killed seven fighters on Monday. Two days earlier a strike killed 12, a monitor said.", "12", 4),
        ("Three people were killed in Homs on Monday, after 14 were killed in the city on Sunday.", "Three", 6),
    ],
)
def test_a_number_is_dated_by_its_own_verb_and_shows_it(text: str, worded: str, day: int) -> None:
    claims = sijill.read(text, published="2012-08-10")
    claim = next(c for c in claims if c.figure and c.figure.worded == worded)
    assert claim.days.first == claim.days.last == date(2012, 8, day)
    shown = next(e for e in claim.evidence if e.field == "days")
    assert claim.days.worded is not None
    assert claim.days.worded in shown.quote
    assert text[shown.span.start : shown.span.end] == shown.quote


def test_the_day_of_a_picture_of_old_dates_nothing_after_it_and_is_not_shown() -> None:
    text = (
        "A civil defence member runs past a hospital in Meles Syria July 6 2016 (TRT World and Agencies) "
        "A suicide bomber has blown up a bus near Atmeh killing at least 15 people."
    )
    claims = sijill.read(text, published="2016-08-15")
    claim = next(c for c in claims if c.figure)
    assert claim.days.first == date(2016, 8, 15)
    assert all(e.field != "days" for e in claim.evidence)
