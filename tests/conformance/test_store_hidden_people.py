"""People who hide, on every engine: kept with the reading that found them, and found again by report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from written_reports import EXTRACTOR, a_claim, a_hidden_person, a_report

from sijill.errors import RegisterError
from sijill.model import HiddenPerson

if TYPE_CHECKING:
    from sijill.ledger import Register


def test_who_hides_comes_back_equal_with_the_report(register: Register) -> None:
    report, other = a_report(), a_report("other", "Nobody here hides.")
    person = a_hidden_person(report)
    register.enter(report, [a_claim(report)], extractor=EXTRACTOR, hidden=[person])
    register.enter(other, [], extractor=EXTRACTOR)
    assert list(register.hidden_people()) == [person]
    assert list(register.hidden_people(report.id)) == [person]
    assert list(register.hidden_people(other.id)) == []


def test_a_report_without_claims_keeps_who_hides(register: Register) -> None:
    report = a_report()
    register.enter(report, [], extractor=EXTRACTOR, hidden=[a_hidden_person(report)])
    assert [person.worded for person in register.hidden_people()] == ["villagers"]


def test_the_newest_reading_is_shown_and_older_ones_are_kept(register: Register) -> None:
    report = a_report()
    register.enter(report, [], extractor="reader 1", hidden=[a_hidden_person(report)])
    register.enter(report, [], extractor="reader 2")
    assert list(register.hidden_people(report.id)) == []
    assert list(register.hidden_people(superseded=True)) == [a_hidden_person(report)]


def test_words_that_do_not_stand_in_the_report_are_refused(register: Register) -> None:
    report = a_report()
    person = a_hidden_person(report)
    wrong = replace(person, evidence=(replace(person.evidence[0], quote="townsfolk"),))
    with pytest.raises(RegisterError, match="townsfolk"):
        register.enter(report, [], extractor=EXTRACTOR, hidden=[wrong])
    assert list(register.reports()) == []


def test_who_hides_has_evidence_and_a_known_way_to_hide() -> None:
    with pytest.raises(ValueError, match="needs evidence"):
        HiddenPerson(report_id="r", worded="Karim", evidence=())
