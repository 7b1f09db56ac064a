"""What reviewers hold: each claim as each person left it, and the claims that each put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_register import DEFECTORS, EXTRACTOR, defectors_claims, report_of

from sijill.ledger import open_register
from sijill.run import incidents_of, link_register
from sijill.run.acts import Person, judge, undo
from sijill.run.agreement import agreement_of
from sijill.run.reviews import add_claim, grade, review_claim
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sijill.agreement import Agreement, FieldAgreement
    from sijill.ledger import Register

AMAL, BASIL = Person(name="Amal"), Person(name="Basil")
REPORT = report_of(DEFECTORS, "004_defectors")
CLAIMS = [claim.id for claim in defectors_claims(REPORT)]
SEVEN = next(claim for claim in defectors_claims(REPORT) if claim.evidence[0].quote.startswith("Seven"))


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Register]:
    with open_register(tmp_path / "r.db") as made:
        made.enter(REPORT, defectors_claims(REPORT), extractor=EXTRACTOR)
        link_register(made)
        yield made


def found(book: Register) -> Agreement:
    return agreement_of(incidents_of(book))


def field(book: Register, name: str) -> FieldAgreement:
    return next(one for one in found(book).fields if one.field == name)


def number(book: Register, who: Person, words: str, *, at: str | None = None) -> int:
    start = REPORT.text.index(at) if at else 0
    span = Span(start=start, end=start + len(at)) if at else None
    return review_claim(
        book, incidents_of(book), "correct", SEVEN.id, who, field="number", value={"words": words}, words=span
    )


def test_a_register_that_nobody_reviewed_has_no_agreement(book: Register) -> None:
    assert (found(book).reviewers, found(book).fields, found(book).pairs) == ((), (), ())


def test_two_who_correct_one_number_unseen_are_apart_by_its_square(book: Register) -> None:
    number(book, AMAL, "eight")
    number(book, BASIL, "nine")
    told = field(book, "number")
    assert (told.units, told.agreed, told.level) == (1, 0.0, "interval")
    assert field(book, "measure").agreed == 1.0
    assert found(book).aware == 0


def test_who_accepts_what_another_corrected_holds_the_correction_and_is_counted_as_aware(book: Register) -> None:
    seen = number(book, AMAL, "eight")
    review_claim(book, incidents_of(book), "accept", SEVEN.id, BASIL, seen=seen)
    assert field(book, "number").agreed == 1.0
    assert found(book).aware == 1


def test_a_rejection_is_at_odds_with_an_acceptance_and_holds_no_field(book: Register) -> None:
    for claim, act in zip(CLAIMS[:3], ("reject", "accept", "accept"), strict=True):
        review_claim(book, incidents_of(book), "accept", claim, AMAL)
        review_claim(book, incidents_of(book), act, claim, BASIL)
    told = field(book, "stands")
    assert (told.units, round(told.agreed, 2)) == (3, 0.67)
    assert told.alpha is not None
    assert told.alpha == 0.0
    assert field(book, "certainty").units == 2


def test_an_undone_review_counts_for_nothing(book: Register) -> None:
    number(book, AMAL, "eight")
    undo(book, number(book, BASIL, "nine"), BASIL)
    assert found(book).reviewers == ("Amal",)


def test_selected_words_overlap_as_far_as_they_do(book: Register) -> None:
    number(book, AMAL, "seven", at="Seven")
    number(book, BASIL, "seven", at="Seven members")
    (pair,) = found(book).pairs
    assert (pair.spans.spans, pair.spans.overlap) == (1, pytest.approx(5 / 13))


def test_a_missed_claim_that_both_add_is_found_by_both(book: Register) -> None:
    start = REPORT.text.index("A gunfight broke out overnight")
    clause, said = Span(start=start, end=start + 30), {"happening": "armed_clash"}
    add_claim(book, REPORT, AMAL, (clause, Span(start=start + 2, end=start + 10)), said)
    add_claim(book, REPORT, BASIL, (clause, Span(start=start + 2, end=start + 16)), said)
    other = Span(start=0, end=20)
    add_claim(book, REPORT, BASIL, (other, other), said)
    (pair,) = found(book).pairs
    assert (pair.spans.missed, pair.spans.found_by_both) == (3, pytest.approx(2 / 3))


def test_two_groupings_of_the_same_claims_are_compared(book: Register) -> None:
    linked = list(incidents_of(book).homes)[:3]
    pairs = [(linked[0], linked[1]), (linked[1], linked[2])]
    for pair, verdicts in zip(pairs, (("same", "same"), ("same", "different")), strict=True):
        for who, verdict in zip((AMAL, BASIL), verdicts, strict=True):
            judge(book, incidents_of(book), verdict, pair, who)
    (told,) = found(book).pairs
    assert told.clusters.claims == 3
    assert told.clusters.b_cubed == pytest.approx(2 * 1 * (5 / 9) / (1 + 5 / 9))
    assert field(book, "happening of a pair").agreed == 0.5


def test_the_last_grade_of_each_counts(book: Register) -> None:
    incident = incidents_of(book).incidents[0].id
    for who, word in ((AMAL, "weak"), (BASIL, "fair"), (AMAL, "fair")):
        grade(book, incidents_of(book), incident, word, who)
    assert field(book, "grade").agreed == 1.0
