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
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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
    printed: defaultdict[str, list[Told]] = defaultdict(list)
    for member in members:
        if member.origin:
            printed[member.origin].append(member)
    drawn: defaultdict[str, list[str]] = defaultdict(list)
    for of_origin in printed.values():
        first, *others = printers(of_origin)
        drawn[first] += others
    yield from (copy_group(first, others) for first, others in drawn.items() if others)


def printers(of_origin: Iterable[Told]) -> tuple[str, ...]:
    """Return the outlets that print one copy, whose was entered first of all first."""
    entered: dict[str, int] = {}
    for member in of_origin:
        outlet = outlet_of(member)
        entered[outlet] = min(member.entered, entered.get(outlet, member.entered))
    return tuple(sorted(entered, key=lambda outlet: (entered[outlet], outlet)))


def copy_group(first: str, others: Iterable[str]) -> Group:
    """Return the group of an outlet and those who print its copies, each as often as it does."""
    return group_of("copy", first, Counter(others))


class Relayed(NamedTuple):
    """How often outlets pass a source's figures on, and its name where it is told of first, None where it is not."""

    drawn: Mapping[str, int]
    named: tuple[Order, str] | None


def relays(incidents: Iterable[Incident], outlets: Mapping[str, str]) -> Iterator[Group]:
    """Yield the sources whose figures several outlets pass on, and the outlets."""
    by_name: defaultdict[str, list[Relayed]] = defaultdict(list)
    for of_key in relayed(incidents, outlets).values():
        if of_key.named:
            by_name[of_key.named[1]].append(of_key)
    yield from filter(None, (relay_group(name, of_keys) for name, of_keys in by_name.items()))


def relayed(incidents: Iterable[Incident], outlets: Mapping[str, str]) -> Mapping[str, Relayed]:
    """Return by the key of a source which outlets pass its figures on in some incidents."""
    drawn: defaultdict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, tuple[Order, str]] = {}
    for incident in sorted(incidents, key=in_order):
        passed_on: set[tuple[str, str]] = set()  # once an incident, however many measures
        for voice, reports, repeats in told_in(incident):
            names.setdefault(voice.key, (in_order(incident), voice.name))
            passed_on |= {(repeats or voice.key, outlets[name]) for name in reports if name in outlets}
        for key, outlet in passed_on:
            drawn[key][outlet] += 1
    return {key: Relayed(drawn[key], names.get(key)) for key in names.keys() | drawn.keys()}


def relayed_together(parts: Iterable[Relayed]) -> Relayed:
    """Return the same of one source in the incidents of several parts."""
    found = list(parts)
    named = [part.named for part in found if part.named]
    return Relayed(added_up(part.drawn for part in found), min(named, default=None))


def added_up(parts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    """Return the sums of what was counted in several parts."""
    found: dict[str, int] = {}
    for part in parts:
        add_up(found, part)
    return found


def add_up(times: dict[str, int], more: Mapping[str, int]) -> None:
    """Count more of the same: `Counter.update` takes far longer for a few."""
    for name, often in more.items():
        times[name] = times.get(name, 0) + often


def relay_group(name: str, of_keys: Sequence[Relayed]) -> Group | None:
    """Return the group of a source, whichever keys it has; None where fewer outlets pass its figures on."""
    drawn = of_keys[0].drawn if len(of_keys) == 1 else added_up(one.drawn for one in of_keys)
    return group_of("relay", name, drawn) if len(drawn) >= FEWEST else None


def told_in(incident: Incident) -> Iterator[tuple[Voice, tuple[str, ...], str | None]]:
    """Yield each named source of an incident with its reports, and the source that a report's own voice repeats."""
    for figures in incident.figures:
        own = figures.voice.kind == "reporter"
        if not figures.voice.protected and (not own or figures.repeats):
            yield figures.voice, figures.reports, figures.repeats


def sides(incidents: Iterable[Incident], side_of: SideOf) -> Iterator[Group]:
    """Yield the sides to a conflict for which several sources speak, and the sources."""
    by_side: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (side, name), times in spoken(incidents, side_of).items():
        by_side[side][name] = times
    yield from filter(None, (side_group(side, drawn) for side, drawn in by_side.items()))


def spoken(incidents: Iterable[Incident], side_of: SideOf) -> Mapping[tuple[str, str], int]:
    """Return by side and source how often it speaks for it in some incidents."""
    drawn: Counter[tuple[str, str]] = Counter()
    for incident in incidents:
        country = incident.place.country if incident.place else None
        speaking = {(figures.voice.name, side_of(figures.voice, country)) for figures in incident.figures
                    if not figures.voice.protected}  # fmt: skip
        for name, side in speaking:
            if side is not None:
                drawn[side, name] += 1
    return drawn


def side_group(side: str, drawn: Mapping[str, int]) -> Group | None:
    """Return the group of a side; None where fewer sources speak for it."""
    return group_of("side", side, drawn) if len(drawn) >= FEWEST else None


def group_of(kind: str, origin: str, drawn: Mapping[str, int]) -> Group:
    """Return the group of those who draw on an origin, whoever does so most often first."""
    ordered = sorted(drawn.items(), key=lambda one: (-one[1], one[0]))
    return Group(kind=kind, origin=origin, members=tuple(ordered))


def outlet_of(member: Told) -> str:
    """Return who published a claim's report, the report's name where that is not known."""
    return member.outlet or member.report_name
