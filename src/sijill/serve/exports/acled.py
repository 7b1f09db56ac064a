"""Incidents in the 31 columns of ACLED, with its rules: by day and place, one number of dead, nothing coarser.

Invariant: every row has a day, coordinates, a type and a number; what cannot have them is left out with the reason.
Nobody is said to have done anything but by name "as reported": the notes say that perpetrators are alleged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.reconcile.counting import precision_of
from sijill.serve.exports.acled_actors import actor_cells
from sijill.serve.exports.acled_days import days_of, divided
from sijill.serve.exports.facts import joined
from sijill.serve.exports.numbers import numbers_of
from sijill.serve.exports.sheet import LeftOut, Row, Sheet
from sijill.serve.exports.tables import by_key, happening, precision, shape_of
from sijill.serve.wording import days_in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sijill.serve.exports.facts import Facts

RULE = "acled"


def acled_sheet(found: Sequence[Facts]) -> Sheet:
    """Return the events, in the order of their days; incidents that ACLED would not record are left out."""
    faults = {facts.incident.id: fault_of(facts) for facts in found}
    out = tuple(LeftOut(what=id_, reason=fault) for id_, fault in faults.items() if fault)
    rows = [row for facts in found if not faults[facts.incident.id] for row in rows_of(facts)]
    rows = sorted(merged(rows), key=lambda row: (str(row["event_date"]), str(row["event_id_cnty"])))
    return Sheet(name="acled", columns=shape_of("acled"), rows=rows, left_out=out)


def fault_of(facts: Facts) -> str | None:
    """Return why ACLED has no row for an incident, None where it has one."""
    if facts.incident.part_of:
        return f"a part of incident {facts.incident.part_of}"
    if not happening(facts.incident.happening).get("acled_event_type"):
        what = (facts.incident.happening or "").replace("_", " ")
        return f"ACLED has no type for {what}" if what else "what happened is not known"
    if not facts.first or precision("days")[precision_of(facts.incident) or 1] is None:
        return "its days are not known to the month"
    if not facts.country or facts.located is None or not facts.place_name:
        return "its place has no country or no coordinates"
    closest = facts.place.precision if facts.place else None
    return None if precision("place")[closest or 1] is not None else "its place is no closer than a country"


def rows_of(facts: Facts) -> Iterator[Row]:
    """Yield a row for each day of an incident that is said to have lasted, one row for any other."""
    days, closeness = days_of(facts)
    numbers = numbers_of(facts.incident, "killed", RULE)
    dead = (numbers.low if numbers.best is None else numbers.best) if numbers else 0
    for at, (day, deaths) in enumerate(zip(days, divided(dead, len(days)), strict=True)):
        cells = {**type_cells(facts), **where_cells(facts), **actor_cells(facts), **source_cells(facts)}
        ending = f"-{at + 1}" if len(days) > 1 else ""
        cells |= {"event_id_cnty": f"{facts.country['iso3']}{facts.incident.id}{ending}", "fatalities": deaths}
        cells |= {"event_date": day.isoformat(), "year": day.year, "time_precision": closeness}
        yield {column.name: cells.get(column.name) for column in shape_of("acled")}


def type_cells(facts: Facts) -> Row:
    """Return event type, sub-event type and disorder type."""
    codes = happening(facts.incident.happening)
    sub = codes["acled_sub_event_type"]
    return {
        "event_type": codes["acled_event_type"],
        "sub_event_type": sub,
        "disorder_type": by_key("acled_sub_events", "sub_event_type")[sub]["disorder_type"],
    }


def where_cells(facts: Facts) -> Row:
    """Return the place; nothing here is of a whole country."""
    latitude, longitude = facts.located or (None, None)
    closest = facts.place.precision if facts.place else None
    return {
        "iso": int(facts.country["iso"]),
        "region": facts.country["acled_region"],
        "country": facts.country["name"],
        "admin1": facts.place.admin1 if facts.place else None,
        "location": facts.place_name,
        "latitude": latitude,
        "longitude": longitude,
        "geo_precision": precision("place")[closest or 1],
    }


def source_cells(facts: Facts) -> Row:
    """Return who printed it, and in words what is said and what is alleged only."""
    alleged = joined(party.name for party in facts.perpetrators)
    by = f" Alleged perpetrator: {alleged}." if alleged else ""
    told = joined(teller.name for teller in facts.tellers) or "not known"
    days = days_in_words(facts.incident.days)
    return {
        "source": joined(report.outlet or report.name for report in facts.reports) or "",
        "notes": one_line(f"{facts.title}.{by} According to: {told}. Days: {days or facts.first}."),
    }


def merged(rows: Sequence[Row]) -> list[Row]:
    """Return one row for rows of the same named actors, place and day: the highest sub-type, the dead of all."""
    found: dict[object, Row] = {}
    for number, row in enumerate(rows):
        key = event_key(row, number)
        found[key] = together(found[key], row) if key in found else row
    return list(found.values())


def event_key(row: Mapping[str, object], number: int) -> object:
    """Return what rows of one event share; a row without a named actor is an event of its own."""
    actors = frozenset((row["actor1"], row["actor2"])) - {None}
    defaults = {f"{actor['name']} ({row['country']})" for actor in by_key("acled_actors", "actor").values()}
    if actors <= defaults:
        return number
    return row["event_date"], row["location"], row["latitude"], row["longitude"], actors


def together(a: Row, b: Row) -> Row:
    """Return two rows of one event as one."""
    ranks = by_key("acled_sub_events", "sub_event_type")
    first, second = sorted((a, b), key=lambda row: int(ranks[str(row["sub_event_type"])]["rank"]))
    dead = int(a["fatalities"] or 0) + int(b["fatalities"] or 0)
    source = joined(name for row in (a, b) for name in str(row["source"]).split("; "))
    return {**first, "fatalities": dead, "source": source or "", "notes": f"{first['notes']} {second['notes']}"}
