"""What the page can enter, the command line can too: a missed claim, a note, a grade, a signature."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from small_register import Ran

    Sijill = Callable[..., Ran]

REPORT = "004_defectors"


@pytest.fixture
def linked(sijill: Sijill) -> Sijill:
    assert sijill("link").status == 0
    return sijill


def incidents(sijill: Sijill) -> list[str]:
    return [row["incident"] for row in json.loads(sijill("incidents", "--json").out)]


def test_a_missed_claim_is_added_linked_listed_and_taken_back(linked: Sijill) -> None:
    before = incidents(linked)
    claim = ("A gunfight broke out", "--on", "gunfight", "--happening", "armed_clash", "--place", "Homs")
    done = linked("add", REPORT, *claim, "--author", "Ana", "--because", "missed", "--json")
    assert done.status == 0, done.err
    entry = json.loads(done.out)["entry"]
    added = [row for row in linked("happenings", "--jsonl").lines() if row["extractor"] == "person Ana"]
    assert [row["quote"] for row in added] == ["A gunfight broke out"]
    assert len(incidents(linked)) == len(before) + 1
    assert linked("undo", str(entry)).status == 0
    assert incidents(linked) == before


def test_a_figure_is_added_with_its_number_days_and_source(linked: Sijill) -> None:
    said = ("--on", "Seven", "--measure", "injured", "--number", "at least 7", "--days", "2011-11-29..2011-11-30")
    source = ("--source", "a nurse", "--source-kind", "medical", "--protected")
    assert linked("add", REPORT, "Seven members", *said, *source, "--author", "Ana").status == 0
    rows = linked("figures", "--measure", "injured", "--jsonl", "--unmasked").lines()
    (row,) = [row for row in rows if row["extractor"] == "person Ana"]
    assert (row["low"], row["high"], row["source"], row["protected"]) == (7, None, "a nurse", True)
    assert "a nurse" not in linked("figures", "--measure", "injured", "--jsonl").out


def test_words_that_stand_twice_are_refused_until_it_is_said_which(linked: Sijill) -> None:
    said = ("add", REPORT, "Alaa", "--happening", "displacement", "--author", "Ana")
    assert "stand 2 times" in linked(*said).err
    assert "stand 2 times" in linked(*said, "--occurrence", "3").err
    assert linked(*said, "--occurrence", "2").status == 0
    clause = "gave his name as Alaa, said army defectors helped them. “I counted three dead,” Alaa"
    twice = linked("add", REPORT, clause, "--on", "Alaa", "--happening", "displacement")
    assert "give more of the words" in twice.err


def test_a_part_of_a_word_is_not_the_word(linked: Sijill) -> None:
    assert "do not stand" in linked("add", REPORT, "ten peop", "--happening", "attack").err
    assert "do not stand" in linked("add", REPORT, "unfight broke", "--happening", "attack").err


def test_words_that_do_not_stand_in_the_report_add_nothing(linked: Sijill) -> None:
    done = linked("add", REPORT, "Words that nobody wrote", "--happening", "armed_clash")
    assert done.status == 2
    assert "do not stand in report 004_defectors" in done.err
    assert linked("add", REPORT, "Seven members").status == 2
    assert linked("add", "nowhere", "Seven members", "--measure", "killed").status == 4


def test_a_note_stands_in_the_log_and_changes_nothing(linked: Sijill) -> None:
    before = linked("figures", "--json").out
    claim = json.loads(before)[0]["id"]
    assert linked("note", claim[:8], "ask the hospital", "--author", "Ana").status == 0
    assert linked("figures", "--json").out == before
    row = linked("log", "--kind", "review", "--jsonl").lines()[-1]
    assert (row["act"], row["author"], row["reason"]) == ("note", "Ana", "ask the hospital")
    assert linked("note", claim, " ").status == 2
    assert "leave out --because" in linked("note", claim, "ask again", "--because", "the list is old").err


def test_a_grade_shows_until_it_is_undone(linked: Sijill) -> None:
    first = incidents(linked)[0]
    entry = json.loads(linked("grade", first[:8], "fair", "--because", "two monitors", "--json").out)["entry"]
    assert json.loads(linked("incident", first, "--json").out)["grade"] == "fair"
    assert linked("undo", str(entry)).status == 0
    assert json.loads(linked("incident", first, "--json").out)["grade"] is None
    assert linked("grade", first, "certain").status == 2


def test_two_people_sign_off_and_nobody_signs_twice(linked: Sijill) -> None:
    first = incidents(linked)[0]
    assert "signed by one person" in linked("sign", first, "--author", "Ana").out
    assert linked("sign", first, "--author", "Ana").status == 2
    assert "signed by 2 people" in linked("sign", first, "--author", "Basma").out


@pytest.mark.parametrize("command", ["add", "note", "grade", "sign", "agreement"])
def test_each_says_how_it_is_used(sijill: Sijill, command: str) -> None:
    told = sijill(command, "--help")
    assert told.status == 0
    assert f"Example: sijill {command}" in " ".join(told.out.split())
