"""The desk: what another program enters while a snapshot is made is no part of it, and is never shown unmasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from stepping import KARIM, by, read, told

from sijill.ledger import open_register
from sijill.model import HiddenPerson
from sijill.run import link_new
from sijill.serve.masking import MASKED
from sijill.serve.opening import Masks
from sijill.serve.web import desk as desk_module
from sijill.serve.web.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sijill.ledger import Register

AHRAM, SANA = told("Ahram", "Atmeh", 0, 30), told("Sana", "Atmeh", 0, 32)
LATE = by(told("Enab", "Kobani", 1, 3, "Karim Haddad said so"), KARIM)
SAID = "Karim Haddad said so"


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A register with one report, linked."""
    with open_register(tmp_path / "book.db") as book:
        read(book, AHRAM)
        link_new(book)
    return str(tmp_path / "book.db")


@pytest.fixture
def desk(path: str) -> Iterator[Desk]:
    """The desk of that register, which masks."""
    found = Desk(path, reviewer="Amal", unmasked=False, max_bytes=1000)
    yield found
    found.close()


def meanwhile(monkeypatch: pytest.MonkeyPatch, name: str, path: str, act: Callable[[Register], None]) -> None:
    """Have another program act once, just before the desk makes its masks, or puts its shelf together."""
    made = getattr(desk_module, name)

    def slow(*given: Any, **named: Any) -> Any:
        monkeypatch.setattr(desk_module, name, made)
        with open_register(path) as other:
            act(other)
        return made(*given, **named)

    monkeypatch.setattr(desk_module, name, slow)


@pytest.mark.parametrize("at", ["Masks", "Linked"])
def test_a_report_that_came_while_the_snapshot_was_made_is_not_in_it_and_is_masked(
    at: str, path: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_register(path) as other:
        read(other, SANA)
    meanwhile(monkeypatch, at, path, lambda other: read(other, LATE))
    first = desk.now()
    late = LATE[0].id
    assert list(first.report_ids) == [AHRAM[0].id, SANA[0].id]
    assert first.shelf.masks.of(late).text(SAID) == f"{MASKED} said so"
    assert desk.now().report_ids[-1] == late
    assert desk.now().shelf.masks.of(late).text(SAID) == f"{MASKED} said so"


def test_whom_a_newer_reading_found_to_hide_meanwhile_is_of_the_next_snapshot(path: str, desk: Desk) -> None:
    before, report = desk.now(), AHRAM[0]
    person = HiddenPerson(report_id=report.id, worded="Ahram", how="first_name", evidence=AHRAM[1][0].evidence)
    with open_register(path) as other:
        other.enter(report, AHRAM[1], extractor="hand 2", hidden=[person])
    assert before.hidden_in(report.id) == []
    assert desk.now().hidden_in(report.id) == [person]


def test_a_protected_source_of_whom_no_mask_was_known_is_not_named(path: str) -> None:
    with open_register(path) as book:
        masks = Masks(book, unmasked=False)
        of_newer_reading = by(AHRAM, KARIM)[1][0]
        assert masks.of(AHRAM[0].id).claim(of_newer_reading).sources[0].worded == MASKED
        assert masks.of(AHRAM[0].id).claim(AHRAM[1][0]) == AHRAM[1][0]
