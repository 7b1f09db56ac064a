"""Linking along with reading gives what linking in the end gives, to the last entry."""

from __future__ import annotations

from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from stepping import TAKEN, as_from_nothing, every_step, read, told

from sijill.ledger import open_register
from sijill.run import LinkingAlong
from sijill.run.incidents import incidents_of, link_new, link_register

if TYPE_CHECKING:
    from pathlib import Path

    from sijill.ledger import Register

STORIES = [
    told(f"{outlet} {number}", town, day, 3 + number % 5, more="A bakery's queue ran at dawn." * (number % 2))
    for number, (outlet, town, day) in enumerate(
        (outlet, town, day)
        for outlet in ("Reuters", "Sana", "Enab")
        for town in ("Atmeh", "Kobani")
        for day in (0, 1, 5)
    )
]


def book_of(path: Path, linked_first: int, *, along: bool) -> list[tuple[str, str, object]]:
    """Enter the stories, the first of them linked by themselves; return the entries of the book."""
    with open_register(path) as book:
        for story in STORIES[:linked_first]:
            read(book, story)
        if linked_first:
            link_register(book)
        linking = LinkingAlong(book) if along else None
        for number, story in enumerate(STORIES[linked_first:]):
            read(book, story)
            if linking and number % 3 == 2:
                linking.catch_up()
        entered = linking.finish() if linking else link_new(book)
        assert entered
        return [(one.kind, one.subject, one.payload) for one in book.entries()]


def test_the_book_is_the_same_to_the_last_entry(tmp_path: Path) -> None:
    assert book_of(tmp_path / "along.db", 0, along=True) == book_of(tmp_path / "end.db", 0, along=False)


def test_the_book_is_the_same_where_some_was_linked_before(tmp_path: Path) -> None:
    assert book_of(tmp_path / "along.db", 7, along=True) == book_of(tmp_path / "end.db", 7, along=False)


def test_nothing_is_entered_or_kept_before_the_end(tmp_path: Path) -> None:
    with open_register(tmp_path / "book.db") as book:
        linking = LinkingAlong(book)
        read(book, STORIES[0])
        linking.catch_up()
        assert not book.kept.state()
        assert not list(book.entries(kind="link"))


@settings(max_examples=8, deadline=None)
@given(st.lists(every_step, min_size=3, max_size=12))
def test_whatever_is_done_meanwhile_what_is_linked_is_linked_as_from_nothing(done: list[tuple[str, object]]) -> None:
    with TemporaryDirectory() as folder, open_register(f"{folder}/book.db") as book:
        linking = LinkingAlong(book)
        for step, of_step in done:
            TAKEN[step](book, step, of_step)
            linking.catch_up()
        linking.finish()
        assert_from_nothing(book)
        link_new(book)
        assert_from_nothing(book)


def assert_from_nothing(book: Register) -> None:
    kept, anew = incidents_of(book), as_from_nothing(book)
    assert kept.incidents == anew.incidents
    assert kept.homes == anew.homes
    assert kept.crosschecks == anew.crosschecks
