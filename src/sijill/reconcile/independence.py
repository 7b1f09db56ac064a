"""Independence groups: sources that draw on one origin, so that hearing them all is hearing it once. Pure.

Invariant: a group is the origin and whoever draws on it, with how often; drawing on one origin now and then makes
nobody one with all who draw on another, so that groups may share members and are never joined.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from sijill.reconcile.order import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sijill.incident import Incident, Voice
    from sijill.reconcile.order import Order

    SideOf = Callable[[Voice, str | None], str | None]
    """The side for which a source speaks in a country, None where it speaks for none."""

KINDS: Final = {
    "copy": "prints its copy",
    "relay": "passes on its figures",
    "side": "speaks for this side",
}
"""How members draw on the origin."""
FEWEST = 2  # outlets or sources that make a group


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An origin, and those who draw on it with how many times each: copies printed, or incidents told of."""

    kind: str
    origin: str
    members: tuple[tuple[str, int], ...]


class Printed(NamedTuple):
    """A report that holds claims: who published it, its origin, the numbers of its first claim and of its last."""

    report_name: str
    outlet: str | None
    origin: str
    entered: int
    last: int


class Told(Protocol):
    """A claim, or a report that holds claims, to tell who prints whose copy."""

    @property
    def report_name(self) -> str:
        """The name of the report."""

    @property
    def outlet(self) -> str | None:
        """Who published it."""

    @property
    def origin(self) -> str:
        """What reports that print one copy share."""

    @property
    def entered(self) -> int:
        """Which was entered first."""


def groups(incidents: Iterable[Incident], members: Iterable[Told], side_of: SideOf) -> tuple[Group, ...]:
    """Return the groups by their kind, the largest first."""
    told, claims = list(incidents), list(members)
    outlets = {member.report_name: outlet_of(member) for member in claims}
    return in_groups([*copies(claims), *relays(told, outlets), *sides(told, side_of)])


def in_groups(found: Iterable[Group]) -> tuple[Group, ...]:
    """Return groups by their kind, the largest first."""
    order = list(KINDS)
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), -len(one.members), one.origin)))


def copies(members: Iterable[Told]) -> Iterator[Group]:
    """Yield the outlets whose copy others print: the first-entered of an origin, and the others."""
    printed: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for member in members:
        if member.origin:
            of_origin, outlet = printed[member.origin], outlet_of(member)
            of_origin[outlet] = min(member.entered, of_origin.get(outlet, member.entered))
    drawn: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for of_origin in printed.values():
        first, *others = sorted(of_origin, key=lambda outlet: (of_origin[outlet], outlet))
        drawn[first].update(others)
    yield from made("copy", drawn, fewest=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relayed:
    """By the key of a source: how often outlets pass its figures on, and its name where it is told of first."""

    drawn: Mapping[str, Mapping[str, int]]
    names: Mapping[str, tuple[Order, str]]


def relays(incidents: Iterable[Incident], outlets: Mapping[str, str]) -> Iterator[Group]:
    """Yield the sources whose figures several outlets pass on, and the outlets."""
    yield from relay_groups(relayed(incidents, outlets))


def relayed(incidents: Iterable[Incident], outlets: Mapping[str, str]) -> Relayed:
    """Return which outlets pass on whose figures in some incidents."""
    drawn: defaultdict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, tuple[Order, str]] = {}
    for incident in sorted(incidents, key=in_order):
        passed_on: set[tuple[str, str]] = set()  # once an incident, however many measures
        for voice, reports, repeats in told_in(incident):
            names.setdefault(voice.key, (in_order(incident), voice.name))
            passed_on |= {(repeats or voice.key, outlets[name]) for name in reports if name in outlets}
        for key, outlet in passed_on:
            drawn[key][outlet] += 1
    return Relayed(drawn=drawn, names=names)


def relayed_together(parts: Iterable[Relayed]) -> Relayed:
    """Return the same of the incidents of several parts."""
    names: dict[str, tuple[Order, str]] = {}
    found = list(parts)
    for part in found:
        for key, named in part.names.items():
            if key not in names or named < names[key]:
                names[key] = named
    return Relayed(drawn=added_up([part.drawn for part in found]), names=names)


def added_up(parts: Iterable[Mapping[str, Mapping[str, int]]]) -> Mapping[str, Mapping[str, int]]:
    """Return the sums of what was counted in several parts."""
    return added_up_by(one for part in parts for one in part.items())


def added_up_by(counted: Iterable[tuple[str, Mapping[str, int]]]) -> Mapping[str, Mapping[str, int]]:
    """Return by key the sums of what was counted of it; what was counted once is taken as it is."""
    found: dict[str, Mapping[str, int]] = {}
    own: dict[str, dict[str, int]] = {}
    for key, times in counted:
        if key not in found:
            found[key] = times
            continue
        if key not in own:
            found[key] = own[key] = dict(found[key])
        add_up(own[key], times)
    return found


def add_up(times: dict[str, int], more: Mapping[str, int]) -> None:
    """Count more of the same: `Counter.update` takes far longer for a few."""
    for name, often in more.items():
        times[name] = times.get(name, 0) + often


def relay_groups(found: Relayed) -> Iterator[Group]:
    """Yield a group for each source whose figures several outlets pass on."""
    named = ((found.names[key][1], times) for key, times in found.drawn.items() if key in found.names)
    yield from made("relay", added_up_by(named), fewest=FEWEST)


def told_in(incident: Incident) -> Iterator[tuple[Voice, tuple[str, ...], str | None]]:
    """Yield each named source of an incident with its reports, and the source that a report's own voice repeats."""
    for figures in incident.figures:
        own = figures.voice.kind == "reporter"
        if not figures.voice.protected and (not own or figures.repeats):
            yield figures.voice, figures.reports, figures.repeats


def sides(incidents: Iterable[Incident], side_of: SideOf) -> Iterator[Group]:
    """Yield the sides to a conflict for which several sources speak, and the sources."""
    yield from side_groups(spoken(incidents, side_of))


def spoken(incidents: Iterable[Incident], side_of: SideOf) -> Mapping[str, Mapping[str, int]]:
    """Return which sources speak for which side in some incidents."""
    drawn: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for incident in incidents:
        country = incident.place.country if incident.place else None
        speaking = {(figures.voice.name, side_of(figures.voice, country)) for figures in incident.figures
                    if not figures.voice.protected}  # fmt: skip
        for name, side in speaking:
            if side is not None:
                drawn[side][name] += 1
    return drawn


def side_groups(drawn: Mapping[str, Mapping[str, int]]) -> Iterator[Group]:
    """Yield a group for each side for which several sources speak."""
    yield from made("side", drawn, fewest=FEWEST)


def made(kind: str, drawn: Mapping[str, Mapping[str, int]], *, fewest: int) -> Iterator[Group]:
    """Yield a group for each origin on which enough draw, whoever does so most often first."""
    for origin, of_origin in drawn.items():
        if len(of_origin) >= fewest:
            ordered = sorted(of_origin.items(), key=lambda one: (-one[1], one[0]))
            yield Group(kind=kind, origin=origin, members=tuple(ordered))


def outlet_of(member: Told) -> str:
    """Return who published a claim's report, the report's name where that is not known."""
    return member.outlet or member.report_name
