"""The register's own tables: an incident a row, and a claim a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.ledger import ClaimFilter
from sijill.model import MEASURES
from sijill.reconcile.counting import precision_of
from sijill.serve.exports.facts import Facts, joined
from sijill.serve.exports.numbers import numbers_of
from sijill.serve.exports.sheet import Row, Sheet
from sijill.serve.exports.tables import shape_of
from sijill.serve.rows import iso, row_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sijill.ledger import Register
    from sijill.serve.opening import Masks


def incidents_sheet(found: Iterable[Facts], rule: str) -> Sheet:
    """Return a row for every incident, its best numbers under a rule."""
    rows = [incident_row(facts, rule) for facts in found]
    return Sheet(name="incidents", columns=shape_of("incidents"), rows=rows)


def claims_sheet(book: Register, masks: Masks) -> Sheet:
    """Return a row for every claim, as `sijill claims --csv` gives it."""
    rows = [row_of(masks.shown(stored)) for stored in book.claims(ClaimFilter())]
    return Sheet(name="claims", columns=shape_of("claims"), rows=rows)


def incident_row(facts: Facts, rule: str) -> Row:
    """Return the row of an incident."""
    cells = {**when_cells(facts), **where_cells(facts), **number_cells(facts, rule), **who_cells(facts)}
    cells |= {"incident": facts.incident.id, "happening": facts.incident.happening}
    cells |= {"contested": facts.incident.contested, "grade": facts.incident.grade, "part_of": facts.incident.part_of}
    return {column.name: cells.get(column.name) for column in shape_of("incidents")}


def when_cells(facts: Facts) -> Row:
    """Return the cells of the days; open ends are empty."""
    days = facts.incident.days
    return {
        "first_day": iso(days.first),
        "last_day": iso(days.last),
        "days_precision": precision_of(facts.incident) or None,
        "days_worded": facts.days_worded,
    }


def where_cells(facts: Facts) -> Row:
    """Return the cells of the place."""
    place, located = facts.place, facts.located
    if place is None:
        return {}
    latitude, longitude = located or (None, None)
    return {
        "place": place.worded or None,
        "place_name": place.name,
        "admin1": place.admin1,
        "country": place.country,
        "latitude": latitude,
        "longitude": longitude,
        "place_precision": place.precision,
    }


def number_cells(facts: Facts, rule: str) -> Row:
    """Return low, best, high and highest named of every measure; empty where nobody gives a number or it is open."""
    cells: Row = {}
    for measure in MEASURES:
        found = numbers_of(facts.incident, measure, rule)
        if found is not None:
            cells |= {f"{measure}_low": found.low, f"{measure}_best": found.best}
            cells |= {f"{measure}_high": found.high, f"{measure}_stated": found.stated}
    return cells


def who_cells(facts: Facts) -> Row:
    """Return who tells of it, and who is alleged to have done what to whom."""
    voices = {figures.voice.key for figures in facts.incident.figures if figures.counts}
    return {
        "alleged_perpetrator": joined(party.name for party in facts.perpetrators),
        "target": joined(party.name for party in facts.targets),
        "sources": joined(teller.name for teller in facts.tellers),
        "source_kinds": joined(teller.kind for teller in facts.tellers),
        "independent_sources": len(voices),
        "reports": joined(report.name for report in facts.reports) or "",
        "number_of_reports": len(facts.reports),
    }
