"""A made-up world in which things happen: countries, towns, and happenings of which everything is known.

Invariant: the same seed and size give the same world; no more happens a day in a country however large the world is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

FIRST_DAY = date(2015, 1, 1)
A_DAY = 8  # happenings a day in a country
LONGEST = 730  # days that a country is followed; a larger world has more countries
UNITS, TOWNS = 10, 60
KINDS = {
    "air_drone_strike": ("air strike", "shelling_artillery_missile"),
    "shelling_artillery_missile": ("shelling", "air_drone_strike"),
    "remote_explosive_ied": ("car bomb", "suicide_bomb"),
    "suicide_bomb": ("suicide bombing", "remote_explosive_ied"),
    "armed_clash": ("clashes", "attack"),
    "attack": ("attack", "armed_clash"),
}
"""Kind of happening -> how it is worded, and the kind that it is taken for."""
PARTIES = (
    ("government forces", "state_forces"),
    ("rebels", "armed_group"),
    ("jihadists", "armed_group"),
    ("coalition", "state_forces"),
)
SYLLABLES = (
    "ba", "da", "fa", "ha", "ja", "ka", "la", "ma", "na", "qa", "ra", "sa", "ta", "za", "dir", "bur", "tel", "mar",
    "zan", "kaf", "shar", "hin", "rul", "sif", "dum", "nab", "zor", "mis", "ghal", "tir",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town with its point, first-level unit and country."""

    name: str
    latitude: float
    longitude: float
    unit: str
    country: str
    busy: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What truly happened; `particulars` are words that only accounts of it hold."""

    id: str
    day: date
    town: Town
    kind: str
    party: int
    killed: int
    injured: int
    particulars: tuple[str, ...]


@dataclass(slots=True)
class World:
    """Everything that happens, in the order of days."""

    happenings: int
    rng: random.Random
    _names: set[str] = field(default_factory=set)

    def name(self, syllables: int) -> str:
        """Return a name that nothing else has."""
        while True:
            made = "".join(self.rng.choice(SYLLABLES) for _ in range(syllables)).capitalize()
            if made not in self._names:
                self._names.add(made)
                return made

    def country(self, number: int) -> list[Town]:
        """Make a country: towns scattered over three degrees by four, some busier than others."""
        rng, code = self.rng, f"{chr(65 + number // 26 % 26)}{chr(65 + number % 26)}"
        south, west = -50.0 + 4.0 * (number % 25), -170.0 + 6.0 * (number // 25)
        units = [f"{code}.{i:02}" for i in range(UNITS)]
        return [
            Town(
                name=self.name(3),
                latitude=round(south + 3 * rng.random(), 4),
                longitude=round(west + 4 * rng.random(), 4),
                unit=units[i % UNITS],
                country=code,
                busy=(4 + i) ** -0.7,
            )
            for i in range(TOWNS)
        ]

    def all(self) -> Iterator[list[Happening]]:
        """Yield the happenings of each country and day."""
        made, number = 0, 0
        while made < self.happenings:
            towns = self.country(number)
            for offset in range(LONGEST):
                if made >= self.happenings:
                    return
                found = self.of_day(towns, FIRST_DAY + timedelta(days=offset), f"{number}-{offset}")
                made += len(found)
                yield found
            number += 1

    def of_day(self, towns: list[Town], day: date, id_: str) -> list[Happening]:
        """Return what happens in a country on a day: busy towns see several things, alike, in one week."""
        weights = [t.busy for t in towns]
        return [
            self.happening(f"{id_}-{i}", day, self.rng.choices(towns, weights)[0])
            for i in range(self.rng.randint(A_DAY // 2, 3 * A_DAY // 2))
        ]

    def happening(self, id_: str, day: date, town: Town) -> Happening:
        """Make one happening."""
        rng = self.rng
        killed = max(1, int(rng.lognormvariate(1.9, 1.0)))
        return Happening(
            id=id_,
            day=day,
            town=town,
            kind=rng.choice(list(KINDS)),
            party=rng.randrange(len(PARTIES)),
            killed=killed,
            injured=max(1, int(killed * rng.uniform(0.5, 3.0))),
            particulars=tuple(self.name(4) for _ in range(3)),
        )
