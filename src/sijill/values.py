"""Values that claims are made of: spans, days, counts.

Every value here is immutable, checks its invariants when it is built, and imports nothing of Sijill.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

COMPARATORS = ("exact", "at_least", "more_than", "at_most", "less_than", "about", "nearly", "range", "vague")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open stretch of a text, in code points; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or reversed stretch with ValueError."""
        if not 0 <= self.start < self.end:
            msg = f"a span must have 0 <= start < end, not {self.start}..{self.end}"
            raise ValueError(msg)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Return the words that the span covers in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRange:
    """How many people a number phrase stands for.

    `low` and `high` are whole numbers of people, both ends included; None is an open end. `value` is the number as
    stated (None for a vague word), `value_high` the upper one of a stated range.
    """

    low: int | None
    high: int | None
    comparator: str
    value: int | None = None
    value_high: int | None = None
    vague: str | None = None
    approximate: bool = False

    def __post_init__(self) -> None:
        """Refuse an unknown comparator, a negative count and low > high with ValueError."""
        if self.comparator not in COMPARATORS:
            msg = f"unknown comparator {self.comparator!r}"
            raise ValueError(msg)
        if any(n is not None and n < 0 for n in (self.low, self.high)):
            msg = f"a count cannot be negative: {self.low}..{self.high}"
            raise ValueError(msg)
        if self.low is not None and self.high is not None and self.low > self.high:
            msg = f"low {self.low} is above high {self.high}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The first and last day of something, each possibly open.

    `precision` is UCDP's date_prec: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year or more; None where
    nothing is known. Where the anchor day is unknown, `anchor` names it ("publication") and `offset_first` and
    `offset_last` count days from it.
    """

    first: date | None = None
    last: date | None = None
    precision: int | None = None
    worded: str | None = None
    rule: str | None = None
    anchor: str | None = None
    offset_first: int | None = None
    offset_last: int | None = None

    def __post_init__(self) -> None:
        """Refuse a last day before the first and a precision outside 1..5 with ValueError."""
        if self.first is not None and self.last is not None and self.last < self.first:
            msg = f"last day {self.last} is before first day {self.first}"
            raise ValueError(msg)
        if self.precision is not None and not 1 <= self.precision <= 5:  # noqa: PLR2004 -- UCDP date_prec is 1..5
            msg = f"date precision {self.precision} is not in 1..5"
            raise ValueError(msg)

    @property
    def known(self) -> bool:
        """Whether at least one end is a calendar day."""
        return self.first is not None or self.last is not None
