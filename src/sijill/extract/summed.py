"""Totals whose parts follow and add up to them: "24 people had been killed: 19 villagers, three monks and two medics".

A total is of mixed people where its parts are of several categories and make up all of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate, islice, pairwise, takewhile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.model import Claim, Figure

_REACH: Final = 250
"""Characters from a total within which its last part begins."""
_PEOPLE: Final = frozenset({"bodies", "dead", "deaths", "killed", "people", "persons", "the", "wounded", "injured"})
_SENTENCE: Final = 600
"""Characters that are looked at of what is left of a part's sentence: a list may hold no full stop."""
_BREATH: Final = 60
"""Characters between two parts."""
_MOST: Final = 4
"""Parts that a total is told to have at most."""
_OTHER: Final = 2
_APART: Final = re.compile(
    r"\b(?i:elsewhere|separate|separately"
    r"|(?:another|different) (?:\w+ )?(?:attack|blast|bombing|clash|incident|strike))\b"
    r"|[.;] (?:At|In|Near|Outside|in|near|outside) [A-Z]"
)
"""Words of another happening between a total and what might be its part, or beside the part."""
_END: Final = re.compile(r"[.;](?:\s|\Z)")
_WITHOUT: Final = frozenset({"mixed", "unspecified"})


def with_sums(claims: Sequence[Claim], text: str = "") -> list[Claim]:
    """Return the claims of `text`, in its order, with the category of each total that its parts make up."""
    figures = [claim for claim in claims if claim.figure is not None]
    mixed = {claim.id for at, claim in enumerate(figures) if _is_made_up(claim, islice(figures, at + 1, None), text)}
    return [_as_mixed(claim) if claim.id in mixed else claim for claim in claims]


def _as_mixed(claim: Claim) -> Claim:
    return claim if claim.figure is None else replace(claim, figure=replace(claim.figure, category="mixed"))


def _is_made_up(total: Claim, after: Iterable[Claim], text: str) -> bool:
    """Tell whether the next figures of a total's measure add up to it and are of several categories."""
    whole = total.figure
    if whole is None or whole.count.value is None or not _is_anybody(whole):
        return False
    near = takewhile(lambda claim: claim.anchor.span.start - total.anchor.span.end <= _REACH, after)
    parts = _together(list(islice((claim for claim in near if _may_be_a_part(total, claim, text)), _MOST)))
    for size, added in enumerate(accumulate(figure.count.value or 0 for figure in parts), start=1):
        if added == whole.count.value:
            kinds = {figure.category for figure in parts[:size]}
            return len(kinds) > 1 and kinds.isdisjoint(_WITHOUT)
    return False


def _is_anybody(whole: Figure) -> bool:
    """Tell whether a total is of nobody in particular: "30 dead", whatever the reader takes them for."""
    named = (whole.victims or "").lower().split()
    return whole.category == "unspecified" or (whole.category != "mixed" and _PEOPLE.issuperset(named))


def _may_be_a_part(total: Claim, claim: Claim, text: str) -> bool:
    """Tell whether a figure may be a part of a total: of its measure, near, and stated as a number."""
    figure = claim.figure
    if figure is None or total.figure is None or figure.measure != total.figure.measure:
        return False
    far = claim.anchor.span.start - total.anchor.span.end
    if far > _BREATH and (far > _REACH or claim.incident != total.incident):
        return False
    apart = _APART.search(text, total.anchor.span.end, _sentence_end(text, claim.anchor.span.end))
    return bool(figure.count.value) and apart is None and _at_one_time(claim, total)


def _sentence_end(text: str, start: int) -> int:
    most = min(len(text), start + _SENTENCE)
    ends = _END.search(text, start, most)
    return ends.start() if ends else most


def _at_one_time(claim: Claim, total: Claim) -> bool:
    """Tell whether nothing says that the days or places of two figures differ."""
    days = {one.days.worded for one in (claim, total)} - {None}
    places = {one.place.worded for one in (claim, total) if one.place is not None}
    return len(days) < _OTHER and len(places) < _OTHER


def _together(claims: Sequence[Claim]) -> list[Figure]:
    """Return the figures up to the first that stands far from the one before it: parts are told in one breath."""
    apart = (after.anchor.span.start - before.anchor.span.end > _BREATH for before, after in pairwise(claims))
    size = next((at for at, far in enumerate(apart, start=1) if far), len(claims))
    return [claim.figure for claim in claims[:size] if claim.figure is not None]
