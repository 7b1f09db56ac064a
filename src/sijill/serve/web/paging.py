"""Lists a page at a time: a cursor says after which item to go on, and stays right while the book grows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sijill.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sijill.serve.web.desk import Snapshot

T = TypeVar("T")
PAGE, LARGEST_PAGE = 50, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Some items of a list; `next` leads to those after them, None at the end. `total` counts all of the list."""

    items: list[T]
    total: int
    next: str | None = None


def page_of(found: Iterable[T], key: Callable[[T], str], cursor: str | None, limit: int) -> Page[T]:
    """Return the items after the one whose key the cursor is; UsageError for a cursor that is none of this list."""
    items = list(found)
    start = 0 if not cursor else 1 + place_of(items, key, cursor)
    shown = items[start : start + limit]
    more = start + limit < len(items)
    return Page(items=shown, total=len(items), next=key(shown[-1]) if more and shown else None)


def sources_page(now: Snapshot, cursor: str | None, limit: int) -> Page[tuple[int, dict[str, Any]]]:
    """Return a page of the sources, each with its place in the list: names may be hidden, and are no keys."""
    return page_of(list(enumerate(now.sources["items"])), lambda one: str(one[0]), cursor, limit)


def place_of(items: list[T], key: Callable[[T], str], cursor: str) -> int:
    """Return where the item with a key stands."""
    for number, item in enumerate(items):
        if key(item) == cursor:
            return number
    msg = f"{cursor!r} is no cursor of this list: begin without one, and give the `next` of each page to the next call"
    raise UsageError(msg)
