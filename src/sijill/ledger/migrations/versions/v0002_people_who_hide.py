"""The second form: the people of a report who hide, kept with the reading that found them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table, its index, and the guards that keep it append-only."""
    op.create_table(
        "hidden_people",
        sa.Column("seq", NUMBER, sa.ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
        sa.Column("report", NUMBER, sa.ForeignKey("reports.seq"), nullable=False),
        sa.Column("reading", NUMBER, sa.ForeignKey("readings.seq"), nullable=False),
    )
    op.create_index("ix_hidden_people_report", "hidden_people", ["report"])
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER hidden_people_no_{verb} BEFORE {verb} ON hidden_people "
                "BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER hidden_people_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hidden_people "
        "FOR EACH STATEMENT EXECUTE FUNCTION sijill_append_only()"
    )
