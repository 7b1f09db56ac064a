"""A claim as it stands, beside what was read: found by its id of today, or by that under which it was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sijill.run.reviews import claim_meant
from sijill.run.shown import Shown
from sijill.serve.opened import opened

if TYPE_CHECKING:
    from sijill.ledger import Register
    from sijill.model import Claim, Report
    from sijill.review import Review
    from sijill.run.reviewed import Reviewed
    from sijill.serve.masking import Mask
    from sijill.serve.opened import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A claim as it is shown now, as it was read (the same where nobody corrected it), and what people entered."""

    claim: Claim
    read: Claim
    reviews: tuple[Review, ...] = ()
    rejected: bool = False

    @property
    def corrected(self) -> bool:
        """Whether a person changed anything."""
        return self.claim != self.read


def standing(book: Register, beginning: str) -> Standing:
    """Return the claim whose id begins so; NotFoundError for none or several."""
    of = Shown(book).reviewed
    return reviewed_claim(book, of, claim_meant(book, of, beginning))


def reviewed_claim(book: Register, of: Reviewed, id_: str) -> Standing:
    """Return the claim that has this id today."""
    read = of.originals[id_].claim if id_ in of.originals else book.claim(id_).claim
    changed = next((one.claim for one in of.changed.values() if one.claim.id == id_), read)
    return Standing(claim=changed, read=read, reviews=of.of(id_), rejected=id_ in of.rejected)


def lines_beside(found: Standing, report: Report, mask: Mask) -> list[tuple[Line, str | None]]:
    """Return each field as it stands, with what was read where that is another value, "" where nothing was."""
    shown = mask.report(report)
    now, read = (numbered(opened(mask.claim(claim), shown)) for claim in (found.claim, found.read))
    gone = [(replace(line, value="", rests_on=""), line.value) for key, line in read.items() if key not in now]
    before = {key: line.value for key, line in read.items()}
    stands = [(line, None if before.get(key) == line.value else before.get(key, "")) for key, line in now.items()]
    return [*stands, *gone]


def numbered(lines: list[Line]) -> dict[tuple[str, int], Line]:
    """Return the lines by what they are about, and which of them each is: a claim of two sources has two lines."""
    found: dict[tuple[str, int], Line] = {}
    for line in lines:
        n = sum(key == line.about for key, _ in found)
        found[line.about, n] = line
    return found
