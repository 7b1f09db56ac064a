"""Lists a page at a time: a cursor says after which item to go on, and stays right while the book grows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from sijill.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sijill.serve.web.asking import Paged

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Some items of a list; `next` leads to those after them, None at the end. `total` counts all of the list."""

    items: list[T]
    total: int
    next: str | None = None


def page_of(items: Sequence[T], key: Callable[[T], str], cursor: str | None, limit: int) -> Page[T]:
    """Return the items after the one whose key the cursor is; UsageError for a cursor that is none of this list."""
    start = 0 if not cursor else 1 + place_of(items, key, cursor)
    found = list(items[start : start + limit + 1])  # one more tells whether there is a page after this
    shown = found[:limit]
    return Page(items=shown, total=len(items), next=key(shown[-1]) if len(found) > limit else None)


def numbered_page(items: Sequence[T], wanted: Paged) -> Page[tuple[int, T]]:
    """Return a page of a list whose items have no key that may be shown: each with its place, which is its cursor."""
    found = page_of(range(len(items)), str, wanted.cursor, wanted.limit)
    return Page(items=[(at, items[at]) for at in found.items], total=found.total, next=found.next)


def place_of(items: Sequence[T], key: Callable[[T], str], cursor: str) -> int:
    """Return where the item with a key stands."""
    for number, item in enumerate(items):
        if key(item) == cursor:
            return number
    msg = f"{cursor!r} is no cursor of this list: begin without one, and give the `next` of each page to the next call"
    raise UsageError(msg)
