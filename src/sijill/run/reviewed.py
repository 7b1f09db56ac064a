"""The claims that views show once people's reviews are heeded: corrected, without the rejected, with the added.

Invariant: a function of the claims read and the reviews in force. No review is lost: one whose claim is not to be
found any more is listed as adrift, and two that contradict each other unseen are listed as a conflict.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TYPE_CHECKING

from sijill.errors import UsageError
from sijill.ledger import StoredClaim
from sijill.run.corrections import corrected

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sijill.judgement import Anchor
    from sijill.model import Claim
    from sijill.review import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What reviews come to.

    `changed` are the claims that views show otherwise than they were read, `added` among them, by their numbers;
    `gone` the numbers of those that were rejected. `originals` holds each reviewed claim as it was read. `reviews`
    leads the id of a claim to its reviews, the oldest first, `moved` an id that a correction changed to that of today.
    """

    changed: Mapping[int, StoredClaim] = field(default_factory=dict)
    added: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()
    reviews: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    originals: Mapping[str, StoredClaim] = field(default_factory=dict)
    rejected: Mapping[str, StoredClaim] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    incidents: tuple[Review, ...] = ()
    adrift: tuple[Review, ...] = ()

    def of(self, claim_id: str) -> tuple[Review, ...]:
        """Return the reviews of a claim."""
        return self.reviews.get(claim_id, ())

    def newest(self, claim_id: str) -> int:
        """Return the number of the newest review of a claim, 0 where there is none."""
        return max((review.seq for review in self.of(claim_id)), default=0)


def heeding(stored: Sequence[StoredClaim], reviews: Sequence[Review], *, reports: Collection[str]) -> Reviewed:
    """Return what the reviews come to over the claims of these reports, which are all that the reviews name.

    An addition to a report that is shown no more, or in another text, is adrift.
    """
    additions = [added(review) for review in reviews if review.act == "add"]
    here = once([one for one in additions if one.claim.report_id in reports])
    all_claims = [*stored, *here]
    by_claim, adrift = attached([r for r in reviews if r.act not in {"grade", "sign"}], all_claims)
    after = {
        claim_id: last_form(one, by_claim[claim_id]) for one in all_claims if (claim_id := one.claim.id) in by_claim
    }
    rejected = {id_: one for id_, one in after.items() if is_rejected(by_claim[id_])}
    last = [after.get(one.claim.id, one) for one in stored]
    changed = [one for one, was in zip(last, stored, strict=True) if one != was]
    moved = {id_: one.claim.id for id_, one in after.items()}
    return Reviewed(
        changed={one.seq: one for one in (*changed, *(after.get(one.claim.id, one) for one in here))},
        added=frozenset(one.seq for one in here),
        gone=frozenset(one.seq for one in rejected.values()),
        reviews={moved[id_]: tuple(found) for id_, found in by_claim.items()},
        originals={moved[one.claim.id]: one for one in all_claims if one.claim.id in after},
        rejected={moved[id_]: one for id_, one in rejected.items()},
        moved={old: new for old, new in moved.items() if old != new},
        incidents=tuple(review for review in reviews if review.act in {"grade", "sign"}),
        adrift=tuple(adrift),
    )


def joined(parts: Iterable[Reviewed]) -> Reviewed:
    """Return together what reviews come to that are about different claims."""
    found = list(parts)
    return Reviewed(
        changed={seq: one for part in found for seq, one in part.changed.items()},
        added=frozenset().union(*(part.added for part in found)),
        gone=frozenset().union(*(part.gone for part in found)),
        reviews={id_: reviews for part in found for id_, reviews in part.reviews.items()},
        originals={id_: one for part in found for id_, one in part.originals.items()},
        rejected={id_: one for part in found for id_, one in part.rejected.items()},
        moved={old: new for part in found for old, new in part.moved.items()},
        incidents=in_order(review for part in found for review in part.incidents),
        adrift=in_order(review for part in found for review in part.adrift),
    )


def in_order(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """Return reviews in the order of the book."""
    return tuple(sorted(reviews, key=lambda review: review.seq))


def once(additions: Iterable[StoredClaim]) -> list[StoredClaim]:
    """Return the additions without those that add again what an earlier one added."""
    first: dict[str, StoredClaim] = {}
    for one in additions:
        first.setdefault(one.claim.id, one)
    return list(first.values())


def added(review: Review) -> StoredClaim:
    """Return the claim that a person added, under the number of the review."""
    if review.claim is None or review.anchor is None:
        msg = f"entry {review.seq} adds no claim"
        raise UsageError(msg)
    return StoredClaim(seq=review.seq, report_name=review.anchor.report_name, claim=review.claim)


def attached(reviews: Iterable[Review], claims: Sequence[StoredClaim]) -> tuple[dict[str, list[Review]], list[Review]]:
    """Return the reviews by the claim of today that they are about: by its id, else by its words; and those adrift."""
    home = {one.claim.id: one.claim.id for one in claims}
    forms = {one.claim.id: one.claim for one in claims}
    by_report: dict[str, list[StoredClaim]] = defaultdict(list)
    for one in claims:
        by_report[one.report_name].append(one)
    found: dict[str, list[Review]] = defaultdict(list)
    adrift = []
    for review in reviews:
        about = home.get(review.about) or standing_at(review.anchor, by_report)
        if about is None:
            adrift.append(review)
            continue
        found[about].append(review)
        forms[about] = after_one(forms[about], review)
        home.setdefault(forms[about].id, about)  # the next review names the claim as it was then
    return found, adrift


def standing_at(anchor: Anchor | None, by_report: Mapping[str, Sequence[StoredClaim]]) -> str | None:
    """Return the id of the first claim whose number or trigger stands on the words."""
    if anchor is None:
        return None
    there = (one.claim for one in by_report.get(anchor.report_name, ()))
    return next((claim.id for claim in there if claim.anchor.span.overlaps(anchor.span)), None)


def last_form(stored: StoredClaim, reviews: Sequence[Review]) -> StoredClaim:
    """Return the claim with every correction applied, the latest of a field last; one that cannot be is passed over."""
    return replace(stored, claim=reduce(after_one, reviews, stored.claim))


def after_one(claim: Claim, review: Review) -> Claim:
    """Return the claim after a review; as it was where the review corrects nothing that can be."""
    if review.act != "correct":
        return claim
    try:
        return corrected(claim, review)
    except (UsageError, ValueError):
        return claim


def is_rejected(reviews: Sequence[Review]) -> bool:
    """Tell whether the last word on whether a claim stands is that it does not."""
    words = [review.act for review in reviews if review.act in {"accept", "reject", "correct"}]
    return bool(words) and words[-1] == "reject"


def conflicts(reviews: Sequence[Review]) -> list[tuple[Review, Review]]:
    """Return the pairs of reviews by two people that contradict each other, the later made without seeing the earlier.

    A later review whose author saw both settles it.
    """
    weighty = [review for review in reviews if review.act in {"accept", "reject", "correct"}]
    unseen = [(a, b) for n, b in enumerate(weighty) for a in weighty[:n] if b.seen < a.seq and at_odds(a, b)]
    return [(a, b) for a, b in unseen if not any(c.seen >= b.seq for c in weighty)]


def at_odds(a: Review, b: Review) -> bool:
    """Tell whether two reviews by two people cannot both be heeded."""
    if a.author == b.author:
        return False
    if a.act == b.act == "correct":
        return a.field == b.field and dict(a.value) != dict(b.value)
    return a.act != b.act and "reject" in {a.act, b.act}
