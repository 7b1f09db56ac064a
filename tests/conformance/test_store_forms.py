from __future__ import annotations

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError
from written_reports import EXTRACTOR, a_claim, a_report

from sijill.ledger import forms, open_register
from sijill.ledger.engines import for_writing, open_engine
from sijill.ledger.schema import entries


def test_a_store_that_the_migrations_made_holds_reports_like_a_new_one(store: str) -> None:
    _, engine = open_engine(store, create=True, read_only=False, patience_seconds=1)
    with for_writing(engine.connect()) as connection, connection.begin():
        forms.migrate(connection)
    engine.dispose()
    report = a_report()
    with open_register(store) as register:
        register.enter(report, [a_claim(report)], extractor=EXTRACTOR)
        assert [stored.claim for stored in register.claims()] == [a_claim(report)]


def test_a_store_refuses_a_change_to_what_was_entered(store: str) -> None:
    open_register(store).close()
    _, engine = open_engine(store, create=False, read_only=False, patience_seconds=1)
    for change in (delete(entries), update(entries).values(author="someone else")):
        with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
            connection.execute(change)
    engine.dispose()
