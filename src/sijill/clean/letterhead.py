"""Who issues a text that is its issuer's own: the letterhead of a press release, a bulletin or a statement.

Invariant: an issuer stands on a line of its own, above or right before the line that says what the paper is, or beside
that on one line.
"""

from __future__ import annotations

import re
from typing import Final

LINES: Final = 6
"""Lines with words in which a letterhead stands."""
LONGEST: Final = 9
"""Words of an issuer's name."""
_RELEASE: Final = re.compile(
    r"(?:for immediate release|(?:press|news|media) (?:release|statement|office)|information office|"
    r"(?:(?:daily|weekly|monthly|annual|special) )?(?:bulletin|situation report|communiqu[e\u00e9]|flash update)|"
    r"statement)(?=\s*(?:\Z|[,:;#|(\d\u2013-]|no\b))",
    re.IGNORECASE,
)
_OF: Final = "daily|weekly|monthly|annual|special|casualty|security|humanitarian|incident|human|rights|news"
_PAPER: Final = (
    rf"(?:(?:{_OF}) ){{0,3}}(?:bulletin|situation report|communiqu[e\u00e9]|(?:press|news|media) (?:release|statement)|"
    r"flash update)"
)
_ONE_LINE: Final = (
    re.compile(rf"{_PAPER}\s+[-|\u2013\u2014]\s+(?P<name>.+)", re.IGNORECASE),
    re.compile(rf"(?P<name>.+?)(?::|\s[-|\u2013\u2014])\s+{_PAPER}", re.IGNORECASE),
)
"""A paper and its issuer on one line: "Daily casualty bulletin - Lake Rights Watchdog"."""
_SMALL: Final = frozenset({"of", "the", "for", "and", "in", "on", "to", "at", "de", "al", "&"})
_TAIL: Final = re.compile(r"\s+[-|\u2013]\s.*")


def issuer(text: str) -> tuple[int, int] | None:
    """Return where the issuer's name stands in a text that opens with a letterhead, None for any other text."""
    name: tuple[int, int] | None = None
    for count, line in enumerate(re.finditer(r"[^\n]*\S[^\n]*", text)):
        words = line[0].strip()
        if count >= LINES:
            return None
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        beside = next((found for form in _ONE_LINE if (found := form.fullmatch(words))), None)
        if beside and _is_name(beside["name"]):
            return start + beside.start("name"), start + beside.end("name")
        if _RELEASE.match(words):
            return name
        if _is_name(words):
            name = start, start + len(_TAIL.sub("", words))
    return None


def _is_name(line: str) -> bool:
    """Tell whether a line may be a body's name: a few words that begin large, without figures or a stop."""
    words = [word for word in line.split() if word.lower() not in _SMALL and word.isascii()]
    if not words or len(line.split()) > LONGEST or line[-1] in ".:;,!?" or any(c.isdigit() for c in line):
        return False
    return all(word[0].isupper() or not word[0].isalpha() for word in words)
