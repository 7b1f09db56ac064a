"""Each source as the register knows it: what it counts, where and when, and its track record. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sijill.reconcile.independence import KINDS
from sijill.serve.masking import MASKED

if TYPE_CHECKING:
    from datetime import date

    from sijill.incident import Incident, SourceFigures, Voice
    from sijill.reconcile.independence import Group
    from sijill.serve.hiding import Hiding
    from sijill.serve.linked import Linked


@dataclass(slots=True, kw_only=True)
class Profile:
    """A source: its kind, the population, area and period that it counts, and what became of its figures."""

    name: str
    kind: str
    incidents: set[str] = field(default_factory=set)
    figures: int = 0
    superseded: int = 0
    withdrawn: int = 0
    repeats: int = 0
    contradicted: set[str] = field(default_factory=set)
    categories: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    first: date | None = None
    last: date | None = None

    def add(self, incident: Incident, figures: SourceFigures) -> None:
        """Count what the source says of one measure of an incident."""
        self.incidents.add(incident.id)
        self.figures += 1
        self.superseded += len(figures.superseded)
        self.withdrawn += len(figures.withdrawn)
        self.repeats += figures.repeats is not None
        self.categories.update([amount.category for amount in (figures.total, *figures.parts) if amount])
        self.countries.update([incident.place.country] if incident.place and incident.place.country else [])
        days = [day for day in (self.first, self.last, incident.days.first, incident.days.last) if day]
        self.first, self.last = (min(days), max(days)) if days else (None, None)

    @property
    def document(self) -> dict[str, Any]:
        """The profile as JSON holds it."""
        return {
            "name": self.name,
            "kind": self.kind,
            "incidents": len(self.incidents),
            "figures": self.figures,
            "contradicted_in": len(self.contradicted),
            "superseded_own": self.superseded,
            "withdrawn": self.withdrawn,
            "repeats_another": self.repeats,
            "categories": dict(self.categories.most_common()),
            "countries": dict(self.countries.most_common()),
            "from": self.first.isoformat() if self.first else None,
            "to": self.last.isoformat() if self.last else None,
        }


def profiles(shelf: Linked) -> list[Profile]:
    """Return the sources, those that speak of most incidents first; protected ones stand together, unnamed."""
    found: dict[tuple[str, str], Profile] = {}
    for incident in shelf.view.incidents:
        hiding = shelf.hiding(incident.claims)
        for figures in incident.figures:
            profile_in(found, figures.voice, hiding).add(incident, figures)
        for contradiction in incident.contradictions:
            for account in contradiction.accounts:
                profile_in(found, account.voice, hiding).contradicted.add(incident.id)
    return sorted(found.values(), key=lambda one: (-len(one.incidents), one.name))


def profile_in(found: dict[tuple[str, str], Profile], voice: Voice, hiding: Hiding) -> Profile:
    """Return the profile of a source, begun where there is none."""
    name = hiding.voice(voice).name
    key = (name if name == MASKED else voice.key, voice.kind)
    return found.setdefault(key, Profile(name=name, kind=voice.kind))


def group_document(group: Group, hiding: Hiding) -> dict[str, Any]:
    """Return an independence group as JSON holds it."""
    members = [{"name": hiding.text(name), "times": times} for name, times in group.members]
    return {"kind": group.kind, "origin": hiding.text(group.origin), "members": members}


def group_in_words(document: dict[str, Any]) -> tuple[str, str]:
    """Return an origin, and who draws on it how often."""
    names = ", ".join(f"{one['name']} ({one['times']:,})" for one in document["members"])
    return document["origin"], f"{KINDS[document['kind']]}: {names}"
