"""Which claims of one report tell of one happening, once it is known where and when each was.

The reader judges likeness by the words; place, days, measure and number speak for and against it, each with a weight
that `data/one_happening.toml` holds and `training.happenings` learned. Invariant: claims keep their order and all but
their keys; a figure of a period or a running total has none.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace
from functools import cache
from importlib import resources
from itertools import count
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.average_link import NEVER, group, runs
from sijill.ground.rivals import rivals
from sijill.ground.told_apart import of_other_rows, ordinal, told_apart, told_in_two_provinces
from sijill.ground.two_towns import counted_in_two_places
from sijill.model import APART_MARK

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from sijill.model import Claim, Place, Text
    from sijill.reading import Reading

    Matrix = NDArray[np.float64]
    Codes = NDArray[np.int64]

NEAR: Final = 500.0
"""Characters over which nearness falls to a third."""
APART: Final = 20.0
"""Kilometres from which two towns are two places: a town and its suburb are told of as one."""
_EXACT: Final = 2
"""UCDP's where_prec up to which a place is a spot or near one."""
_EARTH_KM: Final = 6371.0
_CASUALTIES: Final = frozenset({"killed", "injured", "killed_or_injured"})
_WORDS: Final = frozenset(
    {"condemn", "demand", "threaten", "deny", "claim_responsibility", "sanction", "negotiate", "aid", "agreement"}
)
"""Happenings that are done with words."""
_LEAST: Final = 1e-6
_OTHER_DAYS: Final = -4.0
"""Log odds of two claims that are told to be of different days, whatever speaks for one happening: of such pairs in the
annotated reports, 24 of 2,332 are of one."""


@cache
def weights() -> tuple[float, Mapping[str, float]]:
    """Return the likeness from which claims are of one happening, and the weight of each relation in log odds."""
    source = resources.files("sijill.ground") / "data" / "one_happening.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return float(table["same"]), {name: float(weight) for name, weight in table["weights"].items()}


def with_keys(claims: Sequence[Claim], text: Text, reading: Reading) -> list[Claim]:
    """Return the claims with one key for all that tell of one happening."""
    keyed = [at for at, claim in enumerate(claims) if claim.incident is not None]
    made = list(claims)
    for number, run in enumerate(
        runs([claims[at].anchor.span.start for at in keyed] if len(keyed) > 1 else []), start=1
    ):
        near = [keyed[at] for at in run]
        chances = _chances([claims[at] for at in near], text, reading)
        groups = group(chances, weights()[0])
        for members, side in zip(groups, _sides(chances, groups), strict=True):
            first = claims[near[members[0]]]
            apart = f"{APART_MARK}{number}.{side}" if side else ""
            key = f"{first.happening or 'other'}-{first.anchor.span.start}{apart}"
            for at in (near[member] for member in members):
                made[at] = replace(claims[at], incident=key)
    return _with_their_wholes(made)


def _sides(chances: Matrix, groups: Sequence[list[int]]) -> list[int]:
    """Return the side of each group, 0 where it is told apart from none; two that are told apart have two sides.

    A group that nothing tells apart from one above stands on its side, the nearest one's where there are several.
    """
    home = np.empty(len(chances), np.int64)
    for n, members in enumerate(groups):
        home[members] = n
    one, other = np.nonzero(chances == NEVER)
    apart: dict[int, set[int]] = defaultdict(set)
    for a, b in set(zip(home[one].tolist(), home[other].tolist(), strict=True)):
        apart[a].add(b)
    sides: dict[int, int] = {}
    for n in sorted(apart):
        taken = {sides.get(m) for m in apart[n]}
        above = (side for m, side in reversed(sides.items()) if m not in apart[n] and side not in taken)
        sides[n] = next(above, None) or next(side for side in count(1) if side not in taken)
    return [sides.get(n, 0) for n in range(len(groups))]


def _chances(claims: Sequence[Claim], text: Text, reading: Reading) -> Matrix:
    """Return the probability that any two claims are of one happening, NEVER where nothing can make them one."""
    weight = weights()[1]
    odds = np.zeros((len(claims), len(claims)))
    for name, relation in relations(claims, text, reading):
        odds += weight[name] * relation
    odds[told_apart(claims, text, reading)] = _OTHER_DAYS
    chances = np.asarray(1 / (1 + np.exp(-odds)), np.float64)
    for first, answer in rivals(claims, text, reading):
        chances[first, answer] = chances[answer, first] = 1.0
    chances[of_other_rows(claims, text) | counted_in_two_places(claims, text, reading)] = NEVER
    return chances


