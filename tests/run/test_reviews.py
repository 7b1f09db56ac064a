"""Reviews of claims: what is in force is a function of the entries, and no review is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from small_register import DEFECTORS, EXTRACTOR, defectors_claims, report_of

from sijill.errors import UsageError
from sijill.ledger import ClaimFilter, open_register
from sijill.ledger.passing import passes
from sijill.run import Shown, incidents_of, link_register
from sijill.run.acts import Person, undo
from sijill.run.reviews import grade, review_claim
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
    assert list(Shown(book).claims()) == list(book.claims())


def test_a_correction_is_heeded_and_what_was_read_stays_in_the_book(book: Register) -> None:
    number(book, "at least eight")
    corrected = incidents_of(book).members[SEVEN].claim.figure
    assert corrected is not None
    assert corrected.count.low == 8
    assert book.claim(SEVEN).claim.figure != corrected


def test_a_claim_whose_id_a_correction_changed_is_found_and_corrected_by_its_old_id(book: Register) -> None:
    review_claim(book, incidents_of(book), "correct", SEVEN, AMAL, field="measure", value={"words": "injured"})
    view = incidents_of(book)
    assert view.home(SEVEN) == view.home(view.reviewed.moved[SEVEN])
    review_claim(book, view, "correct", SEVEN, AMAL, field="number", value={"words": "70"})
    (changed,) = incidents_of(book).reviewed.changed.values()
    assert changed.claim.figure is not None
    assert (changed.claim.figure.measure, changed.claim.figure.count.low) == ("injured", 70)


def test_filters_meet_what_a_claim_was_corrected_to(book: Register) -> None:
    review_claim(book, incidents_of(book), "correct", SEVEN, AMAL, field="measure", value={"words": "injured"})
    assert [one.seq for one in Shown(book).claims(ClaimFilter(measure="injured"))] == [book.claim(SEVEN).seq]


def test_a_rejected_claim_is_shown_no_more_and_a_grade_shows(book: Register) -> None:
    first = incidents_of(book).incidents[0]
    grade(book, incidents_of(book), first.id, "weak", AMAL)
    assert incidents_of(book).incident(first.id).grade == "weak"
    review_claim(book, incidents_of(book), "reject", SEVEN, AMAL)
    assert SEVEN not in [one.claim.id for one in Shown(book).claims()]
    assert SEVEN not in incidents_of(book).homes


def test_erasing_a_report_erases_its_reviews(book: Register) -> None:
    entry = number(book, "70")
    book.erase_report(REPORT.name, author="Amal", reason="asked")
    assert next(book.entries(after=entry - 1)).kind == "erased"
    assert book.kept.state() == {}


@pytest.mark.parametrize(
    "wanted",
    [
        ClaimFilter(), ClaimFilter(only="figures"), ClaimFilter(only="happenings"), ClaimFilter(measure="killed"),
        ClaimFilter(place="Idlib"), ClaimFilter(place="Syria"), ClaimFilter(country="SY"), ClaimFilter(protected=True),
        ClaimFilter(first_day=date(2011, 6, 5), last_day=date(2011, 6, 30)), ClaimFilter(source_kind="monitor"),
        ClaimFilter(scope="incident"), ClaimFilter(report="004_defectors"), ClaimFilter(certainty="asserted"),
    ],
)  # fmt: skip
def test_a_filter_answers_alike_in_the_book_and_beside_it(book: Register, wanted: ClaimFilter) -> None:
    report = wanted.report and REPORT.id
    assert list(book.claims(wanted)) == [one for one in book.claims() if passes(one.claim, wanted, report)]


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
    found = [one.claim.figure.count.low for one in Shown(book).claims() if one.claim.figure]
    assert 70 in found
    assert Shown(book).reviewed.adrift == ()


def test_a_review_whose_words_are_gone_is_listed_as_adrift(book: Register) -> None:
    entry = number(book, "70")
    book.enter(REPORT, [], extractor="hand 2")
    assert [review.seq for review in Shown(book).reviewed.adrift] == [entry]


def test_words_beyond_the_report_are_refused(book: Register) -> None:
    with pytest.raises(UsageError, match="there is nothing at"):
        review_claim(
            book, incidents_of(book), "correct", SEVEN, AMAL, field="victims", value={"words": "x"},
            words=Span(start=0, end=10**6),
        )  # fmt: skip
