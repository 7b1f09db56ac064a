"""The pages: everything shown is escaped and masked, nothing is fetched from elsewhere, every number opens."""

from __future__ import annotations

import hashlib
import json
import re
from importlib import resources
from typing import TYPE_CHECKING, cast

import pytest
from asked import claim, enter, incident, items
from bench.speed.desk_pages import pages
from bench.speed.worked import enter_worked
from fastapi.testclient import TestClient

from sijill.serve.web import make_app
from sijill.serve.web.mapped import FEW, MOST

if TYPE_CHECKING:
    from pathlib import Path

    from fastapi import FastAPI

    from sijill.model import Report


def every_page(desk: TestClient) -> list[str]:
    reports = [f"/reports/{one['id']}" for one in items(desk, "reports")]
    incidents = [f"/incidents/{one['incident']}" for one in items(desk, "incidents")]
    return list(dict.fromkeys([*pages(cast("FastAPI", desk.app), desk), *reports, *incidents]))


def test_every_page_is_found_by_walking_the_routes(desk: TestClient) -> None:
    found = {address.split("?")[0].rsplit("/", 1)[0] or address.split("?")[0] for address in every_page(desk)}
    assert {"/", "/agreement", "/claims", "/incidents", "/queue", "/release", "/reports", "/sources", "/tolls"} <= found


def test_every_page_is_served_with_a_policy_that_allows_this_server_only(desk: TestClient) -> None:
    for address in every_page(desk):
        answer = desk.get(address)
        assert answer.status_code == 200, address
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert not re.search(r"""(?:src|href|action)=["']?(?:https?:)?//""", answer.text), address


def test_what_reports_hold_is_shown_and_never_run(desk: TestClient) -> None:
    for address in every_page(desk):
        html = desk.get(address).text
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert not re.search(r"<[^>]+\son[a-z]+=", html), address
        assert not re.search(r"<[^>]+\sstyle=", html), address


def test_protected_sources_are_masked_on_every_page_and_in_every_list(desk: TestClient) -> None:
    lists = [
        f"/api/v1/{name}"
        for name in ("claims", "incidents", "reports", "log", "queue", "sources", "map", "tolls", "tolls/incidents")
    ]
    for address in (*every_page(desk), *lists):
        assert "alaa" not in desk.get(address).text.casefold(), address


def test_a_report_shows_each_claim_where_it_stands(desk: TestClient, defectors: Report) -> None:
    html = desk.get(f"/reports/{defectors.id}").text
    for one in items(desk, "claims", report=defectors.id):
        assert f'id="m-{one["id"]}"' in html
        assert f'href="#m-{one["id"]}"' in html
    seven = claim(desk, "Seven members")["evidence"][1]["span"]["start"]
    assert f'data-at="{seven}"' in html


def test_an_incident_shows_contradictions_in_words_and_every_number_opens_to_its_claims(desk: TestClient) -> None:
    found = incident(desk, "armed_clash")
    html = desk.get(f"/incidents/{found['incident']}").text
    assert "Contradictions" in html
    for id_ in found["killed"]["by_source"][0]["claims"]:
        assert f"#c-{id_}" in html


def test_perpetrators_are_alleged(desk: TestClient, defectors: Report) -> None:
    html = desk.get(f"/reports/{defectors.id}").text
    assert "allegedly by armed groups" in html
    assert '"perpetrator":' not in desk.get("/api/v1/claims").text
    assert "alleged perpetrator" in desk.get("/tolls?by=perpetrator").text


def test_a_list_is_filtered_by_its_address(desk: TestClient) -> None:
    assert desk.get("/incidents?place=Idlib&happening=&from=").text.count("<tr data-row") == len(
        items(desk, "incidents", place="Idlib")
    )
    assert desk.get("/incidents?happening=war").status_code == 422


def test_what_is_not_there_is_told_in_words(desk: TestClient) -> None:
    answer = desk.get("/incidents/ffff")
    assert answer.status_code == 404
    assert "no incident and no claim begins with" in answer.text
    assert desk.get("/assets/..%2fpages.py").status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80"])
