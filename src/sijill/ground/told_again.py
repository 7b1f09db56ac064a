"""People of whom another figure of the report says who they are: a toll told again, or some "of the dead".

"Air raids kill 10 in Idlib ... killed at least 10 civilians": a headline's ten are the civilians of the text.
Invariant: only figures of nobody in particular change, and never to "mixed".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.ground.actors import group_of_people, is_anybody, is_more

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.model import Claim, Figure

_HARMED: Final = "dead|deaths|killed|victims|wounded|injured|casualties"
_OF_THE_DEAD: Final = re.compile(rf"\s+of (?:the|those) (?:{_HARMED})\b", re.IGNORECASE)
_UNNAMED: Final = re.compile(rf"(?:the )?(?:|lives|bodies|{_HARMED})", re.IGNORECASE)
_VAGUE: Final = frozenset({"mixed", "unspecified"})
_LEAST: Final = 2
"""People below whom one number in two places is no sign of the same people."""
_APART: Final = re.compile(
    r"\b(?:nearby|elsewhere|another|also|second|third|separate\w*|other)\b[^.!?\n]*\Z", re.IGNORECASE
)
"""What stands before a number that is of other people, in its sentence."""
_NEAR: Final = 200
"""Characters of a sentence that are looked at before a number."""
_REACH: Final = 600
"""Characters before "five of the dead" within which the dead were told of."""


def told_again(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Return the claims of a report's `text`, with what another figure says of the same people."""
    again = [_named_elsewhere(claim, claims, text) for claim in claims]
    return [_of_the_dead(claim, again, text) for claim in again]


def _named_elsewhere(claim: Claim, claims: Sequence[Claim], text: str) -> Claim:
    """Return a claim with its people as civilians where another one about the happening counts as many of them."""
    figure = claim.figure
    if figure is None or claim.incident is None or not _is_nobody(figure):
        return claim
    others = (o for o in claims if o.incident == claim.incident and o is not claim and o.figure is not None)
    equal = [o for o in others if o.figure is not None and _is_as_many(o.figure, figure) and _may_tell(o, claim, text)]
    named = {o.figure.category for o in equal if o.figure is not None}
    return _as(claim, figure, "civilian") if named == {"civilian"} else claim


def _may_tell(other: Claim, claim: Claim, text: str) -> bool:
    """Tell whether one claim may say whom another counts: not what its source did not say, nor people apart."""
    own, at = claim.source.worded, other.anchor.span.start
    return own in {None, other.source.worded} and _APART.search(text, max(0, at - _NEAR), at) is None


def _is_as_many(other: Figure, figure: Figure) -> bool:
    """Tell whether another figure counts as many people, to whom the same happened, and calls all of them something."""
    same = other.measure == figure.measure and other.count.value == figure.count.value
    return same and not is_anybody(other.victims) and group_of_people(other.victims or "") is None


def _is_nobody(figure: Figure) -> bool:
    """Tell whether a figure names nobody ("10 dead"): "people" says as much as its source wants to, and may stay so."""
    told = _UNNAMED.fullmatch(figure.victims or "") is not None and not is_more(figure.worded)
    return figure.category == "unspecified" and told and (figure.count.value or 0) >= _LEAST


def _of_the_dead(claim: Claim, claims: Sequence[Claim], text: str) -> Claim:
    """Return a claim about some "of the dead" with what the dead were said to be right before, by the same source."""
    figure = claim.figure
    if figure is None or figure.category != "unspecified" or not is_anybody(figure.victims):
        return claim
    if _OF_THE_DEAD.match(text, claim.anchor.span.end) is None:
        return claim
    wholes = [w for w in _before(claim, claims) if w.figure and (w.figure.count.low or 0) > (figure.count.low or 0)]
    named = {w.figure.category for w in wholes if w.figure}
    if len(named) != 1 or named & _VAGUE or not _is_of_one_source(claim, wholes[0]):
        return claim
    return _as(claim, figure, named.pop())


def _is_of_one_source(claim: Claim, whole: Claim) -> bool:
    """Tell whether who speaks of some of the dead is who spoke of all: whom an army calls a foe, residents may not.

    What the report itself calls the dead holds for all that others add, and those whom anybody calls civilians are
    taken for civilians in all that is told of the happening.
    """
    if whole.figure is not None and whole.figure.category == "civilian" and whole.incident == claim.incident:
        return True
    return claim.source.worded is None or whole.source.worded is None or _said(claim) <= _said(whole)


def _said(claim: Claim) -> set[str]:
    """Return the words of a claim's source: "the source" is the one that was "a source at Orzan police"."""
    return set((claim.source.worded or "").lower().split()) - {"a", "an", "the"}


def _before(claim: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of figures of a claim's measure told shortly before it, the nearest first."""
    start = claim.anchor.span.start
    own = claim.figure.measure if claim.figure is not None else None
    near = [c for c in claims if c.figure is not None and start - _REACH < c.anchor.span.start < start]
    return sorted((c for c in near if c.figure and c.figure.measure == own), key=lambda c: -c.anchor.span.start)


def _as(claim: Claim, figure: Figure, category: str) -> Claim:
    return replace(claim, figure=replace(figure, category=category))
