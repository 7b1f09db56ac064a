"""The lines of a toll: which line, or lines, an incident belongs to, and what they come to.

Invariant: where a toll is additive, an incident's people are in one line only (or divided among the days it spans).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sijill.errors import UsageError
from sijill.incident import Filters, Incident, TallyRow
from sijill.model import CATEGORIES
from sijill.reconcile.categories import categories_in, taken_in
from sijill.reconcile.counting import Counted, narrowed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sijill.reconcile.rules import Rule

BY: Final = ("day", "month", "place", "source", "category", "perpetrator", "happening", "side")
NOT_ADDITIVE: Final = frozenset({"source", "category"})
LAST_DAY: Final = "last day"
"""By the day on which an incident is over at the latest: for sums up to a day; no line of a toll that is shown."""
UNKNOWN: Final = "not known"
_PEOPLE: Final = tuple(category for category in CATEGORIES if category not in {"mixed", "unspecified"})
_Part = tuple[str, int, int | None, int | None, int]
"""Key, low, best, high, highest number named."""


@dataclass(slots=True)
class Adding:
    """A line while incidents are added to it."""

    low: int = 0
    best: int | None = 0
    high: int | None = 0
    stated: int = 0
    provisional: int = 0
    incidents: list[str] = field(default_factory=list)

    def add(self, counted: Counted, low: int, best: int | None, high: int | None, stated: int) -> None:
        """Add what one incident brings."""
        self.low += low
        self.stated += stated
        self.best = None if best is None or self.best is None else self.best + best
        self.high = None if high is None or self.high is None else self.high + high
        self.provisional += counted.range.sources == 1
        self.incidents.append(counted.incident.id)

    def join(self, other: Adding) -> None:
        """Add what another line, of other incidents, has come to."""
        self.low += other.low
        self.stated += other.stated
        self.best = None if other.best is None or self.best is None else self.best + other.best
        self.high = None if other.high is None or self.high is None else self.high + other.high
        self.provisional += other.provisional
        self.incidents += other.incidents

    def row(self, key: str, *, has_best: bool) -> TallyRow:
        """Return the line, its incidents in the order of their ids."""
        return TallyRow(
            key=key, low=self.low, best=self.best if has_best else None, high=self.high, stated=self.stated,
            incidents=tuple(sorted(self.incidents)), provisional=self.provisional,
        )  # fmt: skip


def check_by(by: str | None) -> None:
    """Raise UsageError for lines that a toll cannot be given by."""
    if by is not None and by not in (*BY, LAST_DAY):
        msg = f"a toll cannot be given by {by!r}: use one of {', '.join(BY)}"
        raise UsageError(msg)


def add_to(rows: dict[str, Adding], one: Counted, by: str, filters: Filters, rule: Rule) -> None:
    """Add an incident to the line, or lines, that it belongs to."""
    for key, low, best, high, stated in _parts(one, by, filters, rule):
        if key not in rows:
            rows[key] = Adding()
        rows[key].add(one, low, best, high, stated)


def _parts(one: Counted, by: str, filters: Filters, rule: Rule) -> Iterator[_Part]:
    if by == "day" and rule.divide_days:
        yield from _divided(one)
    elif by == "source":
        keys = {f.voice.key: f.voice.name for f in one.incident.figures if f.measure == filters.measure and f.counts}
        for key, name in keys.items():
            yield from _unless_nought(name, narrowed(one.incident, _of_source(filters, key), rule))
    elif by == "category":
        yield from _by_category(one, filters, rule)
    else:
        r = one.range
        yield _KEYS[by](one.incident), r.low, one.best, r.high, r.stated


@lru_cache(maxsize=65536)
def _of_source(filters: Filters, key: str) -> Filters:
    """Return a question narrowed to what one source says."""
    return replace(filters, source=key)


@lru_cache(maxsize=1024)
def _of_people(filters: Filters, category: str) -> Filters:
    """Return a question narrowed to people of one category."""
    return replace(filters, category=category)


def _by_category(one: Counted, filters: Filters, rule: Rule) -> Iterator[_Part]:
    """Yield an incident's numbers by category; categories that take in the same of its people are counted once."""
    present = categories_in(f for f in one.incident.figures if f.measure == filters.measure)
    for alike in _alike(present):
        found = narrowed(one.incident, _of_people(filters, alike[0]), rule)
        for category in alike:
            yield from _unless_nought(category, found)


@lru_cache(maxsize=4096)
def _alike(present: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    """Return the categories in groups that take in the same of those that are present."""
    groups: dict[frozenset[str], list[str]] = {}
    for category in _PEOPLE:
        groups.setdefault(taken_in(category) & present, []).append(category)
    return tuple(map(tuple, groups.values()))


def _unless_nought(key: str, found: Counted | str) -> Iterator[_Part]:
    """Yield an incident's numbers under a narrower question, unless they are nought."""
    if isinstance(found, Counted) and (found.range.stated or found.range.high is None):
        yield key, found.range.low, found.best, found.range.high, found.range.stated


def _divided(one: Counted) -> Iterator[_Part]:
    """Yield an incident's numbers day by day, the remainder on the first."""
    days, r = one.incident.days, one.range
    if days.first is None or days.last is None:
        yield UNKNOWN, r.low, one.best, r.high, r.stated
        return
    length = (days.last - days.first).days + 1
    for i in range(length):
        low, best, high, stated = (_slice(n, i, length) for n in (r.low, one.best, r.high, r.stated))
        yield str(days.first + timedelta(days=i)), low or 0, best, high, stated or 0


def _slice(number: int | None, i: int, length: int) -> int | None:
    if number is None:
        return None
    return number // length + (number % length if i == 0 else 0)


def _span(first: object, last: object) -> str:
    return str(first) if first == last else f"{first}..{last}"


def _day(incident: Incident) -> str:
    days = incident.days
    return _span(days.first or "", days.last or "") if days.known else UNKNOWN


def _last_day(incident: Incident) -> str:
    day = incident.days.last or incident.days.first
    return UNKNOWN if day is None else day.isoformat()


def _month(incident: Incident) -> str:
    days = incident.days
    return _span(*(f"{day:%Y-%m}" if day else "" for day in (days.first, days.last))) if days.known else UNKNOWN


def _place(incident: Incident) -> str:
    return (incident.place.name or incident.place.worded) if incident.place else UNKNOWN


def _named(names: Iterable[str | None]) -> str:
    """Return the one name, or those in dispute."""
    found = sorted({name for name in names if name})
    return found[0] if len(found) == 1 else f"disputed: {' / '.join(found)}" if found else UNKNOWN


def _perpetrator(incident: Incident) -> str:
    return _named(b.actor.name or b.actor.worded for b in incident.blames if b.kind != "denied")


def _side(incident: Incident) -> str:
    return _named(b.actor.side for b in incident.blames if b.kind != "denied")


def _happening(incident: Incident) -> str:
    return incident.happening or UNKNOWN


_KEYS: Final[dict[str, Callable[[Incident], str]]] = {
    "day": _day, "month": _month, "place": _place, "perpetrator": _perpetrator, "happening": _happening, "side": _side,
    LAST_DAY: _last_day,
}  # fmt: skip
