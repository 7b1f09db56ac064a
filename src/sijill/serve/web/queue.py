"""What awaits judgement, the least certain first: pairs of claims that may be one, and claims that nobody reviewed."""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sijill.judgement import MACHINE
from sijill.run.judging import JUDGEMENT
from sijill.run.reviewing import REVIEW
from sijill.serve.web.documents import claim_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.judgement import Judgement
    from sijill.serve.web.desk import Snapshot

SURE = 0.9  # a claim above it is not asked about


def claims_to_review(now: Snapshot) -> list[str]:
    """Return the ids of the claims that nobody has reviewed and the reader was unsure of, the least certain first."""
    return now.once("claims to review", lambda: unsure(now))


def unsure(now: Snapshot) -> list[str]:
    """Look for them among all claims."""
    reviewed = now.view.reviewed.reviews
    doubtful = (one for one in now.view.outlines if one.confidence < SURE and one.id not in reviewed)
    return [one.id for one in sorted(doubtful, key=lambda one: (one.confidence, one.seq))]


def done(now: Snapshot) -> tuple[int, int]:
    """Return how many judgements and reviews people have entered, and how many of them in the last hour."""
    entered = now.once("when people entered", lambda: sorted(when_entered(now)))
    since = datetime.now(UTC) - timedelta(hours=1)
    return len(entered), len(entered) - bisect_left(entered, since)


def when_entered(now: Snapshot) -> Iterator[datetime]:
    """Yield when each judgement and review was entered by a person."""
    kinds = (JUDGEMENT, REVIEW)
    return (one.at for kind in kinds for one in now.shelf.book.entries(kind=kind, but_by=MACHINE))


def pair_document(judgement: Judgement, now: Snapshot) -> dict[str, Any]:
    """Return a pair with the parts of its score and both claims."""
    return {
        "probability": judgement.probability,
        "verdict": judgement.verdict,
        "parts": [{"name": part.name, "level": part.level, "bits": part.bits} for part in judgement.parts],
        "claims": [claim_of(one, now) for one in now.members((judgement.a, judgement.b))],
    }
