"""Reviews as entries of the book, and which of them are in force when the book is replayed.

Invariant: what is in force is a function of the entries alone; an undone review counts for nothing.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, cast

from sijill.judgement import Anchor
from sijill.review import Review
from sijill.run.judging import UNDO, undone
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sijill.ledger import Entry, Register
    from sijill.model import Claim, Evidence

REVIEW: Final = "review"


def in_force(register: Register, entered: Sequence[Review]) -> tuple[Review, ...]:
    """Return those of some reviews that are in force."""
    gone = undone(register.entries(kind=UNDO)) if entered else set()
    return tuple(review for review in entered if review.seq not in gone)


def entered_reviews(register: Register, *, after: int = 0) -> Iterator[Review]:
    """Yield every review entered after an entry, in force or undone; one that was erased is no review any more."""
    return map(review_of, register.entries(kind=REVIEW, after=after))


def enter_review(register: Register, review: Review) -> int:
    """Enter a review, and return the number of its entry."""
    subject = review.about if review.field is None else f"{review.about} {review.field}"
    return register.append(author=review.author, kind=REVIEW, subject=subject, payload=row_of(review))


def row_of(review: Review) -> dict[str, object]:
    """Return a review as an entry holds it; author, time and number are the entry's own."""
    anchor = review.anchor
    row: dict[str, object | None] = {
        "act": review.act,
        "about": review.about,
        "anchor": anchor and {"report": anchor.report_name, "start": anchor.span.start, "end": anchor.span.end},
        "field": review.field,
        "value": dict(review.value) or None,
        "evidence": review.evidence,
        "claim": review.claim,
        "reason": review.reason,
        "seen": review.seen or None,
        "state": review.state,
    }
    return {name: value for name, value in row.items() if value is not None}


def review_of(entry: Entry) -> Review:
    """Return the review that an entry holds."""
    row = cast("Mapping[str, Any]", entry.payload)
    return Review(
        act=row["act"],
        about=row["about"],
        author=entry.author,
        anchor=_anchor(row.get("anchor")),
        field=row.get("field"),
        value=row.get("value") or {},
        evidence=_evidence(row.get("evidence")),
        claim=_claim(row.get("claim")),
        reason=row.get("reason"),
        seen=row.get("seen", 0),
        state=row.get("state"),
        at=entry.at,
        seq=entry.seq,
    )


def _anchor(row: Mapping[str, Any] | None) -> Anchor | None:
    return Anchor(report_name=row["report"], span=Span(start=row["start"], end=row["end"])) if row else None


def _evidence(row: Mapping[str, Any] | None) -> Evidence | None:
    from sijill.ledger.payload import read
    from sijill.model import Evidence

    return None if row is None else read(Evidence, json.dumps(row))


def _claim(row: Mapping[str, Any] | None) -> Claim | None:
    from sijill.ledger.payload import read
    from sijill.model import Claim

    return None if row is None else read(Claim, json.dumps(row))
