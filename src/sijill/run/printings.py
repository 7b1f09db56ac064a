"""Who published the reports that hold claims, and who prints whose copy; gone on with from one view to the next.

Invariant: what goes on is what would be made from nothing; it is the very one of before where nothing is otherwise.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from sijill.reconcile.independence import copies, outlet_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sijill.reconcile.independence import Group, Printed


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

    @cached_property
    def ordered(self) -> Sequence[Printed]:
        """The reports in the order in which their last claims were entered."""
        return sorted(self.by_report.values(), key=attrgetter("last"))

    @cached_property
    def outlets(self) -> Mapping[str, str]:
        """Who published the reports of a name, the last-entered of them."""
        return {one.report_name: outlet_of(one) for one in self.ordered}

    @cached_property
    def copied(self) -> Sequence[Group]:
        """The outlets whose copy others print."""
        times = Counter(map(attrgetter("origin"), self.ordered))
        return list(copies([one for one in self.ordered if times[one.origin] > 1]))
