"""Incidents of the Gun Violence Corpus from raw text: CoNLL F1 over its documents and over its mentions.

    SIJILL_DATA=... python -m bench.accuracy.gun_violence

Weights between reports are learnt on four fifths of the topics, drawn towards those that ship, and tested on the fifth;
the weights that ship are tested beside them. *Documents*: each is given the incident that most of its claims are in.
*Mentions*: the words that a claim points to, found where they overlap a mention of the corpus; what was not found, and
what the corpus does not mark, counts as an error. *Of those found* leaves both out. Intervals resample topics. The best
published systems reach about 0.84 on mentions that they are given; here nothing is given but the text and its day.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bench.accuracy.coreference import conll
from bench.accuracy.corpora import outside
from bench.accuracy.incident_weights import LOOSENESS, Sample, compared, learnt
from bench.accuracy.intervals import SEED
from bench.accuracy.raw_incidents import homes_of
from bench.accuracy.reading import read_rows
from sijill.link import load_weights, mentions_of
from sijill.link.blocks import Blocks
from sijill.link.comparing import ACROSS
from sijill.link.memory import Memory
from sijill.link.persons import rulings
from sijill.link.reports import accounts, keyed
from sijill.link.scoring import scorers

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bench.accuracy.reading import Read
    from sijill.link import Weights
    from sijill.link.units import Unit
    from sijill.link.weights import Table
    from sijill.model import Claim
    from sijill.values import Span

FOLDS = 5
RESAMPLES = 200
POINTING = ("trigger", "number")
"""Fields of a claim whose words are held against the corpus's mentions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A document of the corpus: its topic, its text, and each mention's span with its cluster."""

    name: str
    topic: str
    published: str
    text: str
    mentions: tuple[tuple[int, int, str], ...]

    def mention_at(self, span: Span) -> tuple[int, int] | None:
        """Return the mention that a span overlaps."""
        return next(((a, b) for a, b, _ in self.mentions if a < span.end and span.start < b), None)


def documents(path: Path) -> Iterator[Marked]:
    """Yield the documents of a file of the corpus; the first line of each is its day."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, starts = "", {}
        for number, sentence in enumerate(row["sentences"][1:], start=1):
            for token, word in enumerate(sentence):
                starts[number, token] = len(text)
                text += word + (" " if token + 1 < len(sentence) else "\n")
        found = [m for m in row["mentions"] if m["sent"] > 0]
        ends = [starts[m["sent"], m["end"]] + len(row["sentences"][m["sent"]][m["end"]]) for m in found]
        spans = [(starts[m["sent"], m["start"]], end, m["cluster"]) for m, end in zip(found, ends, strict=True)]
        yield Marked(
            name=row["doc_id"], topic=row["topic"], published=row["sentences"][0][0], text=text, mentions=tuple(spans)
        )


def pointed_at(claim: Claim) -> Iterator[Span]:
    """Yield the spans that a claim points to."""
    yield from (e.span for e in claim.evidence if e.field in POINTING)


def units(read: Read, marked: Marked, weights: Weights) -> Iterator[Unit]:
    """Yield the accounts of a report that hold a mention of the corpus."""
    report, claims = read
    told = {c.id for c in claims if any(marked.mention_at(span) for span in pointed_at(c))}
    within, _ = scorers(weights)
    by_key = keyed([m for m in mentions_of(claims, report) if m.scope == "incident"], within)
    yield from (u for u in accounts(by_key, within, rulings(())) if told & set(u.claims))


def samples(reads: Sequence[Read], marked: Mapping[str, Marked], weights: Weights) -> Iterator[tuple[set[str], Sample]]:
    """Yield every two accounts that blocking brings together, with the topics that they are of."""
    memory = Memory()
    topics: dict[str, str] = {}
    blocks = Blocks(memory)
    for read in reads:
        own = marked[read[0].name]
        for unit in units(read, own, weights):
            for id_, other in blocks.near(unit).items():
                same = topics[id_] == own.topic
                yield {topics[id_], own.topic}, Sample(levels=compared(unit, other, ACROSS), same=same)
            topics[unit.id] = own.topic
            memory.units[unit.id] = unit
            blocks.add(unit)


def taught(found: Sequence[Sample], weights: Weights) -> Weights:
    """Return weights between reports learnt from pairs, drawn towards those that ship."""
    start = {(part, level): bits for part, levels in weights.across.bits.items() for level, bits in levels.items()}
    made = learnt(list(found), start, weights.across.prior, LOOSENESS["across"])
    bits: dict[str, dict[str, float]] = defaultdict(dict)
    for (part, level), value in made.bits.items():
        bits[part][level] = value
    table: Table = replace(weights.across, prior=made.prior, bits=dict(bits))
    return replace(weights, across=table)


Item = tuple["Hashable", ...]
"""A document, or a mention in one; its topic comes first."""
Homes = dict[Item, "Hashable"]


