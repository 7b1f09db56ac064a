"""`sijill toll` on a small register: the numbers, what stands beside them, and that each opens to its sentences."""

from __future__ import annotations

import csv
import io
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


def test_a_toll_sums_incidents_and_keeps_running_totals_beside_it(linked: Sijill) -> None:
    found = json.loads(linked("toll", "--json").out)
    assert found["rule"] == "ibc"
    assert found["whole"]["high"] == 22
    assert [check["worded"] for check in found["crosschecks"]] == ["some 1,100"]
    screen = " ".join(linked("toll").out.split())
    assert "Iraq Body Count" in screen
    assert "The authorities: some 1,100 killed (cumulative, since 2011-03-01)" in screen


def test_explain_opens_every_number_to_its_sentences(linked: Sijill) -> None:
    screen = " ".join(linked("toll", "--explain").out.split())
    assert "“Seven members of the security forces, five army rebels and three civilians were killed" in screen
    assert "some 1,100 soldiers since March" in screen
    document = json.loads(linked("toll", "--explain", "--json").out)
    assert {line["incident"] for line in document["incidents"]} == set(document["whole"]["incidents"])
    assert all(line["sentences"] for line in document["incidents"])
    assert document["crosscheck_sentences"]


def test_a_toll_of_nothing_says_what_the_register_holds(linked: Sijill) -> None:
    ran = linked("toll", "--place", "Reykjavik")
    assert "no incident is counted for this" in ran.err
    assert "no incident is counted" not in linked("toll").err


@pytest.mark.parametrize(
    ("option", "why"),
    [
        (("--country", "Mali"), "is not a country's code"),
        (("--from", "2024-06-10", "--to", "2024-06-01"), "no day lies between them"),
        (("--to", "2024-06-01", "--from", "2024-06-10"), "no day lies between them"),
    ],
)
def test_what_could_only_be_answered_with_nobody_is_refused(linked: Sijill, option: tuple[str, ...], why: str) -> None:
    for command in ("toll", "incidents", "figures"):
        ran = linked(command, *option)
        assert ran.status == 2
        assert why in ran.err


def test_a_countrys_code_may_be_written_small(linked: Sijill) -> None:
    assert linked("toll", "--country", "sy", "--json").out == linked("toll", "--country", "SY", "--json").out


@pytest.mark.parametrize("by", ["day", "month", "place", "source", "category", "perpetrator", "happening", "side"])
@pytest.mark.parametrize("rule", ["ibc", "airwars", "ucdp", "acled"])
def test_every_rule_gives_its_lines_by_everything(linked: Sijill, rule: str, by: str) -> None:
    found = json.loads(linked("toll", "--rule", rule, "--by", by, "--json").out)
    assert found["rows"]
    assert "alaa" not in json.dumps(found).lower()


def test_the_whole_is_the_first_row_of_csv(linked: Sijill) -> None:
    rows = list(csv.DictReader(io.StringIO(linked("toll", "--by", "place", "--csv").out)))
    assert (rows[0]["by"], rows[0]["key"], rows[0]["measure"]) == ("all", "all", "killed")
    assert sum(int(row["low"]) for row in rows[1:]) == int(rows[0]["low"])


@pytest.mark.parametrize(
    ("options", "incidents"),
    [
        (("--place", "Idlib"), 1),
        (("--from", "2012-01-01", "--to", "2012-01-02"), 1),
        (("--category", "state_forces", "--place", "Idlib"), 1),
        (("--country", "IQ"), 0),
    ],
)
def test_a_toll_is_asked_of_some_incidents(linked: Sijill, options: tuple[str, ...], incidents: int) -> None:
    found = json.loads(linked("toll", "--json", *options).out)
    assert len(found["whole"]["incidents"]) == incidents


def test_what_is_left_out_is_listed_with_its_reason(linked: Sijill) -> None:
    assert "incident: its days are not known" in linked("toll", "--from", "2012-01-01").out.replace(
        "incidents", "incident"
    )
    assert linked("toll", "--from", "2012-01-01", "--json").status == 0


def test_protected_sources_are_masked_in_a_toll(linked: Sijill) -> None:
    for options in ((), ("--by", "source"), ("--explain",), ("--explain", "--json"), ("--by", "source", "--csv")):
        assert "alaa" not in linked("toll", *options).out.lower()
    assert "alaa" in linked("toll", "--explain", "--unmasked", "--json").out.lower()


def test_unknown_rules_and_lines_are_refused(linked: Sijill) -> None:
    assert linked("toll", "--rule", "mine").status == 2
    assert linked("toll", "--by", "weather").status == 2
    assert linked("toll", "--rule", "ucdp", "--measure", "injured").status == 2
    assert linked("toll", "--csv", "--json").status == 2
