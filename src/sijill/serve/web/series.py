"""Each source's running totals beside the register's own sum, worked out once while nothing is entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.serve.series import rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.serve.web.desk import Snapshot


def running_totals(now: Snapshot, measure: str | None, rule: str) -> Sequence[dict[str, Any]]:
    """Return a row for each total of a measure (None: of all), source by source in the order of their days."""
    return now.once(("running totals", measure, rule), lambda: list(rows_of(now.shelf, measure, rule)))
