"""A text with, for every character, the place in the report that it came from.

Invariant: places never decrease, and `offsets` has one entry more than the text has characters: the end.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """A text as rewritten so far, and where each of its characters stands in the first text."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Mapped:
        """Return a text that maps to itself."""
        return cls(text=text, offsets=tuple(range(len(text) + 1)))

    def rewrite(self, edits: Iterable[tuple[int, int, str]]) -> Mapped:
        """Return the text with each stretch `start..end` replaced; edits are in order and do not overlap.

        Every character of a replacement maps to the first character that it replaces.
        """
        pieces: list[str] = []
        offsets: list[int] = []
        done = 0
        for start, end, new in edits:
            pieces += (self.text[done:start], new)
            offsets += self.offsets[done:start]
            offsets += [self.offsets[start]] * len(new)
            done = end
        pieces.append(self.text[done:])
        offsets += self.offsets[done:]
        return Mapped(text="".join(pieces), offsets=tuple(offsets))

    def original(self, start: int, end: int) -> Span:
        """Return the stretch of the first text that `text[start:end]` came from."""
        return Span(start=self.offsets[start], end=max(self.offsets[end - 1] + 1, self.offsets[start] + 1))

    def within(self, span: Span) -> Span | None:
        """Return the stretch of this text that came from `span` of the first text; None where nothing is left of it."""
        start, end = bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end)
        end = min(end, len(self.text))
        return Span(start=start, end=end) if start < end else None
