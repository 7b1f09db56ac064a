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

from sijill.captions import caption_above, is_of_one_event
from sijill.saying import times_of_saying

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from numpy.typing import NDArray

    from sijill.model import Claim, Evidence, Text
    from sijill.reading import Reading

    Pairs = NDArray[np.bool_]
    Ends = NDArray[np.float64]

OF_BEFORE: Final = re.compile(
    r"\b(?:bur(?:y|ied|ial)|funerals?|laid to rest|mourn(?:ed|ing)?|body|bodies|corpses?|succumbed|in (?:a )?hospital"
    r"|(?:of|from|to) (?:\w+ )?(?:burns|injuries|wounds)|of (?:them|whom|the (?:dead|injured|victims|wounded))"
    r"|tolls?|climbed|ris(?:en|ing)|rose|rais(?:ed|ing)|revised|updat(?:ed|ing)|bring(?:ing|s)|brought"
    r"|(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:th|rd|st|nd)) (?:victim|person|man|woman|child))\b",
    re.IGNORECASE,
)
"""What a sentence tells of the dead of an earlier day."""
_FEW_WORDS: Final = r"(?:[\w-]+ ){0,3}?"
_ACTS: Final = (
    "air ?strike|ambush|assault|attack|barrage|battle|blast|bomb(?:er|ing)?|clash|explosion|firefight|mine|missile|raid"
    "|rocket|shelling|shooting|strike"
)
ANOTHER: Final = re.compile(
    rf"\b(?:another|further|second|third|separate|different) {_FEW_WORDS}"
    rf"(?:{_ACTS}|crash|gun battle|incident)(?:e?s)?\b"
    r"|\belsewhere\b|\bseparately\b",
    re.IGNORECASE,
)
"""What begins another act; none of the 59 such pairs of figures in the annotated reports are of one happening."""
ANEW: Final = re.compile(
    rf"\b(?:an?|one) {_FEW_WORDS}(?:{_ACTS}|drone|grenade|gunm[ae]n|mortar|shell|sniper)\b", re.IGNORECASE
)
"""What brings in an act; told in another province than one above, none of 64 such pairs but two is of one happening."""
_ROW: Final = re.compile(
    r"\s*(?:[-\u2013\u2022*\u00b7]\s*(?P<head>[^:\n]{2,40}):|(?P<name>[^\W\d_][^:,.\n\d]{1,39}?)(?::\s*|\s+)(?=\d))"
)
"""The row of a list and its head: "- Rafah: 6 killed", "Rafah 6 killed"."""
_FEWEST: Final = 2
"""Rows headed by their places that make a list one of places."""
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
    apart |= _of_another_act(claims, text, sentences, ANOTHER)
    apart |= _of_another_act(claims, text, sentences, ANEW) & told_in_two_provinces(claims, text, reading)
    return np.asarray(apart & ~_of_one_toll(claims, first, last))


def _of_another_act(
    claims: Sequence[Claim], text: Text, sentences: Sequence[tuple[int, int]], words: re.Pattern[str]
) -> Pairs:
    """Tell of any two claims, one a figure, whether the sentence of the later one begins to tell of another act."""
    at = [bisect_left(text.offsets, claim.anchor.span.start) for claim in claims]
    home = np.array([max(0, bisect_right(sentences, (char, len(text.text))) - 1) for char in at], np.int64)
    ends = [bisect_left(text.offsets, claim.anchor.span.end) for claim in claims]
    other = np.array(
        [_begins_another(words, text.text[sentences[n][0] : end]) for n, end in zip(home, ends, strict=True)], np.bool_
    )
    figures = np.array([claim.figure is not None for claim in claims])
    later = other[:, None] & (home[:, None] > home) & (figures[:, None] | figures)
    return np.asarray(later | later.T)


def of_other_rows(claims: Sequence[Claim], text: Text) -> Pairs:
    """Tell of any two claims whether two rows of a list of places tell of them; rows of one place may be of one.

    Rows below a caption that names one attack are parts of it, and rows that go on with who said so rival accounts.
    """
    found = [_row_of(claim, text) for claim in claims]
    is_list = len({head for head, _, is_head in found if is_head}) >= _FEWEST
    heads, rows = (np.unique(np.array(column), return_inverse=True)[1] for column in list(zip(*found, strict=True))[:2])
    known = np.array([is_list and bool(head) for head, _, _ in found], np.bool_)
    return np.asarray((heads[:, None] != heads) & (rows[:, None] != rows) & known[:, None] & known)


def _row_of(claim: Claim, text: Text) -> tuple[str, int, bool]:
    """Return the head of the row that tells of a claim and names its place, the row's start, and if that is the place.

    The head is "" where no such row tells of it.
    """
    named = next((bisect_left(text.offsets, e.span.start) for e in claim.evidence if e.field == "place"), None)
    at = bisect_left(text.offsets, claim.anchor.span.start)
    start = text.text.rfind("\n", 0, at) + 1
    row = _ROW.match(text.text, start, at + 1)
    if named is None or row is None or not _is_within(text.text, start, named) or _is_said(text.text, start):
        return "", start, False
    caption = caption_above(text.text, start, lambda line: _ROW.match(text.text, line) is not None)
    bare = row["head"] is None
    head, opens = (row["name"], named == row.start("name")) if bare else (row["head"], named >= row.start("head"))
    if is_of_one_event(caption) or (bare and not opens):
        return "", start, False
    return head.lower(), start, opens and named < row.end("name" if bare else "head")


def _is_within(text: str, start: int, at: int) -> bool:
    """Tell whether a character stands in the line that begins at another."""
    return start <= at and text.find("\n", start, at) < 0


def _is_said(text: str, start: int) -> bool:
    """Tell whether the line that begins at a character says who gives its numbers."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].lower()
    return not times_of_saying().isdisjoint(re.findall(r"\w+", line)) or "according to" in line


def told_in_two_provinces(claims: Sequence[Claim], text: Text, reading: Reading) -> Pairs:
    """Tell of any two claims whether two sentences name places of two provinces of a country for them."""
    sentences = [(sentence.start_char, sentence.end_char) for sentence in reading.doc.sents]
    found = [_own_unit(claim, text, sentences) for claim in claims]
    units, lands, homes = (np.unique(np.array(column), return_inverse=True)[1] for column in zip(*found, strict=True))
    known = np.array([bool(unit) for unit, _, _ in found], np.bool_)
    other = (units[:, None] != units) & (lands[:, None] == lands) & (homes[:, None] != homes)
    return np.asarray(other & known[:, None] & known)


def _own_unit(claim: Claim, text: Text, sentences: Sequence[tuple[int, int]]) -> tuple[str, str, int]:
    """Return the province and the country of a claim's place, "" where its sentence names none, and the sentence."""
    at = bisect_left(text.offsets, claim.anchor.span.start)
    home = max(0, bisect_right(sentences, (at, len(text.text))) - 1)
    start, end = sentences[home]
    named = next((e.span.start for e in claim.evidence if e.field == "place"), None)
    if named is None or not start <= bisect_left(text.offsets, named) < end or OF_BEFORE.search(text.text, start, end):
        return "", "", home
    place = claim.place
    return (place.admin1_code or "", place.country or "", home) if place is not None else ("", "", home)


def _begins_another(words: re.Pattern[str], before: str) -> bool:
    found = words.search(before)
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
    if not start <= when < end or OF_BEFORE.search(text.text, start, end):
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
