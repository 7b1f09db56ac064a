"""Places that the text names elsewhere than where the reader points.

Three things are said plainly enough to overrule it: "the same neighbourhood" and "at the airfield" are those last
named; in "the Tamar bridge, 5 km outside Orzan" it is the bridge where it happened; and a pointer that runs over
several clauses means the first name in it, or the one that follows the number.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from sijill.extract.words import phrase, sentence_around
from sijill.reading import Pointer, TriggerCue
from sijill.saying import verbs_of_saying

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Span, Token

    from sijill.extract.words import Page

    Words = tuple[int, int]

Cue = TypeVar("Cue", bound=TriggerCue)

_SITES: Final = frozenset(
    {
        "airbase", "airfield", "airport", "area", "base", "bazaar", "bridge", "camp", "checkpoint", "crossing", "dam",
        "depot", "district", "factory", "farm", "field", "ford", "hill", "jetty", "market", "mill", "mine", "monastery",
        "neighborhood", "neighbourhood", "plant", "port", "prison", "quarter", "school", "square", "station", "street",
        "suburb", "town", "university", "valley", "village",
    }
)  # fmt: skip
"""Kinds of place that a text names once ("the Tamar bridge") and then calls by their kind ("at the bridge")."""
_WIDER: Final = frozenset({"city", "governorate", "place", "province", "region"})
"""Kinds that stand for a place named before only as "the same province": "the city" may be any."""
_AT: Final = frozenset({"around", "at", "from", "in", "inside", "near", "on"})
_FAR: Final = 14
"""Words between a claim's own and those that say where."""
_LONGEST: Final = 9
"""Words between a place and the one that tells where it lies."""
_BESIDE: Final = frozenset({"beyond", "into", "near", "outside"})
_BEARINGS: Final = frozenset(
    {"east", "north", "northeast", "northwest", "south", "southeast", "southwest", "west"}
)  # fmt: skip
_MEASURES: Final = frozenset({"kilometers", "kilometres", "km", "mile", "miles"})
_FILLING: Final = (
    frozenset(
        {
            "(", ")", ",", "a", "about", "capital", "central", "city", "district", "eastern", "few", "from", "highway",
            "just", "main", "northern", "of", "off", "on", "port", "road", "some", "southern", "the", "to", "town",
            "village", "western",
        }
    )
    | _BESIDE
    | _BEARINGS
    | _MEASURES
)  # fmt: skip
_PARTING: Final = frozenset({"after", "as", "before", "when", "where", "which", "while", "who"})


def with_places(page: Page, cues: Sequence[Cue]) -> list[Cue]:
    """Return the cues, those whose place the text names more plainly elsewhere with that place."""
    found = Whereabouts(page.doc, page.reading.times)
    return [found.of(cue) for cue in cues]


