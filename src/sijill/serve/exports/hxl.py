"""Incidents with HXL tags under the headings, as humanitarian data sets carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.serve.exports.facts import joined
from sijill.serve.exports.numbers import numbers_of
from sijill.serve.exports.sheet import Row, Sheet
from sijill.serve.exports.tables import shape_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.serve.exports.facts import Facts

COUNTED = ("killed", "injured", "detained", "displaced")


def hxl_sheet(found: Sequence[Facts], rule: str) -> Sheet:
    """Return a row for every incident."""
    return Sheet(name="hxl", columns=shape_of("hxl"), rows=[row_of(facts, rule) for facts in found])


def row_of(facts: Facts, rule: str) -> Row:
    """Return the row of an incident; an open highest number is empty."""
    cells = {**affected(facts, rule), **where_cells(facts)}
    happening = (facts.incident.happening or "").replace("_", " ")
    cells |= {
        "Incident": facts.incident.id,
        "Type": happening or None,
        "Start": facts.first,
        "End": facts.last,
        "Year": int(facts.first[:4]) if facts.first else None,
        "Alleged perpetrator": joined(one.name for one in facts.perpetrators),
        "Target": joined(one.name for one in facts.targets),
        "Sources": joined(teller.name for teller in facts.tellers),
        "Reports": joined(report.name for report in facts.reports) or "",
        "Addresses": joined(report.url for report in facts.reports),
        "Description": facts.title,
    }
    return {column.name: cells.get(column.name) for column in shape_of("hxl")}


def affected(facts: Facts, rule: str) -> Row:
    """Return how many people, by measure."""
    cells: Row = {}
    for measure in COUNTED:
        found = numbers_of(facts.incident, measure, rule)
        if found:
            heading = measure.capitalize()
            cells |= {f"{heading} lowest": found.low, f"{heading} highest": found.high}
            cells |= {"Killed best": found.best} if measure == "killed" else {}
    return cells


def where_cells(facts: Facts) -> Row:
    """Return the place."""
    latitude, longitude = facts.located or (None, None)
    return {
        "Location": facts.place_name,
        "Admin 1": facts.place.admin1 if facts.place else None,
        "Country": facts.country.get("name"),
        "Country code": facts.country.get("iso3"),
        "Region": facts.country.get("ucdp_region") or None,
        "Latitude": latitude,
        "Longitude": longitude,
    }
