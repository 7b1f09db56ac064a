"""Reviewed records from CSV: each row a claim; bad rows are named, the others enter; twice changes nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sijill.ledger import open_register

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_register import Ran

    Sijill = Callable[..., Ran]

HEADING = (
    "report,outlet,published,words,source,source_kind,measure,number,low,high,category,happening,place,country,from\n"
)
GOOD = (
    'r1,Enab,2012-03-06,"Five soldiers and 3 civilians died in Homs, medics said",medics,medical,killed,Five,5,5,'
    "state_forces,attack,Homs,SY,2012-03-05\n"
    'r1,Enab,2012-03-06,"Five soldiers and 3 civilians died in Homs, medics said",medics,medical,killed,3,,,'
    "civilian,attack,Homs,SY,2012-03-05\n"
)
BAD = (
    "r2,Enab,2012-03-06,,medics,medical,killed,3,,,civilian,attack,Homs,SY,2012-03-05\n"
    "r2,Enab,2012-03-06,Some died,medics,medical,slain,3,3,3,civilian,attack,Homs,SY,2012-03-05\n"
    "r2,Enab,2012-03-06,Some died,medics,medical,killed,many,,,civilian,attack,Homs,SY,2012-03-05\n"
    "r2,Enab,2012-03-06,Some died,medics,medical,killed,3,,,civilian,attack,Homs,SY,5 March\n"
    "r2,Enab\n"
)


@pytest.fixture
def enter(sijill: Sijill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    path = tmp_path / "new.db"
    monkeypatch.setenv("SIJILL_REGISTER", str(path))

    def run(text: str, *options: str) -> Ran:
        (tmp_path / "records.csv").write_text(text, encoding="utf-8")
        return sijill("import", str(tmp_path / "records.csv"), "--author", "Ana", *options)

    return run


def test_each_row_is_a_claim_with_its_own_source_and_words(enter: Callable[..., Ran], sijill: Sijill) -> None:
    assert enter(HEADING + GOOD).status == 0
    rows = sijill("figures", "--jsonl").lines()
    assert [(row["number"], row["low"], row["category"], row["source"]) for row in rows] == [
        ("Five", 5, "state_forces", "medics"), ("3", 3, "civilian", "medics"),
    ]  # fmt: skip
    assert {row["extractor"] for row in rows} == {"by hand, imported 1"}
    assert {row["quote"] for row in rows} == {"Five soldiers and 3 civilians died in Homs, medics said"}


def test_the_book_says_who_imported_what(enter: Callable[..., Ran], sijill: Sijill) -> None:
    enter(HEADING + GOOD)
    row = sijill("log", "--kind", "import", "--jsonl").lines()[0]
    assert (row["author"], row["subject"]) == ("Ana", "records.csv")


def test_entering_twice_changes_nothing(enter: Callable[..., Ran], tmp_path: Path) -> None:
    enter(HEADING + GOOD)
    with open_register(tmp_path / "new.db") as book:
        before = book.counts()
    assert json.loads(enter(HEADING + GOOD, "--json").out)["reports"] == {"known": 1}
    with open_register(tmp_path / "new.db") as book:
        assert book.counts() == before


def test_bad_rows_are_named_with_line_and_reason_and_the_others_enter(enter: Callable[..., Ran]) -> None:
    ran = enter(HEADING + GOOD + BAD, "--json")
    found = json.loads(ran.out)
    assert ran.status == 3
    assert found["claims"] == 2
    assert [row["line"] for row in found["refused"]] == [4, 5, 6, 7, 8]
    reasons = " ".join(row["reason"] for row in found["refused"])
    for words in ("no words", "'slain'", "'many'", "'5 March'", "more or fewer cells"):
        assert words in reasons


def test_columns_are_named_with_field(enter: Callable[..., Ran]) -> None:
    renamed = HEADING.replace("words", "quote").replace("from", "day")
    assert enter(renamed + GOOD).status == 2
    assert enter(renamed + GOOD, "--field", "words=quote", "--field", "from=day").status == 0


def test_what_a_spreadsheet_saved_is_read(enter: Callable[..., Ran]) -> None:
    assert enter("\ufeff" + HEADING.replace("\n", "\r\n") + GOOD.replace("\n", "\r\n")).status == 0
