"""Tolls of what has ended: "the war, which began in 1991 and ended in 2002, killed 50,000" runs to 2002.

Not where the perfect counts what came after: "the war ended in 2003 but bombs have killed 4,000 since". What was
counted after something ended ("died after the truce ended in April") is counted from then to the report.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from sijill.ground.beginnings import is_begun, is_perfect
from sijill.ground.days.words import listed
from sijill.reading import text_of
from sijill.values import Days

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spacy.tokens import Doc, Token

    from sijill.ground.narrative import Dated
    from sijill.model import Claim

_WARS: Final = listed("events") - {"ceasefire", "truce"}
_EVENT: Final = re.compile(rf"\b(?:{'|'.join(sorted(_WARS))})\b")
_ENDED: Final = re.compile(
    r"\b(?:(?P<verb>ended|finished|concluded|came to an end|was over)|its end)\b"
    r"(?:\s+(?!but\b|and\b)[\w'\u2019-]+){0,8}?\s*\Z"
    r"|\b(?:until|till)\b(?:\s+[\w'\u2019-]+){0,4}?\s*\Z"
)
_AFTER: Final = re.compile(
    r"(?<!days )(?<!weeks )(?<!months )(?<!years )(?<!soon )(?<!shortly )(?<!immediately )"
    r"\bafter (?:(?!and\b|but\b)[\w'\u2019-]+ ){1,5}(?:ended|finished|concluded|collapsed|broke down)\b"
    r"(?:\s+(?!but\b|and\b)[\w'\u2019-]+){0,3}?\s*\Z"
)
_BEHIND: Final = re.compile(r"\b(?:after|once|since)\s(?:(?!and\b|but\b|which\b)[\w'\u2019-]+\s){0,6}\Z")
_OTHERS: Final = re.compile(r"\b(?:and|but|while)\s+(?!it\b|its\b|left\b|\w+ed\b|[^,]*\bin it\b)")
"""Opens a clause of its own behind an end: "the first war ended in 1996, and the second killed 25,000"."""
_SAME: Final = frozenset({"it", "that", "this", "which"})
_HIGH: Final = 4
"""Heads above a verb among which its subject stands."""


def counted_after(claim: Claim, start: int, times: Sequence[Dated], doc: Doc, report: date | None) -> Claim:
    """Return a count, dated by the end of something after which it was counted, as one from then to the report."""
    if claim.figure is None or claim.figure.scope == "incident" or report is None:
        return claim
    end = next((t for t in times if _AFTER.search(text_of(doc)[start : t.span.start].lower())), None)
    if end is None or end.days.first is None or (claim.days.first, claim.days.last) != (end.days.first, end.days.last):
        return claim
    if end.days.first > report:
        return claim
    return replace(claim, days=replace(claim.days, last=report, rule=f"{end.days.rule}, and after it"))


def ended(claim: Claim, clause: tuple[int, int], times: Sequence[Dated], doc: Doc, char: int) -> Claim:
    """Return a toll whose clause says when its war ended as one up to then, from its beginning if that is told.

    The figure stands at `char`.
    """
    said = text_of(doc)[slice(*clause)]
    figure = claim.figure
    if figure is None or figure.scope == "incident" or is_perfect(said) or not _EVENT.search(said.lower()):
        return claim
    end = next((t for t in times if _is_end(t, clause[0], doc)), None)
    if end is not None and _OTHERS.search(text_of(doc)[end.span.end : char].lower()):
        return claim
    if end is None or end.days.last is None or (claim.days.last is not None and claim.days.last < end.days.last):
        return claim
    first = next((t.days.first for t in times if t is not end and is_begun(t, doc)), claim.days.first)
    if first is not None and end.days.first is not None and first >= end.days.first:
        first = None  # what is counted was dated by the end alone
    rule = f"{end.days.rule}, when it ended"
    return replace(claim, days=Days(first=first, last=end.days.last, worded=claim.days.worded, rule=rule))


def _is_end(time: Dated, start: int, doc: Doc) -> bool:
    """Tell whether the words from `start` to a time say that a war ended then."""
    before = text_of(doc)[start : time.span.start].lower()
    found = _ENDED.search(before)
    if found is None or found["verb"] is None:
        return found is not None
    verb = doc.char_span(start + found.start(), start + found.end("verb"), alignment_mode="expand")
    return verb is not None and not _BEHIND.search(before[: found.start()]) and _is_wars(verb[0])


def _is_wars(verb: Token) -> bool:
    """Tell whether a verb is told of a war, or of what was named before ("which began in 1991 and ended in 2002")."""
    above = [verb, *islice(verb.ancestors, _HIGH)]
    subjects = (c for word in above for c in word.children if c.dep_.startswith("nsubj") and c.i < verb.i)
    subject = next(subjects, None)
    return subject is not None and subject.lower_ in _WARS | _SAME
