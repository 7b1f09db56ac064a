"""Numbers in pairs: the two ends of a range are one figure, and a toll that rose from one to another is the other.

"Between 10,000 and 15,000" is one number of people, though the reader may tag each of its ends.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.extract.alone import article_of
from sijill.extract.numbers import phrase_at
from sijill.extract.words import number_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sijill.extract.words import Page
    from sijill.reading import NumberCue

    Numbered = tuple[int, NumberCue]

_CHANGE: Final = re.compile(
    r"\b(?:tolls?|numbers?|figures?|counts?|totals?|dead|deaths|wounded|casualties|estimates?)\b[^.;]{0,50}"
    r"\b(?:ris\w*|rose|climb\w*|jump\w*|increas\w*|gr[eo]w\w*|soar\w*|f[ae]ll\w*|drop\w*|reduc\w*|revis\w*|lower\w*|"
    r"rais\w*|updat\w*|w[ea]nt up|going up)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"from\s+[^.;]{1,30}?\s+to\s+", re.IGNORECASE)
_BEFORE: Final = 100
"""Characters before a number in which what it did is told."""


def one_each(page: Page, cues: Iterable[Numbered]) -> list[Numbered]:
    """Return the cues with one for each number phrase: the likelier of two ends, as likely as either is a figure."""
    kept: list[tuple[tuple[int, int], Numbered]] = []
    for index, cue in cues:
        span = _whole(page, cue)
        if kept and kept[-1][0] == span:
            kept[-1] = (span, _joined(kept[-1][1], (index, cue)))
        else:
            kept.append((span, (index, cue)))
    return [one for _, one in kept]


def _whole(page: Page, cue: NumberCue) -> tuple[int, int]:
    """Return the number phrase of a cue, its own words where the phrase leaves them out ("12 and eight").

    That of a tagged verb is the article of the one whom it befell.
    """
    article = article_of(number_in(page.doc[cue.start : cue.end]))
    start, end = page.chars(cue.start, cue.end) if article is None else page.chars(article.i, article.i + 1)
    low, high = phrase_at(page.text.text, start, end)
    return (low, high) if start < high else (start, end)


def _joined(first: Numbered, second: Numbered) -> Numbered:
    index, likelier = max(first, second, key=lambda one: one[1].probability)
    either = 1 - (1 - first[1].probability) * (1 - second[1].probability)
    return index, replace(likelier, probability=either)


def latest(text: str, start: int, end: int) -> int:
    """Return where the number that holds now begins in a number phrase: "22" in "rose from 17 to 22"."""
    changed = _FROM.match(text, start, end)
    if changed is None or not _CHANGE.search(text[max(0, start - _BEFORE) : start]):
        return start
    return changed.end()
