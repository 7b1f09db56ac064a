"""Who says it: the reader's pointer, resolved through the report.

A role noun or pronoun that the pointer gives ("the group", "he") keeps its words; its name and kind come from the
nearest earlier mention that describes it. The report's own voice is the source with no words, kind "reporter".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from sijill.extract.agreeing import Agreement
from sijill.extract.frames import Frame, frames, said_before
from sijill.extract.hidden_people import hider_at, hiders
from sijill.extract.introductions import apposed, introductions, meant, organisations_before, roles_after
from sijill.extract.kinds import kind_of
from sijill.extract.offices import bodies
from sijill.extract.rows import caption_voice, is_head_of_row
from sijill.extract.words import phrase, words
from sijill.model import Source
from sijill.reading import Choice, NumberCue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.extract.hidden_people import Hider
    from sijill.extract.words import Page
    from sijill.model import Evidence
    from sijill.reading import Pointer, TriggerCue

LEXICON_WEIGHT = 0.5
"""Share of the kind table in a source's kind beside the reader's own distribution; chosen on the train gold."""

_OUTLETS = re.compile(r"\b(?:agencies|staff|news|wires?|tv|world|com|times|online)\b|\w+\.\w{2,3}$", re.IGNORECASE)
_BEHIND = 4
"""Words behind a number among which its own "according to" stands."""
LEAST_VOICE = 0.5
"""Probability from which a cue helps to tell the kind of its source."""
SURE_OF_NOBODY = 0.9
"""Probability of pointing nowhere above which the syntax is not asked either."""

_OF_A_GROUP = re.compile(
    r"(?:the (?:\w+ )?(?:group|organi[sz]ation|body|union|movement)|its (?!people|residents)[\w, '-]+)$", re.IGNORECASE
)
_GROUPS = frozenset({"monitor", "medical", "activist", "armed_group", "opposition", "intergovernmental"})
_WE = frozenset({"we", "our", "us"})
_WORDS = frozenset({"condemn", "demand", "threaten", "deny", "claim_responsibility", "sanction", "negotiate", "aid"})
_PRONOUNS = {"he", "she", "they", "it", "we", "i", "who", "which", "that"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The sources of one cue with the words they were read from."""

    sources: tuple[Source, ...]
    evidence: tuple[Evidence, ...]


