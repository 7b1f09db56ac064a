"""Finding one report or claim by its name, its id or the beginning of either; a miss tells what is near.

It tells ids, never names: a report may be named after somebody who hides, and what is said here is shown unmasked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from sijill.errors import NotFoundError
from sijill.ledger import rows
from sijill.ledger.queries import in_newest_reading
from sijill.ledger.schema import claims, reports

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

NEAR_ENOUGH = 60  # of rapidfuzz's 100
AT_MOST = 3  # ids shown with a miss
ENOUGH_OF_AN_ID = 12  # letters, which no other report shares
HEXADECIMAL = frozenset("0123456789abcdef")


def report_seq(connection: Connection, key: str) -> int:
    """Return the number of the report with this name (the last entered), id, or beginning of either."""
    wanted = rows.storable(key)
    for same in (reports.c.name == wanted, reports.c.id == wanted):
        found = connection.execute(select(func.max(reports.c.seq)).where(same)).scalar_one()
        if found is not None:
            return int(found)
    begins = or_(*(func.substr(column, 1, len(wanted)) == wanted for column in (reports.c.name, reports.c.id)))
    last_of_names = select(func.max(reports.c.seq), reports.c.name).group_by(reports.c.name).limit(AT_MOST + 1)
    candidates = connection.execute(last_of_names.where(begins)).all() if wanted else []
    if len(candidates) == 1:
        return int(candidates[0][0])
    raise NotFoundError(_miss(connection, key, [int(seq) for seq, _ in candidates]))


def claim_seq(connection: Connection, prefix: str) -> int:
    """Return the number of the claim whose id begins so, of the newest reading where several have it."""
    if not prefix or not HEXADECIMAL.issuperset(prefix):
        msg = f"{prefix!r} is not a claim's id: those are written with 0-9 and a-f"
        raise NotFoundError(msg)
    found = claims_beginning(connection, prefix)
    if len(found) == 1:
        return found[0][0]
    msg = f"no claim's id begins with {prefix}"
    if found:
        msg = f"{prefix} is the beginning of more than one claim's id: {_listed([claim_id for _, claim_id in found])}"
    raise NotFoundError(msg)


def claims_beginning(connection: Connection, prefix: str) -> list[tuple[int, str]]:
    """Return the numbers and ids of the first few claims whose ids begin so, each once."""
    if not prefix or not HEXADECIMAL.issuperset(prefix):
        return []
    last = func.max(claims.c.seq)
    first_shown = func.min(claims.c.seq).filter(in_newest_reading())
    query = select(func.coalesce(first_shown, last), claims.c.id).group_by(claims.c.id).limit(AT_MOST + 1)
    found = connection.execute(query.where(claims.c.id >= prefix, claims.c.id < prefix + "g"))
    return [(int(seq), claim_id) for seq, claim_id in found]


def _miss(connection: Connection, key: str, candidates: Sequence[int]) -> str:
    """Return what to say of a report that is not found."""
    if candidates:
        ids = _listed(_ids(connection, candidates))
        return f"{key!r} is the beginning of more than one report's name: give more of it, or an id: {ids}"
    from rapidfuzz import process

    last_of_names = connection.execute(select(reports.c.name, func.max(reports.c.seq)).group_by(reports.c.name))
    names = {name: int(seq) for name, seq in last_of_names}
    near = process.extract(key, names.keys(), limit=AT_MOST, score_cutoff=NEAR_ENOUGH)
    ids = _listed(_ids(connection, [names[name] for name, _, _ in near]))
    hint = f"; called nearly so, by id: {ids}" if near else ""
    return f"no report in the register is called {key!r}{hint}"


def _ids(connection: Connection, numbers: Sequence[int]) -> list[str]:
    """Return the beginnings of the ids of reports, in the order of their numbers given."""
    found = connection.execute(select(reports.c.seq, reports.c.id).where(reports.c.seq.in_(numbers)))
    ids = {int(seq): id_ for seq, id_ in found}
    return [ids[number][:ENOUGH_OF_AN_ID] for number in numbers]


def _listed(found: Sequence[str]) -> str:
    """Return the first few, and a sign that there are more."""
    return ", ".join(found[:AT_MOST]) + (", ..." if len(found) > AT_MOST else "")
