from __future__ import annotations

import re
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from written_reports import EXTRACTOR, a_claim, a_hidden_person, a_report

from sijill.errors import OlderFormError, RegisterError
from sijill.ledger import forms, open_register, schema

if TYPE_CHECKING:
    from pathlib import Path

NEXT_FORM = """
import sqlalchemy as sa
from alembic import op
revision = "0003"
down_revision = "0002"
def upgrade():
    op.create_table("later", sa.Column("word", sa.String()))
"""
BROKEN_FORM = NEXT_FORM + '    op.drop_table("nowhere")\n'


@pytest.fixture
def next_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Migrations with one more form than there is."""
    copied = shutil.copytree(forms.MIGRATIONS, tmp_path / "100% migrations")
    monkeypatch.setattr(forms, "MIGRATIONS", copied)
    monkeypatch.setattr(schema, "FORM", "0003")
    module = copied / "versions" / "v0003_later.py"
    module.write_text(NEXT_FORM)
    return module


def _tables(file: Path) -> dict[str, str]:
    raw = sqlite3.connect(file)
    found = raw.execute("SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    raw.close()
    return {name: re.sub(r"\s+", "", sql) for name, sql in found}


def test_a_new_register_has_the_tables_that_the_migrations_make(tmp_path: Path) -> None:
    from sqlalchemy import create_engine

    open_register(tmp_path / "new.db").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
    with engine.begin() as connection:
        forms.migrate(connection)
    engine.dispose()
    new, migrated = _tables(tmp_path / "new.db"), _tables(tmp_path / "migrated.db")
    version = "table alembic_version"
    assert new.pop(version).replace("PRIMARYKEY", "CONSTRAINTalembic_version_pkcPRIMARYKEY") == migrated.pop(version)
    assert new == migrated


def test_the_newest_form_is_the_head_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(forms.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.FORM


def test_an_older_register_is_brought_up_to_date_when_opened(file: Path, request: pytest.FixtureRequest) -> None:
    report = a_report()
    with open_register(file) as register:
        register.enter(report, [a_claim(report)], extractor=EXTRACTOR)
    request.getfixturevalue("next_form")
    with open_register(file) as register:
        assert [stored.claim for stored in register.claims()] == [a_claim(report)]
        assert [entry.subject for entry in register.entries(kind="register")] == ["0002", "0003"]
    assert "table later" in _tables(file)


def test_an_older_register_is_not_changed_by_reading(file: Path, request: pytest.FixtureRequest) -> None:
    open_register(file).close()
    request.getfixturevalue("next_form")
    with pytest.raises(RegisterError, match=r"older form \(0002, not 0003\)"):
        open_register(file, read_only=True)
    assert "table later" not in _tables(file)


def test_a_migration_that_fails_leaves_the_register_as_it_was(file: Path, request: pytest.FixtureRequest) -> None:
    open_register(file).close()
    before = _tables(file)
    request.getfixturevalue("next_form").write_text(BROKEN_FORM)
    with pytest.raises(RegisterError):
        open_register(file)
    assert _tables(file) == before


def test_a_register_of_the_first_form_opens_and_keeps_who_hides_from_then_on(file: Path) -> None:
    from sqlalchemy import create_engine

    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        forms.migrate(connection, "0001")
    engine.dispose()
    report = a_report()
    with open_register(file) as register:
        register.enter(report, [a_claim(report)], extractor=EXTRACTOR, hidden=[a_hidden_person(report)])
        assert list(register.hidden_people(report.id)) == [a_hidden_person(report)]
        assert [entry.subject for entry in register.entries(kind="register")] == ["0002"]


def test_an_older_form_that_lacks_a_table_only_is_read_as_it_is_where_that_is_asked(file: Path) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        forms.migrate(connection, "0001")
    engine.dispose()
    with open_register(file, create=False, read_only=True, older=True) as register:
        assert list(register.hidden_people()) == []
    with pytest.raises(OlderFormError, match="open it once for writing"):
        open_register(file, create=False, read_only=True)
