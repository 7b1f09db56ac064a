"""When a source of reported content counts as found."""

from __future__ import annotations

from bench.accuracy.attribution import Attribution, compare, gold

TEXT = "The mayor said that the bridge was closed. Residents disagreed."
MARKED = (
    "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent 15 41\tthat the bridge was closed\n"
    "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
)


def said(source: str, start: int, end: int) -> Attribution:
    return Attribution(source=source, content=((start, end),), at=start)


def test_an_attribution_is_read_from_its_marks() -> None:
    [one] = gold(MARKED)
    assert (one.source, one.content) == ("The mayor", ((15, 41),))


def test_half_of_the_content_and_half_of_the_source_are_enough() -> None:
    tally = compare(TEXT, list(gold(MARKED)), [said("mayor", 15, 30)])
    assert (tally.found, tally.gold, tally.given) == (1, 1, 1)


def test_another_speaker_is_an_error_of_its_own_kind() -> None:
    tally = compare(TEXT, list(gold(MARKED)), [said("Residents", 15, 41)])
    assert tally.found == 0
    assert [error.kind for error in tally.errors] == ["another source", "spurious"]


def test_a_scrap_of_the_content_finds_nothing() -> None:
    tally = compare(TEXT, list(gold(MARKED)), [said("The mayor", 15, 20)])
    assert (tally.found, tally.covered) == (0, 0)


def test_an_attribution_without_a_source_is_left_out() -> None:
    assert not list(gold(MARKED.replace(" Source:T1", "")))
