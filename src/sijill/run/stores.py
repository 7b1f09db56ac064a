"""What linking remembers, kept beside the book: mappings that fetch what they are asked for, and what changed in them.

Invariant: a mapping gives what it would hold if everything had been fetched; nothing is written but by `changes`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from threading import RLock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sijill.ledger import StoredClaim
from sijill.ledger.payload import read, written
from sijill.link import Copies, Memory, Store, mention_of, unit_of
from sijill.model import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sijill.ledger import Kept, Register
    from sijill.link import Mention, Unit
    from sijill.model import Report

K = TypeVar("K")
V = TypeVar("V")
MOST_UNITS = 20_000  # that are not made again from one view to the next
ONE_FETCHES = RLock()  # the threads of a workbench share what was fetched
Change = tuple[str, str, str | None]
"""Space, key, and what is kept under the key: None where nothing is any more."""


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
            with ONE_FETCHES:
                self._bring([key for key in new if key not in self.asked])

    def _bring(self, new: list[K]) -> None:
        found = self._load(new)
        super().update(found)
        self.asked.update(new)  # last: another thread that finds a key asked for finds its value

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
    """How one mapping is kept: the name of its space, the text that a value makes, and the value of a text."""

    name: str
    text: Callable[[V], str]
    value: Callable[[str], V]
    key: Callable[[K], str] = str

    def rows(self, store: Store[K, V]) -> Iterator[Change]:
        """Yield what is to be kept of a mapping: of one that fetches, what changed."""
        if isinstance(store, KeptStore):
            yield from store.changes()
        else:
            yield from ((self.name, self.key(key), self.text(value)) for key, value in store.items())


class KeptStore(Fetching[K, V]):
    """A mapping whose values are kept beside the book."""

    def __init__(
        self, kept: Kept, space: Space[K, V], values: Callable[[dict[K, str]], Mapping[K, V]] | None = None
    ) -> None:
        """Fetch from a space; `values` makes the values of many keys together."""
        super().__init__(self._fetched)
        self._kept, self._space, self._values = kept, space, values
        self._was: dict[K, str] = {}

    def fetch_all(self: KeptStore[str, V]) -> None:
        """Bring in everything that is kept."""
        found = {key: text for key, text in self._kept.all(self._space.name) if key not in self.asked}
        self.asked.update(found)
        self._was.update(found)
        dict.update(self, self._made(found))

    def changes(self) -> Iterator[Change]:
        """Yield each key that holds something else than is kept."""
        for key in self.asked:
            now = self._space.text(self[key]) if key in self else None
            if now != self._was.get(key):
                yield self._space.name, self._space.key(key), now

    def _fetched(self, keys: list[K]) -> Mapping[K, V]:
        names = {self._space.key(key): key for key in keys}
        found = {names[name]: text for name, text in self._kept.found(self._space.name, names).items()}
        self._was.update(found)
        return self._made(found)

    def _made(self, found: dict[K, str]) -> Mapping[K, V]:
        return self._values(found) if self._values else {k: self._space.value(text) for k, text in found.items()}


def _set_text(ids: set[str]) -> str:
    return " ".join(sorted(ids))  # ids hold no space


def _set_of(text: str) -> set[str]:
    return set(text.split())


def _never(_text: str) -> Any:  # noqa: ANN401 -- it returns nothing
    msg = "the values of this space are made together"
    raise TypeError(msg)


TOLD: Space[str, list[Unit]] = Space("told", lambda units: " ".join(unit.id for unit in units), _never)
UNITS: Space[str, Unit] = Space("units", lambda unit: " ".join(str(m.entered) for m in unit.mentions), _never)
REPORTS: Space[str, str] = Space("reports", str, str)
HOMES: Space[str, str] = Space("homes", str, str)
JOINED: Space[str, set[str]] = Space("joined", _set_text, _set_of)
FILED: Space[tuple[object, ...], set[str]] = Space("filed", _set_text, _set_of, repr)
MEMBERS: Space[str, list[str]] = Space("members", " ".join, str.split)
CLUSTERS: Space[str, str] = Space("clusters", str, str)
HOLDING: Space[int, set[str]] = Space("holding", _set_text, _set_of)
RUNS: Space[str, int] = Space("runs", str, int)
ORIGINS: Space[str, str] = Space("origins", str, str)
GROUPS: Space[str, dict[str, int]] = Space("groups", json.dumps, json.loads)


def _form_text(one: StoredClaim) -> str:
    return json.dumps([one.seq, one.report_name, written(one.claim)])


def _form(text: str) -> StoredClaim:
    seq, report_name, claim = json.loads(text)
    return StoredClaim(seq=seq, report_name=report_name, claim=read(Claim, claim))


FORMS: Space[int, StoredClaim] = Space("forms", _form_text, _form)
"""Claims in another form than the book's: as people corrected them when they were linked, or added them."""


