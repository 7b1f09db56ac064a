"""Text as a name is looked for in it: accents, joiners and kinds of dash and apostrophe make no difference. Pure."""

from __future__ import annotations

import unicodedata

DASHES, APOSTROPHES, LETTER_MARKS = (
    "\u2010\u2011\u2012\u2013\u2014\u2212",
    "\u2019\u2018\u02bc\u0060\u00b4",
    "\u02bf\u02be",
)
ALIKE = str.maketrans({**dict.fromkeys(DASHES, "-"), **dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(LETTER_MARKS)})


def fold(text: str) -> tuple[str, list[int]]:
    """Return the text without accents, joiners and kinds of dash, and where each of its characters came from.

    The list is one longer than the folded text; its last entry is the end of the text.
    """
    if text.isascii():
        return text, list(range(len(text) + 1))
    folded: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        for base in unicodedata.normalize("NFKD", character).translate(ALIKE):
            if unicodedata.category(base) not in {"Mn", "Cf"}:
                folded.append(base)
                offsets.append(at)
    return "".join(folded), [*offsets, len(text)]
