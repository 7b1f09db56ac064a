from __future__ import annotations

import pytest
from claim_strategies import reports_with_claims
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sijill.ledger import ClaimFilter, Register, open_register
from sijill.ledger.payload import read, written
from sijill.model import Claim, Report

READ = list[tuple[Report, list[Claim]]]
on_one_register = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@given(reports_with_claims())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_payload_gives_back_the_very_report_and_claims(case: tuple[Report, list[Claim]]) -> None:
    report, claims = case
    assert read(Report, written(report)) == report
    assert [read(Claim, written(claim)) for claim in claims] == claims


def test_a_field_that_an_older_payload_lacks_gets_its_default() -> None:
    assert read(Report, '{"name":"n","sha256":"s","text":"t"}') == Report(name="n", sha256="s", text="t")


def test_a_field_that_only_a_newer_version_knows_is_passed_over() -> None:
    assert read(Report, '{"name":"n","sha256":"s","text":"t","mood":"x"}') == Report(name="n", sha256="s", text="t")


@given(case=reports_with_claims(), extractor=st.sampled_from(["reader 1", "reader 2"]))
@on_one_register
def test_what_is_entered_comes_back_equal(register: Register, case: tuple[Report, list[Claim]], extractor: str) -> None:
    report, claims = case
    entered = register.enter(report, claims, extractor=extractor)
    if entered.status != "known":
        assert register.report(report.id) == register.report(entered.report_id)
        assert [stored.claim for stored in register.claims(ClaimFilter(report=report.id))] == claims


@given(st.lists(reports_with_claims(), min_size=1, max_size=2))
@on_one_register
def test_entering_twice_is_entering_once(register: Register, cases: READ) -> None:
    for report, claims in cases:
        register.enter(report, claims, extractor="reader 1")
    before = register.counts()
    for report, claims in cases:
        assert register.enter(report, claims, extractor="reader 1").status == "known"
    assert register.counts() == before


@pytest.mark.parametrize("seconds", [0, 3600])
def test_a_batch_gives_the_same_book_as_entering_one_by_one(store: str, seconds: float) -> None:
    reports = [Report(name=str(number), text="x", sha256="") for number in range(5)]
    with open_register(store) as register:
        with register.batch(seconds=seconds):
            for report in reports:
                register.enter(report, [], extractor="reader 1")
        assert list(register.reports()) == reports
        assert [entry.seq for entry in register.entries()] == list(range(1, 12))
