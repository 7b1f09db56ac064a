from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event
from written_reports import EXTRACTOR, a_report, many_claims

from sijill.ledger import ClaimFilter, Register

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

DAY = date(2013, 3, 8)
FILTERS = {
    "measure": (ClaimFilter(measure="killed"), "ix_claims_measure"),
    "category": (ClaimFilter(category="civilian"), "ix_claims_category"),
    "happening": (ClaimFilter(happening="attack"), "ix_claims_happening"),
    "place": (ClaimFilter(place="Idlib"), "ix_claims_place"),
    "country": (ClaimFilter(country="SY"), "ix_claims_country"),
    "first day": (ClaimFilter(first_day=DAY), "dated USING COVERING INDEX ix_claims_last_day"),
    "last day": (ClaimFilter(last_day=DAY), "dated USING COVERING INDEX ix_claims_first_day_last_day"),
    "days": (ClaimFilter(first_day=DAY, last_day=DAY), "dated USING "),
    "source kind": (ClaimFilter(source_kind="activist"), "source_kinds USING PRIMARY KEY"),
    "certainty": (ClaimFilter(certainty="denied"), "ix_claims_certainty"),
    "scope": (ClaimFilter(scope="cumulative"), "ix_claims_scope"),
    "report": (ClaimFilter(report="marsel"), "ix_claims_report"),
    "incident": (ClaimFilter(incident="i1"), "ix_claims_incident"),
    "protected": (ClaimFilter(protected=True), "ix_claims_protected"),
}


def _plan_of_claims(register: Register, wanted: ClaimFilter) -> str:
    """SQLite's plan of the last query that the filter leads to."""
    engine: Engine = register._transactions._engine
    asked: list[tuple[str, object]] = []

    def note(_c: Connection, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    list(register.claims(wanted))
    event.remove(engine, "before_cursor_execute", note)
    statement, parameters = asked[-1]
    with engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
    return "\n".join(row[-1] for row in plan)


@pytest.mark.parametrize(("wanted", "index"), FILTERS.values(), ids=FILTERS)
def test_a_filter_is_met_by_an_index(register: Register, wanted: ClaimFilter, index: str) -> None:
    report = a_report()
    register.enter(report, many_claims(report, 25), extractor=EXTRACTOR)
    plan = _plan_of_claims(register, wanted)
    assert index in plan
    assert "SCAN claims" not in plan


@pytest.mark.parametrize("only", ["figures", "happenings"])
def test_what_most_claims_pass_is_read_in_the_order_of_the_book_without_sorting(register: Register, only: str) -> None:
    assert "TEMP B-TREE" not in _plan_of_claims(register, ClaimFilter(only=only))  # type: ignore[arg-type]