class Voices:
    """All who speak in one report: gives each cue its sources, and knows who hides."""

    def __init__(self, page: Page) -> None:
        """Find those who hide once for the report."""
        self._page = page
        self.hiders = hiders(page)
        self._frames = frames(page.doc)
        self._captions: dict[tuple[int, int], tuple[int, int, str]] | None = None
        self._over: dict[int, list[Frame]] = defaultdict(list)
        for frame in self._frames:
            for token in filter(frame.covers, range(frame.low, frame.high)):
                self._over[token].append(frame)
        every = (*page.reading.numbers, *page.reading.triggers)
        self._agreed = Agreement(page.doc, (c for c in every if c.probability >= LEAST_VOICE and not self._is_said(c)))
        self._spoken = one_kind_each(
            (self._worded(found), cue.source_kind)
            for cue in (*page.reading.numbers, *page.reading.triggers)
            if cue.probability >= LEAST_VOICE and (found := self._speaker(cue)) is not None
        )

    def of(self, cue: TriggerCue) -> Said:
        """Return the sources of a cue, the reporter where neither the reader nor the syntax names anybody."""
        found = self._speaker(cue) or self._of_the_table(cue)
        own = self._issuer(cue) if found is None or self._is_we(*found[:2]) else None
        if own is not None:
            return own
        if found is None:
            return self._closing() or Said(sources=(Source(worded=None, rule="no source is named"),), evidence=())
        start, end, how = found
        worded = self._worded(found)
        choices = cue.source_kind if worded.lower() in _PRONOUNS else self._spoken.get(worded.lower(), cue.source_kind)
        kind, rule = fused_kind(self._known(start, end, worded), choices)
        hider = hider_at(self._page.doc, start, end, self.hiders)
        source = Source(
            worded=worded,
            kind=kind,
            rule=rule,
            anonymous=hider is not None or kind == "unnamed_official",
            protected=hider is not None,
            why_anonymous=self._why(hider),
            name=hider.name if hider else None,
        )
        return Said(sources=(source,), evidence=(self._page.evidence("source", start, end, how),))

    def _worded(self, found: tuple[int, int, str]) -> str:
        return words(self._page.doc, found[0], found[1])

    def _known(self, start: int, end: int, worded: str) -> tuple[str, str] | None:
        """Return the kind that the table gives a source's words, or those that introduce a bare name."""
        if worded.lower() in _PRONOUNS:
            return None
        doc = self._page.doc
        known = kind_of(worded)
        if known is None or known[0] == "monitor":  # "the humanitarian organisation" may be the Red Cross
            known = self._by_its_group(start, worded) or known
        if known is not None:
            return known
        if (body := next((k for k in map(kind_of, bodies(doc, start, end)) if k), None)) is not None:
            return body[0], f"{body[1]}, whose office it is"
        said = apposed(doc, end)
        if said is not None and (apposition := kind_of(said)) is not None:
            return apposition[0], f"{apposition[1]}, by its apposition"
        introduced = map(kind_of, chain(introductions(doc, start, end), meant(doc, start, end), roles_after(doc, end)))
        return next(((k[0], f"{k[1]}, by its introduction") for k in introduced if k), None)

    def _by_its_group(self, start: int, worded: str) -> tuple[str, str] | None:
        """Return the kind of the organisation that "the group" or "its director" is of: the one named last before."""
        if not _OF_A_GROUP.match(worded):
            return None
        nearest = next(organisations_before(self._page.doc, start), None)
        known = kind_of(nearest) if nearest is not None else None
        return (known[0], f"{known[1]}, named before") if known and known[0] in _GROUPS else None

    def _speaker(self, cue: TriggerCue) -> tuple[int, int, str] | None:
        """Return the tokens of who says it and how that is known: the reader's pointer, else the syntax."""
        if (behind := self._right_behind(cue)) is not None:
            return behind
        frame = self._frame(cue)
        pointer = self._agreed.of(cue) if isinstance(cue, NumberCue) and not self._is_said(cue) else cue.source
        if pointer is not None and self._speaks(pointer) and not self._is_apart(pointer, frame, cue):
            start = self._last_half(pointer, cue)
            return *self._without_manner(*phrase(self._page.doc, start, pointer.end)), "reader's pointer"
        if frame is None or (pointer is not None and _is_nobody(pointer, frame)):
            return None
        return *self._without_manner(*phrase(self._page.doc, frame.start, frame.end)), frame.rule

    def _right_behind(self, cue: TriggerCue) -> tuple[int, int, str] | None:
        """Return who is named right behind a number, where the reader points past: "20 according to X, 27 to Y"."""
        doc = self._page.doc
        words = doc[cue.end : cue.end + _BEHIND] if isinstance(cue, NumberCue) else ()
        at = next((word.i for word in takewhile(lambda w: not w.is_punct, words) if word.lower_ == "according"), None)
        if at is None:
            return None
        named = takewhile(lambda word: not word.is_punct and word.pos_ != "NUM", doc[at + 2 : doc[at].sent.end])
        last = at + 2 + sum(1 for _ in named)
        if last == at + 2 or (cue.source is not None and at < cue.source.start < last):
            return None
        return *phrase(doc, at + 2, last), "according to"

    def _last_half(self, pointer: Pointer, cue: TriggerCue) -> int:
        """Return where a pointer begins in the half of its sentence that its cue follows: "X said, while Y gave"."""
        words = self._page.doc[pointer.start : pointer.end - 1] if pointer.end <= cue.start else ()
        return max((word.i + 1 for word in words if word.lower_ == "while"), default=pointer.start)

    def _without_manner(self, start: int, end: int) -> tuple[int, int]:
        """Return words without an adverb at their end that tells how it was said: "the ministry categorically"."""
        last = self._page.doc[end - 1]
        manner = end - start > 1 and last.pos_ == "ADV" and last.lower_.endswith("ly")
        return start, end - 1 if manner else end

    def _of_the_table(self, cue: TriggerCue) -> tuple[int, int, str] | None:
        """Return who gives other rows of a table of places, and is named in its caption: that table is told by one."""
        if self._captions is None:
            self._captions = {}
            for other in (*self._page.reading.numbers, *self._page.reading.triggers):
                caption = self._caption(other)
                said = self._speaker(other) if caption else None
                if caption and said and caption[0] <= self._page.doc[said[0]].idx < caption[1]:
                    self._captions.setdefault(caption, (*said[:2], "named in the caption of the table"))
        caption = self._caption(cue)
        return self._captions.get(caption) if caption else None

    def _caption(self, cue: TriggerCue) -> tuple[int, int] | None:
        return caption_voice(self._page, self._page.doc[cue.start].idx)

    def _speaks(self, pointer: Pointer) -> bool:
        """Tell whether a pointer holds and points to somebody: to no number, nor the place that heads a row."""
        named = self._page.doc[pointer.start : pointer.end]
        if not pointer.holds or not any(t.pos_ != "NUM" and t.is_alpha for t in named):
            return False
        return not is_head_of_row(self._page, named.start_char)

    def _is_apart(self, pointer: Pointer, frame: Frame | None, cue: TriggerCue) -> bool:
        """Tell whether a pointer leads away from its cue: to another sentence, where the syntax knows a speaker here.

        The same holds for another half of a sentence in two halves ("the UN says 60; the opposition says 100"), and
        who is named only in its second half says nothing of the first.
        """
        if not self._halved(pointer.start, cue.start):
            return frame is not None and self._elsewhere(pointer, cue)
        return pointer.start > cue.start or (frame is not None and not self._halved(frame.start, cue.start))

    def _halved(self, first: int, second: int) -> bool:
        low, high = sorted((self._page.doc[first].idx, self._page.doc[second].idx))
        between = self._page.text.text[low:high]
        return ";" in between or ", while " in between

    def _elsewhere(self, pointer: Pointer, cue: TriggerCue) -> bool:
        """Tell whether a pointer leaves the sentence of its cue, where the syntax knows a speaker."""
        sentence = self._page.sentence(cue.start)
        return not int(sentence.start) <= pointer.start < int(sentence.end)

    def _frame(self, cue: TriggerCue) -> Frame | None:
        """Return the innermost act of saying that covers a cue and whose speaker is named, there or just before."""
        covering = sorted(self._covering(cue), key=lambda f: f.high - f.low)
        named = next((f for f in covering if not self._is_pronoun(f)), None)
        if named is not None or not covering:
            return named
        before = said_before(self._frames, covering[0], self._page.doc)
        return before and replace(before, rule=f"{before.rule}, then 'they'")

    def _is_said(self, cue: TriggerCue) -> bool:
        """Tell whether an act of saying covers a cue, or the cue is one: such are not asked of their sentence."""
        return cue.happening[0].label in _WORDS or bool(self._covering(cue))

    def _covering(self, cue: TriggerCue) -> Sequence[Frame]:
        """Return the acts of saying that cover a cue, in the order of their words."""
        return self._over.get(cue.start, ())

    def _is_pronoun(self, frame: Frame) -> bool:
        return all(t.lower_ in _PRONOUNS for t in self._page.doc[frame.start : frame.end])

    def _is_we(self, start: int, end: int) -> bool:
        """Tell whether the words are a text's own "we"."""
        return all(token.lower_ in _WE for token in self._page.doc[start:end])

    def _issuer(self, cue: TriggerCue) -> Said | None:
        """Return the issuer of a press release, a bulletin or a statement, who says what nobody else is named for.

        A newspaper's or an agency's own text has no source; a name of no known kind may be a headline.
        """
        span = self._page.text.issuer
        if span is None:
            return None
        worded = span.of(self._page.text.text)
        known = kind_of(worded)
        if known is None:
            return None
        kind, rule = fused_kind(known, cue.source_kind)
        if kind == "media" or _OUTLETS.search(worded):
            return None
        found = self._page.evidence_at("source", span.start, span.end, "letterhead")
        return Said(sources=(Source(worded=worded, kind=kind, rule=f"the letterhead; {rule}"),), evidence=(found,))

    def _closing(self) -> Said | None:
        """Guidelines, rule 7: a closing line that names where the text comes from is the source of what has none.

        An outlet's or an agency's name there is no source.
        """
        span = self._page.text.closing_source
        if span is None:
            return None
        worded = span.of(self._page.text.text)
        kind, rule = kind_of(worded) or ("media", "a closing line names the source")
        if kind == "media" or _OUTLETS.search(worded):
            return None
        found = self._page.evidence_at("source", span.start, span.end, "closing source line")
        return Said(sources=(Source(worded=worded, kind=kind, rule=rule),), evidence=(found,))

    def _why(self, hider: Hider | None) -> str | None:
        if hider is None:
            return None
        first = hider.hidings[0]
        return hider.reason or self._page.text.text[first.start : first.end]


