"""What people judge in the terminal: entered with who and why, outranking the program, and undone exactly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from small_register import EXTRACTOR, exactly, figure, report_of

from sijill.ledger import open_register

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_register import Ran

    Sijill = Callable[..., Ran]


@pytest.fixture
def linked(sijill: Sijill, monkeypatch: pytest.MonkeyPatch) -> Sijill:
    """Commands of a person on the small register, linked."""
    monkeypatch.setenv("SIJILL_AUTHOR", "Amal")
    assert sijill("link").status == 0
    return sijill


def incidents(sijill: Sijill) -> list[str]:
    return sijill("export", "--format", "incidents").out.splitlines()


def ids(sijill: Sijill) -> dict[str, str]:
    rows = sijill("incidents", "--jsonl").lines()
    return {row["happening"] or row["place"] or "homs": row["incident"] for row in rows}


def test_two_incidents_are_merged_and_both_ids_lead_to_the_one(linked: Sijill) -> None:
    clash, fled = ids(linked)["armed_clash"], ids(linked)["displacement"]
    before = incidents(linked)
    assert linked("merge", clash, fled, "--because", "one night").status == 0
    assert len(incidents(linked)) == len(before) - 1
    assert linked("incident", clash, "--json").out == linked("incident", fled, "--json").out


def test_undo_restores_the_view_exactly_and_undoing_it_brings_the_act_back(linked: Sijill) -> None:
    before = incidents(linked)
    linked("merge", ids(linked)["armed_clash"], ids(linked)["displacement"])
    merged = incidents(linked)
    undone = json.loads(linked("undo", "--json").out)["entry"]
    assert incidents(linked) == before
    assert linked("undo", str(undone)).status == 0
    assert incidents(linked) == merged


def test_merging_then_splitting_is_the_identity(linked: Sijill) -> None:
    before = incidents(linked)
    clash, fled = ids(linked)["armed_clash"], ids(linked)["displacement"]
    linked("merge", clash, fled)
    assert linked("split", clash, fled).status == 0
    assert incidents(linked) == before


def test_a_split_takes_claims_out_and_keeps_the_others_together(linked: Sijill) -> None:
    clash = json.loads(linked("incident", ids(linked)["armed_clash"], "--json").out)
    leaving = clash["claims"][-2:]
    linked("split", clash["id"], *leaving)
    assert json.loads(linked("incident", clash["id"], "--json").out)["claims"] == clash["claims"][:-2]
    assert json.loads(linked("incident", leaving[1], "--json").out)["claims"] == leaving


def test_different_parts_and_same_joins_two_claims(linked: Sijill) -> None:
    first, *_, last = json.loads(linked("incident", ids(linked)["armed_clash"], "--json").out)["claims"]
    apart = json.loads(linked("different", first, last, "--json").out)
    assert len(set(apart["incidents"].values())) == 2
    joined = json.loads(linked("same", first, last, "--json").out)
    assert len(set(joined["incidents"].values())) == 1


def test_judgements_survive_linking_over_and_new_reports(linked: Sijill, register: Path) -> None:
    linked("merge", ids(linked)["armed_clash"], ids(linked)["displacement"])
    merged = incidents(linked)
    later = report_of("Nine people were killed in Basra.\n", "basra")
    with open_register(register) as book:
        book.enter(later, [figure(later, "Nine people were killed", "Nine", exactly(9))], extractor=EXTRACTOR)
    assert incidents(linked) == merged
    linked("link")
    assert set(merged) < set(incidents(linked))


def test_what_is_entered_later_is_said_to_be_in_no_incident_yet(linked: Sijill, register: Path) -> None:
    later = report_of("Nine people were killed in Basra.\n", "basra")
    with open_register(register) as book:
        book.enter(later, [figure(later, "Nine people were killed", "Nine", exactly(9))], extractor=EXTRACTOR)
    assert "not linked yet, and in no incident: 1 claim: sijill link" in linked("incidents").err
    claim = linked("figures", "--report", "basra", "--jsonl").lines()[0]["id"]
    assert "not linked yet" in linked("incident", claim).err


def test_the_log_shows_who_judged_what_and_why(linked: Sijill) -> None:
    linked("merge", ids(linked)["armed_clash"], ids(linked)["displacement"], "--because", "Alaa told us both")
    linked("undo", "--because", "he did not")
    rows = linked("log", "--people", "--jsonl").lines()
    assert [(row["author"], row["kind"], row["act"]) for row in rows] == [
        ("Amal", "judgement", "merge"), ("Amal", "undo", None),
    ]  # fmt: skip
    assert rows[1]["undoes"] == rows[0]["entry"]
    assert rows[0]["reason"] == "[protected source] told us both"
    assert "he did not" in linked("log", "--people").out


def test_the_log_lists_every_entry_in_order(linked: Sijill) -> None:
    rows = linked("log", "--jsonl").lines()
    assert [row["entry"] for row in rows] == list(range(1, len(rows) + 1))
    assert rows[-1]["kind"] == "link"
    assert len(linked("log", "--csv", "--kind", "report").out.splitlines()) == 4


def test_what_the_program_joined_can_be_undone_too(linked: Sijill) -> None:
    entries = linked("log", "--kind", "judgement", "--jsonl").lines()
    assert all(entry["author"] == "sijill" for entry in entries)
    before = incidents(linked)
    for entry in entries:
        assert linked("undo", str(entry["entry"])).status == 0
    taken_back = incidents(linked)
    for _ in entries:
        last = linked("log", "--people", "--jsonl").lines()[-1]["entry"]
        linked("undo", str(last))
    assert len(taken_back) >= len(before)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("undo",), 4),
        (("undo", "1"), 4),
        (("same", "zzz", "yyy"), 4),
        (("log", "--kind", "rumour"), 2),
    ],
)
def test_what_cannot_be_done_is_refused_with_words(linked: Sijill, arguments: tuple[str, ...], status: int) -> None:
    ran = linked(*arguments)
    assert (ran.status, ran.out) == (status, "")
    assert ran.err


def test_nobody_judges_twice_over_or_under_the_programs_name(linked: Sijill) -> None:
    clash, fled = ids(linked)["armed_clash"], ids(linked)["displacement"]
    assert linked("merge", clash, clash).status == 2
    assert linked("same", clash, clash).status == 2
    assert linked("split", clash, fled).status == 2
    assert linked("merge", clash, fled, "--author", "sijill").status == 2
    linked("merge", clash, fled)
    entry = linked("log", "--people", "--jsonl").lines()[-1]["entry"]
    linked("undo", str(entry))
    assert linked("undo", str(entry)).status == 2


def test_an_undo_says_what_it_takes_back(linked: Sijill) -> None:
    clash, fled = ids(linked)["armed_clash"], ids(linked)["displacement"]
    linked("merge", clash, fled, "--because", "one night")
    told = linked("undo").out
    assert "is taken back: merge" in told
    assert "(by Amal: one night)" in told


def test_an_incident_that_loses_a_claim_is_named_with_it(linked: Sijill) -> None:
    clash = json.loads(linked("incident", ids(linked)["armed_clash"], "--json").out)
    told = linked("split", clash["id"], clash["claims"][-1]).err
    assert f"incident {clash['id'][:8]} is without {clash['claims'][-1][:8]} now" in told
    assert "without" not in linked("merge", clash["id"], ids(linked)["displacement"]).err