class Whereabouts:
    """The places of one document, and which of them are only told to lie beside others."""

    def __init__(self, doc: Doc, times: Iterable[Words] = ()) -> None:
        """Find the names of places once; `times` are the words that say when."""
        self._doc = doc
        self._times = {word for start, _ in times for word in (start, start - 1)}
        self._names = [name for name in doc.ents if name.label_ == "LOC"]
        self._beside = dict(self._besides())
        self._same_as = [word.i for word in doc if word.lower_ == "same" and word.i + 1 < len(doc)]

    def of(self, cue: Cue) -> Cue:
        """Return a cue that points to where it happened, as far as the text's own words tell."""
        at = self._doc[cue.start : cue.end].root.i
        place = cue.place
        pointed = phrase(self._doc, place.start, place.end) if place is not None and place.holds else None
        here = self._same(at, pointed) or self._site(at, pointed)
        if here is None and pointed is not None:
            here = self._located(pointed) or self._one_name(at, pointed)
        return replace(cue, place=Pointer(*here, 1.0, 0.0)) if here else cue

    def _same(self, at: int, pointed: Words | None) -> Words | None:
        """Return the place that "the same neighbourhood", in the sentence of a word, is."""
        start, end = sentence_around(self._doc, at) if self._same_as else (0, 0)
        for word in self._same_as:
            kind = self._doc[word + 1].lower_
            if not start <= word < end - 1 or kind not in _SITES | _WIDER:
                continue
            after = pointed is not None and word < pointed[0] < end
            return None if after else self._last_named(kind, word)
        return None

    def _site(self, at: int, pointed: Words | None) -> Words | None:
        """Return the place that "at the bridge", beside a word whose sentence the reader finds no place in, is."""
        start, end = sentence_around(self._doc, at)
        if pointed is not None and start <= pointed[0] < end:
            return self._kind_alone(pointed)
        near = self._doc[max(start, at - _FAR) : min(end, at + _FAR)]
        sites = [word for word in near if word.lower_ in _SITES and _is_definite(word) and not _speaks(word)]
        nearest = min(sites, key=lambda word: abs(word.i - at), default=None)
        return self._last_named(nearest.lower_, nearest.i - 1) if nearest is not None else None

    def _kind_alone(self, pointed: Words) -> Words | None:
        """Return the place that "the factory", where the reader points to no more than that, is."""
        said = [word.lower_ for word in self._doc[slice(*pointed)]]
        alone = len(said) == len(["the", "factory"]) and said[0] == "the" and said[1] in _SITES
        return self._last_named(said[1], pointed[0]) if alone else None

    def _last_named(self, kind: str, before: int) -> Words | None:
        """Return the last place above a word that is called by its name and a kind: "Tamar bridge", "town of Orzan"."""
        named = (name for name in reversed(self._names) if name.start < before)
        return next(((name.start, name.end) for name in named if self._is_of_kind(name, kind, before)), None)

    def _is_of_kind(self, name: Span, kind: str, before: int) -> bool:
        if (len(name) > 1 and name[-1].lower_ == kind) or self._kind_of(name) == kind:
            return True
        after = self._doc[name.end : min(name.end + 3, before)]
        return any(w.lower_ == kind and all(x.pos_ in _IN_NAMES for x in after[: w.i - name.end]) for w in after)

    def _besides(self) -> Iterable[tuple[Words, Words]]:
        """Yield the names that only tell where another place lies, each with that place: "Tamar bridge, near Orzan"."""
        for name, other in zip(self._names, self._names[1:], strict=False):
            end = name.end
            while end < other.start and self._doc[end].pos_ in _IN_NAMES and self._doc[end].lower_ not in _FILLING:
                end += 1
            between = self._doc[end : other.start]
            if 0 < len(between) <= _LONGEST and _locates(between) and self._is_site(name, end):
                yield (other.start, other.end), (name.start, end)

    def _is_site(self, name: Span, end: int) -> bool:
        """Tell whether a name is that of a site, not of a region near one of its towns or of who shelled it."""
        return self._doc[end - 1].lower_ in _SITES or self._kind_of(name) in _SITES

    def _kind_of(self, name: Span) -> str | None:
        """Return the kind of place that stands before a name ("village of Orzan"), None before one named itself."""
        at = name.start - 2
        if at < 0 or self._doc[at + 1].lower_ != "of" or any(at <= other.end <= at + 1 for other in self._names):
            return None
        return self._doc[at].lower_

    def _located(self, pointed: Words) -> Words | None:
        """Return the place of which the words pointed to tell only where it lies."""
        there = (x for y, x in self._beside.items() if _meet(pointed, y) and not _meet(pointed, x))
        return next(there, None)

    def _one_name(self, at: int, pointed: Words) -> Words | None:
        """Return one name of several that a pointer runs over, words of another clause between them."""
        start, end = pointed
        names = [name for name in self._names if start <= name.start < end]
        inside = self._doc[start + 1 : end]
        parted = next((word.i for word in inside if _parts(word) or self._is_when(word)), None)
        if parted is None or not names or names[0].start > parted:
            return None
        until = sentence_around(self._doc, at)[1]
        after = [name for name in names if at < name.start < until] if start < at < end else []
        return (after[0].start, after[0].end) if after else (start, parted)

    def _is_when(self, word: Token) -> bool:
        """Tell whether words that say when begin at a word: "Orzan on Monday"."""
        return word.i in self._times and word.pos_ in {"ADP", "PROPN", "NOUN"} and not _is_within(word, self._names)


_IN_NAMES: Final = frozenset({"ADJ", "NOUN", "PROPN"})


def _is_definite(site: Token) -> bool:
    """Tell whether a kind of place stands as one already named: "at the bridge", not "at the bridge of Tamar"."""
    if site.i < len(["at", "the"]) or site.nbor(-1).lower_ != "the" or site.nbor(-2).lower_ not in _AT:
        return False
    return site.i + 1 >= len(site.doc) or site.nbor().lower_ not in {"of", "in"}


def _speaks(site: Token) -> bool:
    """Tell whether a place only says where a speaker is: "a guard at the bridge said"."""
    while site.dep_ in {"nmod", "conj", "appos", "compound"} and site.head.i != site.i:
        site = site.head
    return site.dep_.startswith("nsubj") and site.head.lower_ in verbs_of_saying()


def _locates(between: Span) -> bool:
    """Tell whether the words between two places tell that the first lies beside the second, and nothing else."""
    said = [word.lower_ for word in between]
    if not all(word in _FILLING or token.pos_ == "NUM" for word, token in zip(said, between, strict=True)):
        return False
    if _BESIDE & set(said):
        return True
    return ("of" in said and bool(_BEARINGS & set(said))) or ("from" in said and bool(_MEASURES & set(said)))


def _parts(word: Token) -> bool:
    """Tell whether a word inside a pointer begins what is no place: a clause of its own, or a number of people."""
    if word.lower_ in _PARTING or (word.pos_ == "VERB" and word.dep_ not in {"amod", "compound", "flat"}):
        return True
    return word.lower_ in {"and", ","} and any(after.pos_ == "NUM" for after in word.doc[word.i + 1 : word.i + 3])


def _is_within(word: Token, names: Iterable[Span]) -> bool:
    return any(name.start <= word.i < name.end for name in names)


def _meet(one: Words, other: Words) -> bool:
    return one[0] < other[1] and other[0] < one[1]
