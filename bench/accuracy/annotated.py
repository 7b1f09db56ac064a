"""Annotated reports: the project's own gold on its samples, and the outside gold, read with the commands people use."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bench.accuracy.claims import FIELDS, HAPPENING_FIELDS, Tally, compared, f1, of_found
from bench.accuracy.corpora import OWN_GOLD, fingerprint, lines
from bench.accuracy.intervals import Measured, measured
from bench.accuracy.parts import Error, Outcome, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

DEV = {
    "figures found F1": 0.93,
    "figures core F1": 0.75,
    "figures full F1": 0.60,
    "figures source_kind, of found": 0.88,
    "figures days, of found": 0.85,
    "figures place, of found": 0.85,
    "happenings found F1": 0.80,
    "happenings group F1": 0.72,
    "happenings type F1": 0.65,
}
SEEDS = {"figures found F1": 0.95, "figures core F1": 0.94}
"""All but one of the seeds' 17 figures right: 16 of 17 is .941."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Annotated reports: where they lie, and what is asked of the reading of them."""

    name: str
    docs: Path
    gold: Path
    asked: dict[str, float]


def corpora(folder: Path | None) -> Iterator[Corpus]:
    """Yield the annotated corpora that are at hand."""
    yield Corpus(
        name="examples", docs=OWN_GOLD / "examples.docs.jsonl", gold=OWN_GOLD / "examples.gold.jsonl", asked={}
    )
    for name, asked in (("dev", DEV), ("seeds", SEEDS)) if folder else ():
        gold = (folder or OWN_GOLD) / "gold"
        yield Corpus(name=name, docs=gold / f"{name}.docs.jsonl", gold=gold / f"{name}.gold.jsonl", asked=asked)


def parts(folder: Path | None) -> Iterator[Part]:
    """Yield a part of the gate for each corpus."""
    for corpus in corpora(folder):
        yield part(corpus)


def part(corpus: Corpus) -> Part:
    """Return a corpus's part of the gate, which is always measured whole."""
    return Part(name=corpus.name, measure=lambda _: measure(corpus))


def predicted(docs: Path) -> dict[str, dict[str, Any]]:
    """Read a corpus with the commands that people use, and return the figures form of its claims."""
    with tempfile.TemporaryDirectory() as folder:
        register = str(Path(folder) / "gate.db")
        sijill = [sys.executable, "-m", "sijill"]
        subprocess.run([*sijill, "read", str(docs), "--register", register], check=True, stdout=subprocess.DEVNULL)
        export = [*sijill, "export", "--format", "figures", "--register", register]
        done = subprocess.run(export, check=True, stdout=subprocess.PIPE)
    return {row["id"]: row for row in map(json.loads, done.stdout.decode().splitlines())}


def measure(corpus: Corpus) -> Outcome:
    """Return every score of a corpus, and its errors."""
    docs, gold = lines(corpus.docs), lines(corpus.gold)
    rows = list(compared(docs, gold, predicted(corpus.docs)))
    figures, happenings = [f for _, f, _ in rows], [h for _, _, h in rows]
    scores = figure_scores(figures, corpus.asked)
    if any(t.gold for t in happenings):
        scores += [_score(f"happenings {w} F1", happenings, w, corpus.asked) for w in ("found", "group", "type")]
        scores += [_share(f"happenings {n}, of found", happenings, n, corpus.asked) for n in HAPPENING_FIELDS]
    errors = [*_errors("figure", figures), *_errors("happening", happenings)]
    return Outcome(scores=scores, fingerprint=fingerprint(corpus.docs, corpus.gold), errors=errors)


def figure_scores(tallies: Sequence[Tally], asked: Mapping[str, float] = MappingProxyType({})) -> list[Measured]:
    """Return how figures are found, how those found are right, and each of their fields."""
    scores = [_score(f"figures {w} F1", tallies, w, asked) for w in ("found", "core", "full")]
    return scores + [_share(f"figures {n}, of found", tallies, n, asked) for n in FIELDS]


def _errors(what: str, tallies: Sequence[Tally]) -> Iterator[Error]:
    for line in (line for tally in tallies for line in tally.errors):
        kind, _, words = line.partition(": ")
        yield Error(f"{what} {kind}", words)


def _score(name: str, tallies: Sequence[Tally], what: str, asked: Mapping[str, float]) -> Measured:
    return measured(name, tallies, lambda some: f1(some, what), asked.get(name))


def _share(name: str, tallies: Sequence[Tally], field: str, asked: Mapping[str, float]) -> Measured:
    return measured(name, tallies, lambda some: of_found(some, field), asked.get(name))
