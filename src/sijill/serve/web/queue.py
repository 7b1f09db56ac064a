"""What awaits judgement, the least certain first: pairs of claims that may be one, and claims that nobody reviewed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sijill.judgement import MACHINE
from sijill.run.judging import JUDGEMENT
from sijill.serve.web.documents import claim_of

if TYPE_CHECKING:
    from sijill.incident import Member
    from sijill.judgement import Judgement
    from sijill.serve.web.desk import Snapshot

EVEN = 0.5
SURE = 0.9  # a claim or a link above it is not asked about


def pairs_to_judge(now: Snapshot) -> list[Judgement]:
    """Return the machine's links that no person has judged, those nearest to even odds first."""
    judged = {judgement.pair for judgement in now.view.judged.people}
    open_ = [one for one in now.view.linking.judgements if one.pair not in judged and not certain(one)]
    return sorted(open_, key=lambda one: (abs((one.probability or EVEN) - EVEN), one.pair))


def certain(judgement: Judgement) -> bool:
    """Tell whether the machine is sure enough not to ask."""
    probability = EVEN if judgement.probability is None else judgement.probability
    return judgement.verdict != "unsure" and not 1 - SURE <= probability <= SURE


def claims_to_review(now: Snapshot) -> list[Member]:
    """Return the claims that no person has reviewed and of which the reader was unsure, the least certain first."""
    reviewed = now.view.reviewed.reviews
    doubtful = (one for one in now.members if one.claim.id not in reviewed and one.claim.confidence < SURE)
    return sorted(doubtful, key=lambda one: (one.claim.confidence, one.entered))


def done(now: Snapshot) -> tuple[int, int]:
    """Return how many judgements and reviews people have entered, and how many of them in the last hour."""
    since = datetime.now(UTC) - timedelta(hours=1)
    kinds = (JUDGEMENT, "review")
    entered = [one for kind in kinds for one in now.shelf.book.entries(kind=kind) if one.author != MACHINE]
    return len(entered), sum(one.at >= since for one in entered)


def pair_document(judgement: Judgement, now: Snapshot) -> dict[str, Any]:
    """Return a pair with the parts of its score and both claims."""
    return {
        "probability": judgement.probability,
        "verdict": judgement.verdict,
        "parts": [{"name": part.name, "level": part.level, "bits": part.bits} for part in judgement.parts],
        "claims": [claim_of(now.view.members[id_], now) for id_ in (judgement.a, judgement.b)],
    }
