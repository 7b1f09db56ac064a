"""Reviews in words, and as JSON holds them, masked. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sijill.serve.masking import MASKED
from sijill.serve.wording import one_line

if TYPE_CHECKING:
    from sijill.review import Review
    from sijill.serve.hiding import Hiding

ACTS = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "added", "note": "noted"}


def in_words(review: Review, hiding: Hiding) -> str:
    """Return "Amal corrected the number to “12”: misread"."""
    said = f"{review.author} {ACTS.get(review.act, review.act)}"
    if review.field:
        alleged = "alleged " if review.field == "perpetrator" else ""
        said += f" the {alleged}{review.field} to {value_in_words(review, hiding)}"
    return hiding.text(one_line(f"{said}: {review.reason}" if review.reason else said))


def value_in_words(review: Review, hiding: Hiding) -> str:
    """Return what a field was set to."""
    value = value_shown(review, hiding)
    days = " to ".join(str(value[name]) for name in ("first", "last") if value.get(name))
    words = f"“{value['words']}”" if value.get("words") else ""
    kind = f"({value['kind']})" if value.get("kind") else ""
    return " ".join(filter(None, (words, kind, days))) or "nothing"


def value_shown(review: Review, hiding: Hiding) -> dict[str, Any]:
    """Return what a field was set to, as it may be shown: the words for a protected source may identify it."""
    value = {name: hiding.plain(value) for name, value in review.value.items()}
    return {**value, "words": MASKED} if hiding.hides and value.get("protected") else value


def review_of(review: Review, hiding: Hiding) -> dict[str, Any]:
    """Return a review as an entry that can be undone."""
    return {
        "entry": review.seq,
        "at": review.at.isoformat() if review.at else None,
        "act": review.act,
        "author": hiding.text(review.author),
        "field": review.field,
        "value": value_shown(review, hiding),
        "reason": hiding.text(review.reason) if review.reason else None,
    }
