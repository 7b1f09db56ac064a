"""Erasing on demand: no word stays in the file, a tombstone does, and the rest of the register is as it was."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest
from small_register import EXTRACTOR, defectors_claims, report_of

from sijill.ledger import ClaimFilter, open_register
from sijill.run import incidents_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_register import Ran

    from sijill.model import Report

    Sijill = Callable[..., Ran]

WHY = ("--because", "consent withdrawn", "--yes", "--author", "Ana")


def bytes_of(register: Path) -> bytes:
    beside = [Path for Path in register.parent.iterdir() if Path.name.startswith(register.name)]
    return b"".join(path.read_bytes() for path in beside)


def test_no_word_of_an_erased_report_stays_in_the_file(sijill: Sijill, register: Path) -> None:
    sijill("link")
    assert b"secret police" in bytes_of(register)
    assert sijill("erase", "004_defectors", *WHY).status == 0
    for words in (b"secret police", b"Alaa", b"004_defectors", b"Observatory"):
        assert words not in bytes_of(register)


def test_a_tombstone_says_when_who_and_why(sijill: Sijill, defectors: Report) -> None:
    sijill("erase", "004_defectors", *WHY)
    row = sijill("log", "--kind", "erasure", "--jsonl").lines()[0]
    assert (row["author"], row["reason"], row["subject"]) == ("Ana", "consent withdrawn", defectors.id)
    assert row["at"]


def test_the_book_keeps_its_numbers_and_the_other_reports(sijill: Sijill, register: Path) -> None:
    before = len(sijill("log", "--limit", "0", "--jsonl").lines())
    sijill("erase", "004_defectors", *WHY)
    with open_register(register) as book:
        numbers = [entry.seq for entry in book.entries()]
        assert numbers == list(range(1, before + 2))
        assert [report.name[:4] for report in book.reports()] == ["=cmd", "quie"]
        assert len(list(book.claims())) == 2


def test_what_is_left_links_as_before_and_nothing_is_adrift(sijill: Sijill, register: Path) -> None:
    sijill("link")
    ids = [row["id"] for row in sijill("figures", "--jsonl").lines()]
    sijill("same", ids[0], ids[-1], "--author", "Ana", "--because", "one")
    assert sijill("erase", "004_defectors", *WHY).status == 0
    with open_register(register) as book:
        view = incidents_of(book)
    assert view.adrift == ()
    assert len(view.incidents) == 2


def test_the_register_refuses_changes_again_after_an_erasure(sijill: Sijill, register: Path) -> None:
    sijill("erase", "004_defectors", *WHY)
    with sqlite3.connect(register) as raw:
        for table in ("entries", "claims", "reports", "places"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                raw.execute(f"DELETE FROM {table}")  # noqa: S608 -- the names of our own tables


def test_a_persons_name_is_blocked_out_everywhere_and_quotes_still_stand(sijill: Sijill, register: Path) -> None:
    sijill("link")
    assert sijill("erase", "--person", "Alaa", *WHY).status == 0
    for words in (b"Alaa", b"ALAA", b"alaa"):
        assert words not in bytes_of(register)
    with open_register(register) as book:
        texts = {report.id: report.text for report in book.reports()}
        claims = [stored.claim for stored in book.claims()]
        assert len(claims) == 11
        for claim in claims:
            assert all(e.span.of(texts[claim.report_id]) == e.quote for e in claim.evidence)
            assert book.claim(claim.id).claim == claim
        assert any("█" in text for text in texts.values())
        assert len(incidents_of(book).members) == 11


def test_judgements_find_their_claims_after_a_person_was_erased(sijill: Sijill, register: Path) -> None:
    sijill("link")
    ids = [row["id"] for row in sijill("figures", "--jsonl").lines()]
    sijill("same", ids[0], ids[-1], "--author", "Ana", "--because", "Alaa told both")
    sijill("erase", "--person", "Alaa", *WHY)
    with open_register(register) as book:
        view = incidents_of(book)
    assert view.adrift == ()
    assert len(view.judged.people) == 1
    assert view.judged.people[0].reason == "████ told both"


def test_every_text_of_a_revised_report_goes(sijill: Sijill, register: Path, defectors: Report) -> None:
    later = report_of(defectors.text + "More.\n", defectors.name, outlet=defectors.outlet)
    with open_register(register) as book:
        assert book.enter(later, defectors_claims(later), extractor=EXTRACTOR).status == "revision"
    found = json.loads(sijill("erase", defectors.name, *WHY, "--json").out)
    assert found["reports"] == 2
    with open_register(register) as book:
        assert len(list(book.claims(ClaimFilter(superseded=True)))) == 2


def test_a_reason_that_would_keep_the_name_is_refused(sijill: Sijill) -> None:
    assert sijill("erase", "--person", "Alaa", "--reason", "Alaa asked", "--yes").status == 2
    assert sijill("erase", "004_defectors", "--because", "004_defectors", "--yes").status == 2


def test_what_is_not_there_is_not_erased(sijill: Sijill) -> None:
    assert sijill("erase", "--person", "Zanobia", *WHY).status == 3
    assert sijill("erase", "nothing", *WHY).status == 4
    assert sijill("erase", *WHY).status == 2
