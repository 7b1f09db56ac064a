"""The mentions of one sentence are told by one: where the reader is unsure of a number, the others tell who says it.

The reader asks of each mention for itself. Invariant: what an act of saying covers is left to the syntax.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from sijill.extract.words import phrase, sentence_around, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Doc

    from sijill.reading import Pointer, TriggerCue

UNSURE: Final = 0.5
"""Probability of the reader's own answer below which the others of its sentence are asked."""

Told = tuple[int, str | None]
"""A sentence by its first token, and a source by its words in lower case, None for the report's own voice."""


class Agreement:
    """Who tells the mentions of each sentence of a report, as the reader weighs them together."""

    def __init__(self, doc: Doc, cues: Iterable[TriggerCue]) -> None:
        """Add up the reader's probabilities by sentence and source."""
        self._doc = doc
        self._weights: dict[int, dict[str | None, float]] = defaultdict(lambda: defaultdict(float))
        self._best: dict[Told, Pointer] = {}
        for cue in cues:
            if cue.source is not None:
                self._count(sentence_around(doc, cue.start)[0], cue.source)

    def _count(self, sentence: int, pointer: Pointer) -> None:
        name = words(self._doc, *phrase(self._doc, pointer.start, pointer.end)).lower()
        self._weights[sentence][name] += pointer.probability
        self._weights[sentence][None] += pointer.none_probability
        best = self._best.get((sentence, name))
        if best is None or best.probability < pointer.probability:
            self._best[sentence, name] = pointer

    def of(self, cue: TriggerCue) -> Pointer | None:
        """Return the pointer of a cue; of an unsure one that of its sentence, None where the report itself tells it."""
        pointer = cue.source
        if pointer is None or max(pointer.probability, pointer.none_probability) >= UNSURE:
            return pointer
        sentence = sentence_around(self._doc, cue.start)[0]
        weights: Mapping[str | None, float] = self._weights.get(sentence, {})
        if not weights:
            return pointer
        name = max(weights, key=weights.__getitem__)
        return None if name is None else self._best[sentence, name]
