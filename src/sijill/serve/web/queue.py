"""What awaits judgement, the least certain first: pairs of claims that may be one, and claims that nobody reviewed."""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sijill.serve.web.documents import claim_of

if TYPE_CHECKING:
    from sijill.judgement import Judgement
    from sijill.serve.web.desk import Snapshot


def claims_to_review(now: Snapshot) -> list[str]:
    """Return the ids of the claims that nobody has reviewed and the reader was unsure of, the least certain first."""
    return now.once("claims to review", lambda: unsure(now))


def unsure(now: Snapshot) -> list[str]:
    """Look for them among the claims that the reader was unsure of."""
    reviewed = now.view.reviewed.reviews
    return [one.id for one in now.view.outlined.unsure if one.id not in reviewed]


def done(now: Snapshot) -> tuple[int, int]:
    """Return how many judgements and reviews people have entered, and how many of them in the last hour."""
    since = datetime.now(UTC) - timedelta(hours=1)
    return len(now.entered), len(now.entered) - bisect_left(now.entered, since)


def pair_document(judgement: Judgement, now: Snapshot) -> dict[str, Any]:
    """Return a pair with the parts of its score and both claims."""
    return {
        "probability": judgement.probability,
        "verdict": judgement.verdict,
        "parts": [{"name": part.name, "level": part.level, "bits": part.bits} for part in judgement.parts],
        "claims": [claim_of(one, now) for one in now.members((judgement.a, judgement.b))],
    }
