"""Wire copy that several outlets print: reports of one origin, by the runs of words that they share.

Invariant: origins depend on the reports' texts and the order of entry alone; adding a report never parts two that were
of one origin.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING
from zlib import crc32

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


class OriginIndex:
    """Origins of reports, kept up to date report by report."""

    def __init__(self) -> None:
        """Start with no reports."""
        self._runs: dict[str, int] = {}
        self._holding: defaultdict[int, list[str]] = defaultdict(list)
        self._home: dict[str, str] = {}
        self._entered: dict[str, int] = {}

    def add(self, report: Report) -> str:
        """Take a report in and return its origin: the id of the first-entered report of the same copy."""
        if report.id in self._home:
            return self.origin_of(report.id)
        runs = kept_runs(report.text)
        self._runs[report.id], self._home[report.id] = len(runs), report.id
        self._entered[report.id] = len(self._entered)
        shared = Counter(other for run in runs for other in self._holding.get(run, ()))
        for other, count in shared.items():
            if count >= max(FEWEST, SHARED * min(len(runs), self._runs[other])):
                self._join(report.id, other)
        for run in runs:
            self._holding[run].append(report.id)
        return self.origin_of(report.id)

    def origin_of(self, report_id: str) -> str:
        """Return the origin of a report that was added."""
        home = self._home[report_id]
        while home != self._home[home]:
            home = self._home[home]
        self._home[report_id] = home
        return home

    def _join(self, a: str, b: str) -> None:
        first, later = sorted((self.origin_of(a), self.origin_of(b)), key=self._entered.__getitem__)
        self._home[later] = first


def origins(reports: Iterable[Report]) -> dict[str, str]:
    """Return the origin of every report: the id of the first report of the same copy, its own where it is alone."""
    index = OriginIndex()
    ids = [report.id for report in reports if index.add(report)]
    return {id_: index.origin_of(id_) for id_ in ids}


def kept_runs(text: str) -> set[int]:
    """Return the sampled runs of words of a text, as checksums."""
    words = _folded(text)
    runs = (crc32(" ".join(words[i : i + RUN]).encode()) for i in range(len(words) - RUN + 1))
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
