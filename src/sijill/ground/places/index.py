"""The packaged file and the edited lists behind one look-up by name.

Invariant: a look-up never raises and never leaves the machine; the same name gives the same places.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sijill.ground.places.book import Book
from sijill.ground.places.entries import TOWN, UNIT
from sijill.ground.places.keys import exact_key, fold_key
from sijill.ground.places.lists import DATA, Lists, load_lists

if TYPE_CHECKING:
    from sijill.ground.places.entries import Entry

SHORTEST_FOLD = 3  # letters; shorter fold keys are shared by unrelated names


class Index:
    """Places by their names and codes."""

    def __init__(self, book: Book, lists: Lists) -> None:
        """Join a gazetteer file and lists."""
        self._book = book
        self._lists = lists
        self.area = book.area
        self.capital = book.capital
        self.units = book.units
        self.named = lru_cache(maxsize=8192)(self._named)
        self.folded = lru_cache(maxsize=2048)(self._folded)

    def _named(self, name: str) -> tuple[Entry, ...]:
        """Return the places that go by this name, exactly but for case, marks and punctuation."""
        key = exact_key(name)
        coded = [entry for code in self._lists.codes.get(key, ()) if (entry := self.area(code))]
        seats = [town for unit in coded for town in self._seats(unit)]
        return tuple(dict.fromkeys([*self._lists.extra.get(key, ()), *coded, *seats, *self._book.named(key)]))

    def _seats(self, unit: Entry) -> list[Entry]:
        """Return the towns that a unit has its name from: another spelling of the one is one of the other."""
        named_alike = self._book.named(exact_key(unit.name)) if unit.kind == UNIT else []
        return [town for town in named_alike if town.kind == TOWN and town.admin1_code == unit.admin1_code]

    def _folded(self, name: str) -> tuple[Entry, ...]:
        """Return the places that go by another Latin spelling of this Arabic name."""
        key = fold_key(name)
        if len(key) < SHORTEST_FOLD:
            return ()
        return tuple(dict.fromkeys([*self._lists.folded.get(key, ()), *self._book.folded(key)]))


@cache
def packaged_index() -> Index:
    """Return the index of the packaged file and lists, opened once in a process."""
    return Index(Book(DATA / "gazetteer.sqlite"), load_lists())
