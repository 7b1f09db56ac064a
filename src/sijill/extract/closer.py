"""The narrower place of a figure: "12 killed in Orzan", where another mention of it says "the Karm district of Orzan".

Only what the text itself says lies in the place pointed to is taken, and only where mentions of one happening name no
other place in it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sijill.extract.words import phrase, words
from sijill.reading import NumberCue, Pointer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from sijill.extract.words import Page
    from sijill.reading import TriggerCue

    Mention = tuple[int, TriggerCue]
    Words = tuple[int, int]

_ALIKE: Final = 0.7
"""Probability from which two mentions tell of one happening for sure."""
_LONGEST: Final = 8
"""Words between a place and the one it lies in."""
_WITHIN: Final = frozenset({"in", "of"})
_FILLING: Final = _WITHIN | frozenset(
    {
        "-", "area", "besieged", "camp", "central", "city", "controlled", "countryside", "district", "eastern",
        "government", "held", "located", "market", "neighborhood", "neighbourhood", "northern", "old", "opposition",
        "province", "quarter", "rebel", "southern", "street", "suburb", "syrian", "the", "town", "village", "western",
    }
)  # fmt: skip


def closer(page: Page, kept: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, each figure at the one narrower place that mentions of the same happening give."""
    holders = holders_in(page.doc)
    if not holders:
        return list(kept)
    where = [_pointed(page, cue) for _, cue in kept]
    return [(index, _closer(page, kept, where, holders, at)) for at, (index, _) in enumerate(kept)]


def holders_in(doc: Doc) -> dict[str, set[str]]:
    """Return the names of places that the text says lie in others ("Karm district of Orzan"), with these others."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, other in pairwise(name for name in doc.ents if name.label_ == "LOC"):
        between = [word.lower_ for word in doc[name.end : other.start]]
        if len(between) <= _LONGEST and _WITHIN & set(between) and all(word in _FILLING for word in between):
            found[name.text.lower()].add(other.text.lower())
    return found


def _pointed(page: Page, cue: TriggerCue) -> Words | None:
    place = cue.place
    return phrase(page.doc, place.start, place.end) if place is not None and place.holds else None


def _closer(
    page: Page, kept: Sequence[Mention], where: Sequence[Words | None], holders: Mapping[str, set[str]], at: int
) -> TriggerCue:
    index, cue = kept[at]
    here = where[at]
    if here is None or not isinstance(cue, NumberCue):
        return cue
    wide = words(page.doc, *here).lower()
    inside: dict[str, Words] = {}
    for (other, said), there in zip(kept, where, strict=True):
        if there is None or _counts_apart(page, cue, said) or page.reading.same_incident(index, other) < _ALIKE:
            continue
        name = words(page.doc, *there).lower()
        if name != wide and wide in holders.get(name, ()):
            inside.setdefault(name, there)
    return replace(cue, place=Pointer(*next(iter(inside.values())), 1.0, 0.0)) if len(inside) == 1 else cue


def _counts_apart(page: Page, cue: NumberCue, other: TriggerCue) -> bool:
    """Tell whether a mention is another number of the same measure: a part is where it was, not its whole."""
    if not isinstance(other, NumberCue) or other.measure != cue.measure:
        return False
    return words(page.doc, cue.start, cue.end).lower() != words(page.doc, other.start, other.end).lower()
