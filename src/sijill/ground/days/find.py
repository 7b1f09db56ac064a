"""Where a text says when. Spans lie in the text, in its order, and do not overlap."""

from sijill.ground.days.phrases import phrases_in
from sijill.values import Span


def find_times(text: str) -> tuple[Span, ...]:
    """Return the spans of the words that say when, resolvable or not; durations, ages and clock times are none.

    A span takes in what its days depend on: "since", "between", "early", and the clause of "since the revolt began in
    March 2011". Offsets are code points.
    """
    return tuple(Span(start=phrase.start, end=phrase.end) for phrase in phrases_in(text))
