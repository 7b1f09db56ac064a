"""What people enter: each act is one entry, adds, and is undone exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asked import API, BASMA, claim, enter, incident, items

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

    from sijill.model import Report


def test_a_corrected_figure_changes_the_incident_and_keeps_what_was_read(desk: TestClient) -> None:
    seven, clash = claim(desk, "Seven members"), incident(desk, "armed_clash")
    enter(desk, f"claims/{seven['id']}/reviews", act="correct", field="number", words="at least eight")
    found = desk.get(f"{API}/claims/{seven['id']}").json()
    assert (found["figure"]["count"]["low"], found["figure"]["count"]["comparator"]) == (8, "at_least")
    assert found["as_read"]["figure"]["worded"] == "Seven"
    assert desk.get(f"{API}/incidents/{clash['incident']}").json()["summary"]["killed"] != clash["killed"]


def test_words_selected_in_the_report_become_the_evidence(desk: TestClient, defectors: Report) -> None:
    seven = claim(desk, "Seven members")["id"]
    start = defectors.text.index("five army")
    words = {"field": "number", "words": "five", "start": start, "end": start + 4}
    enter(desk, f"claims/{seven}/reviews", act="correct", **words)
    found = desk.get(f"{API}/claims/{seven}").json()
    assert [one["quote"] for one in found["evidence"] if one["field"] == "number"] == ["five"]


def test_a_correction_that_changes_the_measure_leaves_the_old_id_leading_to_the_claim(desk: TestClient) -> None:
    seven = claim(desk, "Seven members")["id"]
    enter(desk, f"claims/{seven}/reviews", act="correct", field="measure", words="injured")
    assert desk.get(f"{API}/claims/{seven}").json()["figure"]["measure"] == "injured"
    assert desk.get(f"/claims/{seven}").status_code == 200


def test_what_a_field_cannot_be_is_refused_before_it_is_entered(desk: TestClient) -> None:
    seven, before = claim(desk, "Seven members")["id"], desk.get(f"{API}/log").json()["total"]
    for field, words in (("number", "some time ago"), ("measure", "slain"), ("certainty", "sure")):
        form = {"act": "correct", "field": field, "words": words}
        assert desk.post(f"{API}/claims/{seven}/reviews", json=form).status_code == 422, field
    assert desk.get(f"{API}/log").json()["total"] == before


def test_a_rejected_claim_leaves_the_incident_and_undoing_brings_it_back(desk: TestClient) -> None:
    before = desk.get(f"{API}/incidents").json()
    seven = claim(desk, "Seven members")["id"]
    entry = enter(desk, f"claims/{seven}/reviews", act="reject", reason="a misprint")["entry"]
    assert desk.get(f"{API}/claims/{seven}").status_code == 404
    assert desk.get(f"{API}/incidents").json() != before
    enter(desk, "undo", entry=entry)
    assert desk.get(f"{API}/incidents").json() == before


def test_a_claim_that_was_missed_is_added_and_linked(desk: TestClient, defectors: Report) -> None:
    start = defectors.text.index("A gunfight broke out overnight")
    spans = {"start": start, "end": start + 30, "anchor_start": start + 2, "anchor_end": start + 10}
    enter(desk, f"reports/{defectors.id}/claims", happening="armed_clash", source="activists", kind="activist", **spans)
    added = claim(desk, "A gunfight broke out overnight")
    assert added["extractor"] == "person Amal"
    assert added["incident_id"]


def test_two_reviewers_who_edit_one_claim_both_keep_their_entries_and_see_the_conflict(
    desk: TestClient, defectors: Report
) -> None:
    seven = claim(desk, "Seven members")["id"]
    review = f"claims/{seven}/reviews"
    first = enter(desk, review, act="correct", field="number", words="8")["entry"]
    second = enter(desk, review, BASMA, act="correct", field="number", words="9", seen=0)
    assert second["conflicts"] == [[first, second["entry"]]]
    assert [one["author"] for one in desk.get(f"{API}/claims/{seven}").json()["reviews"]] == ["Amal", "Basma"]
    assert "without seeing it" in desk.get(f"/reports/{defectors.id}").text
    settled = enter(desk, review, act="correct", field="number", words="9", seen=second["entry"])
    assert settled["conflicts"] == []


def test_incidents_are_merged_split_and_put_back(desk: TestClient) -> None:
    before = desk.get(f"{API}/incidents").json()
    clash, fled = incident(desk, "armed_clash")["incident"], incident(desk, "displacement")["incident"]
    merged = enter(desk, f"incidents/{clash}/merge", other=fled)["entry"]
    assert desk.get(f"{API}/incidents").json()["total"] == before["total"] - 1
    enter(desk, "undo", entry=merged)
    assert desk.get(f"{API}/incidents").json() == before
    leaving = incident(desk, "armed_clash")["claims"][-1]
    enter(desk, f"incidents/{clash}/split", claims=[leaving])
    assert desk.get(f"{API}/claims/{leaving}").json()["incident_id"] == leaving


def test_the_second_signature_is_another_persons_and_lapses_when_the_incident_changes(desk: TestClient) -> None:
    clash = incident(desk, "armed_clash")["incident"]
    enter(desk, f"incidents/{clash}/signatures")
    again = desk.post(f"{API}/incidents/{clash}/signatures", json={})
    assert again.status_code == 422
    assert "another person's" in again.json()["detail"]
    enter(desk, f"incidents/{clash}/signatures", BASMA)
    assert "signed off by two" in desk.get(f"/incidents/{clash}").text
    enter(desk, f"claims/{claim(desk, 'Seven members')['id']}/reviews", act="correct", field="number", words="70")
    page = desk.get(f"/incidents/{clash}").text
    assert "signed off by two" not in page
    assert "what the incident was before" in page


def test_the_history_of_an_incident_tells_what_people_entered_and_what_was_undone_leaves_it(desk: TestClient) -> None:
    clash, fled = incident(desk, "armed_clash")["incident"], incident(desk, "displacement")["incident"]
    assert "Nobody has entered anything" in desk.get(f"/incidents/{clash}").text
    enter(desk, f"claims/{claim(desk, 'Seven members')['id']}/reviews", act="reject", reason="a misprint")
    enter(desk, f"claims/{claim(desk, 'ten people')['id']}/reviews", act="note", reason="see p. 2")
    enter(desk, f"incidents/{clash}/grade", grade="fair", reason="two monitors")
    merged = enter(desk, f"incidents/{clash}/merge", BASMA, other=fled, reason="one night")["entry"]
    told = desk.get(f"/incidents/{clash}").text
    for words in ("Amal noted: see p. 2", "Amal graded it fair: two monitors", "held to be one happening: one night"):
        assert words in told
    enter(desk, "undo", entry=merged)
    assert "one night" not in desk.get(f"/incidents/{clash}").text


def test_a_rejected_claim_stays_in_the_history_of_its_incident_which_the_api_pages(desk: TestClient) -> None:
    clash = incident(desk, "armed_clash")["incident"]
    gone = enter(desk, f"claims/{claim(desk, 'Seven members')['id']}/reviews", act="reject", reason="a misprint")[
        "entry"
    ]
    graded = enter(desk, f"incidents/{clash}/grade", BASMA, grade="fair", reason="Alaa said so")["entry"]
    assert "Amal rejected: a misprint" in desk.get(f"/incidents/{clash}").text
    first = desk.get(f"{API}/incidents/{clash}/history?limit=1").json()
    assert (first["total"], first["items"][0]["entry"], first["next"]) == (2, gone, str(gone))
    (second,) = items(desk, f"incidents/{clash}/history", cursor=first["next"])
    assert second == {"entry": graded, "words": "Basma graded it fair: [protected source] said so"}
    enter(desk, "undo", entry=gone)
    assert [one["entry"] for one in items(desk, f"incidents/{clash}/history")] == [graded]


def test_a_grade_set_by_a_person_is_what_tolls_ask_for(desk: TestClient) -> None:
    clash = incident(desk, "armed_clash")["incident"]
    enter(desk, f"incidents/{clash}/grade", grade="fair")
    assert [one["incident"] for one in items(desk, "incidents", grade="fair")] == [clash]
    assert [one["incident"] for one in items(desk, "tolls/incidents", grade="fair")] == [clash]


def test_the_forms_of_the_pages_enter_the_same_and_lead_back(desk: TestClient) -> None:
    seven = claim(desk, "Seven members")
    answer = desk.post(f"/claims/{seven['id']}/reviews", data={"act": "accept", "seen": "0"}, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/reports/{seven['report_id']}?entered=")
    assert "accepted" in desk.get(answer.headers["location"]).text
    blank = {"act": "correct", "field": "number", "words": "8", "start": "", "end": "", "first": "", "kind": ""}
    assert desk.post(f"/claims/{seven['id']}/reviews", data=blank).status_code == 200  # as sent without scripts
    card = desk.post(
        f"/claims/{seven['id']}/reviews", data={"act": "note", "reason": "see p. 2"}, headers={"hx-request": "true"}
    )
    assert card.text.lstrip().startswith("<li")
    assert "see p. 2" in card.text


def test_somebody_else_sits_down_at_the_desk(desk: TestClient) -> None:
    desk.post("/reviewer", data={"name": "بسمة", "back": "/queue"})
    assert "بسمة" in desk.get("/").text
    enter(desk, f"claims/{claim(desk, 'Seven members')['id']}/reviews", act="accept")
    assert items(desk, "log")[0]["author"] == "بسمة"
    assert desk.post("/reviewer", data={"name": "sijill"}).status_code == 422
    assert (
        desk.post("/reviewer", data={"name": "A", "back": "//evil.example"}, follow_redirects=False).headers["location"]
        == "/"
    )


def test_whoever_hides_in_a_report_that_is_pasted_is_masked_at_once(desk: TestClient) -> None:
    text = (
        "HOMS, March 4 (Wire) - Soldiers killed six people in Rastan on Sunday, said Burhan Maliki, a resident who "
        "spoke on condition of anonymity."
    )
    pasted = desk.post("/api/v1/reports", json={"text": text, "published": "2014-03-05"})
    report = pasted.json()["report"]
    for address in (f"/reports/{report}", f"/api/v1/claims?report={report}", "/api/v1/export?format=csv&rows=claims"):
        told = desk.get(address).text
        assert "Rastan" in told
        assert "Burhan" not in told