def _with_their_wholes(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, each part of a number in the happening of the whole: alone it would be counted again."""
    keys = {claim.id: claim.incident for claim in claims if claim.figure is not None}
    wholes = [keys.get(claim.figure.part_of or "") if claim.figure is not None else None for claim in claims]
    return [replace(c, incident=key) if key is not None else c for c, key in zip(claims, wholes, strict=True)]


def relations(claims: Sequence[Claim], text: Text, reading: Reading) -> Iterator[tuple[str, Matrix]]:
    """Yield what holds between any two claims: the name of a relation, and a matrix of how far it holds."""
    figures = np.array([claim.figure is not None for claim in claims])
    measures = _codes(claim.figure.measure if claim.figure else None for claim in claims)
    harmed = np.array([claim.figure is not None and claim.figure.measure in _CASUALTIES for claim in claims])
    numbers = np.array([claim.figure.count.value or 0 if claim.figure else 0 for claim in claims])
    kinds = _codes(claim.happening for claim in claims)
    words = np.array([claim.happening in _WORDS for claim in claims])
    starts = np.array([claim.anchor.span.start for claim in claims], np.float64)
    both, neither = figures[:, None] & figures, ~figures[:, None] & ~figures
    one_measure, one_kind = _equal(measures), _equal(kinds)
    beside = _equal(_sentences(claims, text, reading)) & harmed[:, None] & harmed
    towns, days = _other_towns([claim.place for claim in claims]), _other_days(claims)
    yield "any two", np.ones((len(claims), len(claims)))
    yield "alike", _likeness(claims, text, reading)
    yield "one key", _held(_equal(_codes(claim.incident for claim in claims)))
    yield "one place", _held(_equal(_codes(_spot(claim.place) for claim in claims)))
    yield "other towns", _held(towns)
    yield "two towns in a sentence", _held(beside & towns)
    repeated = one_measure & (numbers[:, None] == numbers) & (numbers > 1)
    yield "two provinces", _held(told_in_two_provinces(claims, text, reading) & ~repeated)
    yield "other days", _held(days)
    yield "other measures", _held(both & ~one_measure & ~(harmed[:, None] & harmed))
    yield "other acts", _held(neither & ~one_kind)
    yield "words and deeds", _held(words[:, None] ^ words)
    yield "one number", _held(repeated & ~towns & ~days)
    yield "another act's number", _held((figures[:, None] ^ figures) & ~one_kind)
    yield "nearness", np.exp(-np.abs(starts[:, None] - starts) / NEAR)


def _held(pairs: NDArray[np.bool_]) -> Matrix:
    return pairs.astype(np.float64)


def _codes(values: Iterable[Hashable | None]) -> Codes:
    """Return a number for each value, the same for equal ones, -1 for None."""
    known: dict[Hashable, int] = {}
    return np.array([-1 if value is None else known.setdefault(value, len(known)) for value in values], np.int64)


def _equal(codes: Codes) -> NDArray[np.bool_]:
    return np.asarray((codes[:, None] == codes) & (codes >= 0))


def _sentences(claims: Sequence[Claim], text: Text, reading: Reading) -> Codes:
    """Return the number of each claim's sentence."""
    starts = [sentence.start_char for sentence in reading.doc.sents]
    return np.array([bisect_right(starts, bisect_left(text.offsets, c.anchor.span.start)) for c in claims], np.int64)


def _spot(place: Place | None) -> str | None:
    return None if place is None else place.gazetteer_id or place.worded.lower()


def _other_towns(places: Sequence[Place | None]) -> NDArray[np.bool_]:
    """Tell of any two places whether both are towns or spots, farther than `APART` from one another."""
    known = [p if p is not None and p.precision is not None and p.precision <= _EXACT else None for p in places]
    lat = np.radians([np.nan if p is None or p.latitude is None else p.latitude for p in known])
    lon = np.radians([np.nan if p is None or p.longitude is None else p.longitude for p in known])
    along = (lon[:, None] - lon) * np.cos((lat[:, None] + lat) / 2)
    return np.asarray(np.hypot(lat[:, None] - lat, along) * _EARTH_KM > APART)


def _other_days(claims: Sequence[Claim]) -> NDArray[np.bool_]:
    """Tell of any two claims whether no day can be of both; an open end is the other end's day."""
    first = np.array([ordinal(claim.days.first or claim.days.last) for claim in claims])
    last = np.array([ordinal(claim.days.last or claim.days.first) for claim in claims])
    return np.asarray((first[:, None] > last) | (last[:, None] < first))


def _likeness(claims: Sequence[Claim], text: Text, reading: Reading) -> Matrix:
    """Return the log odds, by the reader, that any two claims tell of one happening."""
    numbers, triggers = ([reading.doc[cue.start].idx for cue in cues] for cues in (reading.numbers, reading.triggers))
    mentions = []
    for claim in claims:
        at = bisect_left(text.offsets, claim.anchor.span.start)
        own = _nearest(numbers, at) if claim.figure is not None else len(numbers) + _nearest(triggers, at)
        mentions.append(own if own < len(reading.alike) else 0)
    likely = np.clip(reading.likeness(mentions), _LEAST, 1 - _LEAST)
    return np.asarray(np.log(likely / (1 - likely)))


def _nearest(starts: Sequence[int], at: int) -> int:
    """Return which of the mentions that begin at `starts`, in order, holds a character or is the nearest to it."""
    after = bisect_right(starts, at)
    return min(range(max(0, after - 1), min(after + 1, len(starts))), key=lambda n: abs(starts[n] - at), default=0)
