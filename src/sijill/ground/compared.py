"""Times that only say what something is compared with: "the worst attack since January" happened in no January."""

from __future__ import annotations

import re
from typing import Final

_UNIT: Final = r"(?:hours?|days?|weeks?|months?|years?)\b"
_HIGHEST: Final = (
    r"(?:biggest|bloodiest|boldest|deadliest|fiercest|gravest|greatest|heaviest|highest|largest|longest|lowest"
    r"|strongest|worst|most (?!of\b|were\b|are\b|have\b)\w+|only|single"
    rf"|first(?! (?:\w+ ){{0,2}}{_UNIT}))"
)
_COMPARED: Final = re.compile(
    rf"\b{_HIGHEST}(?:\s+(?!and\b|but\b|have\b|has\b|had\b|were\b|was\b|which\b|who\b)[\w'\u2019-]+){{0,9}}\s*\Z"
)


_BARE: Final = 3
"""Words of a "since" time that tells of nothing itself: "since January", "since last May"."""


def is_compared(before: str, worded: str) -> bool:
    """Tell whether a "since" time closes a comparison; `before` is what its sentence says up to it."""
    return worded.lower().startswith("since") and bool(_COMPARED.search(before.lower()))


def tells_nothing(worded: str) -> bool:
    """Tell whether a "since" time is one of the calendar alone, in which nothing is told of."""
    return len(worded.split()) <= _BARE
