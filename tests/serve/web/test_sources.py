"""Sources and their independence groups: at the command line, in the API and on the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from asked import API
from fastapi.testclient import TestClient
from small_register import EXTRACTOR, IDLIB, exactly, figure, report_of

from sijill.ledger import open_register
from sijill.model import Source
from sijill.run import link_register
from sijill.serve.cli import status_of
from sijill.serve.web import make_app

if TYPE_CHECKING:
    from pathlib import Path

COPY = (
    "Shelling killed 12 people in Idlib on Monday, the Observatory said, in what residents called the worst night of "
    "the month. The army said that it had struck a weapons depot on the edge of the town and that no civilians had "
    "been near it at the time of the attack. State television said two soldiers were killed by return fire nearby.\n"
)
OBSERVATORY = Source(worded="the Observatory", kind="monitor", name="Syrian Observatory for Human Rights")
TELEVISION = Source(worded="State television", kind="government", name="State television")
ARMY = Source(worded="The army", kind="military", name="Syrian army")


@pytest.fixture
def told(tmp_path: Path) -> Path:
    path = tmp_path / "told.db"
    with open_register(path) as book:
        for outlet in ("Wire", "Late Post"):
            report = report_of(COPY, f"idlib-{outlet}", outlet=outlet)
            shared = {"happening": "shelling_artillery_missile", "incident": "shelling", "place": IDLIB}
            claims = [
                figure(report, "Shelling killed 12 people", "12", exactly(12), sources=(OBSERVATORY,), **shared),
                figure(report, "two soldiers were killed", "two", exactly(2), sources=(TELEVISION,), **shared),
                figure(report, "no civilians", "no", exactly(0), sources=(ARMY,), **shared),
            ]
            book.enter(report, claims, extractor=EXTRACTOR)
        link_register(book)
    return path


def test_the_command_tells_which_sources_share_an_origin(told: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert status_of(["sources", "--json", "--register", str(told)]) == 0
    found = json.loads(capfd.readouterr().out)
    groups = {(one["kind"], one["origin"]): [member["name"] for member in one["members"]] for one in found["groups"]}
    assert groups["copy", "Wire"] == ["Late Post"]
    assert groups["relay", "Syrian Observatory for Human Rights"] == ["Late Post", "Wire"]
    assert groups["side", "government, SY"] == ["State television", "Syrian army"]
    assert {one["name"] for one in found["items"]} >= {"Syrian army", "State television"}
    assert status_of(["sources", "--register", str(told)]) == 0
    assert "prints its copy: Late Post (1)" in " ".join(capfd.readouterr().out.split())


def test_the_page_and_the_api_tell_the_same(told: Path) -> None:
    with TestClient(make_app(str(told), reviewer="Amal"), base_url="http://127.0.0.1") as desk:
        assert len(desk.get(f"{API}/sources").json()["groups"]) == 5
        page = desk.get("/sources").text
    assert "speaks for this side: State television (1), Syrian army (1)" in page


def test_sources_are_listed_as_many_as_are_asked_for(told: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert status_of(["sources", "--jsonl", "--limit", "1", "--register", str(told)]) == 0
    assert [json.loads(line)["name"] for line in capfd.readouterr().out.splitlines()] == [TELEVISION.name]
    assert status_of(["sources", "--csv", "--register", str(told)]) == 0
    head, *rows = capfd.readouterr().out.splitlines()
    assert (head.split(",")[:3], len(rows)) == (["name", "kind", "incidents"], 3)
    assert status_of(["sources", "--limit", "2", "--register", str(told)]) == 0
    assert "1 more row not shown" in capfd.readouterr().err


def test_pages_of_sources_lead_from_one_to_the_next(told: Path) -> None:
    with TestClient(make_app(str(told), reviewer="Amal"), base_url="http://127.0.0.1") as desk:
        whole = [one["name"] for one in desk.get(f"{API}/sources").json()["items"]]
        first = desk.get(f"{API}/sources", params={"limit": 2}).json()
        rest = desk.get(f"{API}/sources", params={"limit": 2, "cursor": first["next"]}).json()
        assert [one["name"] for one in (*first["items"], *rest["items"])] == whole
        assert (first["total"], rest["next"], "groups" in rest) == (3, None, False)
        page = desk.get("/sources", params={"limit": 2}).text
        assert 'rel="next"' in page
        assert "3 sources" in page
        assert desk.get(f"{API}/sources", params={"cursor": "nowhere"}).status_code == 422