@dataclass(frozen=True, slots=True)
class Book:
    """The book's claims and reports, the claims in the form in which they were linked."""

    register: Register
    forms: Store[int, StoredClaim]

    def numbered(self, numbers: Iterable[int]) -> list[StoredClaim]:
        """Return the claims of these entries, replaced or not, in the order of the book."""
        wanted = set(numbers)
        self.forms.fetch(wanted)
        other = {number: self.forms[number] for number in wanted if number in self.forms}
        return sorted([*self.register.numbered(wanted - other.keys()), *other.values()], key=lambda one: one.seq)

    def reports_of(self, ids: Iterable[str]) -> Iterator[Report]:
        """Yield the reports with these ids, replaced or not."""
        return self.register.reports_of(ids)


class UnitsMade:
    """Units that were made before of the same claims in the same forms; one that is looked for last goes last.

    Claims by their entries' numbers, and reports, never change while nothing is erased: a unit is the same wherever
    its claims are in the forms that they were in.
    """

    def __init__(self) -> None:
        """Know none yet."""
        self._made: dict[str, tuple[Sequence[StoredClaim | None], Unit]] = {}
        self._lock = RLock()

    def of(self, numbers: str, forms: Sequence[StoredClaim | None]) -> Unit | None:
        """Return the unit of claims by their entries, in these forms (None is the book's); None where none is known."""
        known = self._made.get(numbers)
        return known[1] if known is not None and known[0] == forms else None

    def put(self, numbers: str, forms: Sequence[StoredClaim | None], unit: Unit) -> None:
        """Remember a unit, and forget the one that was remembered first where there are too many."""
        with self._lock:
            self._made.pop(numbers, None)
            self._made[numbers] = forms, unit
            if len(self._made) > MOST_UNITS:
                del self._made[next(iter(self._made))]


def memory_in(book: Book, made: UnitsMade) -> Memory:
    """Return what linking remembers, fetched from beside the book as it is asked for."""
    kept = book.register.kept
    units = KeptStore(kept, UNITS, lambda found: units_in(book, found, made))

    def told(found: dict[str, str]) -> dict[str, list[Unit]]:
        units.fetch(id_ for text in found.values() for id_ in text.split())
        return {report: [units[id_] for id_ in text.split()] for report, text in found.items()}

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


def units_in(book: Book, found: Mapping[str, str], made: UnitsMade) -> dict[str, Unit]:
    """Return units by the numbers of their claims, those that were made before as they are."""
    numbers = {id_: [int(seq) for seq in text.split()] for id_, text in found.items()}
    book.forms.fetch(seq for of_unit in numbers.values() for seq in of_unit)
    forms = {id_: [book.forms.get(seq) for seq in of_unit] for id_, of_unit in numbers.items()}
    known = {id_: made.of(text, forms[id_]) for id_, text in found.items()}
    fresh = units_of(book, {id_: found[id_] for id_, unit in known.items() if unit is None})
    for id_, unit in fresh.items():
        made.put(found[id_], forms[id_], unit)
    return {**fresh, **{id_: unit for id_, unit in known.items() if unit is not None}}


def units_of(book: Book, found: Mapping[str, str]) -> dict[str, Unit]:
    """Return units by the numbers of their claims, made from the book."""
    numbers = {id_: [int(seq) for seq in text.split()] for id_, text in found.items()}
    stored = {one.seq: one for one in book.numbered(seq for of_unit in numbers.values() for seq in of_unit)}
    reports = {report.id: report for report in book.reports_of(one.claim.report_id for one in stored.values())}

    def mention(seq: int) -> Mention:
        claim = stored[seq].claim
        return mention_of(claim, reports[claim.report_id], entered=seq)

    return {id_: unit_of(map(mention, of_unit)) for id_, of_unit in numbers.items()}


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
