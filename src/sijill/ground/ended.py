"""Tolls of what has ended: "the war, which began in 1991 and ended in 2002, killed 50,000" runs to 2002.

Not where the perfect counts what came after: "the war ended in 2003 but bombs have killed 4,000 since".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.ground.beginnings import is_begun, is_perfect
from sijill.ground.days.words import listed
from sijill.values import Days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from sijill.ground.narrative import Dated
    from sijill.model import Claim

_EVENT: Final = re.compile(rf"\b(?:{'|'.join(sorted(listed('events')))})\b")
_ENDED: Final = re.compile(
    r"\b(?:(?:ended|finished|concluded|came to an end|was over|its end)\b(?:\s+(?!but\b|and\b)[\w'\u2019-]+){0,8}?"
    r"|(?:until|till)\b(?:\s+[\w'\u2019-]+){0,4}?)\s*\Z"
)


def ended(claim: Claim, clause: tuple[int, int], times: Sequence[Dated], doc: Doc) -> Claim:
    """Return a toll whose clause says when its war ended as one up to then, from its beginning if that is told."""
    said = str(doc.text[slice(*clause)])
    figure = claim.figure
    if figure is None or figure.scope == "incident" or is_perfect(said) or not _EVENT.search(said.lower()):
        return claim
    end = next((t for t in times if _ENDED.search(doc.text[clause[0] : t.span.start].lower())), None)
    if end is None or end.days.last is None or (claim.days.last is not None and claim.days.last < end.days.last):
        return claim
    first = next((t.days.first for t in times if t is not end and is_begun(t, doc)), claim.days.first)
    if first is not None and end.days.first is not None and first >= end.days.first:
        first = None  # what is counted was dated by the end alone
    rule = f"{end.days.rule}, when it ended"
    return replace(claim, days=Days(first=first, last=end.days.last, worded=claim.days.worded, rule=rule))