def test_another_name_for_this_machine_is_refused(desk: TestClient, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 400


def test_a_page_of_another_site_can_enter_nothing(desk: TestClient) -> None:
    before = desk.get("/api/v1/log").json()["total"]
    for told in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert desk.post("/undo", data={"entry": "1"}, headers=told).status_code == 403
    assert desk.get("/api/v1/log").json()["total"] == before


def test_the_first_page_is_small_and_every_shipped_file_is_the_one_that_is_listed(desk: TestClient) -> None:
    html = desk.get("/").text
    names = re.findall(r'(?:src|href)="(/assets/[^"]+)"', html)
    own = [desk.get(name, headers={"accept-encoding": "identity"}).content for name in names]
    outlines = desk.get("/assets/countries-110m.json").content
    assert sum(map(len, own)) + len(html) + len(outlines) < 500_000
    vendor = resources.files("sijill.serve.web") / "vendor"
    for package in json.loads((vendor / "manifest.json").read_text()):
        for name, digest in package["files"].items():
            assert hashlib.sha256((vendor / name).read_bytes()).hexdigest() == digest, name


@pytest.mark.slow
def test_a_place_of_many_incidents_sends_none_of_their_rows_and_is_asked_for_at_most_so_many(tmp_path: Path) -> None:
    enter_worked(tmp_path / "made.db", 1500, reviews=4)
    with TestClient(make_app(str(tmp_path / "made.db"), reviewer="Amal"), base_url="http://127.0.0.1") as desk:
        told = desk.get("/map/places").json()["places"]
        assert len({tuple(place[:3]) for place in told}) == len(told)
        few = [place for place in told if place[3] <= FEW]
        many = [place for place in told if place[3] > FEW]
        assert few
        assert many
        assert all(len(place[7]) == place[3] for place in few)
        assert all(place[7] is None for place in many)
        for latitude, longitude, precision, number, *_ in many[:3]:
            asked = {"latitude": latitude, "longitude": longitude, "precision": precision}
            assert len(desk.get("/map/incidents", params=asked).json()["rows"]) == min(number, MOST)


def test_the_map_is_sent_place_by_place_and_the_incidents_of_a_place_are_told_when_asked_for(desk: TestClient) -> None:
    told = desk.get("/map/places").json()
    rows = desk.get("/api/v1/map?limit=500").json()["rows"]
    assert sum(place[3] for place in told["places"]) == len(rows) > 0
    latitude, longitude, precision, number, _, _, _, some = told["places"][0]
    asked = {"latitude": latitude, "longitude": longitude, "precision": precision}
    assert desk.get("/map/incidents", params=asked).json()["rows"] == some
    assert len(some) == number
    assert desk.get("/map/incidents", params=asked | {"contested": "true", "country": "ZZ"}).json()["rows"] == []
    assert desk.get("/map/incidents").status_code == 422


def test_what_an_entry_is_about_and_what_stands_beside_a_toll_lead_to_their_pages(desk: TestClient) -> None:
    seven, clash = claim(desk, "Seven members")["id"], incident(desk, "armed_clash")["incident"]
    enter(desk, f"claims/{seven}/reviews", act="correct", field="number", words="eight")
    enter(desk, f"incidents/{clash}/grade", grade="fair")
    log = desk.get("/log").text
    beside = re.findall(r'class="ref" href="(/claims/[^"]*)"', desk.get("/tolls?measure=killed").text)
    reports = re.findall(r'href="(/reports/[^"]*)"', log)
    for address in (f"/claims/{seven}", f"/incidents/{clash}"):
        assert f'<a href="{address}">' in log
    assert beside
    assert reports
    assert {desk.get(address).status_code for address in {*beside, *reports, f"/claims/{seven}"}} == {200}


def test_a_claim_s_kinds_are_written_as_people_write_them(desk: TestClient, defectors: Report) -> None:
    html = desk.get(f"/reports/{defectors.id}").text
    assert "(state forces)" in html
    assert "(state_forces)" not in html
