"""The tables. `entries` is the book, numbered without gaps; the others are how it is looked up. Rows are only added.

Each row of `reports`, `readings`, `claims` and `hidden_people` has the number of its entry, whose payload holds the
whole of it. Days are ISO text, which sorts as the days do; a name to look up is folded as in `rows.py`.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

FORM = "0002"  # the head of the migrations: the form of register that this version writes
APPLICATION_ID = 0x53494A4C  # "SIJL": marks an SQLite file as a register

metadata = MetaData()
Number = BigInteger().with_variant(Integer(), "sqlite")

entries = Table(
    "entries",
    metadata,
    Column("seq", Number, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("author", String, nullable=False),
    Column("kind", String, nullable=False, index=True),
    Column("subject", String, nullable=False),
    Column("payload", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("seq", Number, ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("name", String, nullable=False, index=True),
    Column("outlet", String),
    Column("published", String, index=True),
    Column("sha256", String, nullable=False, index=True),
    Column("revises", Number, ForeignKey("reports.seq"), index=True),
)

readings = Table(
    "readings",
    metadata,
    Column("seq", Number, ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
    Column("report", Number, ForeignKey("reports.seq"), nullable=False),
    Column("extractor", String, nullable=False),
    Column("claims", Integer, nullable=False),
    UniqueConstraint("report", "extractor", name="uq_readings_report_extractor"),
    Index("ix_readings_report_seq", "report", "seq"),
)

places = Table(
    "places",
    metadata,
    Column("id", String, primary_key=True),
    Column("worded", String, nullable=False),
    Column("name", String),
    Column("admin1", String),
    Column("admin1_code", String),
    Column("country", String),
)

claims = Table(
    "claims",
    metadata,
    Column("seq", Number, ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, index=True),
    Column("report", Number, ForeignKey("reports.seq"), nullable=False, index=True),
    Column("reading", Number, ForeignKey("readings.seq"), nullable=False, index=True),
    Column("measure", String, index=True),
    Column("category", String, index=True),
    Column("scope", String, index=True),
    Column("low", BigInteger),
    Column("high", BigInteger),
    Column("value", BigInteger),
    Column("happening", String, index=True),
    Column("certainty", String, nullable=False, index=True),
    Column("first_day", String),
    Column("last_day", String, index=True),
    Column("place", String, ForeignKey("places.id"), index=True),
    Column("country", String, index=True),
    Column("admin1_code", String, index=True),
    Column("incident", String, index=True),
    Column("protected", Boolean, nullable=False, index=True),
    Column("confidence", Float, nullable=False),
    Index("ix_claims_first_day_last_day", "first_day", "last_day"),
)

source_kinds = Table(
    "source_kinds",
    metadata,
    Column("kind", String, primary_key=True),
    Column("claim", Number, ForeignKey("claims.seq"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

hidden_people = Table(
    "hidden_people",
    metadata,
    Column("seq", Number, ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
    Column("report", Number, ForeignKey("reports.seq"), nullable=False, index=True),
    Column("reading", Number, ForeignKey("readings.seq"), nullable=False),
)

alembic_version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

CONTENT = (entries, reports, readings, places, claims, source_kinds, hidden_people)

SQLITE_REFUSAL = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END
"""
SQLITE_ORDER = """
CREATE TRIGGER entries_in_order BEFORE INSERT ON entries
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entries)
BEGIN SELECT RAISE(ABORT, 'entries are numbered without gaps'); END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION sijill_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the register is append-only'; END $$
"""
POSTGRESQL_REFUSAL = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION sijill_append_only()
"""


def guards(dialect: str) -> list[str]:
    """Return the statements that make a database refuse any change to what was entered."""
    names = [table.name for table in CONTENT]
    if dialect == "sqlite":
        refusals = [SQLITE_REFUSAL.format(table=name, verb=verb) for name in names for verb in ("UPDATE", "DELETE")]
        return [*refusals, SQLITE_ORDER]
    return [POSTGRESQL_FUNCTION, *(POSTGRESQL_REFUSAL.format(table=name) for name in names)]
