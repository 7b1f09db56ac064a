"""Wire copy that several outlets print: reports of one origin, by the runs of words that they share.

Invariant: origins depend on the reports' texts and the order of entry alone; adding a report never parts two that were
of one origin.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import TYPE_CHECKING
from zlib import crc32

from sijill.link.memory import Store
from sijill.link.words import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sijill.model import Report

RUN = 6  # words of a shingle: shorter runs are idioms
SAMPLED = 4  # one shingle in so many is kept; which ones depends on their words alone
SHARED = 0.5
"""Share of the shorter text's runs that the longer one must hold to be of one origin."""
FEWEST = 6  # kept runs of a text that can be told: about 30 words
_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True, kw_only=True)
class Copies:
    """What an index of origins remembers: runs of words, how many a report has, who shares an origin.

    `homes` leads a report to its origin, `groups` an origin to its reports, each with its place in the order of entry.
    """

    holding: Store[int, set[str]] = field(default_factory=Store)
    runs: Store[str, int] = field(default_factory=Store)
    homes: Store[str, str] = field(default_factory=Store)
    groups: Store[str, dict[str, int]] = field(default_factory=Store)


class OriginIndex:
    """Origins of reports, kept up to date report by report."""

    def __init__(self, copies: Copies | None = None) -> None:
        """Start from what is remembered, by default nothing."""
        self.copies = copies or Copies()
        self.changed: set[str] = set()
        """Reports that came in, or whose origin is another than it was."""

    def add(self, report: Report, entered: int) -> str:
        """Take a report in and return its origin: the id of the first-entered report of the same copy."""
        id_, copies = report.id, self.copies
        if id_ in copies.homes:
            return copies.homes[id_]
        runs = kept_runs(report.text)
        copies.holding.fetch(runs)
        copies.runs[id_], copies.homes[id_] = len(runs), id_
        copies.groups[id_] = {id_: entered}
        self.changed.add(id_)
        shared = self._sharing(runs)
        copies.runs.fetch(shared)
        for other, count in sorted(shared.items()):
            if count >= max(FEWEST, SHARED * min(len(runs), copies.runs[other])):
                self._join(id_, other)
        for run in runs:
            copies.holding.setdefault(run, set()).add(id_)
        return copies.homes[id_]

    def remove(self, report: Report) -> dict[str, int]:
        """Take a report out with all of its origin, and return the others: they are to be added again."""
        group = self.copies.groups.pop(self.copies.homes[report.id])
        for other in group:
            del self.copies.homes[other], self.copies.runs[other]
        self._let_go(report)
        return {other: entered for other, entered in group.items() if other != report.id}

    def add_again(self, reports: Iterable[tuple[Report, int]]) -> None:
        """Add the reports that went out with another, in the order of entry."""
        found = list(reports)
        for report, _ in found:
            self._let_go(report)
        for report, entered in sorted(found, key=lambda one: one[1]):
            self.add(report, entered)

    def origin_of(self, report_id: str) -> str:
        """Return the origin of a report that was added."""
        return self.copies.homes[report_id]

    def _sharing(self, runs: Iterable[int]) -> dict[str, int]:
        """Return how many of the runs each report holds that holds at least `FEWEST` of them.

        Such a report holds one of the rarer runs, so that idioms that half a register prints are not gone through.
        """
        holders = sorted((self.copies.holding.get(run, ()) for run in runs), key=len)
        rarer, idioms = holders[: len(holders) - FEWEST + 1], holders[len(holders) - FEWEST + 1 :]
        if len(holders) < FEWEST:
            return {}
        found = Counter(chain.from_iterable(rarer))
        counts = {other: count + sum(other in idiom for idiom in idioms) for other, count in found.items()}
        return {other: count for other, count in counts.items() if count >= FEWEST}

    def _let_go(self, report: Report) -> None:
        runs = kept_runs(report.text)
        self.copies.holding.fetch(runs)
        id_ = report.id
        for run in runs:
            self.copies.holding.get(run, set()).discard(id_)

    def _join(self, a: str, b: str) -> None:
        homes, groups = self.copies.homes, self.copies.groups
        if homes[a] == homes[b]:
            return
        first, later = sorted((homes[a], homes[b]), key=lambda id_: groups[id_][id_])
        moved = groups.pop(later)
        homes.update(dict.fromkeys(moved, first))
        groups[first].update(moved)
        self.changed.update(moved)


def origins(reports: Iterable[Report]) -> dict[str, str]:
    """Return the origin of every report: the id of the first report of the same copy, its own where it is alone."""
    index = OriginIndex()
    for entered, report in enumerate(reports):
        index.add(report, entered)
    return dict(index.copies.homes)


def kept_runs(text: str) -> set[int]:
    """Return the sampled runs of words of a text, as checksums."""
    words = _folded(text)
    joined = " ".join(words).encode()
    ends = list(accumulate(len(word) + 1 for word in words))  # of each word and the space after it
    starts = [0, *ends]
    runs = (crc32(joined[start : end - 1]) for start, end in zip(starts, ends[RUN - 1 :], strict=False))
    return {run for run in runs if run % SAMPLED == 0}


def differing(a: Report, b: Report) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sentences that only one of two reports of one origin prints, in order; case and marks do not count."""
    here, there = ({" ".join(_folded(s)) for s in _sentences(report)} for report in (a, b))
    only_a = tuple(s for s in _sentences(a) if " ".join(_folded(s)) not in there)
    only_b = tuple(s for s in _sentences(b) if " ".join(_folded(s)) not in here)
    return only_a, only_b


def _sentences(report: Report) -> Iterator[str]:
    return (report.text[start:end] for start, end in sentences(report.text))


def _folded(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _WORD.findall(plain)
