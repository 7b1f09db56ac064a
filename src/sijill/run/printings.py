"""Who published the reports that hold claims, and of which origin; gone on with from one view to the next.

Invariant: what goes on is what would be made from nothing; it is the very one of before where nothing is otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sijill.reconcile.independence import Printed


@dataclass(frozen=True)
class Printings:
    """What is to be known of each report that holds a claim, by its id."""

    by_report: Mapping[str, Printed]

    def after(self, reports: Collection[str], fresh: Mapping[str, Printed]) -> Printings:
        """Return them once these are all that is to be known of some reports."""
        if all(self.by_report.get(report) == fresh.get(report) for report in reports):
            return self
        kept = dict(self.by_report)
        for report in reports:
            kept.pop(report, None)
        return Printings({**kept, **fresh})
