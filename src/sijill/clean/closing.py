"""What stands after the article: its agency and its source line."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from sijill.clean.agencies import agencies, agency_words
from sijill.clean.boilerplate import Cut

WITHIN: Final = 200  # code points at the end
_SOURCE: Final = re.compile(
    r"\(Sources?: ?[^()\n]{2,120}\)\.?\Z|(?:(?<=[.\"')]\s)|(?<=\n))Sources?:? [A-Z][^\n.]{2,80}\Z"
)


@cache
def _agency() -> re.Pattern[str]:
    """Return the form of an agency's name after the last words: "- REUTERS", ".-AFP", a line of its own."""
    return re.compile(
        rf"(?:(?<=[.!?\"')])\s?-{{0,3}}\s?|\n-{{0,3}}\s?|\s-{{1,3}}\s?)\(?(?P<agency>{agency_words()})\)?\.?\Z"
    )


def closing_agency(text: str, end: int) -> tuple[Cut, str] | None:
    """Return the agency's name that ends the text at `end`, if one does."""
    match = _agency().search(text, max(1, end - WITHIN), end)
    return (Cut(match.start(), match.end(), "agency"), agencies()[match["agency"]]) if match else None


def closing_source(text: str, end: int) -> tuple[int, int] | None:
    """Return where the source line stands that ends the text at `end`: "(Source: Syrian Coalition)"."""
    match = _SOURCE.search(text, max(0, end - WITHIN), end)
    return match.span() if match else None
