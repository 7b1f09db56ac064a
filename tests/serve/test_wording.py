"""Whom a claim names as having done it: an allegation only where harm is alleged."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_register import DEFECTORS, defectors_claims, report_of

from sijill.model import HAPPENINGS, MEASURES, Actor
from sijill.serve.wording import by_whom, days_in_words, harmless
from sijill.values import Days

ARMY = Actor(worded="the army")
CLAIM = defectors_claims(report_of(DEFECTORS, "004_defectors"))[5]


@pytest.mark.parametrize(
    "happening", ["armed_clash", "arrests", "threaten", "claim_responsibility", "defection", "other", None]
)
def test_who_did_harm_is_alleged(happening: str | None) -> None:
    claim = replace(CLAIM, figure=None, happening=happening or "attack", perpetrator=ARMY)
    assert by_whom(claim) == "allegedly by the army"


@pytest.mark.parametrize("happening", ["demand", "negotiate", "agreement", "condemn", "deny", "aid"])
def test_who_spoke_or_agreed_is_accused_of_nothing(happening: str) -> None:
    assert by_whom(replace(CLAIM, figure=None, happening=happening, perpetrator=ARMY)) == "by the army"


@pytest.mark.parametrize(
    ("measure", "happening", "words"),
    [
        ("killed", "negotiate", "allegedly by the army"),
        ("released", None, "by the army"),
        ("released", "abduction_forced_disappearance", "allegedly by the army"),
        ("defected", "defection", "allegedly by the army"),
        ("affected", "aid", "by the army"),
        ("affected", None, "allegedly by the army"),
    ],
)
def test_of_a_figure_it_is_the_measure_that_says_whether_it_is_harm(
    measure: str, happening: str | None, words: str
) -> None:
    assert CLAIM.figure is not None
    figure = replace(CLAIM.figure, measure=measure)
    assert by_whom(replace(CLAIM, figure=figure, happening=happening, perpetrator=ARMY)) == words


def test_nobody_is_named_where_nobody_is_said_to_have_done_it() -> None:
    assert by_whom(replace(CLAIM, perpetrator=None)) == ""


def test_what_is_harmless_are_happenings() -> None:
    assert harmless()["happenings"] <= set(HAPPENINGS)
    assert harmless()["measures"] <= set(MEASURES)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (-1, 0, "up to 1 day before publication"), (0, 0, "the day of publication"),
        (-3, -2, "2 to 3 days before publication"), (-2, None, "2 days before publication"),
        (1, 4, "1 to 4 days after publication"),
    ],
)  # fmt: skip
def test_days_that_are_known_from_another_say_how_far_they_lie_from_it(
    first: int, last: int | None, words: str
) -> None:
    assert days_in_words(Days(anchor="publication", offset_first=first, offset_last=last)) == words
