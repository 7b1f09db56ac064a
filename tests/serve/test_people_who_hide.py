"""Whoever hides in a report is named in nothing that is made to be shared, source of a claim or not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient
from people_who_hide import NAME, TEXT, enter_hiding, hiding_claim, hiding_report, people
from small_register import EXTRACTOR
from sqlalchemy import create_engine

from sijill.ledger import forms, open_register
from sijill.model import Source
from sijill.serve.failures import NOT_FOUND
from sijill.serve.masking import MASKED, UNMASKED, mask_for
from sijill.serve.silent import people_documents, silent_line
from sijill.serve.web import make_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_register import Ran

    from sijill.model import Report

    Sijill = Callable[..., Ran]

FORMS = ("claims", "incidents", "main")
WAYS_OUT = (
    ("show", "report of who hides"),
    ("show", "report of who hides", "--json"),
    ("show", "report of who hides", "--html", "-"),
    ("figures", "--jsonl"),
    ("happenings", "--jsonl"),
    ("reports", "--json"),
    ("incidents", "--jsonl"),
    ("log", "--jsonl"),
    ("export", "--format", "figures", "--masked"),
    *(("export", "--format", form) for form in FORMS),
)


@pytest.fixture
def hiding(register: Path) -> Report:
    """The report of one who hides, in the small register."""
    return enter_hiding(register)


@pytest.mark.parametrize("arguments", WAYS_OUT, ids=" ".join)
def test_no_way_out_names_who_hides(sijill: Sijill, hiding: Report, arguments: tuple[str, ...]) -> None:
    assert sijill("link").status == 0
    ran = sijill(*(hiding.id if word == "report of who hides" else word for word in arguments))
    assert ran.status == 0, ran.err
    assert ran.out
    assert NAME not in (ran.out + ran.err).casefold()


@pytest.mark.parametrize("asked", ["intervie", "kari"])
@pytest.mark.parametrize("more", [(), ("--json",)], ids=["", "--json"])
def test_a_report_that_is_not_found_names_nobody_who_hides(
    sijill: Sijill, register: Path, hiding: Report, asked: str, more: tuple[str, ...]
) -> None:
    with open_register(register) as book:
        book.enter(replace(hiding, name="karimov-again"), [], extractor=EXTRACTOR)
    ran = sijill("show", asked, *more)
    assert ran.status == NOT_FOUND
    assert hiding.id[:12] in ran.err
    assert NAME not in (ran.out + ran.err).casefold()


def test_no_page_that_is_not_found_names_who_hides(register: Path, hiding: Report) -> None:
    with TestClient(make_app(str(register), reviewer="Amal", max_bytes=10_000), base_url="http://127.0.0.1") as desk:
        for address in ("/reports/intervie", "/api/v1/reports/intervie"):
            answer = desk.get(address)
            assert (answer.status_code, hiding.id[:12] in answer.text) == (404, True)
            assert NAME not in answer.text.casefold()


def test_a_release_names_nobody_who_hides(sijill: Sijill, hiding: Report, tmp_path: Path) -> None:
    assert hiding.title
    config, folder = tmp_path / "release.toml", tmp_path / "release"
    config.write_text('title = "Idlib"\nfields = ["incident", "place_name", "alleged_perpetrator", "sources"]\n')
    assert sijill("link").status == 0
    assert sijill("publish", "--to", str(folder), "--config", str(config)).status == 0
    assert all(NAME.encode() not in file.read_bytes().lower() for file in folder.iterdir())
    assert any(b"guards" in file.read_bytes() for file in folder.iterdir())


def test_no_page_and_no_answer_of_the_workbench_names_who_hides(register: Path, hiding: Report) -> None:
    with TestClient(make_app(str(register), reviewer="Amal", max_bytes=10_000), base_url="http://127.0.0.1") as desk:
        lists = [f"/api/v1/{name}" for name in ("claims", "incidents", "reports", "log", "sources")]
        for address in ("/", "/reports", f"/reports/{hiding.id}", f"/api/v1/reports/{hiding.id}", *lists):
            answer = desk.get(address)
            assert answer.status_code == 200, address
            assert NAME not in answer.text.casefold(), address
        assert "protected, source of no claim: 2" in desk.get(f"/reports/{hiding.id}").text


def test_unmasked_they_are_shown_where_a_reader_looks(sijill: Sijill, hiding: Report) -> None:
    assert "protected, source of no claim: “Karimov”, “A taxi driver”" in sijill("show", "karimov", "--unmasked").out
    shown = json.loads(sijill("show", "karimov", "--json", "--unmasked").out)
    assert [one["worded"] for one in shown["people_who_hide"]] == ["Karimov", "A taxi driver"]
    assert shown["people_who_hide"][0]["report_id"] == hiding.id
    assert not any(one["source_of_claim"] for one in shown["people_who_hide"])


@pytest.mark.usefixtures("hiding")
def test_masked_only_their_number_is_told(sijill: Sijill) -> None:
    assert "protected, source of no claim: 2" in sijill("show", "karimov").out
    masked = json.loads(sijill("show", "karimov", "--json").out)["people_who_hide"]
    assert [one["worded"] for one in masked] == [MASKED, MASKED]
    assert [one["name"] for one in masked] == [None, None]


def test_no_word_of_them_stays_in_an_erased_report(sijill: Sijill, register: Path, hiding: Report) -> None:
    assert sijill("erase", hiding.name, "--reason", "asked", "--yes", "--author", "Ana").status == 0
    assert NAME.encode() not in register.read_bytes().lower()
    assert b"taxi driver" not in register.read_bytes()
    with open_register(register) as book:
        assert list(book.hidden_people(superseded=True)) == []


@pytest.mark.usefixtures("hiding")
def test_a_person_who_is_erased_is_blocked_out_of_those_who_hide(sijill: Sijill, register: Path) -> None:
    assert sijill("erase", "--person", "Karimov", "--reason", "asked", "--yes", "--author", "Ana").status == 0
    assert NAME.encode() not in register.read_bytes().lower()
    with open_register(register) as book:
        (report,) = (one for one in book.reports() if "river" in one.text)
        found = list(book.hidden_people(report.id))
        assert [person.worded for person in found] == ["█" * 7, "A taxi driver"]
        assert all(e.span.of(report.text) == e.quote for person in found for e in person.evidence)


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A register of the form that knew nothing of people who hide."""
    path = tmp_path / "older.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        forms.migrate(connection, "0001")
    engine.dispose()
    return path


