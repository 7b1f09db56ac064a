"""The links of which the machine was least certain: all of them can be asked for, and they are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bench.speed.worked import enter_worked
from fastapi.testclient import TestClient

from sijill.ledger import open_register
from sijill.run import doubts, incidents_of
from sijill.run.doubts import AT_ONCE, Doubtful, Uncertain, doubt
from sijill.serve.web import make_app

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("doubts") / "made.db"
    enter_worked(path, 600, reviews=4)
    return path


def test_they_are_counted_before_they_are_looked_at_and_come_in_their_order(register: Path) -> None:
    with open_register(register, read_only=True) as book:
        found = Doubtful(incidents_of(book))
        before = len(found)
        those = list(found)
        assert before >= len(those) == len(found) > 0
        assert found[0] == those[0]
        first = those[:AT_ONCE]
        assert first == sorted(first, key=doubt)
        with pytest.raises(IndexError):
            found[len(those)]


def test_what_was_read_of_the_book_is_not_read_again(register: Path) -> None:
    with open_register(register, read_only=True) as book:
        uncertain = Uncertain(book)
        assert uncertain.pairs() == uncertain.pairs() == Uncertain(book).pairs()


def test_what_is_kept_of_them_is_what_reading_the_book_gives_and_is_thrown_away_where_it_does_not_fit(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_register(register) as book:
        read = Uncertain(book).pairs()
        Uncertain(book).keep()
        monkeypatch.setattr(doubts, "machines_in", lambda *_, **__: [])  # nothing is read of the book
        assert Uncertain(book).pairs() == read
        book.kept.keep([], {}, before=None)  # links made anew take nothing of them away
        assert Uncertain(book).pairs() == read
        monkeypatch.setattr(doubts, "made_by", lambda: "a newer one")
        assert Uncertain(book).pairs() == ()
        monkeypatch.undo()
        assert Uncertain(book).pairs() == read


def test_the_queue_is_paged_to_its_end_and_its_total_is_what_it_holds(register: Path) -> None:
    seen, cursor = [], None
    with TestClient(make_app(str(register), reviewer="Amal"), base_url="http://127.0.0.1") as desk:
        for _ in range(1000):
            asked = {"limit": 7, **({"cursor": cursor} if cursor else {})}
            page = desk.get("/api/v1/queue", params=asked).json()
            seen += [tuple(one["id"] for one in item["claims"]) for item in page["items"]]
            cursor = page["next"]
            if cursor is None:
                break
    assert len(set(seen)) == len(seen) == page["total"]
