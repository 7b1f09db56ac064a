"""What the days of a claim say of its scope, and its victims' words of its category."""

from datetime import date

import pytest

import sijill
from sijill.extract.numbers import count_of
from sijill.ground.claims import _peopled, _scoped
from sijill.model import Claim, Evidence, Figure, Source
from sijill.values import Days, Span


def figures(text: str) -> list[Claim]:
    return [claim for claim in sijill.read(text, published=date(2016, 7, 12)) if claim.figure]


def scope_of(text: str) -> str | None:
    claim = figures(text)[0]
    return claim.figure.scope if claim.figure else None


def test_a_figure_over_two_named_days_is_one_of_a_period() -> None:
    text = "Shelling killed 12 civilians in Aleppo on Saturday and Sunday, the Observatory said."
    assert scope_of(text) == "period"


def test_a_figure_over_a_night_is_one_of_an_incident() -> None:
    text = "An air strike on the market of Maskana killed 12 civilians overnight, the Observatory said."
    assert scope_of(text) == "incident"


def peopled(victims: str | None, clause: str, worded: str = "12") -> str:
    figure = Figure(
        measure="killed", worded=worded, count=count_of("12"), victims=victims, category="civilian", scope="incident"
    )
    return _peopled(figure, clause, "SY").category


@pytest.mark.parametrize("words", ["people", "men", None])
def test_people_of_whom_nothing_is_said_are_no_civilians(words: str | None) -> None:
    assert peopled(words, f"killed three children and 12 {words or ''}") == "unspecified"


@pytest.mark.parametrize(("victims", "worded"), [("others", "12"), (None, "dozens more"), (None, "another 12")])
def test_others_are_what_the_reader_takes_them_for(victims: str | None, worded: str) -> None:
    assert peopled(victims, f"killed three children and wounded {worded} {victims or ''}", worded) == "civilian"


def test_a_number_above_another_counts_no_others() -> None:
    assert peopled(None, "killed more than 12", "more than 12") == "unspecified"


def test_people_whom_their_clause_calls_civilians_are() -> None:
    assert peopled("men", "Twelve men and six women, all civilians, were killed") == "civilian"


def test_men_told_of_with_women_are_what_the_reader_takes_them_for() -> None:
    assert peopled("men", "12 men and two women were killed") == "civilian"
    assert peopled("men", "12 men and six guards were killed") == "unspecified"


@pytest.mark.parametrize(
    ("measure", "victims", "category"),
    [
        ("displaced", "Syrians", "civilian"),
        ("displaced", "people", "unspecified"),
        ("affected", "Nigerians", "civilian"),
        ("affected", "people", "unspecified"),
        ("affected", "The people", "unspecified"),
        ("affected", None, "unspecified"),
        ("injured", "Syrians", "unspecified"),
    ],
)
def test_a_people_that_flees_or_starves_may_be_civilians_though_nobody_says_so(
    measure: str, victims: str | None, category: str
) -> None:
    figure = Figure(
        measure=measure, worded="12", count=count_of("12"), victims=victims, category="civilian", scope="incident"
    )
    assert _peopled(figure, "12 of them fled or starve", "SY").category == category


def test_what_is_told_of_a_claims_people_is_read_in_its_clause() -> None:
    text = "All of the victims were civilians. At least 12 people, all civilians, died in the air strike on Maskana."
    assert [c.figure.category for c in figures(text) if c.figure and c.figure.worded == "At least 12"] == ["civilian"]


def test_a_night_between_two_days_is_no_period() -> None:
    assert scoped("in the night between Friday and Saturday") == "incident"
    assert scoped("on Friday and Saturday") == "period"


def scoped(days: str) -> str | None:
    """Return what the rule of two days makes of an incident's figure, whatever the reader would say of the sentence."""
    figure = Figure(measure="killed", worded="12", count=count_of("12"), category="civilian", scope="incident")
    words = Evidence(field="claim", span=Span(start=0, end=2), quote="12")
    claim = Claim(
        report_id="r", happening="attack", sources=(Source(worded=None),), evidence=(words,), figure=figure,
        days=Days(worded=days), extractor="test",
    )  # fmt: skip
    made = _scoped(claim).figure
    return made.scope if made else None


@pytest.mark.parametrize(
    "text",
    [
        "More than 4,000 people are trapped in Fallujah, the UN said.",
        "Kerry accused Assad on Friday of starving Madaya, where 40,000 people are under siege.",
    ],
)
def test_people_under_siege_of_whom_nothing_is_said_are_no_civilians(text: str) -> None:
    assert [c.figure.category for c in figures(text) if c.figure] == ["unspecified"]
