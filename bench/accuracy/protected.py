"""People who fear reprisals: how many of the project's own cases are recognised and marked protected.

Measured at what reading ships: somebody is found where a claim of the text has a protected source of these words, or
where they are among the people of the text who hide.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bench.accuracy.claims import same_words, words
from bench.accuracy.corpora import OWN_GOLD
from bench.accuracy.intervals import measured, share
from bench.accuracy.parts import Error, Outcome, Part, fingerprint_of
from bench.accuracy.reading import found_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bench.accuracy.parts import Row
    from sijill.model import Findings, HiddenPerson, Source

UNSEEN = OWN_GOLD / "protected-unseen.jsonl"
"""Texts that no rule was shaped on and no cue learned from: unread, and replaced once they are not."""
TAUGHT = OWN_GOLD / "protected-taught.jsonl"
"""Texts that the learned cue of danger was taught with, beside the cases; no rule was shaped on them."""
CASES = (OWN_GOLD / "protected.jsonl", OWN_GOLD / "protected-more.jsonl")
ASKED = 0.95
ABOUT = (
    "Short texts of the project's own, with sources that ask for anonymity, give a first name only or fear "
    "reprisals, people in hiding or under threat, full name or not, and others. Recall: those to be protected who "
    "are marked so in the register of the text, as a claim's source or as a person who hides; the second row is "
    "of those who are the source of a claim. The rules were shaped on these cases after they had been read, and "
    "phrases listed from some texts do not find what others say; of 1,753 more a cue of danger was learned "
    "(record 29), which the rules alone found 387 of 1,148 people of. The rows of unseen texts are of 160 texts "
    "by two independent writers (wires; reports of human-rights bodies, local papers and radio), on which no rule "
    "was shaped and from which nothing was learned, and tell what to expect of texts that nobody has looked at: "
    "the rules alone found 50 of 98 people in them, and spared 156 of 174 others, many of them near-misses. Seven "
    "earlier sets, since read or learned from, gave between 0.20 and 0.95 at first contact. Somebody is found "
    "where the masked words hold half of the expected ones or all of them."
)


def part() -> Part:
    """Return the part of the gate."""
    return Part(name="protected sources", measure=lambda _: measure(), about=ABOUT)


def measure() -> Outcome:
    """Return recall over those to be protected, and how many others are spared; unseen texts apart, errors untold."""
    cases = [case for path in CASES for case in _cases(path)]
    taught, unseen = _cases(TAUGHT), _cases(UNSEEN)
    known, learned, blind = _counts(cases), _counts(taught), _counts(unseen)
    scores = [
        measured("recall", known.recall, share, ASKED),
        measured("recall, of those who are the source of a claim", known.speaking, share, ASKED),
        measured("others spared", known.spared, share),
        measured("recall, in texts learned from", learned.recall, share),
        measured("others spared, in texts learned from", learned.spared, share),
        measured("recall, in unseen texts", blind.recall, share, ASKED),
        measured("recall, of those who are the source of a claim, in unseen texts", blind.speaking, share, ASKED),
        measured("others spared, in unseen texts", blind.spared, share),
    ]
    return Outcome(scores=scores, fingerprint=fingerprint_of([*cases, *taught, *unseen]), errors=known.errors)


Share = tuple[int, int]


@dataclass(slots=True)
class Counts:
    """Of each text: found and all of those to be protected, of those among them who speak, and of the others."""

    recall: list[Share] = field(default_factory=list)
    speaking: list[Share] = field(default_factory=list)
    spared: list[Share] = field(default_factory=list)
    errors: list[Error] = field(default_factory=list)


def _cases(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _counts(cases: Sequence[dict[str, Any]]) -> Counts:
    rows: list[Row] = [{"id": f"case-{n}", "text": case["text"]} for n, case in enumerate(cases)]
    counts = Counts()
    for case, found in zip(cases, found_in(rows), strict=True):
        _count(counts, case, found)
    return counts


def _count(counts: Counts, case: dict[str, Any], found: Findings) -> None:
    sources = [source for claim in found.claims for source in claim.sources]
    hidden = [source for source in sources if source.protected]
    masks: list[Source | HiddenPerson] = [*hidden, *found.hidden]
    told = [p for p in case["protected"] if any(speaks(p, s) for s in sources)]
    missed = [p for p in case["protected"] if not any(speaks(p, s) for s in masks)]
    masked = [p for p in case["not_protected"] if any(speaks(p, s) for s in masks)]
    if told:
        counts.speaking.append((sum(any(speaks(p, s) for s in hidden) for p in told), len(told)))
    if case["protected"]:
        counts.recall.append((len(case["protected"]) - len(missed), len(case["protected"])))
    if case["not_protected"]:
        counts.spared.append((len(case["not_protected"]) - len(masked), len(case["not_protected"])))
    counts.errors += [Error("left open", f"{name_of(p)!r}: {case['text']!r}") for p in missed]
    counts.errors += [Error("protected without need", f"{name_of(p)!r}: {case['text']!r}") for p in masked]


def name_of(expected: dict[str, Any] | str) -> str:
    """Return the words of an expected source."""
    return expected if isinstance(expected, str) else expected["source"]


def speaks(expected: dict[str, Any] | str, source: Source | HiddenPerson) -> bool:
    """Tell whether somebody is the expected one: by half of the words, by all of them and more, or by the name."""
    worded = name_of(expected)
    held = bool(words(worded)) and words(worded) <= words(source.worded)
    return held or same_words(worded, source.worded) or (source.name is not None and source.name in worded)
