"""An incident a row in the 49 columns of UCDP GED; what Sijill does not code (conflicts, dyads) is empty.

Invariant: best = deaths_a + deaths_b + deaths_civilians + deaths_unknown, and low <= best <= high.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from sijill.reconcile.counting import precision_of
from sijill.serve.exports.facts import joined
from sijill.serve.exports.numbers import counted_under, numbers_of
from sijill.serve.exports.sheet import LeftOut, Row, Sheet
from sijill.serve.exports.tables import shape_of
from sijill.serve.exports.ucdp_sides import deaths_by_side, sides_of
from sijill.serve.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.serve.exports.facts import Facts
    from sijill.serve.exports.ucdp_sides import Sides

RULE = "ucdp"
ID_DIGITS = 13  # hexadecimal digits of an incident's id: 52 bits, which spreadsheets and JSON hold exactly
CELL = 0.5  # degrees: the side of a PRIO-GRID cell
CELLS_A_ROW = 720
ONE_EVENT, AGGREGATED = 1, 2
A_MONTH = 4  # UCDP's date_prec: anything coarser than days tells of no single event clearly


def ucdp_sheet(found: Sequence[Facts]) -> Sheet:
    """Return the incidents with at least one death; one whose days are not known is left out."""
    incidents, out = counted_under([facts.incident for facts in found], RULE)
    inside = {incident.id for incident in incidents}
    dated = [facts for facts in found if facts.incident.id in inside and facts.first]
    undated = (facts.incident.id for facts in found if facts.incident.id in inside and not facts.first)
    out += tuple(LeftOut(what=id_, reason="its days are not known") for id_ in undated)
    return Sheet(name="ucdp", columns=shape_of("ucdp"), rows=[row_of(facts) for facts in dated], left_out=out)


def row_of(facts: Facts) -> Row:
    """Return the row of an incident."""
    sides = sides_of(facts)
    cells = {**death_cells(facts, sides), **source_cells(facts), **where_cells(facts), **when_cells(facts)}
    cells |= {"id": int(facts.incident.id[:ID_DIGITS], 16), "relid": facts.incident.id}
    cells |= {"type_of_violence": sides.violence, "side_a": sides.a.name, "side_b": sides.b.name}
    return {column.name: cells.get(column.name) for column in shape_of("ucdp")}


def death_cells(facts: Facts, sides: Sides) -> Row:
    """Return the deaths; an open end is the highest number that was named."""
    numbers = numbers_of(facts.incident, "killed", RULE)
    if numbers is None or numbers.best is None:
        msg = f"incident {facts.incident.id} has no deaths under the rule {RULE}"
        raise ValueError(msg)
    deaths = deaths_by_side(facts.incident, numbers.best, sides)
    return {**deaths, "best": numbers.best, "low": numbers.low, "high": max(numbers.top, numbers.best)}


def source_cells(facts: Facts) -> Row:
    """Return what the reports are, and from whom what they say originates."""
    reports = facts.reports
    return {
        "number_of_sources": len(reports),
        "source_article": joined(one_line(report.url or report.name) for report in reports) or "",
        "source_office": joined(report.outlet for report in reports),
        "source_date": joined(report.published for report in reports),
        "source_headline": joined(report.title for report in reports),
        "source_original": joined(teller.name for teller in facts.tellers),
    }


def where_cells(facts: Facts) -> Row:
    """Return the place."""
    place, located = facts.place, facts.located
    cells: Row = {"country": facts.country.get("name"), "region": facts.country.get("ucdp_region") or None}
    if place is not None:
        cells |= {"where_prec": place.precision, "where_coordinates": place.name, "where_description": place.worded}
        cells |= {"adm_1": place.admin1}
    if located is not None:
        latitude, longitude = located
        cells |= {"latitude": latitude, "longitude": longitude, "geom_wkt": f"POINT ({longitude} {latitude})"}
        cells["priogrid_gid"] = grid_cell(latitude, longitude)
    return cells


def grid_cell(latitude: float, longitude: float) -> int:
    """Return the number of the PRIO-GRID cell: row by row from the south-west, starting at 1."""
    row = min(floor((latitude + 90) / CELL), 359)
    return row * CELLS_A_ROW + min(floor((longitude + 180) / CELL), CELLS_A_ROW - 1) + 1


def when_cells(facts: Facts) -> Row:
    """Return the days."""
    first, precision = facts.first or "", precision_of(facts.incident) or 1
    clarity = ONE_EVENT if precision < A_MONTH else AGGREGATED
    days: Row = {"date_start": first, "date_end": facts.last, "year": int(first[:4])}
    return {**days, "date_prec": precision, "event_clarity": clarity}