@dataclass(slots=True)
class Scored:
    """True and given homes of documents, mentions, and mentions that were found, with each item's topic."""

    true: dict[str, Homes]
    given: dict[str, Homes]

    @classmethod
    def empty(cls) -> Scored:
        """Return one without items."""
        names = ("documents", "mentions", "mentions, of those found")
        return cls({n: {} for n in names}, {n: {} for n in names})

    def add(self, read: Read, marked: Marked, homes: Mapping[str, str]) -> None:
        """Add a document; items are named by topic, document and offsets."""
        report, claims = read
        here = (marked.topic, marked.name)
        counted = Counter(homes[c.id] for c in claims if c.id in homes)
        self.true["documents"][here] = marked.topic
        self.given["documents"][here] = counted.most_common(1)[0][0] if counted else report.id
        given = self._given(claims, marked, homes)
        true: Homes = {(*here, a, b): cluster for a, b, cluster in marked.mentions}
        self.true["mentions"] |= true
        self.given["mentions"] |= given
        self.true["mentions, of those found"] |= {item: home for item, home in true.items() if item in given}
        self.given["mentions, of those found"] |= {item: home for item, home in given.items() if item in true}

    @staticmethod
    def _given(claims: Sequence[Claim], marked: Marked, homes: Mapping[str, str]) -> Homes:
        """Return the words that claims point to; deaths, injuries and acts of one incident are different mentions."""
        found: Homes = {}
        for claim in claims:
            for span in pointed_at(claim) if claim.id in homes else ():
                a, b = marked.mention_at(span) or (span.start, span.end)
                kind = claim.figure.measure if claim.figure else "act"
                found.setdefault((marked.topic, marked.name, a, b), (homes[claim.id], kind))
        return found


def resampled(homes: Homes, topics: Sequence[str]) -> Homes:
    """Return the items of drawn topics; a topic that was drawn twice comes twice, in homes of its own."""
    by_topic: dict[Hashable, list[Item]] = defaultdict(list)
    for item in homes:
        by_topic[item[0]].append(item)
    seen: Counter[str] = Counter()
    found: Homes = {}
    for topic in topics:
        seen[topic] += 1
        found |= {(item, seen[topic]): (homes[item], seen[topic]) for item in by_topic[topic]}
    return found


def show(name: str, scored: Scored, topics: Sequence[str]) -> None:
    """Print the scores of each level with the interval of the CoNLL F1."""
    rng = random.Random(SEED)  # noqa: S311 -- a resampling, not a secret
    draws = [rng.choices(topics, k=len(topics)) for _ in range(RESAMPLES)]
    for level, true in scored.true.items():
        given = scored.given[level]
        drawn = sorted(conll(resampled(true, d), resampled(given, d))["CoNLL"] for d in draws)
        low, high = drawn[int(0.025 * RESAMPLES)], drawn[int(0.975 * RESAMPLES) - 1]
        found = conll(true, given)
        said = " ".join(f"{n} {v:.3f}" for n, v in found.items())
        print(f"{name:24} {level:26} {said} [{low:.3f}, {high:.3f}]")


def crossed(reads: Sequence[Read], marked: Mapping[str, Marked], topics: Sequence[str], weights: Weights) -> Scored:
    """Return every fold, linked by weights learnt on the other folds."""
    pairs, scored = list(samples(reads, marked, weights)), Scored.empty()
    for fold in range(FOLDS):
        held = set(topics[fold::FOLDS])
        here = [read for read in reads if marked[read[0].name].topic in held]
        homes = homes_of(here, taught([s for of, s in pairs if not of & held], weights))
        for read in here:
            scored.add(read, marked[read[0].name], homes)
    return scored


def whole(reads: Sequence[Read], marked: Mapping[str, Marked], weights: Weights) -> Scored:
    """Return all documents, linked by given weights."""
    scored, homes = Scored.empty(), homes_of(reads, weights)
    for read in reads:
        scored.add(read, marked[read[0].name], homes)
    return scored


def report(reads: Sequence[Read], marked: Mapping[str, Marked]) -> None:
    """Print both ways of linking, and every document by itself."""
    topics, weights = sorted({m.topic for m in marked.values()}), load_weights()
    alone = replace(weights, across=replace(weights.across, same=2.0))
    show("no linking", whole(reads, marked, alone), topics)
    show("weights that ship", whole(reads, marked, weights), topics)
    show("learnt on other topics", crossed(reads, marked, topics, weights), topics)


def main() -> None:
    """Read, link, score."""
    folder = outside()
    if folder is None:
        sys.exit("set SIJILL_DATA to the folder that holds data/")
    marked = {m.name: m for m in documents(folder / "data" / "coreference" / "gvc-dev.jsonl")}
    rows = [{"id": m.name, "text": m.text, "published": m.published} for m in marked.values()]
    report(list(read_rows(rows)), marked)


if __name__ == "__main__":
    main()
