"""How outlets tell of a made-up happening: figures that differ by source and grow, places and days given loosely.

Invariant: every claim's words stand in its report, character for character.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bench.speed.world import KINDS, PARTIES
from sijill.model import Actor, Claim, Evidence, Figure, Place, Report, Source
from sijill.values import CountRange, Days, Span

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bench.speed.world import Happening, Town

SOURCES = (
    ("the Observatory", "monitor", 1.0), ("state media", "government", 0.7), ("activists", "activist", 1.25),
    ("medics", "medical", 0.95), ("residents", "witness", 1.1), ("", "reporter", 1.0),
)  # fmt: skip
"""Who says it, what kind of source that is, and by how much its figures lean."""
GROWTH = 0.08  # how much a toll grows by the day
LOOSE_DAYS = ((0.84, "day"), (0.92, "night"), (0.96, "wrong"), (1.0, "week"))
LOOSE_PLACES = ((0.84, "town"), (0.90, "near"), (0.97, "unit"), (1.0, "country"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A text with what it claims, which several outlets may print; `truth` names each claim's happening."""

    text: str
    claims: tuple[Claim, ...]
    truth: tuple[str, ...]

    def printed(self, name: str, outlet: str, published: date) -> tuple[Report, tuple[Claim, ...]]:
        """Return the story as one outlet prints it, with a line of its own at the end."""
        text = f"{self.text} {outlet} will update this story {name}."
        digest = hashlib.sha256(text.encode()).hexdigest()
        report = Report(text=text, name=name, sha256=digest, outlet=outlet, published=published)
        return report, tuple(replace(c, report_id=report.id) for c in self.claims)


def drawn(rng: random.Random, shares: Sequence[tuple[float, str]]) -> str:
    """Return one of some ways, by their cumulated shares."""
    chance = rng.random()
    return next(way for limit, way in shares if chance < limit)


def telling(happenings: Sequence[Happening], later: int, rng: random.Random, *, keys: bool) -> Telling:
    """Return an account of some happenings, told so many days after."""
    text, claims, truth = "", [], []
    for happening in happenings:
        for sentence, number, claim in _told(happening, later, rng, key=happening.id if keys else None):
            at = len(text) + sentence.index(f" {number} ") + 1
            span = Span(start=at, end=at + len(number))
            text += sentence + " "
            evidence = tuple(Evidence(field=f, span=span, quote=number) for f in ("claim", "number"))
            claims.append(replace(claim, evidence=evidence))
            truth.append(happening.id)
    return Telling(text=text.strip(), claims=tuple(claims), truth=tuple(truth))


def _told(happening: Happening, later: int, rng: random.Random, key: str | None) -> Iterator[tuple[str, str, Claim]]:
    """Yield sentence, number and claim for each figure that one account gives."""
    name, kind, lean = rng.choice(SOURCES)
    place, days = _place(happening.town, rng), _days(happening.day, rng)
    party, party_kind = PARTIES[happening.party]
    worded, taken_for = KINDS[happening.kind]
    spoken = rng.random() < 0.6
    for measure, true in (("killed", happening.killed), ("injured", happening.injured), ("killed", happening.killed)):
        if rng.random() > (1.0 if measure == "killed" else 0.6):
            continue
        number = _figure(true, lean, later, rng)
        seen = [p for p in happening.particulars if rng.random() < 0.4]
        sentence = f"A {worded} in {place.worded} by {party} left {number} people {measure} {' '.join(seen)} {name}."
        yield (
            sentence,
            str(number),
            Claim(
                report_id="",
                happening=happening.kind if rng.random() < 0.88 else taken_for,
                sources=(Source(worded=name or None, kind=kind),),
                evidence=(Evidence(field="claim", span=Span(start=0, end=1), quote="A"),),
                figure=Figure(measure=measure, worded=str(number), count=_count(number, rng)),
                perpetrator=Actor(worded=party, kind=party_kind) if spoken else None,
                place=place,
                days=days,
                incident=key,
                extractor="made up",
            ),
        )
        if measure == "injured" and rng.random() < 0.5:
            return


def _figure(true: int, lean: float, later: int, rng: random.Random) -> int:
    leaning = lean if rng.random() < 0.5 else 1.0
    return max(1, round(true * leaning * (1 + GROWTH * later)))


def _count(number: int, rng: random.Random) -> CountRange:
    if rng.random() < 0.3:
        return CountRange(low=number, high=None, comparator="at_least", value=number)
    return CountRange(low=number, high=number, comparator="exact", value=number)


def _place(town: Town, rng: random.Random) -> Place:
    way = drawn(rng, LOOSE_PLACES)
    if way == "country":
        return Place(worded=town.country, name=town.country, precision=6, country=town.country)
    if way == "unit":
        return Place(
            worded=f"unit {town.unit}",
            name=town.unit,
            latitude=town.latitude,
            longitude=town.longitude,
            precision=4,
            country=town.country,
            admin1=town.unit,
            admin1_code=town.unit,
        )
    moved = 0.05 if way == "near" else 0.0
    return Place(
        worded=f"outskirts of {town.name}" if moved else town.name,
        name=f"outskirts {town.name}" if moved else town.name,
        gazetteer_id=None if moved else f"made:{town.name}",
        latitude=town.latitude + moved,
        longitude=town.longitude,
        precision=2 if moved else 1,
        country=town.country,
        admin1=town.unit,
        admin1_code=town.unit,
    )


def _days(day: date, rng: random.Random) -> Days:
    way, one = drawn(rng, LOOSE_DAYS), timedelta(days=1)
    if way == "night":
        return Days(first=day - one, last=day, precision=2)
    if way == "week":
        monday = day - timedelta(days=day.weekday())
        return Days(first=monday, last=monday + 6 * one, precision=3)
    shown = day + one if way == "wrong" else day
    return Days(first=shown, last=shown, precision=1)
