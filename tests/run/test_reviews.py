"""Reviews of claims: what is in force is a function of the entries, and no review is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from small_register import DEFECTORS, EXTRACTOR, defectors_claims, report_of

from sijill.errors import UsageError
from sijill.ledger import open_register
from sijill.run import incidents_of, link_register
from sijill.run.acts import Person, undo
from sijill.run.reviewed import reviewed
from sijill.run.reviews import review_claim
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sijill.ledger import Register

AMAL = Person(name="Amal")
REPORT = report_of(DEFECTORS, "004_defectors")
SEVEN = next(claim.id for claim in defectors_claims(REPORT) if claim.evidence[0].quote.startswith("Seven"))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Register]:
    with open_register(tmp_path / "r.db") as made:
        made.enter(REPORT, defectors_claims(REPORT), extractor=EXTRACTOR)
        link_register(made)
        yield made


def number(book: Register, words: str) -> int:
    return review_claim(book, incidents_of(book), "correct", SEVEN, AMAL, field="number", value={"words": words})


def test_a_register_without_reviews_shows_what_was_read(book: Register) -> None:
    assert reviewed(book).stored == tuple(book.claims())


def test_a_correction_is_heeded_and_what_was_read_stays_in_the_book(book: Register) -> None:
    number(book, "at least eight")
    corrected = incidents_of(book).members[SEVEN].claim.figure
    assert corrected is not None
    assert corrected.count.low == 8
    assert book.claim(SEVEN).claim.figure != corrected


def test_undoing_a_review_restores_the_view_exactly(book: Register) -> None:
    before = incidents_of(book).incidents
    entry = number(book, "70")
    assert incidents_of(book).incidents != before
    undo(book, entry, AMAL)
    assert incidents_of(book).incidents == before


def test_a_review_finds_its_claim_again_when_the_report_is_read_anew(book: Register) -> None:
    number(book, "70")
    anew = [replace(claim, extractor="hand 2") for claim in defectors_claims(REPORT)]
    book.enter(REPORT, anew, extractor="hand 2")
    found = [one.claim.figure.count.low for one in reviewed(book).stored if one.claim.figure]
    assert 70 in found
    assert reviewed(book).adrift == ()


def test_a_review_whose_words_are_gone_is_listed_as_adrift(book: Register) -> None:
    entry = number(book, "70")
    book.enter(REPORT, [], extractor="hand 2")
    assert [review.seq for review in reviewed(book).adrift] == [entry]


def test_words_beyond_the_report_are_refused(book: Register) -> None:
    with pytest.raises(UsageError, match="there is nothing at"):
        review_claim(
            book, incidents_of(book), "correct", SEVEN, AMAL, field="victims", value={"words": "x"},
            words=Span(start=0, end=10**6),
        )  # fmt: skip
