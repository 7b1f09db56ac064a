"""Words of a reading brought back to the report: token spans become evidence in the report's own characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

import numpy as np

from sijill.model import Evidence
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

    from sijill.model import Report, Text
    from sijill.reading import Reading

_EDGE_WORDS = {",", ";", ":", "-", "\u2013", "\u2014", "(", "'s", "\u2019s", "and", "or"}
_QUALIFYING = frozenset(
    {"at", "least", "most", "about", "around", "nearly", "almost", "over", "some", "up", "to", "more", "than", "as"}
    | {"many", "estimated", "roughly", "approximately", "fewer", "less", "under", "only", "other", "another"}
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_QUOTES = {'"', "“", "”", "''", "``", "'"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A report with its cleaned text and its reading, and the way from tokens to evidence."""

    report: Report
    text: Text
    reading: Reading
    report_id: str = field(init=False)

    def __post_init__(self) -> None:
        """Work out the report's id once: every claim has it, and it is a hash of the whole text."""
        object.__setattr__(self, "report_id", self.report.id)

    @property
    def doc(self) -> Doc:
        """The words, with syntax and names."""
        return self.reading.doc

    def chars(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the cleaned text that tokens `start`..`end` cover."""
        last = self.doc[end - 1]
        return self.doc[start].idx, last.idx + len(last)

    def evidence(self, field: str, start: int, end: int, rule: str = "") -> Evidence:
        """Return tokens `start`..`end` as evidence for a field."""
        return self.evidence_at(field, *self.chars(start, end), rule)

    def evidence_at(self, field: str, start: int, end: int, rule: str = "") -> Evidence:
        """Return a stretch of the cleaned text as evidence, in the report's own characters."""
        span = self._whole_entity(self.text.original(start, end), end)
        if self.text.text[start:end].strip() == self.text.text[start:end]:
            span = self._without_bars(span)
        return Evidence(field=field, span=span, quote=span.of(self.report.text), rule=rule)

    def _without_bars(self, span: Span) -> Span:
        """Return a stretch of a table's row without the bars and blanks at its ends, unless it is nothing else."""
        quote = span.of(self.report.text)
        bare = quote.strip("| \t\r\n")
        if not bare or bare == quote:
            return span
        start = span.start + quote.index(bare)
        return Span(start=start, end=start + len(bare))

    def _whole_entity(self, span: Span, end: int) -> Span:
        """Take in the whole of an HTML entity ("&amp;") whose first character alone ends a stretch."""
        found = _ENTITY.match(self.report.text, span.end - 1)
        if found is None or unescape(found[0]) != self.text.text[end - 1]:
            return span
        return Span(start=span.start, end=max(span.end, found.end()))

    def sentence(self, token: int) -> Sentence:
        """Return the sentence that holds a token."""
        return self.doc[slice(*sentence_around(self.doc, token))]


def sentence_around(doc: Doc, token: int) -> tuple[int, int]:
    """Return the tokens of the sentence that holds a token; where sentences start is worked out once a document."""
    starts: list[int] | None = doc.user_data.get("sentences")
    if starts is None:
        begins = np.flatnonzero(doc.to_array("SENT_START") == 1).tolist()
        starts = doc.user_data["sentences"] = [*dict.fromkeys((0, *begins)), len(doc)]
    after = bisect_right(starts, token, hi=len(starts) - 1)
    return starts[after - 1], starts[after]


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Drop punctuation, quotes without their partner and joining words from the ends of a token span."""
    while start < end - 1 and (doc[start].is_space or doc[start].lower_ in _EDGE_WORDS):
        start += 1
    while start < end - 1 and (doc[end - 1].is_space or doc[end - 1].lower_ in _EDGE_WORDS | {".", ")"}):
        end -= 1
    if doc[start].text in _QUOTES and end - 1 > start and not any(t.text in _QUOTES for t in doc[start + 1 : end]):
        start += 1
    return start, end


_OPENS = (("according", "to"), ("reports", "by"), ("a", "report", "by"), ("citing",), ("quoting",))
_CLAUSAL = frozenset({"ROOT", "root", "ccomp", "parataxis", "advcl"})


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
"""Words of which one at least stands in a phrase: a "verb" before any of them is a noun misread ("the monitor")."""


def phrase(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the noun phrase at the head of a token span that a pointer gave.

    The phrase ends with its sentence, before a verb that opens a clause of its own and before another number; words
    that only introduce a source ("according to") are left out. Cues share what they point to: a span is read once.
    """
    known = doc.user_data.setdefault("phrases", {})
    if (start, end) not in known:
        known[start, end] = _phrase(doc, start, end)
    found: tuple[int, int] = known[start, end]
    return found


def _phrase(doc: Doc, start: int, end: int) -> tuple[int, int]:
    end = min(end, sentence_around(doc, start)[1])
    for opening in _OPENS:
        size = len(opening)
        if end - start > size and all(doc[start + at].lower_ == word for at, word in enumerate(opening)):
            start += size
    until = next((token.i for token in doc[start + 1 : end] if _ends_phrase(token)), end)
    names = any(token.pos_ in _NOMINAL for token in doc[start:until])
    return trimmed(doc, start, max(until if names else end, start + 1))


def _ends_phrase(token: Token) -> bool:
    """Tell whether a clause of its own, or people counted apart ("and three civilians"), begin at a token."""
    if token.pos_ in {"VERB", "AUX"}:
        return token.dep_ in _CLAUSAL
    return token.lower_ in {"and", ","} and token.i + 1 < len(token.doc) and token.nbor().pos_ == "NUM"


def words(doc: Doc, start: int, end: int) -> str:
    """Return the words of a token span as they stand in the cleaned text."""
    return doc[start:end].text


def places_named(stretch: Sentence) -> list[tuple[int, int]]:
    """Return the tokens of each name of a place that lies in a stretch; spaCy would look for all of the document."""
    doc, found = stretch.doc, []
    for first in (word.i for word in stretch if word.ent_iob_ == "B" and word.ent_type_ == "LOC"):
        end = first + 1
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
        found.append((first, end))
    return [name for name in found if name[1] <= stretch.end]


def subtree(token: Token, without: Sequence[str] = ()) -> tuple[int, int]:
    """Return the stretch around `token` that its subtree covers, some children's relations left out."""
    start, end = token.i, token.i + 1
    waiting = [token]
    while waiting:
        for child in waiting.pop().children:
            if child.dep_ in without or child.dep_.split(":")[0] in without:
                continue
            start, end = min(start, child.i), max(end, child.i + 1)
            waiting.append(child)
    return start, end


def number_in(tagged: Sentence) -> Token:
    """Return the word that counts in a tagged stretch: its head, unless that only qualifies ("at" in "at least 12")."""
    root = tagged.root
    if root.lower_ not in _QUALIFYING:
        return root
    return next((word for word in reversed(tagged) if word.pos_ == "NUM"), root)
