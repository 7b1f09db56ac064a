"""What people enter at a workbench, one thing after another, for timing the pages that are opened next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bench.speed.desk_pages import API

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi.testclient import TestClient

REVIEWS: Mapping[str, Mapping[str, str]] = {
    "accept": {"act": "accept"},
    "correct": {"act": "correct", "field": "number", "words": "41"},
    "reject": {"act": "reject"},
    "note": {"act": "note"},
}
ACTS = (*REVIEWS, "judge", "merge", "grade", "undo", "paste a report")
OK = 200
PASTED = "BEIRUT: At least {number} people were killed when shells hit a market in Aleppo on Monday, activists said."


class Acts:
    """Things that can be entered, each of which is taken once."""

    def __init__(self, desk: TestClient) -> None:
        """Look up claims, incidents and links to enter something about."""
        found = desk.get(f"{API}/claims", params={"limit": 500, "measure": "killed"}).json()["items"]
        pairs = desk.get(f"{API}/queue", params={"limit": 100}).json()["items"]
        incidents = desk.get(f"{API}/incidents", params={"limit": 500}).json()["items"]
        self._desk = desk
        self._claims = [one["id"] for one in found[::2]]
        reviewed = set(self._claims)  # a claim that was rejected is in no pair any more
        linked = ([claim["id"] for claim in one["claims"]] for one in pairs)
        self._pairs = [pair for pair in linked if reviewed.isdisjoint(pair)]
        self._incidents: list[str] = [one["incident"] for one in incidents[20:]]
        self._number = 0
        self._last = 0

    def next(self, act: str) -> tuple[str, Mapping[str, Any]]:
        """Return the address that the next act of a kind is sent to, and what is sent."""
        self._number += 1
        if act in REVIEWS:
            return f"{API}/claims/{self._claims.pop()}/reviews", REVIEWS[act]
        if act == "judge":
            a, b = self._pairs.pop()
            return f"{API}/judgements", {"a": a, "b": b, "verdict": "different"}
        if act == "merge":
            one, other = self._standing(), self._standing()
            return f"{API}/incidents/{one}/merge", {"other": other}
        if act == "grade":
            return f"{API}/incidents/{self._standing()}/grade", {"grade": "fair"}
        if act == "undo":
            return f"{API}/undo", {"entry": self._last}
        return f"{API}/reports", {"text": PASTED.format(number=20 + self._number), "published": "2016-08-15"}

    def _standing(self) -> str:
        """Return the next incident that is still there: reviews and judgements take some away."""
        while self._desk.get(f"{API}/incidents/{self._incidents[-1]}").status_code != OK:
            self._incidents.pop()
        return self._incidents.pop()

    def enter(self, address: str, given: Mapping[str, Any]) -> None:
        """Enter one, and remember its number."""
        answer = self._desk.post(address, json=given)
        assert answer.status_code == 201, answer.text
        self._last = answer.json().get("entry", self._last)

    def prepare(self, act: str) -> None:
        """Enter what is to be undone."""
        if act == "undo":
            self.enter(*self.next("correct"))
            self._desk.get("/incidents")
