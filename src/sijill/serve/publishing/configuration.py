"""What a release may hold; whatever is not allowed there stays in the register."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sijill.errors import UsageError
from sijill.reconcile import rule_of
from sijill.serve.exports.tables import shape_of

if TYPE_CHECKING:
    from collections.abc import Sequence

NEVER: Final = frozenset({"days_worded", "place", "reports", "target"})
"""Columns that hold words of reports: they are in no release."""
FIELDS: Final = tuple(column.name for column in shape_of("incidents") if column.name not in NEVER)
"""What a release may name."""
FORMS: Final = ("csv", "jsonl", "parquet", "xlsx", "geojson")
PLACES: Final = ("exact", "decimals", "unit", "country")
DAYS: Final = ("exact", "month", "year")
MOST_DECIMALS: Final = 6
"""A tenth of a metre: finer than any place of a report."""
MOST_SUPPRESSED: Final = 10**9
FAR: Final = 10**20  # a number of more digits is not told: a file may hold one of thousands
LONGEST: Final = {"title": 200, "contact": 200, "licence": 200, "notes": 2000}
"""Characters of each text: what the workbench makes is asked for by an address, which holds all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """A release as it is wanted.

    `places` is one of PLACES: "decimals" rounds coordinates to `decimals`, "unit" keeps the first-level unit, and all
    but "exact" leave the place's name out. Numbers of people under `suppress_below` are not given, 0 apart.
    `only_protected` keeps incidents that protected sources alone tell of.
    """

    title: str
    fields: tuple[str, ...]
    contact: str = ""
    licence: str = ""
    rule: str = "ucdp"
    formats: tuple[str, ...] = ("csv",)
    places: str = "unit"
    decimals: int = 2
    days: str = "exact"
    suppress_below: int = 0
    only_protected: bool = False
    notes: str = ""

    def __post_init__(self) -> None:
        """Refuse with UsageError what a release cannot be."""
        _listed("fields", self.fields, FIELDS)
        _listed("formats", self.formats, FORMS)
        _listed("places", (self.places,), PLACES)
        _listed("days", (self.days,), DAYS)
        rule_of(self.rule)
        if not self.title.strip():
            msg = "title is empty: say what the release is called"
            raise UsageError(msg)
        for name, most in LONGEST.items():
            _short(name, getattr(self, name), most)
        _within("decimals", self.decimals, MOST_DECIMALS)
        _within("suppress_below", self.suppress_below, MOST_SUPPRESSED)


def _short(name: str, text: str, most: int) -> None:
    """Refuse with UsageError a text that is too long."""
    if len(text) > most:
        msg = f"{name} has {len(text):,} characters: shorten it to {most:,}"
        raise UsageError(msg)


def _within(name: str, number: int, most: int) -> None:
    """Refuse with UsageError a number that is too small or too large."""
    if not 0 <= number <= most:
        msg = f"{name} is {number if abs(number) < FAR else 'far off'}: it may be 0 to {most:,}"
        raise UsageError(msg)


def _listed(name: str, given: Sequence[str], known: Sequence[str]) -> None:
    """Refuse with UsageError a value that is not known or stands twice, and a list of none."""
    wrong = next((one for one in given if one not in known), None)
    if wrong is not None or not given:
        msg = (
            f"{name} holds {wrong!r}: it may hold {', '.join(known)}"
            if given
            else f"{name} is empty: name at least one"
        )
        raise UsageError(msg)
    if twice := next((one for one in given if given.count(one) > 1), None):
        msg = f"{name} holds {twice!r} twice: name it once"
        raise UsageError(msg)


DEFAULT: Final = Configuration(
    title="Incidents",
    fields=(
        "incident", "happening", "first_day", "last_day", "admin1", "country", "killed_low", "killed_high",
        "injured_low", "injured_high", "contested", "alleged_perpetrator", "source_kinds", "independent_sources",
        "grade",
    ),
    suppress_below=3,
)  # fmt: skip
"""What the workbench offers first: no names of places or sources, small numbers withheld."""
