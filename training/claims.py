"""The project's own gold (figure claims and happenings) -> documents with mentions.

The gold gives a source or place as worded, without its offset. Any occurrence in the mention's own sentence is right,
else any in the report. For victims, whose words (people, civilians) recur, only the nearest is, those before first.
A report annotated without happenings says nothing of which words name one.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sijill.detect.labels import ATTRIBUTES, DATED, FIGURES, NONE, POINTERS, TRIGGERS
from training.marked import Record, Words, json_lines
from training.samples import NULL, UNSAID, Document, Mention
from training.standoff import gold_of, places_of
from training.times import NOWHERE, Times


def documents(folder: Path, part: str) -> list[Document]:
    """Return the reports of one part (`train`, `dev`) with their labels."""
    reports = json_lines(folder / f"{part}.docs.jsonl")
    gold = json_lines(folder / f"{part}.gold.jsonl")
    by_id = {line["id"]: line for line in gold}
    return [Reading(report["text"], by_id[report["id"]]).document() for report in reports if report["id"] in by_id]


def own_documents(reports: Sequence[Path]) -> list[Document]:
    """Return the reports that `training/gold` annotates, their texts taken from the public sets."""
    return [Reading(text, line).document() for text, line in gold_of(reports)]


def located(record: Record, key: str, text: str) -> tuple[int, int]:
    """Return the offsets of the record's number or trigger, inside the occurrence of its quote that is meant."""
    if "stands" in record:
        return record["stands"][0], record["stands"][1]
    at = -1
    for _ in range(record.get("nth", 0) + 1):
        at = text.find(record["quote"], at + 1)
    start = at + places_of(record["quote"], record[key])[0]
    return start, start + len(record[key])


class Reading:
    """One annotated report."""

    def __init__(self, text: str, gold: Record) -> None:
        """Cut the text into words."""
        self.text, self.gold, self.words = text, gold, Words(text)
        self.incidents: dict[str, int] = {}
        self.times = Times.of(text, gold["published"])

    def document(self) -> Document:
        """Return the report's words with tags and mentions."""
        figures = np.zeros(len(self.words.forms), np.int64)
        triggers = np.zeros(len(self.words.forms), np.int64)
        mentions = []
        for claim in self.gold["claims"]:
            first, last = self.words.covered(*located(claim, "number", self.text))
            if not figures[first:last].any():
                figures[first], figures[first + 1 : last] = FIGURES.index(f"B-{claim['measure']}"), FIGURES.index("I")
            mentions.append(self._mention(claim, first, is_trigger=False))
        for happening in self.gold.get("happenings", []):
            first, last = self.words.covered(*located(happening, "trigger", self.text))
            if not triggers[first:last].any():
                triggers[first], triggers[first + 1 : last] = TRIGGERS.index("B"), TRIGGERS.index("I")
            mentions.append(self._mention(happening, first, is_trigger=True))
        columns = {"figures": figures, "triggers": triggers} if "happenings" in self.gold else {"figures": figures}
        plain = self.words.document("claims", columns)
        return Document(plain.task, plain.words, plain.gaps, plain.sentences, plain.columns, tuple(mentions))

    def _mention(self, record: Record, word: int, *, is_trigger: bool) -> Mention:
        if "modality" not in record:  # only what befell how many is annotated
            return Mention(word, is_trigger, (UNSAID,) * len(ATTRIBUTES), (None,) * len(POINTERS), NULL)
        attributes = [
            labels.index(record[name] or NONE) if name in record and (record[name] or name == "happening") else UNSAID
            for name, labels in ATTRIBUTES.items()
        ]
        attributes[-1] = DATED.index(self.times.dated(record))
        victims = record.get("target" if is_trigger else "victims")
        pointers: list[tuple[int, ...] | None] = []
        for worded in (record.get("source"), record.get("perpetrator"), victims, record.get("place")):
            pointers += self._pointer(worded, word, only_nearest=worded is victims)
        pointers += self._time(record, word)
        key = record.get("incident")
        incident = self.incidents.setdefault(key, len(self.incidents)) if key else NULL
        return Mention(word, is_trigger, tuple(attributes), tuple(pointers), incident)

    def _pointer(self, worded: str | None, word: int, *, only_nearest: bool) -> list[tuple[int, ...] | None]:
        """Return the first and the last words of the occurrences that are right."""
        if not worded:
            return [(), ()]
        found = [self.words.covered(*place) for place in self._occurrences(worded)]
        spans = sorted((span for span in found if span[0] < span[1]), key=lambda span: self._farness(span[0], word))
        if not spans:
            return [None, None]
        if self._farness(spans[0][0], word)[0] == 0:
            spans = [span for span in spans if self._farness(span[0], word)[0] == 0]
        spans = spans[:1] if only_nearest else spans
        return [tuple(first for first, _ in spans), tuple(last - 1 for _, last in spans)]

    def _time(self, record: Record, word: int) -> list[tuple[int, ...] | None]:
        """Return the first and the last words of the times that give the record's days, those of its sentence first."""
        right = self.times.right(record)
        if right is None:
            return [None, None]
        spans = [span for place in right[0] for span in [self.words.covered(*place)] if span[0] < span[1]]
        near = [span for span in spans if self._farness(span[0], word)[0] == 0]
        nowhere = (NOWHERE,) if right[1] and not near and spans else ()
        spans = near or spans
        return [
            (*(first for first, _ in spans), *nowhere),
            (*(last - 1 for _, last in spans), *nowhere),
        ]

    def _occurrences(self, worded: str) -> list[tuple[int, int]]:
        whole = [(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(worded)}(?!\w)", self.text)]
        return whole or [(m.start(), m.end()) for m in re.finditer(re.escape(worded), self.text)]

    def _farness(self, at: int, word: int) -> tuple[int, int]:
        sentences = self.words.sentences
        if bisect_right(sentences, at) == bisect_right(sentences, word):
            return 0, abs(at - word)
        return (1, word - at) if at < word else (2, at - word)