def test_a_register_of_an_older_form_is_shown(sijill: Sijill, older: Path) -> None:
    assert sijill("reports", "--register", str(older)).status == 0


READ_WITHOUT_RIGHTS = """
import os, shutil, sys, tempfile
from sijill.serve.opening import Masks, register_to_read
with tempfile.TemporaryDirectory() as folder:  # what is imported late may not be readable after this
    shutil.copy(sys.argv[1], folder + "/first.db")
    with register_to_read(folder + "/first.db") as book:
        Masks(book, unmasked=False)
os.setgid(65534), os.setuid(65534)
with register_to_read(sys.argv[1]) as book:
    Masks(book, unmasked=False)
    print(len(list(book.reports())), list(book.hidden_people()), list(book.hidden_people(superseded=True)))
"""


@pytest.mark.root
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs to become a user without rights")
def test_a_register_of_an_older_form_that_nobody_may_write_is_shown_as_it_is(older: Path) -> None:
    for folder in (f for f in older.parents if f.stat().st_mode & 0o777 == 0o700):
        folder.chmod(0o755)
    before = older.read_bytes()
    command = [sys.executable, "-c", READ_WITHOUT_RIGHTS, str(older)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    assert (done.stdout, done.stderr) == ("0 [] []\n", "")
    assert older.read_bytes() == before


def test_a_role_hides_no_other_word(register: Path) -> None:
    assert register.exists()
    report = hiding_report()
    _, driver = people(report)
    assert mask_for([], [driver]).text(TEXT) == TEXT


@pytest.mark.parametrize("name", ["The", "A", "The Fox", "the Fox"])
def test_a_name_with_a_determiner_hides_no_determiner(name: str) -> None:
    report = hiding_report()
    karimov, _ = people(report)
    text = "The Fox saw a man and the sea"
    masked = mask_for([], [replace(karimov, worded="a man", name=name)]).text(text)
    assert masked == (text.replace("The Fox", MASKED) if "Fox" in name else text)


def test_why_a_first_name_is_given_hides_no_other_name() -> None:
    karimov, _ = people(hiding_report())
    given = replace(karimov, how="first_name", why="because he went to Homs, Syria")
    assert mask_for([], [given]).text("Homs, said Karimov") == f"Homs, said {MASKED}"


def test_a_kunya_is_hidden_with_and_without_what_follows_it() -> None:
    report = hiding_report()
    karimov, _ = people(report)
    mask = mask_for([], [replace(karimov, name="Abu Omar al-Homsi")])
    assert mask.text("Abu Omar al-Homsi; Abu Omar; al-Homsi; Omar") == f"{MASKED}; {MASKED}; {MASKED}; Omar"


@pytest.mark.parametrize(("worded", "name"), [("Karimov", None), ("the man", "Karimov")])
def test_who_is_the_source_of_a_claim_is_not_told_of_twice(worded: str, name: str | None) -> None:
    report = hiding_report()
    claim = hiding_claim(report)
    karimov, driver = people(report)
    said_by = replace(claim, sources=(Source(worded=worded, kind="witness", name=name, protected=True),))
    assert silent_line([karimov], [said_by], UNMASKED) == ""
    assert (
        silent_line([karimov, driver], [claim, said_by], UNMASKED) == "protected, source of no claim: “A taxi driver”"
    )
    documents = people_documents([karimov, driver], [said_by], UNMASKED)
    assert [one["source_of_claim"] for one in documents] == [True, False]


def test_who_is_the_source_of_no_claim_is_told_of() -> None:
    report = hiding_report()
    claim = hiding_claim(report)
    karimov, _ = people(report)
    assert silent_line([karimov], [claim], UNMASKED) == "protected, source of no claim: “Karimov”"
    assert silent_line([], [claim], UNMASKED) == ""


@pytest.mark.usefixtures("hiding")
@pytest.mark.parametrize(("masked", "worded"), [("--masked", MASKED), ("--unmasked", "Karimov")])
def test_the_figures_form_tells_who_hides(sijill: Sijill, masked: str, worded: str) -> None:
    lines = sijill("export", "--format", "figures", masked).lines()
    told = [one for line in lines for one in line["people_who_hide"]]
    assert [one["worded"] for one in told][:1] == [worded]
    assert [one["source_of_claim"] for one in told] == [False, False]
