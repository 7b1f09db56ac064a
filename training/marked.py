"""Texts with marked spans: re3d (names, times) and WikiWars (times) -> documents."""

import html
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from sijill.detect.labels import NAMES
from sijill.detect.tokens import tokenize, words_and_gaps
from training.samples import Document

Span = tuple[int, int, str]
Record = dict[str, Any]  # a line of a JSON Lines file
KINDS: Final = {"Person": "PER", "Location": "LOC", "Organisation": "ORG"}
FREE_PARTS: Final = (
    "australian-department-of-foreign-affairs", "centcom", "uk-government", "us-state-department", "wikipedia",
)  # fmt: skip  # of re3d: those whose licence lets weights be shipped
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]?[A-Z0-9])|\s*\n+\s*")
_TAG: Final = re.compile(r"<(/?)TIMEX2[^>]*>")


def json_lines(path: Path) -> list[Record]:
    """Return the records of a file; only a line feed ends a line, as texts hold other line ends."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def rough_sentences(text: str) -> list[int]:
    """Where sentences may start, by punctuation and line ends."""
    return [0, *(found.end() for found in _SENTENCE_END.finditer(text))]


class Words:
    """A text's words with their offsets, and the way from offsets back to words."""

    def __init__(self, text: str) -> None:
        """Cut the text as the reader does."""
        doc = tokenize(text)
        indexes, self.gaps = words_and_gaps(doc)
        self.forms = tuple(doc[at].text for at in indexes)
        self.starts = np.array([doc[at].idx for at in indexes], np.int64)
        self.ends = self.starts + np.array([len(form) for form in self.forms], np.int64)
        firsts = np.searchsorted(self.starts, rough_sentences(text))
        self.sentences = tuple(sorted({int(at) for at in firsts if at < len(self.forms)} | {0}))

    def covered(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open range of words that the characters touch."""
        return int(np.searchsorted(self.ends, start, "right")), int(np.searchsorted(self.starts, end, "left"))

    def tagged(self, spans: Iterable[Span], tags: Sequence[str]) -> np.ndarray:
        """BIO ids; of overlapping spans the longer one stands."""
        ids = np.zeros(len(self.forms), np.int64)
        for start, end, kind in sorted(spans, key=lambda span: span[0] - span[1]):
            first, last = self.covered(start, end)
            if first < last and not ids[first:last].any():
                dash = "-" if kind else ""
                ids[first] = tags.index(f"B{dash}{kind}")
                ids[first + 1 : last] = tags.index(f"I{dash}{kind}")
        return ids

    def document(self, task: str, columns: dict[str, np.ndarray]) -> Document:
        """Return the words with label columns."""
        return Document(task, self.forms, tuple(self.gaps), self.sentences, columns)


def re3d(folder: Path) -> list[Document]:
    """Return the permitted parts: names under re3d's own broader definition, and times."""
    found = []
    for part in FREE_PARTS:
        spans: dict[str, list[Span]] = {}
        for entity in json_lines(folder / f"{part}.entities.jsonl"):
            spans.setdefault(entity["documentId"], []).append((entity["begin"], entity["end"], entity["type"]))
        reports = json_lines(folder / f"{part}.docs.jsonl")
        found += [_re3d_document(report["text"], spans.get(report["_id"], [])) for report in reports]
    return found


def _re3d_document(text: str, spans: list[Span]) -> Document:
    words = Words(text)
    names = [(start, end, KINDS[kind]) for start, end, kind in spans if kind in KINDS]
    times = [(start, end, "") for start, end, kind in spans if kind == "Temporal"]
    return words.document("re3d", {"broad_names": words.tagged(names, NAMES), "times": words.tagged(times, "OBI")})


def wikiwars(folder: Path) -> list[Document]:
    """Return the war histories with their outermost TIMEX2 spans."""
    return [_wikiwars_document(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.key.xml"))]


def _wikiwars_document(xml: str) -> Document:
    body = xml[xml.index("<TEXT>") + 6 : xml.index("</TEXT>")]
    text, spans, depth, last, begin = "", [], 0, 0, 0
    for tag in _TAG.finditer(body):
        text += html.unescape(body[last : tag.start()])
        last = tag.end()
        depth += -1 if tag[1] else 1
        if depth == 1 and not tag[1]:
            begin = len(text)
        if depth == 0:
            spans.append((begin, len(text), ""))
    words = Words(text + html.unescape(body[last:]))
    return words.document("wikiwars", {"times": words.tagged(spans, "OBI")})
