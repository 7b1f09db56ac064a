"""Incidents of a register: a view is a function of the book, and linking enters its reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sijill.errors import NotFoundError, UsageError
from sijill.ledger import Register, open_register
from sijill.model import Claim, Evidence, Figure, Place, Report, Source
from sijill.run.acts import Person, judge, merge, undo
from sijill.run.incidents import incidents_of, link_register
from sijill.run.judging import judged_in, judgements_in
from sijill.values import CountRange, Days, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WIRE = "Shells struck the bakery in Idlib on Saturday, killing {} people, the Observatory said.\n"
IDLIB = Place(worded="Idlib", name="Idlib", gazetteer_id="169389", latitude=35.93, longitude=36.63, precision=1,
              country="SY", admin1="Idlib")  # fmt: skip
SATURDAY = date(2012, 3, 3)
AMAL = Person(name="Amal", reason="I was there")


def told(name: str, number: int, *, monitor: str = "the Observatory", where: Place = IDLIB) -> tuple[Report, Claim]:
    """Make a report of one outlet with one figure in it."""
    text = WIRE.format(number)
    report = Report(text=text, name=name, sha256=name, outlet=name, published=SATURDAY, published_by="given")
    start = text.index(f"killing {number}")
    words = f"killing {number} people"
    clause = Evidence(field="claim", span=Span(start=start, end=start + len(words)), quote=words)
    at = start + len("killing ")
    digits = Evidence(field="number", span=Span(start=at, end=at + len(str(number))), quote=str(number))
    count = CountRange(low=number, high=number, comparator="exact", value=number)
    claim = Claim(
        report_id=report.id, happening="shelling_artillery_missile", sources=(Source(worded=monitor, kind="monitor"),),
        evidence=(clause, digits), figure=Figure(measure="killed", worded=str(number), count=count), place=where,
        days=Days(first=SATURDAY, last=SATURDAY, precision=1), incident="bakery", extractor="hand 1",
    )  # fmt: skip
    return report, claim


def enter(book: Register, report: Report, claim: Claim, extractor: str = "hand 1") -> None:
    book.enter(report, [replace(claim, extractor=extractor)], extractor=extractor)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Register]:
    """A register in which two outlets tell of one shelling, with two figures."""
    with open_register(tmp_path / "book.db") as opened:
        enter(opened, *told("one", 12))
        enter(opened, *told("two", 15, monitor="doctors"))
        yield opened


def test_what_two_outlets_tell_of_one_happening_is_one_incident_with_the_range_of_both(book: Register) -> None:
    summary = link_register(book)
    assert (summary.incidents, summary.claims, summary.across) == (1, 2, 1)
    (incident,) = incidents_of(book).incidents
    found = incident.range_of("killed")
    assert found
    assert (found.low, found.high, found.contested) == (12, 15, True)


def test_nothing_is_an_incident_before_linking(book: Register) -> None:
    view = incidents_of(book)
    assert (view.incidents, view.unlinked) == ((), 2)


def test_linking_enters_its_reasons_and_linking_again_enters_nothing(book: Register) -> None:
    link_register(book)
    (entry,) = book.entries(kind="judgement")
    (judgement,) = judgements_in(entry)
    assert judgement.verdict == "same"
    assert judgement.parts
    before = list(book.entries())
    assert link_register(book).judgements == 0
    assert list(book.entries()) == before


def test_replaying_the_book_gives_the_same_view(book: Register) -> None:
    link_register(book)
    first, second = incidents_of(book), incidents_of(book)
    assert first.incidents == second.incidents
    assert first.homes == second.homes


def test_entering_a_report_twice_changes_no_incident(book: Register) -> None:
    link_register(book)
    before = incidents_of(book).incidents
    enter(book, *told("one", 12))
    link_register(book)
    assert incidents_of(book).incidents == before


def test_an_incident_keeps_its_id_when_another_report_joins(book: Register) -> None:
    link_register(book)
    (before,) = incidents_of(book).incidents
    enter(book, *told("three", 15))
    link_register(book)
    (after,) = incidents_of(book).incidents
    assert after.id == before.id
    assert len(after.reports) == 3


def test_what_the_program_joined_is_taken_apart_by_undoing_its_entry(book: Register) -> None:
    link_register(book)
    (entry,) = book.entries(kind="judgement")
    undoing = undo(book, entry.seq, AMAL)
    assert len(incidents_of(book).incidents) == 2
    undo(book, undoing, AMAL)
    assert len(incidents_of(book).incidents) == 1


def test_a_persons_judgement_finds_its_claims_again_when_a_report_is_read_anew(book: Register) -> None:
    link_register(book)
    view = incidents_of(book)
    first, second = view.incidents[0].claims
    judge(book, view, "different", (first, second), AMAL)
    enter(book, *told("two", 15, monitor="doctors"), extractor="hand 2")
    link_register(book)
    after = incidents_of(book)
    assert second not in after.members
    assert len(after.incidents) == 2
    assert after.adrift == ()


def test_a_judgement_whose_claim_is_gone_is_listed_and_never_lost(book: Register) -> None:
    link_register(book)
    view = incidents_of(book)
    judge(book, view, "different", (view.incidents[0].claims[0], view.incidents[0].claims[1]), AMAL)
    report, _ = told("two", 15)
    book.enter(report, [], extractor="hand 2")
    after = incidents_of(book)
    assert [judgement.author for judgement in after.adrift] == ["Amal"]


def test_undo_takes_the_newest_judgement_of_a_person_that_is_in_force(book: Register) -> None:
    link_register(book)
    view = incidents_of(book)
    claims = view.incidents[0].claims
    first = judge(book, view, "different", (claims[0], claims[1]), AMAL)
    second = judge(book, view, "same", (claims[0], claims[1]), AMAL)
    assert judged_in(book).acts == (first, second)
    undo(book, None, AMAL)
    assert judged_in(book).acts == (first,)
    undo(book, None, AMAL)
    assert judged_in(book).acts == ()
    with pytest.raises(NotFoundError):
        undo(book, None, AMAL)


def test_one_incident_is_not_merged_with_itself(book: Register) -> None:
    link_register(book)
    view = incidents_of(book)
    with pytest.raises(UsageError, match="one incident already"):
        merge(book, view, view.incidents[0].claims[:2], AMAL)  # type: ignore[arg-type]


def test_the_program_is_no_person() -> None:
    with pytest.raises(UsageError):
        Person(name="sijill")
