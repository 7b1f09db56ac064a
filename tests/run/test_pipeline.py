"""A report through every stage."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import sijill
from sijill.acquire import Options, report_from_text
from sijill.ledger import open_register
from sijill.model import Findings
from sijill.run import read_into, read_report

if TYPE_CHECKING:
    from pathlib import Path

    from sijill.detect import Reader
    from sijill.model import Claim, Report
    from sijill.reading import Reading
    from sijill.run import Tools

MARKET = (
    "KAFR AMIM, March 14, 2016 - An air strike on a market killed at least 22 civilians on Monday, the Syrian "
    "Observatory for Human Rights said. State media said nine militants died. A resident, who spoke on condition of "
    "anonymity because he feared reprisals, said dozens of people were wounded."
)


def report(text: str, published: date | None = None) -> "Report":
    return report_from_text(text, name="test", options=Options(published=published))


@pytest.fixture(scope="module")
def market(tools: "Tools") -> "tuple[Claim, ...]":
    return read_report(report(MARKET), tools).claims


def figure(claims: "tuple[Claim, ...]", measure: str, worded: str) -> "Claim":
    return next(c for c in claims if c.figure and c.figure.measure == measure and c.figure.worded == worded)


def test_a_figure_has_its_count_source_kind_and_day(market: "tuple[Claim, ...]") -> None:
    claim = figure(market, "killed", "at least 22")
    assert claim.figure is not None
    assert (claim.figure.count.low, claim.figure.count.high) == (22, None)
    assert claim.source.kind == "monitor"
    assert claim.days.first == claim.days.last == date(2016, 3, 14)


def test_rival_accounts_of_one_happening_stand_side_by_side(market: "tuple[Claim, ...]") -> None:
    assert figure(market, "killed", "nine").source.kind == "government"
    assert figure(market, "killed", "at least 22").source.kind == "monitor"


def test_a_source_that_fears_reprisals_is_protected_with_its_reason(market: "tuple[Claim, ...]") -> None:
    source = figure(market, "injured", "dozens").source
    assert source.protected
    assert source.why_anonymous is not None
    assert "feared reprisals" in source.why_anonymous


def test_the_same_report_gives_the_same_claims(tools: "Tools", market: "tuple[Claim, ...]") -> None:
    assert read_report(report(MARKET), tools).claims == market


def test_a_report_in_a_language_that_is_not_read_makes_no_claims(tools: "Tools") -> None:
    french = report(
        "Au moins vingt-deux civils ont été tués lundi dans un raid aérien sur un marché, selon une ONG. " * 3
    )
    assert french.language == "fr"
    assert read_report(french, tools) == Findings()


def test_the_public_door_reads_a_text() -> None:
    claims = sijill.read(MARKET, published=date(2016, 3, 14))
    assert any(c.figure and c.figure.count.low == 22 for c in claims)


@given(st.text(max_size=400))
@example("")
@example("\x00\ud800 killed 12 people")
@example("killed 5 " * 400)
@example("a" * 20_000)
@settings(max_examples=40)
def test_reading_never_fails_and_every_quote_stands_in_the_report(text: str) -> None:
    from sijill.run.pipeline import load_tools

    whole = report(text, date(2016, 3, 14))
    for claim in read_report(whole, load_tools(1)).claims:
        for evidence in claim.evidence:
            assert evidence.span.of(whole.text) == evidence.quote


@given(
    st.lists(
        st.sampled_from(
            [
                "killed 12 soldiers",
                "“dozens” wounded",
                "said\u00a0Tuesday.",
                "\n\n",
                "&amp;",
                "in Homs",
                "ﬁve men died,",
            ]
        ),
        max_size=12,
    )
)
def test_quotes_stand_in_the_report_whatever_was_cleaned_away(parts: list[str]) -> None:
    from sijill.run.pipeline import load_tools

    whole = report(" ".join(parts), date(2016, 3, 14))
    for claim in read_report(whole, load_tools(1)).claims:
        assert all(e.span.of(whole.text) == e.quote for e in claim.evidence)


TOLD_OF_DAYS = (
    "Rebels accused the army of an attack on Monday.", "They denied it on Friday.", "The truce ends on 6 April 2017.",
    "Since it broke out in 2011 the war has killed 5,000.", "About 40 people died after the siege ended Tuesday.",
    "The offensive that began on Friday goes on.", "Two were killed yesterday.", "He said on Sunday that 12 had fled.",
    "The opposition demanded that troops withdraw on 6 April 2017.", "The group threatened to shell the town tomorrow.",
    "By Thursday the toll had risen to 9.", "Seven died over the weekend.", "The vote next week will be boycotted.",
)  # fmt: skip


@given(st.lists(st.sampled_from(TOLD_OF_DAYS), max_size=5), st.none() | st.dates(date(2009, 1, 1), date(2019, 1, 1)))
@example(["The opposition demanded that troops withdraw on 6 April 2017."], date(2017, 4, 5))
@settings(max_examples=40)
def test_reading_never_fails_whenever_a_report_was_published(told: list[str], published: date | None) -> None:
    from sijill.run.pipeline import load_tools

    for claim in read_report(report(" ".join(told), published), load_tools(1)).claims:
        days = claim.days
        assert days.first is None or days.last is None or days.first <= days.last


class Failing:
    """A reader that fails at one report, as a fault of the program would have it."""

    def __init__(self, reader: "Reader") -> None:
        self._reader = reader

    def read(self, text: str) -> "Reading":
        if "Homs" in text:
            msg = "last day is before first day"
            raise ValueError(msg)
        return self._reader.read(text)


def test_a_report_at_which_reading_itself_fails_is_named_and_the_others_are_read(
    tools: "Tools", tmp_path: "Path"
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, town in (("1", "Idlib"), ("2", "Homs"), ("3", "Aleppo")):
        (folder / f"{name}.txt").write_text(f"Shelling killed 22 civilians in {town} on Monday.")
    failing = replace(tools, reader=Failing(tools.reader))  # type: ignore[arg-type]
    with open_register(tmp_path / "it.db") as book:
        summary = read_into(book, [str(folder)], Options(), tools=failing)
        assert [one.name for one in book.reports()] == ["1", "3"]
    [refused] = summary.refused
    assert refused.name == "2"
    assert refused.reason == "reading it failed by a fault in Sijill (ValueError: last day is before first day)"
    assert summary.reports == 2


def test_a_source_whose_anonymity_is_told_in_the_next_sentence_is_protected(tools: "Tools") -> None:
    text = (
        "IDLIB, March 14, 2016 - A doctor at the field hospital said it had received 19 bodies. He spoke on condition "
        "of anonymity because he feared that the hospital would be bombed."
    )
    assert figure(read_report(report(text), tools).claims, "killed", "19").source.protected
