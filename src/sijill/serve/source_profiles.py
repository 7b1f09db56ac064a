"""Each source as the register knows it: what it counts, where and when, and its track record. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sijill.reconcile.independence import KINDS, add_up
from sijill.reconcile.order import in_order
from sijill.run.lines import differing
from sijill.run.listed import exchanged
from sijill.serve.masking import MASKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from sijill.incident import Incident, SourceFigures, Voice
    from sijill.reconcile.independence import Group
    from sijill.reconcile.order import Order
    from sijill.serve.hiding import Hiding
    from sijill.serve.linked import Linked

    Lines = Mapping["Key", "Profile"]
    Ordered = tuple[tuple["Key", "Profile"], ...]

Key = tuple[str, str]
"""The key of a source, or what all protected ones are shown as; and its kind."""


@dataclass(slots=True, kw_only=True)
class Profile:
    """A source: its kind, the population, area and period that it counts, and what became of its figures.

    Its name is the one by which the first of its incidents calls it; `named_in` tells which that is.
    """

    name: str
    kind: str
    named_in: Order
    incidents: int = 0
    figures: int = 0
    superseded: int = 0
    withdrawn: int = 0
    repeats: int = 0
    contradicted: int = 0
    categories: dict[str, int] = field(default_factory=dict)
    countries: dict[str, int] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None

    def add(self, incident: Incident, figures: SourceFigures) -> None:
        """Count what the source says of one measure of an incident."""
        self.figures += 1
        self.superseded += len(figures.superseded)
        self.withdrawn += len(figures.withdrawn)
        self.repeats += figures.repeats is not None
        add_up(self.categories, Counter(amount.category for amount in (figures.total, *figures.parts) if amount))
        add_up(self.countries, {incident.place.country: 1} if incident.place and incident.place.country else {})
        self._span(incident.days.first, incident.days.last)

    def copy(self) -> Profile:
        """Return a profile that can be joined with others while this one stays."""
        return replace(self, categories=dict(self.categories), countries=dict(self.countries))

    def join(self, other: Profile) -> None:
        """Count what the same source says of other incidents."""
        if other.named_in < self.named_in:
            self.name, self.named_in = other.name, other.named_in
        self.incidents += other.incidents
        self.figures += other.figures
        self.superseded += other.superseded
        self.withdrawn += other.withdrawn
        self.repeats += other.repeats
        self.contradicted += other.contradicted
        add_up(self.categories, other.categories)
        add_up(self.countries, other.countries)
        self._span(other.first, other.last)

    def _span(self, *more: date | None) -> None:
        days = [day for day in (self.first, self.last, *more) if day]
        self.first, self.last = (min(days), max(days)) if days else (None, None)

    @property
    def document(self) -> dict[str, Any]:
        """The profile as JSON holds it."""
        return {
            "name": self.name,
            "kind": self.kind,
            "incidents": self.incidents,
            "figures": self.figures,
            "contradicted_in": self.contradicted,
            "superseded_own": self.superseded,
            "withdrawn": self.withdrawn,
            "repeats_another": self.repeats,
            "categories": most_first(self.categories),
            "countries": most_first(self.countries),
            "from": self.first.isoformat() if self.first else None,
            "to": self.last.isoformat() if self.last else None,
        }


def most_first(times: Mapping[str, int]) -> dict[str, int]:
    """Return what was counted, the most often first."""
    return dict(sorted(times.items(), key=lambda one: (-one[1], one[0])))


def profiles(shelf: Linked) -> list[Profile]:
    """Return the sources, those that speak of most incidents first; protected ones stand together, unnamed."""
    question = f"profiles, {'masked' if shelf.hides else 'unmasked'}"
    blocks = shelf.view.blocks
    found = blocks.lined(question, lambda block: of_block(block, shelf), together)
    return [one for _, one in blocks.gone_on((question, "in order"), found, in_order_of_incidents)]


def in_order_of_incidents(before: tuple[Lines, Ordered] | None, now: Lines) -> Ordered:
    """Return the sources in their order, exchanging those that are otherwise than before."""
    was, ordered = before or ({}, ())
    keys = differing(was, now)
    gone = [(key, was[key]) for key in keys & was.keys()]
    return exchanged(ordered, gone, [(key, now[key]) for key in keys & now.keys()], most_told_first)


def most_told_first(one: tuple[Key, Profile]) -> tuple[int, str, str, Key]:
    """Return what sorts a source."""
    key, profile = one
    return -profile.incidents, profile.name, profile.kind, key


def of_block(incidents: Iterable[Incident], shelf: Linked) -> dict[Key, Profile]:
    """Return what the sources say of some incidents."""
    found: dict[Key, Profile] = {}
    for incident in sorted(incidents, key=in_order):
        hiding = shelf.hiding(incident.claims)
        speak = [profile_in(found, figures.voice, hiding, incident) for figures in incident.figures]
        for key, figures in zip(speak, incident.figures, strict=True):
            found[key].add(incident, figures)
        for key in set(speak):
            found[key].incidents += 1
        accounts = (account for contradiction in incident.contradictions for account in contradiction.accounts)
        for key in {profile_in(found, account.voice, hiding, incident) for account in accounts}:
            found[key].contradicted += 1
    return found


def together(parts: Sequence[Profile]) -> Profile:
    """Return what a source says of the incidents of several parts."""
    found = parts[0].copy()
    for one in parts[1:]:
        found.join(one)
    return found


def profile_in(found: dict[Key, Profile], voice: Voice, hiding: Hiding, incident: Incident) -> Key:
    """Return the key of the profile of a source, begun where there is none."""
    name = hiding.name(voice)
    key = (name if name == MASKED else voice.key, voice.kind)
    if key not in found:
        found[key] = Profile(name=name, kind=voice.kind, named_in=in_order(incident))
    return key


def group_document(group: Group, hiding: Hiding) -> dict[str, Any]:
    """Return an independence group as JSON holds it."""
    members = [{"name": hiding.text(name), "times": times} for name, times in group.members]
    return {"kind": group.kind, "origin": hiding.text(group.origin), "members": members}


def group_in_words(document: dict[str, Any]) -> tuple[str, str]:
    """Return an origin, and who draws on it how often."""
    names = ", ".join(f"{one['name']} ({one['times']:,})" for one in document["members"])
    return document["origin"], f"{KINDS[document['kind']]}: {names}"
