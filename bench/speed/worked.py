"""A register as people use one: beside what happened, running totals, protected sources, doubts, reviews, signatures.

Everything is drawn by chance from a seed: the same size and seed give the same reports, claims and reviews.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from bench.speed.registers import register
from bench.speed.world import SYLLABLES
from sijill.ledger import open_register
from sijill.model import Source
from sijill.review import GRADES
from sijill.run import incidents_of, link_register
from sijill.run.acts import Person
from sijill.run.reviews import grade, review_claim, sign

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sijill.ledger import Register
    from sijill.model import Claim

UNSURE_SHARE = 0.1  # of the claims
TOTALS_SHARE = 0.01  # of the claims are running totals
PROTECTED_SHARE = 0.01  # of the reports have a source who asked not to be named
REVIEWS = 400  # of claims, by each of two people
CORRECTED_SHARE = 0.2  # of the reviews of figures
EXTRACTOR = "made up"
PEOPLE = ("Amal", "Basma")


def enter_worked(file: Path, size: int, seed: int = 7, *, reviews: int = REVIEWS) -> None:
    """Enter a register of about so many claims, link it, and review some of it; as it is where the file is there."""
    if file.exists():
        return
    rng = random.Random(seed)  # noqa: S311 -- a seeded world, no secret
    with open_register(file) as book:
        with book.batch(seconds=5):
            for one in register(size, seed):
                book.enter(one.report, as_told(one.claims, rng), extractor=EXTRACTOR)
        link_register(book)
        with book.batch(seconds=5):
            review_some(book, rng, reviews)
        link_register(book)


def as_told(claims: Sequence[Claim], rng: random.Random) -> list[Claim]:
    """Return the claims of a report, some of them doubtful, some a running total, some of a protected source."""
    protected = rng.random() < PROTECTED_SHARE
    hidden = Source(worded=f"{a_name(rng)}, a resident", kind="witness", anonymous=True, protected=True)
    found = []
    for claim in claims:
        sources = (hidden,) if protected else claim.sources
        confidence = round(rng.uniform(0.4, 0.89), 2) if rng.random() < UNSURE_SHARE else 0.95
        told = replace(claim, sources=sources, confidence=confidence)
        if claim.figure is not None and rng.random() < TOTALS_SHARE:
            told = replace(told, figure=replace(claim.figure, scope="cumulative"), incident=None, happening=None)
        found.append(told)
    return found


def a_name(rng: random.Random) -> str:
    """Return the name of a person."""
    return " ".join("".join(rng.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))


def review_some(book: Register, rng: random.Random, most: int) -> None:
    """Enter what two people hold of some claims, and grade and sign some incidents."""
    view = incidents_of(book)
    some = rng.sample(range(len(view.claims)), min(most, len(view.claims) // 10))
    for number in some:
        member = view.claims[number]
        for person in PEOPLE:
            corrects = member.claim.figure is not None and rng.random() < CORRECTED_SHARE
            act, field = ("correct", "number") if corrects else ("accept", None)
            value = {"words": str(rng.randint(1, 60))} if corrects else {}
            who = Person(name=person)
            review_claim(book, view, act, member.claim.id, who, field=field, value=value)
    for incident in rng.sample(view.incidents, min(most // 4, len(view.incidents))):
        grade(book, view, incident.id, rng.choice(GRADES), Person(name=PEOPLE[0]))
        sign(book, view, incident.id, Person(name=PEOPLE[1]))
