from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient
from small_register import DEFECTORS, defectors_claims, hostile_claims

from sijill.ledger import open_register
from sijill.run import incidents_of
from sijill.run.acts import Person
from sijill.run.reviews import review_claim
from sijill.serve.opened import sentence_around
from sijill.serve.web import make_app
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_register import Ran

    from sijill.model import Report

    Sijill = Callable[..., Ran]


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_claim_opens_down_to_its_words(sijill: Sijill, defectors: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    claim = defectors_claims(defectors)[5]
    out = flat(sijill("explain", claim.id).out)
    assert "Seven members of the security forces, five army rebels and three civilians were killed" in out
    for part in (
        "number 7; bounds: 7 (exact) “Seven”; number by hand",
        "source the Observatory (SOHR) (monitor), resolved to Syrian Observatory for Human Rights",
        "days up to 1 day before publication (precision 2: two to six days) “overnight”; overnight",
        "counted from publication, -1 to 0 days",
        "published unknown (neither given nor found) the page's metadata says 2011-11-30, the text nothing",
        "place Idlib only place of that name in SY",
        "gazetteer Idlib, Idlib, SY, 169389, 35.9306, 36.6339",
        "place precision 1: the place itself",
        "incident idlib-clash",
        "read by hand 1",
    ):
        assert part in out


def test_doubt_perpetrator_and_cue_words_are_shown(
    sijill: Sijill, defectors: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    out = flat(sijill("explain", defectors_claims(defectors)[8].id).out)
    assert "certainty hedged “apparently”; certainty by hand" in out
    assert "alleged perpetrator armed groups" in out
    assert "about 1,100; bounds: 1,100, approximately (about)" in out


def test_what_was_not_resolved_is_shown(sijill: Sijill, defectors: Report) -> None:
    out = flat(sijill("explain", defectors_claims(defectors)[7].id).out)
    assert "not resolved whether the three are among the ten" in out


def test_the_evidence_is_marked_in_colour(sijill: Sijill, defectors: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;30;43mSeven\x1b[0m" in sijill("explain", defectors_claims(defectors)[5].id).out


def test_a_protected_source_is_masked_unless_told(sijill: Sijill, defectors: Report) -> None:
    claim = defectors_claims(defectors)[3]
    for masked in (sijill("explain", claim.id), sijill("explain", claim.id, "--json")):
        assert "alaa" not in masked.out.lower()
        assert "anonymous, protected: who gave his name as [protected source]" in flat(masked.out)
    assert "“I counted three dead,” Alaa said" in sijill("explain", claim.id, "--unmasked").out


def test_json_holds_the_claim_its_sentences_and_its_fields(sijill: Sijill, defectors: Report) -> None:
    claim = defectors_claims(defectors)[8]
    opened = json.loads(sijill("explain", claim.id[:10], "--json").out)
    assert opened["claim"]["id"] == claim.id
    assert opened["claim"]["alleged_perpetrator"]["worded"] == "armed groups"
    assert opened["claim"]["days"]["first"] == "2011-03-01"
    assert opened["sentences"] == [DEFECTORS.splitlines()[-1]]
    assert {"field": "certainty", "value": "hedged", "rests_on": "“apparently”; certainty by hand"} in opened["fields"]
    assert opened["report"]["name"] == "004_defectors"


def test_an_id_that_names_nothing_is_not_found(sijill: Sijill) -> None:
    ran = sijill("explain", "ffffffffffff")
    assert ran.status == 4
    assert "ffffffffffff" in ran.err


def test_an_ambiguous_beginning_lists_what_it_may_be(sijill: Sijill, defectors: Report) -> None:
    firsts = [claim.id[0] for claim in defectors_claims(defectors)]
    shared = next(first for first in firsts if firsts.count(first) > 1)
    ran = sijill("explain", shared)
    assert ran.status == 4
    assert "more than one" in ran.err


@pytest.mark.parametrize(
    ("text", "at", "sentence"),
    [
        ("One. Two died. Three.", 5, "Two died."),
        ("Lt. Tlass said two died.", 15, "Lt. Tlass said two died."),
        ("“We saw.” Two\nThree", 10, "Two"),
        ("x", 0, "x"),
        ("Two died", 0, "Two died"),
    ],
)
def test_the_sentence_around_a_span(text: str, at: int, sentence: str) -> None:
    assert sentence_around(text, Span(start=at, end=at + 1)).of(text) == sentence


@pytest.fixture
def corrected(sijill: Sijill, defectors: Report) -> str:
    """The id under which a claim was read whose number Amal corrected."""
    claim = defectors_claims(defectors)[5].id
    assert sijill("link").status == 0
    said = sijill("correct", claim, "number", "at least 8", "--because", "Alaa miscounted", "--author", "Amal")
    assert said.status == 0
    return claim


def test_a_corrected_claim_is_shown_as_it_stands_with_what_was_read_who_and_why(
    sijill: Sijill, corrected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    out = flat(sijill("explain", corrected).out)
    assert "As it was read" in out
    assert "at least 8; bounds: 8 or more (at_least) 7; bounds: 7 (exact)" in out
    assert "Amal corrected the number to “at least 8”: [protected source] miscounted" in out


def test_json_holds_a_corrected_claim_twice_and_its_id_of_today_leads_to_it_too(sijill: Sijill, corrected: str) -> None:
    opened = json.loads(sijill("explain", corrected, "--json").out)
    assert opened["claim"]["figure"]["count"]["value"] == 8
    assert opened["as_read"]["figure"]["count"]["value"] == 7
    assert [(one["author"], one["field"]) for one in opened["reviews"]] == [("Amal", "number")]
    sijill("correct", corrected, "measure", "injured", "--author", "Amal")
    opened = json.loads(sijill("explain", corrected, "--json").out)
    today = opened["claim"]["id"]
    assert today != corrected
    assert json.loads(sijill("explain", today[:8], "--json").out) == opened


def test_a_claim_that_nobody_reviewed_has_no_column_of_what_was_read(sijill: Sijill, defectors: Report) -> None:
    opened = json.loads(sijill("explain", defectors_claims(defectors)[5].id, "--json").out)
    assert (opened["as_read"], opened["reviews"], opened["rejected"]) == (None, [], False)
    assert "As it was read" not in sijill("explain", defectors_claims(defectors)[5].id).out


def test_a_rejected_claim_says_so(sijill: Sijill, corrected: str) -> None:
    sijill("reject", corrected, "--because", "another story")
    assert "rejected: it stands in no listing" in sijill("explain", corrected).out


def test_a_name_that_an_earlier_correction_protected_is_shown_nowhere(
    sijill: Sijill, register: Path, defectors: Report
) -> None:
    """The first correction keeps its words in the book; it stays masked when it is overtaken, and when it is undone."""
    claim = defectors_claims(defectors)[5].id
    assert sijill("link").status == 0
    entries = [named_as(register, claim, words) for words in ("Dr Karim Haddad", "a doctor")]
    said = shown_everywhere(sijill, register, claim)
    assert "haddad" not in said.lower()
    assert "Amal corrected the source" in said
    sijill("undo", str(entries[0]))
    sijill("note", claim, "Karim Haddad asked us to take it back")
    assert "haddad" not in shown_everywhere(sijill, register, claim).lower()


def named_as(register: Path, claim: str, words: str) -> int:
    """Correct a claim's source to a protected one, as the workbench does."""
    with open_register(register, create=False) as book:
        value = {"words": words, "kind": "medical", "protected": True}
        return review_claim(
            book, incidents_of(book), "correct", claim, Person(name="Amal"), field="source", value=value
        )


def shown_everywhere(sijill: Sijill, register: Path, claim: str) -> str:
    """Return what every view says of the claim."""
    said = sijill("explain", claim).out + sijill("explain", claim, "--json").out + sijill("log", "--json").out
    with TestClient(make_app(str(register), reviewer="Amal"), base_url="http://127.0.0.1") as desk:
        report = desk.get(f"/api/v1/claims/{claim}").json()["report_id"]
        return said + desk.get(f"/reports/{report}").text + desk.get(f"/api/v1/claims/{claim}").text


def test_a_protected_name_is_masked_in_what_is_said_of_another_report(
    sijill: Sijill, register: Path, hostile: Report
) -> None:
    claim = hostile_claims(hostile)[1].id
    assert sijill("link").status == 0
    assert sijill("reject", claim, "--because", "Alaa says it is his own count").status == 0
    assert "[protected source] says" in flat(sijill("explain", claim).out)
    assert sijill("accept", claim, "--because", "Alaa was wrong").status == 0
    assert "Alaa" not in shown_everywhere(sijill, register, claim)
    assert "Alaa says" in flat(sijill("explain", claim, "--unmasked").out)


def test_a_field_that_a_correction_renames_is_still_told_as_it_was_read(
    sijill: Sijill, defectors: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A release harms nobody: who did it is an actor, and was read all the same."""
    monkeypatch.setenv("COLUMNS", "200")
    claim = defectors_claims(defectors)[8].id
    assert sijill("link").status == 0
    assert sijill("correct", claim, "measure", "released").status == 0
    out = flat(sijill("explain", claim).out)
    assert "actor armed groups “armed groups”" in out
    assert "armed groups nothing" not in out
