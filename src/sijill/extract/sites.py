"""Happenings at a site that the reader puts into a town beside it: "storm the post at the Tamar bridge, outside Orzan".

A report of what happened at a bridge, a camp or a market names the next town for the way, for who speaks there and for
the hospital. Where it names a town for nothing else, and another mention of the happening points to the site, that is
where it happened.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sijill.asides import is_aside, is_landmark, is_on_road
from sijill.extract.words import phrase, sentence_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span

    from sijill.extract.words import Page
    from sijill.reading import Pointer, TriggerCue

    Mention = tuple[int, TriggerCue]
    Words = tuple[int, int]

KINDS: Final = frozenset(
    {
        "airbase", "airfield", "airport", "barracks", "base", "bazaar", "bridge", "camp", "checkpoint", "church",
        "clinic", "crossing", "dam", "depot", "factory", "farm", "ferry", "field", "ford", "garrison", "gate",
        "highway", "hill", "hospital", "jetty", "landing", "market", "mill", "mine", "monastery", "mosque", "plant",
        "port", "post", "prison", "refinery", "road", "roundabout", "school", "shrine", "square", "stage", "station",
        "street", "university", "village",
    }
)  # fmt: skip
"""Kinds of place that lie beside or in a town."""
_LEAST: Final = 0.3
"""Probability from which a mention is asked where it points, as a figure or a happening."""
_ALIKE: Final = 0.4
"""Probability from which another mention tells of the same happening."""
_ALIKE_OF_OTHERS: Final = 0.8
"""The same for a mention of others who did it."""
_THERE: Final = 0.3
"""The same for what a sentence tells that names the town otherwise: it may have happened there."""
_NOUNS: Final = 2
"""Nouns after a name among which its kind stands ("the Tamar fuel depot")."""
_NOMINAL: Final = frozenset({"NOUN", "PROPN"})
_SURE: Final = 0.9999
"""Probability of a place that the reader does not doubt, or that another rule gave."""


def at_sites(page: Page, kept: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, those of what happened at a site and not in the town that they point to at the site."""
    sites = _Sites(page)
    return [(index, sites.of(index, cue)) for index, cue in kept]


class _Sites:
    """The sites of one report and what is told of them."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._names = [name for name in page.doc.ents if name.label_ == "LOC"]
        self._sites = _sites(self._names)
        mentions = enumerate([*page.reading.numbers, *page.reading.triggers]) if self._sites else ()
        self._mentions = [(at, cue) for at, cue in mentions if cue.probability >= _LEAST]
        self._doers: dict[tuple[int, Pointer | None], str | None] = {}
        self._told: dict[int, list[int]] = defaultdict(list)
        for at, cue in self._mentions:
            self._told[sentence_around(page.doc, cue.start)[0]].append(at)

    def of(self, index: int, cue: TriggerCue) -> TriggerCue:
        """Return a cue at the site of its happening, where it points to a town that is none of its places."""
        here = self._pointed(cue)
        if not self._sites or here is None or cue.place is None or cue.place.probability > _SURE:
            return cue
        pointed = self._page.doc[slice(*here)]
        town = [name for name in self._names if _same(name.text, pointed.text)]
        if (
            not town
            or self._is_there(_own_name(pointed), index, cue)
            or any(site in self._sites for site in town)
            or any(self._is_there(n, index, cue) for n in town)
        ):
            return cue
        site = self._site_of(index, cue, town)
        return _placed(cue, site) if site else cue

    def _pointed(self, cue: TriggerCue) -> Words | None:
        place = cue.place
        return phrase(self._page.doc, place.start, place.end) if place is not None and place.holds else None

    def _is_there(self, name: Span, index: int, cue: TriggerCue) -> bool:
        """Tell whether a sentence that names a town may tell that the happening of a cue was there."""
        start, end = sentence_around(self._page.doc, name.start)
        own = start <= cue.start < end
        if is_aside(name):
            by_site = any(_is_before(site, name, start) for site in self._sites)
            return own and (is_landmark(name) or is_on_road(name)) and not by_site
        told = (at for at in self._told.get(start, ()) if at != index)
        return own or any(self._page.reading.same_incident(index, at) >= _THERE for at in told)

    def _is_by_others(self, cue: TriggerCue, other: TriggerCue) -> bool:
        """Tell whether the sentences of two mentions name two who did it."""
        left, right = self._doer(cue), self._doer(other)
        return left is not None and right is not None and not _same(left, right)

    def _doer(self, cue: TriggerCue) -> str | None:
        key = cue.start, cue.perpetrator
        if key not in self._doers:  # each mention is held against each other one
            self._doers[key] = self._found_doer(cue)
        return self._doers[key]

    def _found_doer(self, cue: TriggerCue) -> str | None:
        doer, doc = cue.perpetrator, self._page.doc
        start, end = sentence_around(doc, cue.start)
        if doer is None or not doer.holds or not start <= doer.start < end:
            return None
        return doc[slice(*phrase(doc, doer.start, doer.end))].text

    def _site_of(self, index: int, cue: TriggerCue, town: Sequence[Span]) -> Pointer | None:
        """Return the site to which most other mentions of a happening point, each as it is like it."""
        found: dict[str, float] = defaultdict(float)
        first: dict[str, Pointer] = {}
        for at, other in self._mentions:
            alike = self._page.reading.same_incident(index, at) if at != index else 0.0
            least = _ALIKE_OF_OTHERS if self._is_by_others(cue, other) else _ALIKE
            there = self._pointed(other) if alike >= least else None
            if there is None or other.place is None:
                continue
            name = self._page.doc[slice(*there)].text
            if any(_same(name, site.text) for site in self._sites) and not _same(name, town[0].text):
                found[name] += alike
                first.setdefault(name, other.place)
        return first[max(found, key=lambda name: found[name])] if found else None


def _is_before(site: Span, name: Span, start: int) -> bool:
    """Tell whether a site stands between where a sentence starts and a name, no full stop that syntax missed after."""
    if not start <= site.start < name.start:
        return False
    return all(word.text != "." for word in name.doc[site.end : name.start])


def _own_name(pointed: Span) -> Span:
    """Return the name in the words that a cue points to, whether the reader takes it for a place's or not."""
    names = [word.i for word in pointed if word.pos_ == "PROPN"]
    return pointed.doc[names[0] : names[-1] + 1] if names else pointed


def _sites(names: Sequence[Span]) -> list[Span]:
    """Return the names of sites: those that the text never calls by their name alone."""
    called = [name for name in names if _has_kind(name)]
    bare = {name.text.lower() for name in names if not _has_kind(name)}
    return [name for name in called if name.text.lower() not in bare]


def _has_kind(name: Span) -> bool:
    """Tell whether a name ends with a kind of site, or one follows it: "Tamar bridge", "the Tamar fuel depot".

    Without an article what follows a name in a headline may only lie in it: "strike on Syria hospital".
    """
    if name[-1].lower_ in KINDS:
        return True
    after = [word.lower_ for word in name.doc[name.end : name.end + _NOUNS] if word.pos_ in _NOMINAL]
    return name.start > 0 and name.doc[name.start - 1].lower_ == "the" and bool(KINDS & set(after))


def _same(name: str, other: str) -> bool:
    """Tell whether two wordings may name one place: one has all words of the other."""
    left, right = _said(name), _said(other)
    return left <= right or right <= left


def _said(name: str) -> set[str]:
    return set(name.lower().replace("'s", "").split()) - {"the", "of"}


def _placed(cue: TriggerCue, place: Pointer) -> TriggerCue:
    return replace(cue, place=replace(place, probability=1.0, none_probability=0.0))
