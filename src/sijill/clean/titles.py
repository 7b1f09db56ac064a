"""Where a report's headline stands in its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

WITHIN: Final = 400  # code points: a headline further down is not one
SHORTEST: Final = 12  # letters and digits, under which a title is no proof
LONGEST: Final = 200  # code points of a first line that may be a headline
FEWEST_WORDS: Final = 3  # "Regional Command" is a label, "Rebels take Idlib" a headline
PARAGRAPH: Final = 120  # code points, from which a line is a paragraph and no part of a wrapped one
_SUFFIX: Final = re.compile(r"\s[|\u2013\u2014-]\s[^|]{1,60}$")
_LETTERS: Final = re.compile(r"[^\W_]+")
_STOP: Final = re.compile(r"[.!?,;:\"')]$")


def find_title(text: str, title: str) -> tuple[int, int] | None:
    """Return where `title` stands at the start of `text`, whatever the case and the marks between its words.

    A site's name after a bar or a dash need not be in the text ("... | Jordan Times").
    """
    head = text[: WITHIN + 2 * len(title)]
    words = [(match.start(), match[0].lower()) for match in _LETTERS.finditer(head)]
    letters = "".join(word for _, word in words)
    begins = list(accumulate((len(word) for _, word in words), initial=0))
    for candidate in _candidates(title):
        wanted = "".join(_LETTERS.findall(candidate)).lower()
        found = letters.find(wanted) if len(wanted) >= SHORTEST else -1
        if found >= 0:
            start, last = (_place(words, begins, at) for at in (found, found + len(wanted) - 1))
            return _with_marks(head, start, last + 1) if start <= WITHIN else None
    return None


def _place(words: list[tuple[int, str]], begins: list[int], at: int) -> int:
    """Return where letter number `at` of the joined words stands."""
    index = bisect_right(begins, at) - 1
    return words[index][0] + at - begins[index]


def _candidates(title: str) -> list[str]:
    """Return the title, and the title without what follows its last bars or dashes."""
    candidates = [title]
    while len(candidates) < 4 and (shorter := _SUFFIX.sub("", candidates[-1])) != candidates[-1]:  # noqa: PLR2004 -- site, section, region
        candidates.append(shorter)
    return candidates


def _with_marks(head: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch with the quotation marks and the stop that belong to it."""
    while start > 0 and head[start - 1] in "\"'(":
        start -= 1
    stop = re.compile(r"[\"')]{0,2}(?: ?[.?!])?[\"')]?").match(head, end)
    return start, stop.end() if stop else end


def first_line(text: str, start: int, opens: Callable[[str, int], bool]) -> int | None:
    """Return where the first line ends, if it reads as a headline: short, without a stop, above a paragraph.

    `opens` tells whether the report's heading goes on at a place.
    """
    end = text.find("\n", start, start + LONGEST + 1)
    line = text[start:end]
    if end < 0 or _STOP.search(line) or len(line.split()) < FEWEST_WORDS:
        return None
    following = end + 2 if text[end : end + 2] == "\n\n" else end + 1
    if text[following : following + 1].islower():
        return None
    apart = following == end + 2 or len(text) - end < PARAGRAPH
    return end if apart or _line_length(text, following) >= PARAGRAPH or opens(text, following) else None


def _line_length(text: str, start: int) -> int:
    """Return how long the line is that begins at `start`."""
    end = text.find("\n", start)
    return (len(text) if end < 0 else end) - start
