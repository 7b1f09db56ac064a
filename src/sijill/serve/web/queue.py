"""What awaits judgement, the least certain first: pairs of claims that may be one, and claims that nobody reviewed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sijill.judgement import MACHINE
from sijill.run.doubts import MOST
from sijill.run.judging import JUDGEMENT
from sijill.serve.web.documents import claim_of
from sijill.serve.wording import counted

if TYPE_CHECKING:
    from sijill.incident import Member
    from sijill.judgement import Judgement
    from sijill.serve.web.desk import Snapshot

SURE = 0.9  # a claim above it is not asked about


def claims_to_review(now: Snapshot) -> list[Member]:
    """Return the claims that no person has reviewed and of which the reader was unsure, the least certain first."""
    return now.once("claims to review", lambda: unsure(now))


def unsure(now: Snapshot) -> list[Member]:
    """Look for them among all claims."""
    reviewed = now.view.reviewed.reviews
    doubtful = (one for one in now.members if one.claim.id not in reviewed and one.claim.confidence < SURE)
    return sorted(doubtful, key=lambda one: (one.claim.confidence, one.entered))


def done(now: Snapshot) -> tuple[int, int]:
    """Return how many judgements and reviews people have entered, and how many of them in the last hour."""
    since = datetime.now(UTC) - timedelta(hours=1)
    kinds = (JUDGEMENT, "review")
    entered = [one for kind in kinds for one in now.shelf.book.entries(kind=kind, but_by=MACHINE)]
    return len(entered), sum(one.at >= since for one in entered)


def pair_document(judgement: Judgement, now: Snapshot) -> dict[str, Any]:
    """Return a pair with the parts of its score and both claims."""
    return {
        "probability": judgement.probability,
        "verdict": judgement.verdict,
        "parts": [{"name": part.name, "level": part.level, "bits": part.bits} for part in judgement.parts],
        "claims": [claim_of(now.by_id[id_], now) for id_ in (judgement.a, judgement.b)],
    }


def pairs_in_words(now: Snapshot) -> str:
    """Return how many pairs await judgement: "7 pairs"; no more are sought than a person judges at a sitting."""
    found = len(now.pairs_to_judge)
    return f"{found:,} or more pairs" if found >= MOST else counted(found, "pair")
