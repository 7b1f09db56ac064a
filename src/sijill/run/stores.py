"""What linking remembers, kept beside the book: mappings that fetch what they are asked for, and what changed in them.

Invariant: a mapping gives what it would hold if everything had been fetched; nothing is written but by `changes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sijill.link import Copies, Memory, Store, mention_of, unit_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sijill.ledger import Kept, Register
    from sijill.link import Mention, Unit

K = TypeVar("K")
V = TypeVar("V")
Items = dict[str, str]
Change = tuple[str, str, Items]
"""Space, key, and all that is kept under the key."""


class Fetching(Store[K, V]):
    """A mapping that brings in what it is asked for, once, and knows what it has brought in."""

    def __init__(self, load: Callable[[list[K]], Mapping[K, V]]) -> None:
        """Start with nothing; `load` returns those of some keys that there are."""
        super().__init__()
        self._load = load
        self.asked: set[K] = set()

    def fetch(self, keys: Iterable[K]) -> None:
        """Bring in those of the keys that were never asked for, together."""
        new = [key for key in dict.fromkeys(keys) if key not in self.asked]
        if new:
            self.asked.update(new)
            found = self._load(new)
            super().update(found)

    def __missing__(self, key: K) -> V:
        """Fetch a key."""
        if key in self:
            return super().__getitem__(key)
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a key, here or where it is kept."""
        self.fetch([key])  # type: ignore[list-item]
        return super().__contains__(key)

    def get(self, key: K, default: Any = None) -> Any:  # noqa: ANN401 -- as dict.get
        """Return what a key holds, else the default."""
        self.fetch([key])
        return super().get(key, default)

    def pop(self, key: K, *default: Any) -> Any:  # noqa: ANN401 -- as dict.pop
        """Take a key out and return what it held."""
        self.fetch([key])
        return super().pop(key, *default)

    def setdefault(self, key: K, default: Any = None) -> Any:  # noqa: ANN401 -- as dict.setdefault
        """Return what a key holds; it holds the default from now on where it held nothing."""
        self.fetch([key])
        return super().setdefault(key, default)

    def update(self, given: Mapping[K, V]) -> None:  # type: ignore[override]
        """Set each of some keys."""
        self.fetch(given)
        super().update(given)

    def __setitem__(self, key: K, value: V) -> None:
        """Set a key, fetched first, so that what changed is known."""
        self.fetch([key])
        super().__setitem__(key, value)

    def __delitem__(self, key: K) -> None:
        """Take a key out."""
        self.fetch([key])
        super().__delitem__(key)


@dataclass(frozen=True, slots=True)
class Space(Generic[K, V]):
    """How one mapping is kept: the name of its space, the items that a value makes, and the value of some items."""

    name: str
    items: Callable[[V], Items]
    value: Callable[[Items], V]
    key: Callable[[K], str] = str

    def rows(self, store: Store[K, V]) -> Iterator[Change]:
        """Yield what is to be kept of a mapping: of one that fetches, what changed."""
        if isinstance(store, KeptStore):
            yield from store.changes()
        else:
            yield from ((self.name, self.key(key), self.items(value)) for key, value in store.items())


class KeptStore(Fetching[K, V]):
    """A mapping whose values are kept beside the book."""

    def __init__(
        self, kept: Kept, space: Space[K, V], values: Callable[[dict[K, Items]], Mapping[K, V]] | None = None
    ) -> None:
        """Fetch from a space; `values` makes the values of many keys together."""
        super().__init__(self._fetched)
        self._kept, self._space, self._values = kept, space, values
        self._was: dict[K, Items] = {}

    def fetch_all(self: KeptStore[str, V]) -> None:
        """Bring in everything that is kept."""
        found: dict[str, Items] = {}
        for key, item, value in self._kept.all(self._space.name):
            if key not in self.asked:
                found.setdefault(key, {})[item] = value
        self.asked.update(found)
        self._was.update(found)
        dict.update(self, self._made(found))

    def changes(self) -> Iterator[Change]:
        """Yield each key that holds something else than is kept."""
        for key in self.asked:
            now = self._space.items(self[key]) if key in self else {}
            if now != self._was.get(key, {}):
                yield self._space.name, self._space.key(key), now

    def _fetched(self, keys: list[K]) -> Mapping[K, V]:
        names = {self._space.key(key): key for key in keys}
        found = {names[name]: items for name, items in self._kept.found(self._space.name, names).items()}
        self._was.update(found)
        return self._made(found)

    def _made(self, found: dict[K, Items]) -> Mapping[K, V]:
        return self._values(found) if self._values else {k: self._space.value(items) for k, items in found.items()}


