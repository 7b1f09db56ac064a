"""What an export may say of an incident: everything masked already, names as they may be shown, nothing guessed.

Invariant: no words reach an export but through `facts_of`, so that what hides protected sources is in one place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sijill.serve.exports.tables import country
from sijill.serve.masking import MASKED
from sijill.serve.rows import finite, iso
from sijill.serve.wording import days_in_words, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sijill.incident import Incident, Member, Voice
    from sijill.model import Actor, Place, Report
    from sijill.serve.hiding import Hiding
    from sijill.serve.linked import Linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """A source as it may be named; `protected` ones are all called the same.

    `by_report` tells that it is called what its report is called, having no other name: a file's name, it may be.
    """

    name: str
    kind: str
    protected: bool = False
    by_report: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who is said to have done it, or to whom it was done: a name and a kind (of CATEGORIES, or None)."""

    name: str
    kind: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A report that tells of it."""

    id: str
    name: str
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """An incident as exports tell of it; `perpetrators` are alleged, `quotes` the words that its claims rest on."""

    incident: Incident
    place: Place | None
    days_worded: str | None
    tellers: tuple[Teller, ...]
    perpetrators: tuple[Party, ...]
    targets: tuple[Party, ...]
    reports: tuple[Printed, ...]
    quotes: tuple[str, ...]
    hiding: Hiding

    @property
    def first(self) -> str | None:
        """The first day, the last where only that is known."""
        return iso(self.incident.days.first or self.incident.days.last)

    @property
    def last(self) -> str | None:
        """The last day, the first where only that is known."""
        return iso(self.incident.days.last or self.incident.days.first)

    @property
    def located(self) -> tuple[float, float] | None:
        """Latitude and longitude."""
        place = self.place
        if place is None or finite(place.latitude) is None or finite(place.longitude) is None:
            return None
        return (place.latitude, place.longitude) if place.latitude is not None and place.longitude is not None else None

    @property
    def country(self) -> Mapping[str, str]:
        """Names and codes of the country; empty where it is not known."""
        return country(self.place.country if self.place else None)

    @property
    def place_name(self) -> str | None:
        """The resolved name of the place, its words where it has none."""
        return (self.place.name or self.place.worded or None) if self.place else None

    def name_of(self, voice: Voice) -> str:
        """Return the name of a source as it may be shown."""
        return one_line(self.hiding.voice(voice).name)

    @property
    def title(self) -> str:
        """What happened where and when, in words."""
        what = (self.incident.happening or "happening not known").replace("_", " ")
        known = (what, self.place_name, days_in_words(self.incident.days))
        return " · ".join(one_line(words) for words in known if words)


def all_facts(shelf: Linked, hiding: Hiding | None = None) -> list[Facts]:
    """Return what may be said of every incident, in the order of their days; `hiding` replaces each one's own."""
    reports = {report.id: report for report in shelf.book.reports()}
    found = shelf.view.incidents
    shelf.fetch(claim for one in found for claim in one.claims)  # together: one by one it is three times the work
    return [facts_of(one, shelf, reports, hiding or shelf.hiding(one.claims)) for one in found]


def facts_of(incident: Incident, shelf: Linked, reports: Mapping[str, Report], hiding: Hiding) -> Facts:
    """Return what may be said of an incident."""
    members = [shelf.shown(member) for member in shelf.members(incident.claims)]
    blamed = (blame.actor for blame in incident.blames if blame.kind != "denied")
    return Facts(
        incident=incident,
        place=placed(incident.place, hiding),
        days_worded=hiding.text(incident.days.worded) if incident.days.worded else None,
        tellers=tuple(dict.fromkeys(tellers_in(members, hiding, hides=shelf.hides))),
        perpetrators=parties(blamed, hiding),
        targets=parties((member.claim.target for member in members if member.claim.target), hiding),
        reports=tuple(dict.fromkeys(printed(reports[member.claim.report_id], hiding) for member in members)),
        quotes=tuple(dict.fromkeys(hiding.text(member.claim.evidence[0].quote) for member in members)),
        hiding=hiding,
    )


def placed(place: Place | None, hiding: Hiding) -> Place | None:
    """Return the place with its words masked."""
    if place is None:
        return None
    relation = hiding.text(place.relation) if place.relation else None
    name, admin1 = (hiding.text(words) if words else None for words in (place.name, place.admin1))
    return replace(place, worded=hiding.text(place.worded), name=name, admin1=admin1, relation=relation)


def tellers_in(members: Sequence[Member], hiding: Hiding, *, hides: bool) -> Iterator[Teller]:
    """Yield the sources of claims; a report's own voice is its outlet."""
    for member in members:
        for source in member.claim.sources:
            protected = source.protected
            known = source.name or source.worded or member.outlet
            name = MASKED if hides and protected else hiding.text(known or member.report_name)
            yield Teller(name=one_line(name), kind=source.kind, protected=protected, by_report=not known)


def parties(actors: Iterable[Actor], hiding: Hiding) -> tuple[Party, ...]:
    """Return each party once, under its resolved name."""
    found: dict[str, Party] = {}
    for actor in actors:
        party = Party(name=one_line(hiding.text(actor.name or actor.worded)), kind=actor.kind)
        found.setdefault(party.name.casefold(), party)
    return tuple(found.values())


def printed(report: Report, hiding: Hiding) -> Printed:
    """Return what a report is known by."""
    outlet, title, url = (
        hiding.text(words) if words else None for words in (report.outlet, report.title, report.url)
    )  # fmt: skip
    return Printed(
        id=report.id, name=hiding.text(report.name), outlet=outlet, title=title, url=url,
        published=iso(report.published), language=report.language,
    )  # fmt: skip


def joined(words: Iterable[str | None]) -> str | None:
    """Return the words that say something, each once, with semicolons between them; None where there are none."""
    return "; ".join(dict.fromkeys(one for one in words if one)) or None
