"""The stretches of a text in which a costly pattern need be tried: around the words of which every match holds one.

A search for a fixed word costs next to nothing; a pattern of many alternatives over a whole report costs milliseconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator


def stretches(text: str, needed: Iterable[str], *, before: int, after: int) -> list[tuple[int, int]]:
    """Return where one of the needed words stands in `text`, with so many characters before and after, joined."""
    return around((at for word in needed for at in _places(text, word)), before=before, after=after)


def around(places: Iterable[int], *, before: int, after: int) -> list[tuple[int, int]]:
    """Return the stretches around places of a text, those joined that touch."""
    found: list[tuple[int, int]] = []
    for at in sorted(places):
        start, end = max(at - before, 0), at + after
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def matches(pattern: re.Pattern[str], text: str, within: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in stretches of a text."""
    for start, end in within:
        yield from pattern.finditer(text, start, end)


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
