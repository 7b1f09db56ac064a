"""The days of the gold -> which words of the report give them, so that a pointer to a time can be learned.

The gold says when, not in which words. A time expression of the report is right where the calendar reads the gold's
days from it; where the gold's day is the report's own, pointing nowhere is right too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sijill.clean.heading import heading_day, read_heading
from sijill.detect.labels import DATED
from sijill.ground.days import days_of, find_times

Pair = tuple[str | None, str | None]
Stretch = tuple[int, int]
NOWHERE: Final = -1  # among right words: to point nowhere is right as well


@dataclass(frozen=True, slots=True)
class Times:
    """The time expressions of one report (offsets) by the days read from them, and the report's own day."""

    day: str | None
    spans: dict[Pair, list[Stretch]]

    @classmethod
    def of(cls, text: str, published: str | None) -> Times:
        """Find and read the expressions, against the day of the dateline before the one that was given."""
        given = date.fromisoformat(published) if published else None
        day = heading_day(read_heading(text, None), given) or given
        spans: dict[Pair, list[Stretch]] = {}
        for span in find_times(text):
            days = days_of(span.of(text), published=day)
            spans.setdefault((_iso(days.first), _iso(days.last)), []).append((span.start, span.end))
        return cls(_iso(day), spans)

    def dated(self, record: dict[str, Any]) -> str:
        """Return how the gold's days are known, a label of `DATED`."""
        first, last = record["from"], record["to"]
        if first is None and last is None:
            return DATED[3]
        if first is None:
            return DATED[2]
        return DATED[1] if self._since(first, last) else DATED[0]

    def right(self, record: dict[str, Any]) -> tuple[list[Stretch], bool] | None:
        """Return the expressions that give the record's days and whether pointing nowhere is right; None: not known."""
        first, last = record["from"], record["to"]
        spans = self.spans.get((first, last), [])
        if not spans and self._since(first, last):
            spans = [one for days, found in self.spans.items() if days[0] == first for one in found]
        nowhere = first is None or (first, last) == (self.day, self.day)
        return (spans, nowhere) if spans or nowhere else None

    def _since(self, first: str | None, last: str | None) -> bool:
        return first != last and last == self.day and (first, last) not in self.spans


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
