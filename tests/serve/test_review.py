"""What a person holds of a claim, at the command line: heeded by every listing, and taken back by `sijill undo`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from small_register import Ran


def figures(sijill: Callable[..., Ran]) -> dict[str, Any]:
    return {row["id"]: row for row in json.loads(sijill("figures", "--json").out)}


@pytest.fixture
def claim(sijill: Callable[..., Ran]) -> str:
    """The id of a figure of the small register, which is linked."""
    assert sijill("link").status == 0
    return next(iter(figures(sijill)))


def test_a_rejected_claim_leaves_the_listing_and_is_accepted_again(sijill: Callable[..., Ran], claim: str) -> None:
    assert "takes it back" in sijill("reject", claim[:8], "--because", "another story").out
    assert claim not in figures(sijill)
    assert sijill("accept", claim).status == 0
    assert claim in figures(sijill)


def test_a_corrected_number_is_listed_until_it_is_undone(sijill: Callable[..., Ran], claim: str) -> None:
    before = figures(sijill)[claim]
    entry = json.loads(sijill("correct", claim, "number", "at least 70", "--json").out)["entry"]
    assert figures(sijill)[claim]["low"] == 70
    assert sijill("undo", str(entry)).status == 0
    assert figures(sijill)[claim] == before


def test_a_beginning_that_may_mean_a_reviewed_claim_or_another_is_refused(
    sijill: Callable[..., Ran], claim: str
) -> None:
    assert claim
    ids = [row["id"] for row in json.loads(sijill("claims", "--json").out)]
    alike = [(a, b) for a in ids for b in ids if a < b and a[0] == b[0]]
    assert alike, "the small register has two claims whose ids begin alike"
    reviewed, _ = alike[0]
    assert sijill("note", reviewed, "seen").status == 0
    for command in (("reject", reviewed[0]), ("note", reviewed[0], "again"), ("explain", reviewed[0])):
        ran = sijill(*command)
        assert ran.status == 4
        assert "more than one claim" in ran.err
    assert sijill("reject", reviewed).status == 0


def test_a_corrected_claim_goes_by_its_id_of_today_and_by_that_under_which_it_was_read(
    sijill: Callable[..., Ran], claim: str
) -> None:
    assert sijill("correct", claim, "measure", "injured").status == 0
    today = json.loads(sijill("explain", claim, "--json").out)["claim"]["id"]
    assert today != claim
    assert (
        sijill("note", today[:8], "under today's").status == sijill("note", claim[:8], "under that of old").status == 0
    )
    assert len(json.loads(sijill("explain", claim, "--json").out)["reviews"]) == 3


@pytest.mark.parametrize(("seen", "aware"), [((), 1), (("--seen", "0"), 0)])
def test_a_review_made_blind_is_no_review_by_somebody_who_had_seen_anothers(
    sijill: Callable[..., Ran], claim: str, seen: tuple[str, ...], aware: int
) -> None:
    assert sijill("correct", claim, "number", "at least 70", "--author", "Rana").status == 0
    assert sijill("correct", claim, "number", "71", "--author", "Yusuf", *seen).status == 0
    assert json.loads(sijill("agreement", "--json").out)["aware"] == aware


def test_a_field_that_is_none_is_refused_with_those_that_are(sijill: Callable[..., Ran], claim: str) -> None:
    assert "it is one of number, measure" in sijill("correct", claim, "colour", "red").err


def test_undo_without_a_number_takes_back_the_newest_entry_whatever_its_kind(
    sijill: Callable[..., Ran], claim: str
) -> None:
    before = figures(sijill)
    sijill("same", *list(before)[:2])
    sijill("correct", claim, "number", "at least 70")
    sijill("reject", list(before)[1])
    for _ in range(3):
        assert sijill("undo").status == 0
    assert figures(sijill) == before
    ran = sijill("undo")
    assert ran.status == 4
    assert "no judgement and no review" in ran.err


def test_a_place_that_the_gazetteer_does_not_know_is_entered_with_a_word_on_it(
    sijill: Callable[..., Ran], claim: str
) -> None:
    assert "knows no 'Nowhereville'" in sijill("correct", claim, "place", "Nowhereville").err
    assert not sijill("correct", claim, "place", "Homs").err
