"""Claims as tables for people. Cells wrap and are never cut; text is never read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from sijill.ledger import StoredClaim
from sijill.serve.wording import (
    alleged,
    by_whom,
    count_in_words,
    days_in_words,
    one_line,
    place_in_words,
    source_kinds,
    sources_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.model import Claim

SHORT_ID = 8  # hexadecimal digits: enough to tell claims apart in a register, and `explain` accepts any beginning
WIDE = 110  # columns from which place, days, report and id each get a column of their own
CERTAINTY_STYLES = {"hedged": "yellow", "denied": "red", "hypothetical": "magenta"}


def claims_table(found: Iterable[StoredClaim], *, width: int) -> Table:
    """Return the table of claims for a terminal of `width` columns."""
    if width < WIDE:
        return filled(("Claim", "Source", "Where, when", "Report, id"), map(narrow_row, found))
    headings = ("Claim", "Who", "Source", "Certainty", "Place", "Days", "Report", "Id")
    return filled(headings, map(wide_row, found))


def claims_table_of(report_name: str, claims: Iterable[Claim], *, width: int) -> Table:
    """Return the table of one report's claims."""
    return claims_table((StoredClaim(seq=0, report_name=report_name, claim=claim) for claim in claims), width=width)


def filled(headings: Sequence[str], rows: Iterable[Sequence[Text]]) -> Table:
    """Return a table whose cells fold instead of being cut."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def wide_row(stored: StoredClaim) -> list[Text]:
    """Return number and measure, victims, source, certainty, place, days, report and short id."""
    claim = stored.claim
    return [
        headline(claim),
        Text(who(claim)),
        source_cell(claim),
        certainty_cell(claim),
        Text(place_in_words(claim.place)),
        Text(days_in_words(claim.days)),
        Text(one_line(stored.report_name)),
        id_cell(claim),
    ]


def narrow_row(stored: StoredClaim) -> list[Text]:
    """Return the same in four columns."""
    claim = stored.claim
    certainty = Text() if claim.certainty == "asserted" else Text.assemble("\n", certainty_cell(claim))
    where = [words for words in (place_in_words(claim.place), days_in_words(claim.days)) if words]
    return [
        Text.assemble(headline(claim), "\n", who(claim), certainty) if who(claim) else headline(claim) + certainty,
        source_cell(claim),
        Text("\n".join(where)),
        Text.assemble(one_line(stored.report_name), "\n", id_cell(claim)),
    ]


def headline(claim: Claim) -> Text:
    """Return "at least 12 killed", or the type of happening."""
    if claim.figure is None:
        return Text((claim.happening or "").replace("_", " "), style="bold")
    words = f"{count_in_words(claim.figure.count)} {claim.figure.measure.replace('_', ' ')}"
    scope = "" if claim.figure.scope == "incident" else f" ({claim.figure.scope})"
    return Text.assemble((one_line(words), "bold"), scope)


def who(claim: Claim) -> str:
    """Return the victims and their category, or who did (harm: allegedly) what the claim says, and to whom."""
    if claim.figure is None:
        to = alleged(claim.target)
        return "; ".join(words for words in (by_whom(claim), to and f"to {to}") if words)
    victims, category = claim.figure.victims, claim.figure.category
    return f"{one_line(victims)} ({category})" if victims else f"({category})"


def source_cell(claim: Claim) -> Text:
    """Return the source and its kind."""
    return Text.assemble(sources_in_words(claim), (f" ({source_kinds(claim)})", "dim"))


def certainty_cell(claim: Claim) -> Text:
    """Return the certainty; what is not plainly asserted stands out."""
    return Text(claim.certainty, style=CERTAINTY_STYLES.get(claim.certainty, ""))


def id_cell(claim: Claim) -> Text:
    """Return the beginning of the id."""
    return Text(claim.id[:SHORT_ID], style="cyan")
