"""What the tests of the workbench ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

API = "/api/v1"
BASMA = {"Sijill-Reviewer": "Basma"}


def items(desk: TestClient, what: str, **asked: Any) -> list[dict[str, Any]]:
    """Return the items of a list."""
    found = desk.get(f"{API}/{what}", params=asked)
    assert found.status_code == 200, found.text
    listed: list[dict[str, Any]] = found.json()["items"]
    return listed


def claim(desk: TestClient, words: str) -> dict[str, Any]:
    """Return the claim whose clause begins so."""
    return next(one for one in items(desk, "claims") if one["evidence"][0]["quote"].startswith(words))


def incident(desk: TestClient, happening: str) -> dict[str, Any]:
    """Return the incident of a kind."""
    return next(one for one in items(desk, "incidents") if one["happening"] == happening)


def enter(desk: TestClient, address: str, who: dict[str, str] | None = None, **form: Any) -> dict[str, Any]:
    """Post to the API, and return what was entered."""
    answer = desk.post(f"{API}/{address}", json=form, headers=who or {})
    assert answer.status_code == 201, answer.text
    entered: dict[str, Any] = answer.json()
    return entered
