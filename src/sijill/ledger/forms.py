"""The form of a register, by number: a new one is made in the newest, an older one brought to it, a newer one refused.

Each making and migrating is an entry of the book, with the version of Sijill that did it.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, inspect, select
from sqlalchemy.exc import DBAPIError

from sijill.errors import OlderFormError, RegisterError
from sijill.ledger import schema
from sijill.ledger.engines import for_writing, use_write_ahead_log
from sijill.ledger.payload import read_plain
from sijill.ledger.writing import MACHINE, append

MIGRATIONS = Path(__file__).parent / "migrations"
READ_AS_IT_IS = frozenset({"0001"})  # older forms that lack no more than the table of the people who hide


def make_ready(engine: Engine, name: str, *, create: bool, read_only: bool, older: bool = False) -> None:
    """Bring the register called `name` to the form that this version reads and writes, or raise RegisterError.

    With `read_only` and `older` a form of `READ_AS_IT_IS` stays as it is.
    """
    with engine.connect() as connection:
        form = _form(connection, name)
        if form is not None and form > schema.FORM:
            raise RegisterError(_newer(connection, name, form))
    if read_only and older and form in READ_AS_IT_IS:
        return
    if form != schema.FORM:
        _refuse_change(name, form, create=create, read_only=read_only)
        with for_writing(engine.connect()) as connection, connection.begin():
            _bring_to_form(connection, name)
    if engine.dialect.name == "sqlite" and not read_only:
        use_write_ahead_log(engine)


def tells_who_hides(connection: Connection) -> bool:
    """Tell whether the register has a table of the people who hide: form 0001 has none."""
    return inspect(connection).has_table(schema.hidden_people.name)


def _form(connection: Connection, name: str) -> str | None:
    """Return the number of the register's form, None where the database is empty; RegisterError if it is another's."""
    tables = set(inspect(connection).get_table_names())
    on_sqlite = connection.dialect.name == "sqlite"
    marked = not on_sqlite or connection.exec_driver_sql("PRAGMA application_id").scalar() == schema.APPLICATION_ID
    if marked and {"entries", "alembic_version"} <= tables:
        return str(connection.execute(select(schema.alembic_version.c.version_num)).scalar_one())
    if tables if on_sqlite else tables & {table.name for table in schema.CONTENT}:
        msg = f"{name} is not a register: it is a database that another program made; name another file"
        raise RegisterError(msg)
    return None


def _newer(connection: Connection, name: str, form: str) -> str:
    """Return what to say of a register that a newer version made."""
    query = select(schema.entries.c.payload).where(schema.entries.c.kind == "register")
    try:
        made = connection.execute(query.order_by(schema.entries.c.seq.desc()).limit(1)).scalar_one()
        maker = f"Sijill {read_plain(made)['sijill']}"
    except (DBAPIError, KeyError):
        maker = "a newer Sijill"
    return (
        f"the register {name} was made by {maker} (form {form}); this is Sijill {version('sijill')}, which reads forms "
        f"up to {schema.FORM}: upgrade with `pip install --upgrade sijill`"
    )


def _refuse_change(name: str, form: str | None, *, create: bool, read_only: bool) -> None:
    """Refuse to make or migrate where that is not allowed."""
    if form is None and (read_only or not create):
        msg = f"{name} is empty, not a register: enter a report to make one"
        raise RegisterError(msg)
    if form is not None and read_only:
        msg = f"the register {name} is of an older form ({form}, not {schema.FORM}): open it once for writing"
        raise OlderFormError(msg)


def _bring_to_form(connection: Connection, name: str) -> None:
    """Make or migrate the register, unless another program did so while this one waited for the lock."""
    form = _form(connection, name)
    if form == schema.FORM:
        return
    if form is None:
        create_form(connection)
    else:
        migrate(connection)
    made = {"form": schema.FORM, "before": form, "sijill": version("sijill")}
    append(connection, MACHINE, "register", schema.FORM, made)


def create_form(connection: Connection) -> None:
    """Make the tables of the newest form, as all migrations together would, without importing Alembic."""
    schema.metadata.create_all(connection)
    for statement in schema.guards(connection.dialect.name):
        connection.exec_driver_sql(statement)
    connection.execute(insert(schema.alembic_version).values(version_num=schema.FORM))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")


def migrate(connection: Connection, form: str = "head") -> None:
    """Run the migrations up to a form that the register has not had, within the caller's transaction."""
    from alembic import command  # half a second, and needed once in the life of a register
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    command.upgrade(config, form)
