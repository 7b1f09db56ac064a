"""LGL's toponyms, for the gate: how many land within 161 km, and where the gazetteer has a gap."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # a local file of our own
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bench.accuracy.intervals import measured, share
from bench.accuracy.parts import Error, Outcome, Part, fingerprint_of, sampled
from bench.accuracy.places import is_close, knows
from sijill.ground.places import Gazetteer, report_context, resolve_together

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SAMPLE = 600
ASKED = 0.85
ABOUT = (
    "LGL's toponyms with coordinates, their words given; right within 161 km. *In the gazetteer*: the true place is "
    "there by the name in the text or in the key; the others are gaps of the embedded gazetteer, counted apart."
)


@dataclass(slots=True)
class Tally:
    """Right and all of one article: of every toponym, and of those that the gazetteer knows."""

    right: int = 0
    all: int = 0
    right_known: int = 0
    known: int = 0
    errors: list[Error] = field(default_factory=list)


def part(folder: Path) -> Part:
    """Return the part of the gate."""
    return Part(name="lgl", measure=lambda whole: measure(folder, whole=whole), about=ABOUT)


def measure(folder: Path, *, whole: bool) -> Outcome:
    """Return the shares right over articles."""
    articles = sampled(list(ET.parse(folder / "data" / "geo" / "lgl.xml").getroot()), SAMPLE, whole=whole)  # noqa: S314 -- a local file of our own
    gazetteer = Gazetteer.load()
    tallies = [tally_of(article, gazetteer) for article in articles]
    scores = [
        measured("within 161 km, in the gazetteer", tallies, known_right, ASKED),
        measured("within 161 km, all with coordinates", tallies, all_right),
        measured("not in the gazetteer", tallies, gaps, less_is_better=True),
    ]
    texts = (ET.tostring(article, encoding="unicode") for article in articles)
    return Outcome(
        scores=scores, fingerprint=fingerprint_of(texts), errors=[error for tally in tallies for error in tally.errors]
    )


def known_right(tallies: Sequence[Tally]) -> float:
    """Return the share right of what the gazetteer knows."""
    return share([(t.right_known, t.known) for t in tallies])


def all_right(tallies: Sequence[Tally]) -> float:
    """Return the share right of everything."""
    return share([(t.right, t.all) for t in tallies])


def gaps(tallies: Sequence[Tally]) -> float:
    """Return the share that the gazetteer does not know."""
    return share([(t.all - t.known, t.all) for t in tallies])


def tally_of(article: ET.Element, gazetteer: Gazetteer) -> Tally:
    """Count one article."""
    marked = [t for t in article.iter("toponym") if t.find("gaztag/lat") is not None]
    names = [t.findtext("phrase") or "" for t in marked]
    text = article.findtext("text") or ""
    context = report_context(names, text, None, gazetteer)
    tally = Tally()
    for toponym, place in zip(marked, resolve_together(names, context, gazetteer, text), strict=True):
        right, known = is_close(place, toponym), knows(gazetteer, toponym)
        tally.all, tally.right = tally.all + 1, tally.right + right
        tally.known, tally.right_known = tally.known + known, tally.right_known + (right and known)
        if not right:
            kind = "another place" if known and place.latitude else "not resolved" if known else "gap of the gazetteer"
            true = ", ".join(toponym.findtext(f"gaztag/{n}") or "" for n in ("name", "admin1", "country"))
            read = f"{place.name}, {place.admin1}, {place.country}"
            tally.errors.append(Error(kind, f"{place.worded!r} is {true}, read as {read}"))
    return tally
