"""The first form: the book of entries, and the tables to look them up by.

A migration is history: it says what the tables were, and is not changed when `schema.py` is.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = ("entries", "reports", "readings", "places", "claims", "source_kinds")
INDEXED = {
    "entries": ("kind",),
    "reports": ("name", "published", "sha256", "revises"),
    "claims": (
        "id",
        "report",
        "reading",
        "measure",
        "category",
        "scope",
        "happening",
        "certainty",
        "last_day",
        "place",
        "country",
        "admin1_code",
        "incident",
        "protected",
    ),
}


def upgrade() -> None:
    """Make the tables, their indexes, and the guards that keep them append-only."""
    _create_book()
    _create_claims()
    for table, columns in INDEXED.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])
    op.create_index("ix_readings_report_seq", "readings", ["report", "seq"])
    op.create_index("ix_claims_first_day_last_day", "claims", ["first_day", "last_day"])
    guard = _guard_sqlite if op.get_bind().dialect.name == "sqlite" else _guard_postgresql
    guard()


def _number(name: str, *references: str, primary_key: bool = False, nullable: bool = True) -> sa.Column[int]:
    """Return a column for the number of an entry."""
    keys = [sa.ForeignKey(reference) for reference in references]
    if primary_key:
        return sa.Column(name, NUMBER, *keys, primary_key=True, autoincrement=False)
    return sa.Column(name, NUMBER, *keys, nullable=nullable)


def _words(name: str, *, nullable: bool = True) -> sa.Column[str]:
    """Return a column for a short text."""
    return sa.Column(name, sa.String(), nullable=nullable)


def _create_book() -> None:
    """Make the tables of entries, reports, readings and places."""
    op.create_table(
        "entries",
        _number("seq", primary_key=True),
        *(_words(name, nullable=False) for name in ("at", "author", "kind", "subject")),
        sa.Column("payload", sa.Text(), nullable=False),
    )
    op.create_table(
        "reports",
        _number("seq", "entries.seq", primary_key=True),
        sa.Column("id", sa.String(), nullable=False, unique=True),
        _words("name", nullable=False),
        _words("outlet"),
        _words("published"),
        _words("sha256", nullable=False),
        _number("revises", "reports.seq"),
    )
    op.create_table(
        "readings",
        _number("seq", "entries.seq", primary_key=True),
        _number("report", "reports.seq", nullable=False),
        _words("extractor", nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.UniqueConstraint("report", "extractor", name="uq_readings_report_extractor"),
    )
    op.create_table(
        "places",
        sa.Column("id", sa.String(), primary_key=True),
        _words("worded", nullable=False),
        *(_words(name) for name in ("name", "admin1", "admin1_code", "country")),
    )


def _create_claims() -> None:
    """Make the tables of claims and of the kinds of their sources."""
    op.create_table(
        "claims",
        _number("seq", "entries.seq", primary_key=True),
        _words("id", nullable=False),
        _number("report", "reports.seq", nullable=False),
        _number("reading", "readings.seq", nullable=False),
        *(_words(name) for name in ("measure", "category", "scope")),
        *(sa.Column(name, sa.BigInteger()) for name in ("low", "high", "value")),
        _words("happening"),
        _words("certainty", nullable=False),
        *(_words(name) for name in ("first_day", "last_day")),
        sa.Column("place", sa.String(), sa.ForeignKey("places.id")),
        *(_words(name) for name in ("country", "admin1_code", "incident")),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
    )
    op.create_table(
        "source_kinds",
        sa.Column("kind", sa.String(), primary_key=True),
        _number("claim", "claims.seq", primary_key=True),
        sqlite_with_rowid=False,
    )


def _guard_sqlite() -> None:
    """Refuse updates, deletions and gaps in an SQLite file."""
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END"
            )
    op.execute(
        "CREATE TRIGGER entries_in_order BEFORE INSERT ON entries "
        "WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entries) "
        "BEGIN SELECT RAISE(ABORT, 'entries are numbered without gaps'); END"
    )
    op.execute("PRAGMA application_id = 0x53494A4C")


def _guard_postgresql() -> None:
    """Refuse updates and deletions in a PostgreSQL database."""
    op.execute(
        "CREATE OR REPLACE FUNCTION sijill_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the register is append-only'; END $$"
    )
    for table in TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION sijill_append_only()"
        )
