"""What is said, widened: to the whole quotation, to its part on the other side of the cue, to the whole sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.extract.attribution.lists import verbs
from sijill.extract.attribution.quotations import in_a_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from sijill.extract.attribution.quotations import Stretch

_PUNCTUATION = frozenset([",", ":", ";", "-", "--", "."])
_STOPS = frozenset([".", "!", "?"])
_FAR = 15
_CLAUSE = 6


def widened(content: Stretch, cue: Token, quoted: Sequence[Stretch]) -> Stretch:
    """Return the whole of what is said, from what the syntax gives of it."""
    others = [q for q in quoted if not q[0] <= cue.i < q[1]]
    low, high = _over_quotations(content, cue, others)
    if any(q[0] <= low and q[1] >= high - 1 for q in others):
        return _around_cue(low, high, cue, others)
    doc = cue.doc
    if cue.i < low and high < len(doc) - 1 and doc[high].text == ":":
        return low, int(doc[high + 1].sent.end)
    if high <= cue.i and int(cue.sent.start) < low and cue.lower_ in verbs():
        return _start(cue, low), high
    return low, high


def _over_quotations(content: Stretch, cue: Token, others: Sequence[Stretch]) -> Stretch:
    """Return a stretch with the whole of the quotations in which it begins or ends, or that follow it at once."""
    low, high = content
    for start, end in others:
        follows = high - 1 <= start <= high and cue.i < low and cue.doc[start - 1].text != ","
        low = start if start <= low < end else low
        high = end if start < high <= end or follows else high
    return low, high


def _around_cue(low: int, high: int, cue: Token, others: Sequence[Stretch]) -> Stretch:
    """Return a quotation with its part on the other side of its cue: "'...,' she said, '...'"."""
    doc = cue.doc
    if cue.i >= high:
        after = next((q for q in others if q[0] >= cue.i), None)
        goes_on = after is not None and after[0] <= int(cue.sent.end) + 1 and in_a_line(doc, cue.i, after[0])
        return low, after[1] if after is not None and goes_on else high
    before = next((q for q in others if 0 <= cue.i - q[1] <= _CLAUSE and doc[q[1] - 2].text == ","), None)
    goes_on = before is not None and cue.i < low and in_a_line(doc, before[1], cue.i)
    return before[0] if before is not None and goes_on else low, high


def _start(cue: Token, low: int) -> int:
    """Return where the content of a last "..., he said" begins: at its sentence, unless somebody speaks before."""
    before = cue.doc[int(cue.sent.start) : low]
    return low if int(cue.sent.end) - cue.i > _FAR or any(map(_speaks, before)) else int(cue.sent.start)


def _speaks(token: Token) -> bool:
    return (token.pos_ == "VERB" and token.lower_ in verbs()) or token.lower_ == "according" or token.text == '"'


def going_on(content: Stretch, cue: Token, quoted: Sequence[Stretch], free: Sequence[Stretch]) -> Stretch:
    """Return what is said with the quotations that follow its sentence at once and that nobody else is named for."""
    doc, (low, high) = cue.doc, content
    end = max(high, int(cue.sent.end))
    for one in quoted:
        if one[0] < end:
            continue
        if one not in free or not all(t.is_space or t.text in _STOPS for t in doc[end : one[0]]):
            break
        high = end = one[1]
    return low, high


def trimmed(doc: Doc, stretch: Stretch) -> Stretch:
    """Return a stretch without spaces and points at its ends."""
    low, high = stretch
    while low < high and _is_outer(doc[low]):
        low += 1
    while low < high and _is_outer(doc[high - 1]):
        high -= 1
    return low, high


def _is_outer(token: Token) -> bool:
    return bool(token.is_space) or token.text in _PUNCTUATION
