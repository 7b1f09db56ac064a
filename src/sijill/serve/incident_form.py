"""One incident a JSON line: its members by report and key, its range by measure, and what each source says of it.

As a row of CSV it has the ranges of those killed and injured, without what each source says.

The key of a member is the one that the reader gave the claim within its report; where it gave none, the claim's id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.serve.rows import finite, iso

if TYPE_CHECKING:
    from sijill.incident import Incident, SourceFigures
    from sijill.serve.hiding import Hiding
    from sijill.serve.linked import Linked

MEASURED = ("killed", "injured")  # always given, null where nobody gives a number
PLAIN = ("incident", "happening", "place", "country", "latitude", "longitude", "from", "to")
RANGE = ("low", "high", "highest_stated", "contested")
COLUMNS = (
    *PLAIN,
    *(f"{measure}_{end}" for measure in MEASURED for end in RANGE),
    "contradictions", "part_of", "origins", "reports", "grade",
)  # fmt: skip
BETWEEN = "; "


def line_of(incident: Incident, shelf: Linked) -> dict[str, Any]:
    """Return the line of one incident."""
    hiding = shelf.hiding(incident.claims)
    place = incident.place
    return {
        "incident": incident.id,
        "members": members_of(incident, shelf),
        "place": hiding.text(place.worded) if place else None,
        "country": place.country if place else None,
        "latitude": finite(place.latitude) if place else None,
        "longitude": finite(place.longitude) if place else None,
        "from": iso(incident.days.first),
        "to": iso(incident.days.last),
        "happening": incident.happening,
        "contradictory": incident.contradictory,
        "contradictions": [str(hiding.contradiction(one)) for one in incident.contradictions],
        **{measure: measure_of(incident, measure, hiding) for measure in measures_of(incident)},
        "part_of": incident.part_of,
        "claims": list(incident.claims),
        "origins": len(incident.origins),
        "grade": incident.grade,
    }


def row_of(line: dict[str, Any]) -> dict[str, Any]:
    """Return the row of an incident's line: a column each for the ends of its ranges, lists joined by semicolons."""
    return {
        **{column: line[column] for column in (*PLAIN, "part_of", "origins", "grade")},
        **{f"{measure}_{end}": line[measure][end] for measure in MEASURED for end in RANGE},
        "contradictions": BETWEEN.join(line["contradictions"]),
        "reports": BETWEEN.join(dict.fromkeys(report for report, _ in line["members"])),
    }


def members_of(incident: Incident, shelf: Linked) -> list[list[str]]:
    """Return report and key of every member, each pair once."""
    members = [shelf.shown(member) for member in shelf.members(incident.claims)]
    ids = [shelf.view.members[claim].claim.id for claim in incident.claims]
    pairs = [(member.report_name, member.claim.incident or id_) for member, id_ in zip(members, ids, strict=True)]
    return [list(pair) for pair in dict.fromkeys(pairs)]


def measures_of(incident: Incident) -> list[str]:
    """Return the measures of an incident's figures; killed and injured whether or not there are any."""
    return list(dict.fromkeys((*MEASURED, *(figures.measure for figures in incident.figures))))


def measure_of(incident: Incident, measure: str, hiding: Hiding) -> dict[str, Any]:
    """Return the range of a measure, and what each source says of it; an open end is null."""
    found = incident.range_of(measure)
    return {
        "low": found.low if found else None,
        "high": found.high if found else None,
        "highest_stated": found.stated if found else None,
        "contested": found.contested if found else False,
        "bounded_only": found.bounded_only if found else False,
        "by_source": [source_of(f, hiding) for f in incident.figures if f.measure == measure],
    }


def source_of(figures: SourceFigures, hiding: Hiding) -> dict[str, Any]:
    """Return what one source says of one measure."""
    total, voice = figures.total, hiding.voice(figures.voice)
    return {
        "source": voice.name,
        "source_kind": voice.kind,
        "reports": [hiding.text(name) for name in figures.reports],
        "low": total.low if total else None,
        "high": total.high if total else None,
        "category": total.category if total else None,
        "derived": total.derived if total else False,
        "counts": figures.counts,
        "claims": list(total.claims) if total else [],
        "parts": [hiding.plain(part) for part in figures.parts],
        "superseded": [hiding.plain(amount) for amount in figures.superseded],
    }
