"""Pictures other than tolls, and incidents as pages that open anywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_register import Ran

    Sijill = Callable[..., Ran]


@pytest.fixture
def linked(sijill: Sijill) -> Sijill:
    assert sijill("link").status == 0
    return sijill


DRAWN = {"timeline": "killed", "contradictions": "Contradictions by source"}


@pytest.mark.parametrize("picture", DRAWN)
def test_a_picture_is_drawn_without_protected_names(linked: Sijill, tmp_path: Path, picture: str) -> None:
    file = tmp_path / "picture.svg"
    assert linked("plot", str(file), "--picture", picture).status == 0
    told = file.read_text()
    assert DRAWN[picture] in told, "matplotlib writes its texts as comments"
    assert "alaa" not in told.lower()


def test_a_page_of_an_incident_needs_nothing_but_itself(linked: Sijill, tmp_path: Path) -> None:
    id_ = next(row["incident"] for row in linked("incidents", "--jsonl").lines() if row["happening"] == "armed_clash")
    file = tmp_path / "incident.html"
    assert linked("incident", id_, "--html", str(file)).status == 0
    page = file.read_text()
    assert not re.search(r"<script|<link|<img|https?://|url\(", page)
    assert "Seven members of the security forces" in page
    assert "alaa" not in page.lower()


def test_a_page_of_a_period_shows_hostile_text_and_never_runs_it(linked: Sijill, tmp_path: Path) -> None:
    file = tmp_path / "period.html"
    assert linked("incidents", "--html", str(file)).status == 0
    page = file.read_text()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert page.count("<article") == len(linked("incidents", "--jsonl").lines())
