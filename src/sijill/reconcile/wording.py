"""Figures in words, for contradictions: "15 killed: 7 members of the security forces, 5 army rebels, 3 civilians".

Names of sources stay outside the words, so that whoever shows them can mask them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sijill.incident import Amount, SourceFigures

_MEASURES = {"killed_or_injured": "killed or wounded", "injured": "wounded"}


def number_in_words(amount: Amount) -> str:
    """Return a number as people write it: "15", "at least 20", "up to 40", "5 to 9", "dozens", "about 30"."""
    if amount.vague:
        return amount.vague
    if amount.low is None:
        return f"up to {amount.high:,}" if amount.high is not None else "an unknown number"
    if amount.high is None:
        return f"at least {amount.low:,}"
    if amount.low != amount.high:
        return f"{amount.low:,} to {amount.high:,}"
    return f"about {amount.low:,}" if amount.approximate else f"{amount.low:,}"


def figures_in_words(figures: SourceFigures) -> str:
    """Return a source's total of a measure with what it is the sum of."""
    if figures.total is None:
        return "no total"
    total = figures.total
    measure = _MEASURES.get(figures.measure, figures.measure)
    words = f"{number_in_words(total)} {measure}"
    if total.derived:
        parts = [p for p in figures.parts if set(p.claims) <= set(total.claims)]
        return f"{words}: {', '.join(people_in_words(p) for p in parts)}" if parts else words
    worded = f" ({total.victims})" if total.victims else ""
    return f"{words}{worded}{', hedged' if total.hedged else ''}"


def people_in_words(amount: Amount) -> str:
    """Return a number with the people as worded, else their category: "7 members of the security forces"."""
    return f"{number_in_words(amount)} {amount.victims or amount.category.replace('_', ' ')}"