def _is_nobody(pointer: Pointer, frame: Frame) -> bool:
    """Tell whether the reader is sure that nobody is the source, and would name another than "according to" does."""
    alike = frame.rule == "according to" and pointer.start < frame.end and frame.start < pointer.end
    return pointer.none_probability > SURE_OF_NOBODY and not alike


def one_kind_each(said: Iterable[tuple[str, Sequence[Choice]]]) -> dict[str, tuple[Choice, ...]]:
    """Return the mean of the reader's distributions by source, worded in lower case: a source that recurs is one."""
    sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    times: Counter[str] = Counter()
    for worded, choices in said:
        times[worded.lower()] += 1
        for choice in choices:
            sums[worded.lower()][choice.label] += choice.probability
    return {
        worded: tuple(Choice(label, kinds[label] / times[worded]) for label in sorted(kinds, key=lambda k: -kinds[k]))
        for worded, kinds in sums.items()
    }


def fused_kind(known: tuple[str, str] | None, choices: Sequence[Choice]) -> tuple[str, str]:
    """Return the kind of a source and how it was known, from the table (kind, note) and the reader's distribution."""
    scores = {c.label: (1 - LEXICON_WEIGHT) * c.probability for c in choices if c.label != "reporter"}
    if known:
        scores[known[0]] = scores.get(known[0], 0.0) + LEXICON_WEIGHT
    if not scores:
        return "unnamed_official", "nothing tells the kind"
    best = max(scores, key=scores.__getitem__)
    return best, f"{known[1]} (table)" if known and known[0] == best else "reader's judgement"
