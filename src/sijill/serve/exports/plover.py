"""Incidents as PLOVER records: who did what to whom, in the manual's fields; an actor is required.

Invariant: every record has id, date, actor and event, and a recipient where the event asks for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.serve.exports.numbers import numbers_of
from sijill.serve.exports.sheet import LeftOut, Records
from sijill.serve.exports.tables import happening, party, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sijill.serve.exports.facts import Facts, Party, Printed

OWN = ("DEFECT",)
"""Events that PLOVER has no code for; the manual leaves room for a project's own."""
RESOLUTION = {1: 4, 2: 4, 3: 3, 4: 2, 5: 1, 6: 1}
"""PLOVER's resolution (5 sub-city ... 1 country) of UCDP's where_prec."""
SIZES = {"dead": "killed", "injured": "injured", "arrested": "detained"}
RULE = "ucdp"


def plover_records(found: Sequence[Facts]) -> Records:
    """Return a record for every incident that PLOVER can hold; the others are left out with the reason."""
    faults = {facts.incident.id: fault_of(facts) for facts in found}
    out = tuple(LeftOut(what=id_, reason=fault) for id_, fault in faults.items() if fault)
    records = [record_of(facts) for facts in found if not faults[facts.incident.id]]
    return Records(name="plover", documents=records, left_out=out)


def fault_of(facts: Facts) -> str | None:
    """Return why PLOVER has no record of an incident, None where it has one."""
    codes = happening(facts.incident.happening)
    if not codes.get("plover_event"):
        return f"PLOVER has no event for {(facts.incident.happening or 'what is not known').replace('_', ' ')}"
    if not facts.first:
        return "its days are not known"
    if not facts.perpetrators:
        return "nobody says who did it, and PLOVER requires an actor"
    asked = event_of(codes)["recipient_required"] == "yes"
    return (
        "nobody says whom it was done to, and the event requires a recipient" if asked and not facts.targets else None
    )


def event_of(codes: Mapping[str, str]) -> Mapping[str, str]:
    """Return the quad, the scale and what is required of an event and mode."""
    wanted = codes["plover_event"], codes["plover_mode"]
    return next(row for row in rows_of("plover_events") if (row["event"], row["mode"]) == wanted)


def record_of(facts: Facts) -> dict[str, Any]:
    """Return the record of an incident; what is not known is left out."""
    codes = happening(facts.incident.happening)
    event = event_of(codes)
    record = {
        "id": facts.incident.id,
        "date": facts.first,
        "enddate": facts.last if facts.last != facts.first else None,
        "actor": [entity_of(one) for one in facts.perpetrators],
        "recipient": [entity_of(one) for one in facts.targets],
        "event": event["event"],
        "mode": event["mode"],
        "quad_code": int(event["quad_code"]) if event["quad_code"] else None,
        "event_scale": float(event["scale"]) if event["scale"] else None,
        "event_loc": location_of(facts),
        "event_text": facts.title,
        "size": sizes_of(facts),
        "text": " … ".join(facts.quotes),
        "cite_info": [citation_of(one) for one in facts.reports],
        "comment": "actors are alleged",
    }
    return {name: value for name, value in record.items() if value not in (None, "", [], {})}


def entity_of(one: Party) -> dict[str, str]:
    """Return a party as PLOVER writes it; its country is not known."""
    return {"sector": party(one.kind)["plover_sector"], "entity_text": one.name}


def sizes_of(facts: Facts) -> dict[str, int]:
    """Return the lowest numbers of dead, injured and arrested that are given."""
    found = {name: numbers_of(facts.incident, measure, RULE) for name, measure in SIZES.items()}
    return {name: numbers.low for name, numbers in found.items() if numbers}


def location_of(facts: Facts) -> dict[str, Any]:
    """Return the place."""
    place = facts.place
    if place is None:
        return {}
    latitude, longitude = facts.located or (None, None)
    known = {
        "extracted_place": place.worded,
        "resolved_place": place.name,
        "geonameid": place.gazetteer_id,
        "lat": latitude,
        "lon": longitude,
        "province": place.admin1,
        "country": facts.country.get("name"),
        "country_code": facts.country.get("iso3"),
        "resolution": RESOLUTION.get(place.precision or 0),
    }
    return {name: value for name, value in known.items() if value not in (None, "")}


def citation_of(report: Printed) -> dict[str, str]:
    """Return the report."""
    known = {
        "citation": report.name,
        "url": report.url,
        "title": report.title,
        "publication": report.outlet,
        "language": report.language,
    }
    return {name: value for name, value in known.items() if value}
