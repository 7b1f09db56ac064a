"""How certain a claim is, and by which words; the reader's label decides, cue words are kept as evidence."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sijill.extract.words import Page
    from sijill.model import Evidence
    from sijill.reading import TriggerCue

_CLEAR_HEDGE = re.compile(
    r"\b(?:apparently|reportedly|allegedly|purportedly|unconfirmed|unverified|feared (?:dead|killed)|supposedly|"
    r"reported (?:killed|dead)|presumably|are believed to|is believed to|(?:was|were) believed to|may have)\b",
    re.IGNORECASE,
)


@cache
def cue_patterns() -> dict[str, re.Pattern[str]]:
    """Return one pattern a degree of certainty, from `data/certainty.toml`."""
    source = resources.files("sijill.extract") / "data" / "certainty.toml"
    table: dict[str, list[str]] = tomllib.loads(source.read_text(encoding="utf-8"))
    return {degree: _pattern(phrases) for degree, phrases in table.items()}


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    joined = "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


def certainty_of(page: Page, cue: TriggerCue) -> tuple[str, tuple[Evidence, ...]]:
    """Return a cue's certainty and the words in its clause that carry it."""
    low, high = _clause(page, cue)
    clause = page.text.text[low:high]
    degree = cue.modality[0].label
    if degree == "asserted" and _CLEAR_HEDGE.search(clause):
        degree = "hedged"
    return degree, _cues(page, degree, low, clause)


def _cues(page: Page, degree: str, low: int, clause: str) -> tuple[Evidence, ...]:
    pattern = cue_patterns().get(degree)
    if pattern is None:
        return ()
    return tuple(
        page.evidence_at("certainty", low + found.start(), low + found.end(), f"cue word: {degree}")
        for found in pattern.finditer(clause)
    )


def _clause(page: Page, cue: TriggerCue) -> tuple[int, int]:
    """Return the characters of the clause around a cue: its governing verb's words up to the next finite verb."""
    token = page.doc[cue.start : cue.end].root
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    inside = [t for t in token.subtree if abs(t.i - cue.start) <= _REACH]
    inside.append(page.doc[cue.start])
    low, high = min(t.i for t in inside), max(t.i for t in inside)
    return page.chars(low, high + 1)


_REACH = 12
"""Words on either side of the cue that its clause may take in."""
