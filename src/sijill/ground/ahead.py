"""Times further down in a report that tell of something else than a claim that the reader dates by them.

A headline or first sentence is often dated below ("the bombing happened on Saturday night"), but a report of many
things names other days there too: "On Saturday rebels took a town" dates no strike that is told of at the top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.reading import Reading, TriggerCue

FURTHER: Final = 2
"""Sentences below a claim from which a time in them is asked what it tells of."""
_SURE: Final = 0.75
"""Probability of the reader's pointing from which it is believed."""
_ALIKE: Final = 0.3
"""Probability that what is told beside a time is the claim's happening from which the time can be the claim's."""


def tells_of_another(reading: Reading, char: int, time: tuple[int, int]) -> bool:
    """Tell whether nothing in the stretch `time`, a sentence below, is told of the happening of the word at `char`.

    Never where the reader is sure, or has compared no mentions.
    """
    cues = [*reading.numbers, *reading.triggers]
    own = next((i for i, cue in enumerate(cues) if char in _stretch(reading, cue)), None)
    if own is None or not reading.alike or _is_sure(cues[own]):
        return False
    there = _within(reading, cues, *time)
    return max((reading.same_incident(own, i) for i in there), default=0.0) < _ALIKE


def _is_sure(cue: TriggerCue) -> bool:
    return cue.time is None or cue.time.probability >= _SURE


def _stretch(reading: Reading, cue: TriggerCue) -> range:
    last = reading.doc[cue.end - 1]
    return range(reading.doc[cue.start].idx, last.idx + len(last))


def _within(reading: Reading, cues: list[TriggerCue], start: int, end: int) -> Iterator[int]:
    """Yield the numbers of the cues that begin in a stretch of the text."""
    return (i for i, cue in enumerate(cues) if start <= reading.doc[cue.start].idx < end)
