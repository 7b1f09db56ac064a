"""Numbers and their places or times in turn: "three in Tamar on Monday and two in Orzan on Wednesday".

Where numbers and places (or times) alternate, close to one another, each number has the one of its own turn, whatever
the reader points to: the next where a number comes first, the last where a place does ("in Tamar three, in Orzan two").
Words between that make it no enumeration leave all as it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from itertools import groupby, pairwise, takewhile
from typing import TYPE_CHECKING, Final

from sijill.extract.befallen import befallen
from sijill.extract.counted import counted
from sijill.extract.measure_words import words
from sijill.extract.words import number_in, places_named
from sijill.reading import Pointer
from sijill.saying import times_of_saying

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span

    from sijill.extract.words import Page
    from sijill.reading import NumberCue

    Words = tuple[int, int]

_LEAST: Final = 2
"""Turns that a sentence needs."""
_LONGEST: Final = 9
"""Words of a turn between its number and its place or time, or the other way round."""
_BETWEEN: Final = 5
"""Words between two turns (", and another")."""
_PARTING: Final = frozenset({"when", "after", "before", "as", "since", "hours", "days", "weeks", "because", "."})
"""Words between that set one number apart from the next."""
_OPENING: Final = frozenset({"in", "at", "near", "outside", "around", "inside", "on"})
"""Not "from": "two men from Homs" says whence they were."""
_KINDS: Final = frozenset({"area", "camp", "city", "district", "port", "province", "region", "town", "village"})


def in_turn(page: Page, cues: Sequence[NumberCue]) -> list[NumberCue]:
    """Return the cues with the place and the time of their turn, where their sentence gives them in turn."""
    made = list(cues)
    stretches = list(_stretches(page.doc))
    starts = [sentence.start for sentence in stretches]
    held: dict[int, list[int]] = defaultdict(list)
    for at, cue in enumerate(cues):
        held[bisect_right(starts, cue.start) - 1].append(at)
    for home, inside in sorted(held.items()):
        sentence = stretches[home]
        if len(inside) < _LEAST:
            continue
        numbers = [(cues[at].start, cues[at].end) for at in inside]
        places = dict(_turns(page.doc, numbers, list(_places(sentence))))
        times = dict(_turns(page.doc, numbers, list(_times(page, sentence))))
        for at, number in zip(inside, numbers, strict=True):
            made[at] = _with(made[at], places.get(number), times.get(number))
        turns = [at for at, number in zip(inside, numbers, strict=True) if number in places]
        _measure_alike(page.doc, made, turns, stretches[home].end)
        if places and not times:
            _date_alike(made, turns)
    return made


def _measure_alike(doc: Doc, made: list[NumberCue], turns: Sequence[int], end: int) -> None:
    """Measure every turn, in place, as the one before where it has no verb: "killed 30 in Donetsk and 20 in Luhansk".

    "1,000 in Bria sought refuge" and "sent 300 in Haifa to hospital" tell of their own people.
    """
    for before, at, behind in zip(turns, turns[1:], [*(made[turn].start for turn in turns[2:]), end], strict=False):
        rest = takewhile(lambda word: not word.is_punct, doc[made[at].end : behind])
        told = [*doc[made[before].end : made[at].start], *rest]
        own = any(word.pos_ in {"VERB", "AUX"} or words().get(word.lower_) for word in told)
        if not own and befallen(number_in(doc[made[at].start : made[at].end])) is None:
            made[at] = replace(made[at], measure=made[before].measure)


def _date_alike(made: list[NumberCue], turns: Sequence[int]) -> None:
    """Date every turn, in place, as the first: "five were killed in Tamar on Monday, three in Orzan and two in Beilin".

    One with a time of its own keeps it.
    """
    first = made[turns[0]]
    for at in turns[1:]:
        own = made[at].time
        alike = made[at].scope[0].label == first.scope[0].label
        if alike and (own is None or not own.holds):
            made[at] = replace(made[at], time=first.time, dated=first.dated)


def _stretches(doc: Doc) -> Iterator[Span]:
    """Yield the sentences of a document, cut at the full stops that the reader went on over."""
    for sentence in doc.sents:
        stops = [word.i + 1 for word in sentence[:-1] if word.text == "."]
        for start, end in pairwise([sentence.start, *stops, sentence.end]):
            yield doc[start:end]


def _with(cue: NumberCue, place: Words | None, time: Words | None) -> NumberCue:
    cue = replace(cue, place=Pointer(*place, 1.0, 0.0)) if place else cue
    return replace(cue, time=Pointer(*time, 1.0, 0.0)) if time else cue


def _turns(doc: Doc, numbers: Sequence[Words], others: Sequence[Words]) -> Iterator[tuple[Words, Words]]:
    """Yield each number with what stands in its turn; nothing where they do not alternate."""
    ordered = sorted([(span, True) for span in numbers] + [(span, False) for span in others])
    runs = [(counts, [span for span, _ in run]) for counts, run in groupby(ordered, key=lambda one: one[1])]
    if len(runs) % 2 and len(runs) > 2 * _LEAST and runs[0][0]:
        runs.pop()  # a number behind all turns has none: "12 in Aleppo and nine in Idlib, putting the toll at 21"
    turns = [(*first, *second) for (_, first), (_, second) in zip(runs[::2], runs[1::2], strict=False)]
    if len(runs) < 2 * _LEAST or len(runs) % 2 or not _is_enumeration(doc, turns):
        return
    for (counts, first), (_, second) in zip(runs[::2], runs[1::2], strict=True):
        many, one = (first, second[0]) if counts else (second, first[-1])
        yield from ((span, one) for span in many)


def _is_enumeration(doc: Doc, turns: Sequence[Sequence[Words]]) -> bool:
    """Tell whether each turn is short, and the next soon joins on to it."""
    if any(after[0] - one[1] > _LONGEST for turn in turns for one, after in pairwise(turn)):
        return False
    if any(_has_another(doc, turn) for turn in turns):
        return False
    between = [doc[turn[-1][1] : after[0][0]] for turn, after in pairwise(turns)]
    return all(len(gap) <= _BETWEEN and not any(word.lower_ in _PARTING for word in gap) for gap in between)


def _has_another(doc: Doc, turn: Sequence[Words]) -> bool:
    """Tell whether a turn speaks of others than those it counts: "20 were hurt and police in Hama were on alert"."""
    people = {at for start, end in turn for at in (counted(number_in(doc[start:end])).i, end)}
    inside = doc[turn[0][1] : turn[-1][0]]
    return any(word.dep_.startswith("nsubj") and word.i not in people for word in inside)


def _places(sentence: Span) -> Iterator[Words]:
    """Yield the names of places that a preposition opens: "in Tamar", not "Tamar police"."""
    doc = sentence.doc
    yield from (name for name in places_named(sentence) if _opened(doc, name[0]))


def _opened(doc: Doc, start: int) -> bool:
    """Tell whether a preposition of place opens a name, or its kind or bearing: "in the town of", "in northern"."""
    before = start - 1
    if before > 0 and doc[before].lower_ == "of" and doc[before - 1].lower_ in _KINDS:
        before -= 2
    while before >= 0 and (doc[before].dep_ == "amod" or doc[before].lower_ == "the"):
        before -= 1
    return before >= 0 and doc[before].lower_ in _OPENING


def _times(page: Page, sentence: Span) -> Iterator[Words]:
    """Yield the times of a sentence but for those of saying."""
    for start, end in page.reading.times:
        if sentence.start <= start < sentence.end and page.doc[start:end].root.head.lower_ not in times_of_saying():
            yield start, end
