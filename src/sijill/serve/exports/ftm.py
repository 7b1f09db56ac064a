"""Incidents, reports, parties and sources as FollowTheMoney entities; ids are stable from one export to the next.

Invariant: every id that an entity refers to is an entity of the same export. A protected source is no entity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.model import content_id
from sijill.serve.exports.sheet import Records
from sijill.serve.exports.tables import by_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sijill.serve.exports.facts import Facts, Printed

Entity = dict[str, Any]
ORGANIZATION = "Organization"


def ftm_records(found: Sequence[Facts]) -> Records:
    """Return each entity once: those of an incident stand before it."""
    entities: dict[str, Entity] = {}
    for facts in found:
        for entity in entities_of(facts):
            entities.setdefault(entity["id"], entity)
    return Records(name="ftm", documents=list(entities.values()))


def entities_of(facts: Facts) -> Iterator[Entity]:
    """Yield the reports, the named sources and parties, and the incident."""
    authors = sorted({teller.name for teller in facts.tellers if not teller.protected})
    yield from (article(report) for report in facts.reports)
    named = [(teller.name, teller.kind) for teller in facts.tellers if not teller.protected]
    yield from (actor(name, kind) for name, kind in named)
    involved = [actor(one.name, one.kind) for one in (*facts.perpetrators, *facts.targets)]
    yield from involved
    yield event(facts, (one["id"] for one in involved), authors)


def article(report: Printed) -> Entity:
    """Return a report."""
    properties: dict[str, Sequence[str | None]] = {
        "title": [report.title or report.name],
        "fileName": [report.name],
        "publishedAt": [report.published],
        "publisher": [report.outlet],
        "sourceUrl": [report.url],
        "language": [by_key("languages", "language").get(report.language, {}).get("iso3")],
    }
    return entity(id_of(report), "Article", properties)


def id_of(report: Printed) -> str:
    """Return the id of a report's entity."""
    return f"sijill-report-{report.id}"


def actor(name: str, kind: str | None) -> Entity:
    """Return a party or a source; its id is that of its name and schema."""
    schema = by_key("ftm_schemata", "kind").get(kind or "", {}).get("schema", ORGANIZATION)
    id_ = f"sijill-actor-{content_id(schema, name.casefold())}"
    return entity(id_, schema, {"name": [name]})


def event(facts: Facts, involved: Iterable[str], authors: Sequence[str]) -> Entity:
    """Return an incident; whoever is involved is alleged to be, and the summary says so."""
    one_day = facts.first == facts.last
    properties: dict[str, Sequence[str | None]] = {
        "name": [facts.title],
        "date": [facts.first] if one_day else [],
        "startDate": [] if one_day else [facts.first],
        "endDate": [] if one_day else [facts.last],
        "location": [facts.place_name],
        "country": [facts.place.country.lower()] if facts.place and facts.place.country else [],
        "summary": [*summary(facts)],
        "sourceUrl": [report.url for report in facts.reports],
        "publisher": [*authors],
        "recordId": [facts.incident.id],
        "involved": [*dict.fromkeys(involved)],
        "proof": [id_of(report) for report in facts.reports],
    }
    return entity(f"sijill-incident-{facts.incident.id}", "Event", properties)


def summary(facts: Facts) -> Iterator[str]:
    """Yield what is said, and by whom it is alleged to have been done."""
    ranges = (f"{one.measure.replace('_', ' ')}: {one.low} to {one.high or 'open'}" for one in facts.incident.ranges)
    yield from ranges
    yield from (f"alleged perpetrator: {one.name}" for one in facts.perpetrators)


def entity(id_: str, schema: str, properties: Mapping[str, Sequence[str | None]]) -> Entity:
    """Return an entity without the properties that hold nothing."""
    known = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": id_, "schema": schema, "properties": {name: values for name, values in known.items() if values}}
