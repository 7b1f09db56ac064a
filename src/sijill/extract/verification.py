"""Sentences that say a claim could not be checked, and the claims before them that they speak of.

"The report could not be independently verified" speaks of the sentence before it, and of those before that while they
give the same source's account. Inside a sentence it speaks of the whole sentence.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from sijill.extract.alternatives import matches_of_any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sijill.extract.words import Page
    from sijill.model import Claim
    from sijill.values import Span

REACH: Final = 3
"""Sentences before "could not be verified" that it may still speak of."""
_POINTS_BACK: Final = re.compile(
    r"\W*(?:it|there|neither|none|(?:the|these|those|this|that|his|her|their|such)"
    r"(?:\W+\w+){0,3}\W+(?:reports?|claims?|accounts?|figures?|tolls?|numbers?|allegations?))\b",
    re.IGNORECASE,
)
"""Opening of a sentence that speaks of what was said before it."""
_HEDGED: Final = "hedged"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    source = resources.files("sijill.extract") / "data" / "verification.toml"
    phrases: list[str] = tomllib.loads(source.read_text(encoding="utf-8"))["unverified"]
    return tuple(re.compile(phrase, re.IGNORECASE) for phrase in phrases)


def unverified(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a text that say something could not be verified."""
    return tuple(found.span() for found in matches_of_any(_patterns(), text))


def with_doubts(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Hedge the asserted claims that the report says could not be verified, with those words as evidence."""
    marked = list(claims)
    for start, end in unverified(page.text.text):
        found = page.evidence_at("certainty", start, end, "it could not be verified")
        for n in set(_spoken_of(page, marked, start)):
            if marked[n].certainty == "asserted":
                marked[n] = replace(marked[n], certainty=_HEDGED, evidence=(*marked[n].evidence, found))
    return marked


def _spoken_of(page: Page, claims: Sequence[Claim], start: int) -> Iterator[int]:
    """Yield the claims of the sentence that holds the words, and those before it where it has none or points back."""
    spans = [(s.start_char, s.end_char) for s in page.doc.sents]
    here = next((i for i, (low, high) in enumerate(spans) if low <= start < high), 0)
    by_sentence = [list(_inside(page, claims, spans[i])) for i in range(max(0, here - REACH), here + 1)]
    yield from by_sentence[-1]
    if by_sentence[-1] and not _POINTS_BACK.match(page.text.text[spans[here][0] : start]):
        return
    said: set[str | None] | None = None
    for members in reversed(by_sentence[:-1]):
        worded = {claims[n].source.worded for n in members}
        if said is not None and not (worded and worded <= said):
            return
        yield from members
        said = worded or None


def _inside(page: Page, claims: Sequence[Claim], stretch: tuple[int, int]) -> Iterator[int]:
    low, high = page.text.offsets[stretch[0]], page.text.offsets[stretch[1] - 1] + 1
    return (n for n, claim in enumerate(claims) if _starts_in(claim.anchor.span, low, high))


def _starts_in(span: Span, low: int, high: int) -> bool:
    return low <= span.start < high
