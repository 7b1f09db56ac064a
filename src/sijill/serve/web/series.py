"""Each source's running totals beside the register's own sum, worked out once while nothing is entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.reconcile import series
from sijill.serve.series import row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.incident import Series, SeriesPoint
    from sijill.serve.web.desk import Snapshot

    Total = tuple[Series, SeriesPoint]


def running_totals(now: Snapshot, measure: str | None, rule: str) -> Sequence[Total]:
    """Return each total of a measure (None: of all) with its source, source by source in the order of their days."""

    def found() -> list[Total]:
        view = now.view
        return [(one, point) for one in series(view.crosschecks, view.blocks, rule, measure) for point in one.points]

    return now.once(("running totals", measure, rule), found)


def total_row(total: Total, now: Snapshot) -> dict[str, Any]:
    """Return the row of a total, as it may be shown."""
    return row_of(*total, now.shelf)
