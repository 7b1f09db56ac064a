"""Erasing on every engine: no word stays where the database keeps its tables, and the guards are back afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_register import DEFECTORS, EXTRACTOR, defectors_claims, report_of

from sijill.errors import RegisterError
from sijill.ledger import Register, open_register
from sijill.ledger.engines import open_engine
from sijill.ledger.refusals import in_words
from sijill.run import incidents_of, link_register
from sijill.serve.cli import status_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Keeps = Callable[[bytes], bool]

WHY = ("--reason", "consent withdrawn", "--yes", "--author", "Ana")


@pytest.fixture
def full(store: str) -> str:
    """A linked register of two reports."""
    with open_register(store) as register:
        fill(register)
        link_register(register)
        incidents_of(register)
    return store


def fill(register: Register) -> None:
    first = report_of(DEFECTORS, "004_defectors", outlet="Reuters")
    second = report_of("Shells killed 3 people in Homs on Friday, a witness said.\n" * 3, "homs")
    register.enter(first, defectors_claims(first), extractor=EXTRACTOR)
    register.enter(second, [], extractor=EXTRACTOR)


@pytest.fixture
def keeps(full: str, request: pytest.FixtureRequest) -> Keeps:
    """Whether the database's own files hold some bytes, once everything has reached them."""

    def on_sqlite(words: bytes) -> bool:
        beside = Path(full).parent.glob(f"{Path(full).name}*")
        return any(words in path.read_bytes() for path in beside)

    def on_postgresql(words: bytes) -> bool:
        _, data = request.getfixturevalue("postgresql_server")
        if data is None:
            pytest.skip("the files of a server that others run are not ours to read")
        _, engine = open_engine(full, create=False, read_only=False, patience_seconds=1)
        with engine.connect() as connection:
            connection.exec_driver_sql("CHECKPOINT")
        engine.dispose()
        return any(words in path.read_bytes() for path in (data / "base").rglob("*") if path.is_file())

    return on_sqlite if "://" not in full else on_postgresql


def test_no_word_of_an_erased_report_stays(full: str, keeps: Keeps) -> None:
    words = (b"secret police", b"Alaa", b"004_defectors", b"Observatory")
    assert all(map(keeps, words))
    assert status_of(["erase", "004_defectors", *WHY, "--register", full]) == 0
    assert [word for word in words if keeps(word)] == []
    with open_register(full) as register:
        assert [report.name for report in register.reports()] == ["homs"]
        numbers = [entry.seq for entry in register.entries()]
        assert numbers == list(range(1, len(numbers) + 1))


def test_a_persons_name_is_blocked_out_everywhere(full: str, keeps: Keeps) -> None:
    assert status_of(["erase", "--person", "Alaa", *WHY, "--register", full]) == 0
    assert not keeps(b"Alaa")
    with open_register(full) as register:
        texts = {report.id: report.text for report in register.reports()}
        claims = [stored.claim for stored in register.claims()]
        assert claims
        assert all(e.span.of(texts[claim.report_id]) == e.quote for claim in claims for e in claim.evidence)
        assert incidents_of(register).adrift == ()


def test_an_erased_register_refuses_changes_again(full: str) -> None:
    assert status_of(["erase", "004_defectors", *WHY, "--register", full]) == 0
    _, engine = open_engine(full, create=False, read_only=False, patience_seconds=1)
    for statement in ("DELETE FROM entries", "DELETE FROM reports", "UPDATE entries SET author = 'x'"):
        with pytest.raises(RegisterError, match="append-only"), in_words(full), engine.begin() as connection:
            connection.exec_driver_sql(statement)
    engine.dispose()
