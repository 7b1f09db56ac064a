"""Whether a claim that is shown otherwise than it was read passes a filter.

Invariant: of a claim as the book has it, the answer is that of the register's own search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.ledger.filters import SAME_COLUMN
from sijill.ledger.rows import claim_row, folded, place_row, storable

if TYPE_CHECKING:
    from sijill.ledger.filters import ClaimFilter
    from sijill.ledger.rows import Row
    from sijill.model import Claim


def passes(claim: Claim, wanted: ClaimFilter, report_id: str | None) -> bool:
    """Tell whether a claim is what is asked for; `report_id` is that of the report asked for."""
    row = claim_row(claim, seq=0, report=0, reading=0)
    return (
        report_id in {None, claim.report_id}
        and all(row[name] == getattr(wanted, name) for name in SAME_COLUMN if getattr(wanted, name) is not None)
        and (wanted.incident is None or row["incident"] == storable(wanted.incident))
        and _is_there(claim, row, wanted)
        and _is_then(row, wanted)
        and _is_of_kind(claim, row, wanted)
    )


def _is_there(claim: Claim, row: Row, wanted: ClaimFilter) -> bool:
    """Tell whether a claim is of the place and country."""
    if wanted.country is not None and row["country"] != folded(wanted.country):
        return False
    if wanted.place is None or claim.place is None:
        return wanted.place is None
    words, place = folded(wanted.place), place_row(claim.place)
    named = [place[name] for name in ("name", "admin1", "admin1_code", "country")]
    return words in named or f" {words} " in place["worded"]


def _is_then(row: Row, wanted: ClaimFilter) -> bool:
    """Tell whether the days of a claim overlap those asked for; unknown days overlap none."""
    if wanted.first_day is None and wanted.last_day is None:
        return True
    first, last = row["first_day"], row["last_day"]
    if first is None or last is None:
        return False
    begins = wanted.last_day is None or first <= wanted.last_day.isoformat()
    return bool(begins and (wanted.first_day is None or last >= wanted.first_day.isoformat()))


def _is_of_kind(claim: Claim, row: Row, wanted: ClaimFilter) -> bool:
    """Tell whether a claim has such a source, and is such a claim."""
    if wanted.source_kind is not None and all(source.kind != wanted.source_kind for source in claim.sources):
        return False
    return wanted.only is None or row["measure" if wanted.only == "figures" else "happening"] is not None
