"""How a register of an older form is brought to the newest: one module a form, run in order by Alembic."""
