"""Who says it: the reader's pointer, resolved through the report.

A role noun or pronoun that the pointer gives ("the group", "he") keeps its words; its name and kind come from the
nearest earlier mention that describes it. The report's own voice is the source with no words, kind "reporter".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.extract.anonymity import Hiding, hidings
from sijill.extract.kinds import kind_of
from sijill.extract.words import trimmed, words
from sijill.model import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.extract.words import Page
    from sijill.model import Evidence
    from sijill.reading import Choice, TriggerCue

LEXICON_WEIGHT = 0.5
"""Share of the kind table in a source's kind beside the reader's own distribution; chosen on the train gold."""

_PRONOUNS = {"he", "she", "they", "it", "we", "i", "who", "which", "that"}
_TITLES = re.compile(r"^(?:the|a|an|one|another|some|local|other)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The sources of one cue with the words they were read from."""

    sources: tuple[Source, ...]
    evidence: tuple[Evidence, ...]


class Voices:
    """All who speak in one report: gives each cue its sources, and knows who hides."""

    def __init__(self, page: Page) -> None:
        """Find the statements of anonymity once for the report."""
        self._page = page
        self._hidden = [(h, *self._sentence_around(h)) for h in hidings(page.text.text)]

    def of(self, cue: TriggerCue) -> Said:
        """Return the sources of a cue, the reporter where the reader points to nobody."""
        pointer = cue.source
        if pointer is None or not pointer.holds:
            return self._closing() or Said(sources=(Source(worded=None, rule="no source is named"),), evidence=())
        start, end = trimmed(self._page.doc, pointer.start, pointer.end)
        worded = words(self._page.doc, start, end)
        kind, rule = fused_kind(worded, cue.source_kind)
        hiding = self._hiding_of(start, end, worded)
        source = Source(
            worded=worded, kind=kind, rule=rule, anonymous=hiding is not None or kind == "unnamed_official",
            protected=hiding is not None, why_anonymous=self._why(hiding), name=hiding.name if hiding else None,
        )  # fmt: skip
        return Said(sources=(source,), evidence=(self._page.evidence("source", start, end, "reader's pointer"),))

    def _closing(self) -> Said | None:
        """Guidelines, rule 7: a closing line that names where the text comes from is the source of what has none."""
        span = self._page.text.closing_source
        if span is None:
            return None
        worded = span.of(self._page.text.text)
        kind, rule = kind_of(worded) or ("media", "a closing line names the source")
        found = self._page.evidence_at("source", span.start, span.end, "closing source line")
        return Said(sources=(Source(worded=worded, kind=kind, rule=rule),), evidence=(found,))

    def _sentence_around(self, hiding: Hiding) -> tuple[int, int]:
        text = self._page.text.text
        inside = self._page.doc.char_span(hiding.start, max(hiding.end, hiding.start + 1), alignment_mode="expand")
        if inside is None or not len(inside):
            return 0, len(text)
        sentence = inside[0].sent
        return sentence.start_char, inside[-1].sent.end_char

    def _hiding_of(self, start: int, end: int, worded: str) -> Hiding | None:
        """Return the statement that hides the source at a token span: in its sentence, or about the same words."""
        low, high = self._page.chars(start, end)
        key = _head_words(worded)
        for hiding, first, last in self._hidden:
            same_place = first <= low and high <= last
            named = hiding.name is not None and hiding.name.lower() in worded.lower()
            if same_place or named or (key and key & _head_words(self._page.text.text[first : hiding.start])):
                return hiding
        return None

    def _why(self, hiding: Hiding | None) -> str | None:
        if hiding is None:
            return None
        return hiding.reason or self._page.text.text[hiding.start : hiding.end]


def _head_words(worded: str) -> set[str]:
    """Return the nouns that can identify a role ("resident"), lower case, no articles or names of places."""
    return {w for w in re.findall(r"[a-z]{4,}", _TITLES.sub("", worded).lower()) if w in _ROLES}


_ROLES = frozenset(
    "resident witness activist official doctor medic nurse soldier officer fighter commander survivor refugee "
    "villager farmer teacher student worker driver guard deserter defector journalist aide diplomat source "
    "shopkeeper lawyer employee engineer trader relative neighbour neighbor surgeon".split()
)


def fused_kind(worded: str, choices: Sequence[Choice]) -> tuple[str, str]:
    """Return the kind of a source and how it was known, from the table and the reader's distribution together."""
    scores = {c.label: (1 - LEXICON_WEIGHT) * c.probability for c in choices if c.label != "reporter"}
    known = kind_of(worded) if worded.lower() not in _PRONOUNS else None
    if known:
        scores[known[0]] = scores.get(known[0], 0.0) + LEXICON_WEIGHT
    if not scores:
        return "unnamed_official", "nothing tells the kind"
    best = max(scores, key=scores.__getitem__)
    return best, f"{known[1]} (table)" if known and known[0] == best else "reader's judgement"
