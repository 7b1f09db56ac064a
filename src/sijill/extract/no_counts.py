"""Numbers that count nobody by their own words: of a rank ("the sixth to die"), of an age ("dies at 63").

Invariant: "a third soldier" is one more (its number is the "a") and "a third of them" a share; neither is a rank.
"""

from __future__ import annotations

import re
from typing import Final

_RANK: Final = re.compile(
    r"the|(?:(?:the|this|its|his|her|their)\s+)?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twenti|thirti|forti|fifti|sixti)eth|\d+(?:st|nd|rd|th))",
    re.IGNORECASE,
)
_OF_THEM: Final = re.compile(r"\s+of\b")
"""What makes a share of a rank: "a third of them"."""
_AGE_BEHIND: Final = re.compile(
    r"-(?:year|month|week|day)s?[\s-]olds?\b|\s(?:years|months|weeks|days)[\s-]olds?\b|\s+years?\s+of\s+age\b"
)
"""An age by what stands behind its number: "six-year-old", "63 years old"; not "six day-old babies"."""
_AGE_BEFORE: Final = re.compile(r"(?:\b(?:dies?|died)\s+at|\baged?|\bage\s+of)\s+$", re.IGNORECASE)
_OF_AN_AGE: Final = re.compile(r"\s+[\w-]+-(?:year|month|week|day)-old\b")
"""What stands behind an article that counts one by an age: "a 14-year-old"."""
_FAR: Final = 20
"""Characters before a number within which the words stand that make it an age."""


def is_rank(text: str, start: int, end: int) -> bool:
    """Tell whether the number words at these characters say which of several somebody is, or are "the" alone."""
    return _RANK.fullmatch(text, start, end) is not None and _OF_THEM.match(text, end) is None


def is_age(text: str, start: int, end: int) -> bool:
    """Tell whether the number at these characters says how old somebody is."""
    behind = _AGE_BEHIND.match(text, end) is not None
    return behind or _AGE_BEFORE.search(text[max(start - _FAR, 0) : start]) is not None


def is_of_an_age(text: str, end: int) -> bool:
    """Tell whether the article that ends at a character counts somebody by an age: "a 14-year-old"."""
    return _OF_AN_AGE.match(text, end) is not None
