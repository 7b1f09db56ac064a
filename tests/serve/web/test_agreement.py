"""`sijill agreement`, the API's and the queue's: how far two people hold the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from asked import API, BASMA, claim, enter

if TYPE_CHECKING:
    from collections.abc import Callable

    from fastapi.testclient import TestClient
    from small_register import Ran


def test_two_reviewers_are_compared_field_by_field(sijill: Callable[..., Ran]) -> None:
    assert sijill("link").status == 0
    first = json.loads(sijill("figures", "--json").out)[0]["id"]
    for author, number in (("Amal", "70"), ("Basil", "71")):
        assert sijill("correct", first, "number", number, "--author", author).status == 0
    told = json.loads(sijill("agreement", "--json").out)
    number_row = next(row for row in told["fields"] if row["field"] == "number")
    assert (number_row["units"], number_row["agreed"], told["aware"]) == (1, 0.0, 1)
    assert told["reviewers"] == ["Amal", "Basil"]
    printed = sijill("agreement").out
    assert "number" in printed
    assert "is no measure of how reliably" in printed


def test_one_reviewer_agrees_with_nobody_yet(sijill: Callable[..., Ran]) -> None:
    assert sijill("link").status == 0
    assert "nothing was reviewed or judged by two people yet" in sijill("agreement").out


def test_the_page_and_the_api_tell_of_agreement(desk: TestClient) -> None:
    assert 'href="/agreement"' in desk.get("/queue").text
    assert "once two people have reviewed" in desk.get("/agreement").text
    seven = claim(desk, "Seven members")["id"]
    enter(desk, f"claims/{seven}/reviews", act="accept")
    enter(desk, f"claims/{seven}/reviews", BASMA, act="correct", field="number", words="eight")
    told = desk.get(f"{API}/agreement").json()
    assert {row["field"] for row in told["fields"]} >= {"stands", "number", "place"}
    assert (told["pairs"][0]["first"], told["pairs"][0]["second"]) == ("Amal", "Basma")
    page = desk.get("/agreement").text
    assert "Krippendorff" in page
    assert "Basma" in page


def test_reviewers_two_by_two_are_told_a_page_at_a_time(desk: TestClient) -> None:
    seven = claim(desk, "Seven members")["id"]
    for name in ("Amal", "Basma", "Dalia"):
        enter(desk, f"claims/{seven}/reviews", {"Sijill-Reviewer": name}, act="accept")
    first = desk.get(f"{API}/agreement", params={"limit": 2}).json()
    rest = desk.get(f"{API}/agreement", params={"limit": 2, "cursor": first["next"]}).json()
    told = [(one["first"], one["second"]) for one in (*first["pairs"], *rest["pairs"])]
    assert told == [("Amal", "Basma"), ("Amal", "Dalia"), ("Basma", "Dalia")]
    assert (first["total"], rest["next"]) == (3, None)
    page = desk.get("/agreement", params={"limit": 2}).text
    assert 'rel="next"' in page
    assert "Krippendorff" not in desk.get("/agreement", params={"limit": 2, "cursor": first["next"]}).text
