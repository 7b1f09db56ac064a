"""Mentions and reports for the tests of linking, made from few words."""

from __future__ import annotations

import hashlib
from datetime import date

from sijill.judgement import Anchor, Judgement
from sijill.link.families import families_of
from sijill.link.mention import Count, Mention, Spot
from sijill.link.words import sound_of
from sijill.model import Report
from sijill.values import Span

DAY = date(2016, 8, 14).toordinal()
TOWNS = {"atmeh": (36.3, 36.7), "sarmada": (36.18, 36.72), "homs": (34.73, 36.72), "kobani": (36.89, 38.35)}


def mention(
    claim: str,
    report: str = "r1",
    *,
    town: str | None = "atmeh",
    day: int | None = 0,
    killed: int | None = 32,
    entered: int = 0,
    key: str | None = None,
    happening: str = "suicide_bomb",
    rare: str = "",
    scope: str = "incident",
    start: int = 0,
    sentence: int = 0,
) -> Mention:
    """Return a mention of so many killed in a town, so many days after a fixed day."""
    count = Count(measure="killed", low=killed, high=killed, category="unspecified", value=killed) if killed else None
    return Mention(
        claim=claim,
        report=report,
        anchor=Anchor(report_name=report, span=Span(start=start, end=start + 2)),
        entered=entered,
        key=key,
        scope=scope,
        happening=happening,
        families=families_of(happening, None),
        count=count,
        spot=spot(town) if town else None,
        first=None if day is None else DAY + day,
        last=None if day is None else DAY + day,
        published=DAY + 1,
        sentence=sentence,
        rare=frozenset(rare.split()),
    )


def spot(town: str) -> Spot:
    """Return one of a few towns."""
    latitude, longitude = TOWNS[town]
    return Spot(
        words=frozenset({town}),
        names=frozenset({sound_of(town)}),
        id=f"test:{town}",
        latitude=latitude,
        longitude=longitude,
        precision=1,
        country="SY",
        admin1="SY.12",
    )


def person(a: str, b: str, verdict: str, seq: int = 1) -> Judgement:
    """Return what a person holds of two claims."""
    return Judgement(a=a, b=b, verdict=verdict, author="Rana", seq=seq)


def report(name: str, text: str) -> Report:
    """Return a report of some text."""
    return Report(text=text, name=name, sha256=hashlib.sha256(text.encode()).hexdigest(), outlet=name)
