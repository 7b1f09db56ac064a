"""The API: paged, tagged, and in words where something cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asked import API, items

if TYPE_CHECKING:
    from fastapi.testclient import TestClient


def test_a_list_is_given_page_by_page_without_gaps(desk: TestClient) -> None:
    for name in ("claims", "incidents", "reports", "log"):
        whole, cursor, found = items(desk, name, limit=500), "", []
        while cursor is not None:
            page = desk.get(f"{API}/{name}", params={"limit": 2, "cursor": cursor}).json()
            assert len(page["items"]) <= 2
            found += page["items"]
            cursor = page["next"]
        assert found == whole
        assert page["total"] == len(whole)


def test_a_filter_takes_what_fits_and_an_unknown_one_is_refused(desk: TestClient) -> None:
    assert {one["figure"]["measure"] for one in items(desk, "claims", measure="killed")} == {"killed"}
    assert all(one["place"]["country"] == "SY" for one in items(desk, "claims", country="SY"))
    for asked in ("measure=slain", "colour=red", "limit=0", "cursor=zz", "from=June"):
        answer = desk.get(f"{API}/claims?{asked}")
        assert answer.status_code == 422, asked
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"]


def test_nothing_is_sent_again_until_the_book_grows(desk: TestClient) -> None:
    first = desk.get(f"{API}/incidents")
    tag = first.headers["etag"]
    assert desk.get(f"{API}/incidents", headers={"if-none-match": tag}).status_code == 304
    desk.post(f"{API}/reports", json={"text": "   "})
    assert desk.get(f"{API}/incidents", headers={"if-none-match": tag}).status_code == 304
    one = items(desk, "claims")[0]["id"]
    assert desk.post(f"{API}/claims/{one}/reviews", json={"act": "accept"}).status_code == 201
    assert desk.get(f"{API}/incidents", headers={"if-none-match": tag}).status_code == 200


def test_a_report_over_the_limit_is_refused_with_a_reason(desk: TestClient) -> None:
    answer = desk.post(f"{API}/reports", json={"text": "x" * 10_001})
    assert answer.status_code == 422
    assert "where one report may hold" in answer.json()["detail"]


def test_the_map_tells_how_exactly_a_place_is_known(desk: TestClient) -> None:
    found = desk.get(f"{API}/map").json()
    rows = [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]
    assert {(row["latitude"], row["precision"], row["unit"]) for row in rows} == {(35.9306, 1, "Idlib")}
    assert found["without_place"] == len(items(desk, "incidents")) - len(rows)


def test_the_lines_of_a_toll_and_the_points_of_the_map_are_given_page_by_page(desk: TestClient) -> None:
    for asked in ("tolls?by=source", "map?"):
        whole = desk.get(f"{API}/{asked}&limit=500").json()
        cursor, found = "", []
        while cursor is not None:
            page = desk.get(f"{API}/{asked}&limit=1&cursor={cursor}").json()
            assert len(page["rows"]) == 1
            found, cursor = found + page["rows"], page["next"]
        assert found == whole["rows"]
        assert len(found) == whole["total"] > 0
        assert desk.get(f"{API}/{asked}&cursor=zz").status_code == 422


def test_a_toll_opens_to_the_incidents_behind_each_number_and_each_reason(desk: TestClient) -> None:
    found = desk.get(f"{API}/tolls?by=source").json()
    assert len(items(desk, "tolls/incidents", by="source")) == found["whole"]["incidents"] > 0
    for row in found["rows"]:
        assert len(items(desk, "tolls/incidents", by="source", line=row["line"])) == row["incidents"]
    reasons = items(desk, "tolls/left-out", by="source")
    assert sum(one["incidents"] for one in reasons) == found["left_out"] > 0
    for one in reasons:
        assert len(items(desk, "tolls/incidents", by="source", reason=one["reason"])) == one["incidents"]
    assert len(items(desk, "tolls/crosschecks")) == found["crosschecks"]
    assert desk.get(f"{API}/tolls/incidents?line=99").status_code == 404


def test_the_document_describes_every_route(desk: TestClient) -> None:
    document = desk.get("/api/openapi.json").json()
    assert {f"{API}/claims", f"{API}/incidents/{{incident}}/signatures", f"{API}/undo"} <= set(document["paths"])
    assert all(path.startswith("/api/") for path in document["paths"])
