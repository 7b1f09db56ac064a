"""`sijill link`, `sijill incidents`, `sijill incident` and the exports that carry incidents, on a small register."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from small_register import Ran

    Sijill = Callable[..., Ran]


@pytest.fixture
def linked(sijill: Sijill) -> Sijill:
    """Commands on the small register, linked."""
    assert sijill("link").status == 0
    return sijill


def clash(sijill: Sijill) -> str:
    return next(row["incident"] for row in sijill("incidents", "--jsonl").lines() if row["happening"] == "armed_clash")


def test_a_register_that_is_not_linked_says_so(sijill: Sijill) -> None:
    ran = sijill("incidents")
    assert ran.status == 3
    assert "sijill link" in ran.err


def test_linking_again_changes_nothing(linked: Sijill) -> None:
    entries = json.loads(linked("link", "--json").out)
    assert entries["judgements"] == 0
    assert json.loads(linked("link", "--json").out) == entries


def test_incidents_lists_each_happening_once_with_its_range(linked: Sijill) -> None:
    row = next(row for row in linked("incidents", "--jsonl").lines() if row["happening"] == "armed_clash")
    assert row["members"] == [["004_defectors", "idlib-clash"]]
    assert (row["killed"]["high"], row["contradictory"]) == (15, True)
    assert (row["injured"]["low"], row["injured"]["high"]) == (0, 10)
    parts = [part["category"] for source in row["killed"]["by_source"] for part in source["parts"]]
    assert {"state_forces", "armed_group", "civilian"} <= set(parts)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--place", "idlib"), 1),
        (("--country", "SY"), 1),
        (("--happening", "armed_clash", "--contested"), 1),
        (("--measure", "defected"), 1),
        (("--from", "2012-01-01", "--to", "2012-01-02"), 1),
        (("--reports", "2"), 0),
    ],
)
def test_incidents_are_filtered(linked: Sijill, options: tuple[str, ...], found: int) -> None:
    assert len(linked("incidents", "--jsonl", *options).lines()) == found


def test_an_incident_has_everything_on_one_screen(linked: Sijill) -> None:
    screen = " ".join(linked("incident", clash(linked)[:8]).out.split())
    assert "killed or injured: 10 (1 independent source)" in screen
    assert "contested, with a sum that no source states" in screen
    assert "in force: 15 (mixed), derived" in screen
    assert "part: 7 members of the security forces (state_forces)" in screen
    assert "bound: " in screen
    assert "“A gunfight broke out overnight and ten people were killed or wounded, they said.”" in screen


def test_an_incident_as_json_opens_every_number_to_its_sentences(linked: Sijill) -> None:
    document = json.loads(linked("incident", clash(linked), "--json").out)
    resting = {claim for sentence in document["sentences"] for claim in sentence["claims"]}
    assert {claim for found in document["ranges"] for claim in found["claims"]} <= resting
    assert document["summary"]["incident"] == document["id"]


def test_the_id_of_any_of_its_claims_leads_to_the_incident(linked: Sijill) -> None:
    home = json.loads(linked("incident", clash(linked), "--json").out)
    assert json.loads(linked("incident", home["claims"][-1], "--json").out) == home


def test_a_running_total_belongs_to_no_incident_and_says_so(linked: Sijill) -> None:
    total = linked("figures", "--scope", "cumulative", "--jsonl").lines()[0]["id"]
    ran = linked("incident", total)
    assert ran.status == 4
    assert "running total" in ran.err
    assert linked("incident", "zzz").status == 4


def test_protected_sources_are_masked_wherever_incidents_are_shown(linked: Sijill) -> None:
    id_ = clash(linked)
    for command in (("incidents",), ("incidents", "--json"), ("incident", id_), ("incident", id_, "--json"),
                    ("export", "--format", "incidents")):  # fmt: skip
        out = linked(*command).out.lower()
        assert "alaa" not in out
        assert "one activist in the city" not in out or command[0] == "incident"
    assert "alaa" in linked("incident", id_, "--unmasked").out.lower()


def test_exported_figures_carry_the_incident_once_linked(sijill: Sijill) -> None:
    before = sijill("export").lines()[0]
    assert {claim["incident"] for claim in before["claims"]} == {"idlib-clash", None}
    sijill("link")
    after = sijill("export").lines()[0]
    assert {claim["incident"] for claim in after["claims"]} == {clash(sijill), None}
    assert after["claims"][-1]["incident"] is None
    assert {claim["id"] for claim in after["claims"]} == {claim["id"] for claim in before["claims"]}


def test_exported_incidents_are_one_a_line_and_name_every_linked_claim(linked: Sijill) -> None:
    lines = linked("export", "--format", "incidents").lines()
    claims = [claim for line in lines for claim in line["claims"]]
    assert len(claims) == len(set(claims)) == 10


def test_csv_of_incidents_has_a_row_an_incident_with_the_ranges_of_the_dead_and_the_injured(linked: Sijill) -> None:
    rows = list(csv.DictReader(linked("incidents", "--csv").out.splitlines()))
    lines = linked("incidents", "--jsonl").lines()
    assert [row["incident"] for row in rows] == [line["incident"] for line in lines]
    for row, line in zip(rows, lines, strict=True):
        assert row["killed_low"] == str(line["killed"]["low"] or "")
        assert len(row["reports"].split("; ")) == len({report for report, _ in line["members"]})
