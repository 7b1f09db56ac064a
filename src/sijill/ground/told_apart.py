"""Claims of one report that are told to be of different days, or of another act: they are of no one happening.

Of such pairs in the annotated reports one in a hundred is of one happening, whatever speaks for one, so that this
overrules all else. What is told on a day of an earlier happening is left out: what somebody said then, a toll as it
stood by then, burials, bodies, wounds, and parts of a number beside the whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.saying import times_of_saying

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from numpy.typing import NDArray

    from sijill.model import Claim, Evidence, Text
    from sijill.reading import Reading

    Pairs = NDArray[np.bool_]
    Ends = NDArray[np.float64]

_OF_BEFORE: Final = re.compile(
    r"\b(?:bur(?:y|ied|ial)|funerals?|laid to rest|mourn(?:ed|ing)?|body|bodies|corpses?|succumbed|in (?:a )?hospital"
    r"|(?:of|from|to) (?:\w+ )?(?:burns|injuries|wounds)|of (?:them|whom|the (?:dead|injured|victims|wounded))"
    r"|tolls?|climbed|ris(?:en|ing)|rose|rais(?:ed|ing)|revised|updat(?:ed|ing)|bring(?:ing|s)|brought"
    r"|(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:th|rd|st|nd)) (?:victim|person|man|woman|child))\b",
    re.IGNORECASE,
)
"""What a sentence tells of the dead of an earlier day."""
_ANOTHER: Final = re.compile(
    r"\b(?:another|further|second|third|separate|different) (?:[\w-]+ ){0,3}?"
    r"(?:air ?strike|ambush|assault|attack|barrage|battle|blast|bomb(?:er|ing)?|clash|crash|explosion|firefight"
    r"|gun battle|incident|mine|missile|raid|rocket|shelling|shooting|strike)(?:e?s)?\b|\belsewhere\b|\bseparately\b",
    re.IGNORECASE,
)
"""What begins another act; none of the 59 such pairs of figures in the annotated reports are of one happening."""
_AT_ONCE: Final = re.compile(r"\b(?:minutes|moments|seconds|immediately|simultaneous(?:ly)?|same)\b", re.IGNORECASE)
"""Blasts one right after another, or on one target, may be one attack."""
_AS_IT_STOOD: Final = re.compile(r"\b(?:as of|by|till|until|up to)(?: late| early)?\s*\Z", re.IGNORECASE)
_NEAR: Final = 3
"""Words before a time among which a verb of saying makes it that of the saying ("told AFP on Tuesday")."""


def told_apart(claims: Sequence[Claim], text: Text, reading: Reading) -> Pairs:
    """Tell of any two claims whether their own sentences date them to other days, or tell of another act."""
    sentences = [(sentence.start_char, sentence.end_char) for sentence in reading.doc.sents]
    dated = np.array([_is_dated(claim, text, sentences) for claim in claims], np.bool_)
    first, last = (np.array([ordinal(day) for day in days]) for days in _ends(claims))
    apart = ((first[:, None] > last) | (last[:, None] < first)) & dated[:, None] & dated
    return np.asarray((apart | _of_another_act(claims, text, sentences)) & ~_of_one_toll(claims, first, last))


def _of_another_act(claims: Sequence[Claim], text: Text, sentences: Sequence[tuple[int, int]]) -> Pairs:
    """Tell of any two claims whether the sentence of the later one begins to tell of another act, or one elsewhere."""
    at = [bisect_left(text.offsets, claim.anchor.span.start) for claim in claims]
    home = np.array([max(0, bisect_right(sentences, (char, len(text.text))) - 1) for char in at], np.int64)
    ends = [bisect_left(text.offsets, claim.anchor.span.end) for claim in claims]
    other = np.array(
        [_begins_another(text.text[sentences[n][0] : end]) for n, end in zip(home, ends, strict=True)], np.bool_
    )
    figures = np.array([claim.figure is not None for claim in claims])
    later = other[:, None] & (home[:, None] > home) & (figures[:, None] | figures)
    return np.asarray(later | later.T)


def _begins_another(before: str) -> bool:
    found = _ANOTHER.search(before)
    return found is not None and _AT_ONCE.search(before) is None


def _ends(claims: Sequence[Claim]) -> tuple[list[date | None], list[date | None]]:
    return [claim.days.first for claim in claims], [claim.days.last for claim in claims]


def ordinal(day: date | None) -> float:
    """Return a day as a number, one that compares with nothing for a day that is not known."""
    return np.nan if day is None else day.toordinal()


def _is_dated(claim: Claim, text: Text, sentences: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a time of a claim's own sentence dates what it tells, not when it was told or what came of it."""
    time = next((e for e in claim.evidence if e.field == "days"), None)
    if time is None:
        return False
    at = bisect_left(text.offsets, claim.anchor.span.start)
    start, end = sentences[max(0, bisect_right(sentences, (at, len(text.text))) - 1)]
    when = bisect_left(text.offsets, time.span.start)
    if not start <= when < end or _OF_BEFORE.search(text.text, start, end):
        return False
    return not _is_when_told(text.text[start:when], text.text[when:at], time)


def _is_when_told(before: str, between: str, time: Evidence) -> bool:
    """Tell whether a time is that of the telling: "said on Monday", "On Monday, the UN said that 51", "by Monday"."""
    near = before.lower().split()[-_NEAR:]
    after = between[len(time.quote) :].lower().split()
    return _AS_IT_STOOD.search(before) is not None or not times_of_saying().isdisjoint([*near, *after])


def _of_one_toll(claims: Sequence[Claim], first: Ends, last: Ends) -> Pairs:
    """Tell of any two claims whether they are figures that may be of one toll, told with several days.

    They are where one is a part of another figure, where both have one number, or where a third one is the sum of the
    two, makes one of them up to the other, or spans the days of both.
    """
    figures = [claim.figure for claim in claims]
    parts = np.array([figure is not None and figure.part_of is not None for figure in figures])
    counted = np.array([figure is not None for figure in figures])
    found = (parts[:, None] | parts) & counted[:, None] & counted
    for measure in {figure.measure for figure in figures if figure is not None}:
        here = [n for n, figure in enumerate(figures) if figure and figure.measure == measure and _number(claims[n])]
        numbers = np.array([_number(claims[n]) for n in here], np.int64)
        found[np.ix_(here, here)] |= _of_one(numbers, first[here], last[here])
    return np.asarray(found)


def _number(claim: Claim) -> int:
    return (claim.figure.count.value or 0) if claim.figure is not None else 0


def _of_one(numbers: NDArray[np.int64], first: Ends, last: Ends) -> Pairs:
    """Tell of any two figures of one measure whether their numbers are one, or a third one holds both."""
    sums, rest = numbers[:, None] + numbers, np.abs(numbers[:, None] - numbers)
    one = (rest == 0) | np.isin(sums, numbers) | np.isin(rest, numbers)
    for whole in np.flatnonzero(first < last):
        inside = (first >= first[whole]) & (last <= last[whole])
        one |= inside[:, None] & inside & (numbers[whole] >= sums)
    return np.asarray(one)
