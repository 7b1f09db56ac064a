"""What each report is chiefly about, one JSON line a report: the annotation form with one claim a measure, its total.

`value` is what the total comes to, `low` and `high` its ends (null where open), `without_fighters` the same total
less people who are said to be soldiers, police, militants or rebels. `rests_on` lists the claims behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.incident import Member
from sijill.reconcile import main_of
from sijill.serve.figures_form import figure_entry
from sijill.serve.rows import iso

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.incident import Amount, Total
    from sijill.model import Claim, Report
    from sijill.serve.masking import Mask


def line_of(report: Report, claims: Sequence[Claim], mask: Mask) -> dict[str, Any]:
    """Return the line of one report; it has one also where no figure is claimed."""
    by_id = {claim.id: claim for claim in claims}
    main = main_of([Member(claim=c, report_name=report.name, published=report.published) for c in claims])
    return {
        "id": mask.text(report.name),
        "published": iso(report.published),
        "lead": main.lead if main else None,
        "claims": [total_entry(t, by_id[t.lead], report.text, mask) for t in main.totals] if main else [],
    }


def total_entry(total: Total, lead: Claim, text: str, mask: Mask) -> dict[str, Any]:
    """Return a total as the entry of the claim that the report leads with, its number replaced by the total's."""
    amount = total.amount
    return {
        **figure_entry(lead, text, mask),
        "value": named(amount),
        "low": amount.low,
        "high": amount.high,
        "derived": amount.derived,
        "without_fighters": named(total.without_fighters),
        "rests_on": sorted({*amount.claims, *total.without_fighters.claims}),
    }


def named(amount: Amount) -> int | None:
    """Return the number of an amount, None where it is only a word such as "dozens"."""
    return None if amount.vague else amount.stated