def _set_of(values: Iterable[str]) -> Items:
    return dict.fromkeys(values, "")


def _only(items: Items) -> str:
    return next(iter(items))


def _one(value: object) -> Items:
    return {str(value): ""}


def _never(_items: Items) -> Any:  # noqa: ANN401 -- it returns nothing
    msg = "the values of this space are made together"
    raise TypeError(msg)


TOLD: Space[str, list[Unit]] = Space("told", lambda units: _set_of(unit.id for unit in units), _never)
UNITS: Space[str, Unit] = Space("units", lambda unit: {m.claim: str(m.entered) for m in unit.mentions}, _never)
REPORTS: Space[str, str] = Space("reports", _one, _only)
HOMES: Space[str, str] = Space("homes", _one, _only)
JOINED: Space[str, set[str]] = Space("joined", _set_of, set)
FILED: Space[tuple[object, ...], set[str]] = Space("filed", _set_of, set, repr)
MEMBERS: Space[str, list[str]] = Space("members", _set_of, list)
CLUSTERS: Space[str, str] = Space("clusters", _one, _only)
HOLDING: Space[int, set[str]] = Space("holding", _set_of, set)
RUNS: Space[str, int] = Space("runs", _one, lambda items: int(_only(items)))
ORIGINS: Space[str, str] = Space("origins", _one, _only)
GROUPS: Space[str, dict[str, int]] = Space(
    "groups",
    lambda group: {report: str(entered) for report, entered in group.items()},
    lambda items: {report: int(entered) for report, entered in items.items()},
)


def memory_in(register: Register) -> Memory:
    """Return what linking remembers, fetched from beside the book as it is asked for."""
    kept = register.kept
    units = KeptStore(kept, UNITS, lambda found: units_of(register, found))

    def told(found: dict[str, Items]) -> dict[str, list[Unit]]:
        units.fetch(id_ for items in found.values() for id_ in items)
        return {report: [units[id_] for id_ in items] for report, items in found.items()}

    of_report = KeptStore(kept, TOLD, told)

    def mentions(reports: list[str]) -> dict[str, dict[str, Mention]]:
        of_report.fetch(reports)
        return {r: {m.claim: m for unit in of_report[r] for m in unit.mentions} for r in reports if r in of_report}

    return Memory(
        mentions=Fetching(mentions),
        told=of_report,
        reports=KeptStore(kept, REPORTS),
        homes=KeptStore(kept, HOMES),
        units=units,
        joined=KeptStore(kept, JOINED),
        filed=KeptStore(kept, FILED),
        members=KeptStore(kept, MEMBERS),
        clusters=KeptStore(kept, CLUSTERS),
    )


def units_of(register: Register, found: Mapping[str, Items]) -> dict[str, Unit]:
    """Return units by the numbers of their claims, made from the book."""
    stored = {one.seq: one for one in register.numbered(int(seq) for items in found.values() for seq in items.values())}
    reports = {report.id: report for report in register.reports_of(one.claim.report_id for one in stored.values())}

    def mention(seq: int) -> Mention:
        claim = stored[seq].claim
        return mention_of(claim, reports[claim.report_id], entered=seq)

    return {id_: unit_of(mention(int(seq)) for seq in items.values()) for id_, items in found.items()}


def copies_in(kept: Kept) -> Copies:
    """Return what is remembered of reports of one origin, fetched as it is asked for."""
    return Copies(
        holding=KeptStore(kept, HOLDING),
        runs=KeptStore(kept, RUNS),
        homes=KeptStore(kept, ORIGINS),
        groups=KeptStore(kept, GROUPS),
    )


def rows_of(memory: Memory, copies: Copies) -> Iterator[Change]:
    """Yield all that is to be kept of both; of what was fetched, what changed."""
    yield from TOLD.rows(memory.told)
    yield from UNITS.rows(memory.units)
    yield from REPORTS.rows(memory.reports)
    yield from HOMES.rows(memory.homes)
    yield from JOINED.rows(memory.joined)
    yield from FILED.rows(memory.filed)
    yield from MEMBERS.rows(memory.members)
    yield from CLUSTERS.rows(memory.clusters)
    yield from HOLDING.rows(copies.holding)
    yield from RUNS.rows(copies.runs)
    yield from ORIGINS.rows(copies.homes)
    yield from GROUPS.rows(copies.groups)
