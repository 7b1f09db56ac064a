"""A sentence that gives a claim its place or day alone is told from the one that the claim stands in."""

from __future__ import annotations

from sijill.model import Claim, Evidence, Source
from sijill.serve.opened import gives_only, sentences_of
from sijill.serve.sentences import resting_in_words
from sijill.values import Span

TEXT = "Activists said ten people died. France said that Syria burns."


def at(field: str, words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(field=field, span=Span(start=start, end=start + len(words)), quote=words)


def claim(*evidence: Evidence) -> Claim:
    return Claim(report_id="r", happening="attack", sources=(Source(worded=None),), evidence=evidence)


def test_a_sentence_that_names_only_the_place_of_a_claim_says_so() -> None:
    told = claim(at("number", "ten"), at("claim", "ten people died"), at("place", "Syria"))
    own, lending = sentences_of(told, TEXT)
    assert (gives_only(told, own), gives_only(told, lending)) == ((), ("place",))


def test_a_sentence_that_gives_only_the_day_of_a_claim_says_so() -> None:
    told = claim(at("claim", "ten people died"), at("days", "burns"))
    assert [gives_only(told, span) for span in sentences_of(told, TEXT)] == [(), ("days",)]


def test_the_ids_under_a_sentence_tell_what_it_gives() -> None:
    found = {"claims": ["aaaaaaaa1", "bbbbbbbb2", "cccccccc3"], "gives_only": {"bbbbbbbb2": ["place"]}}
    assert resting_in_words(found) == "aaaaaaaa cccccccc; the place of bbbbbbbb"
    assert resting_in_words({"claims": ["bbbbbbbb2"], "gives_only": {"bbbbbbbb2": ["days", "place"]}}) == (
        "the days and place of bbbbbbbb"
    )
