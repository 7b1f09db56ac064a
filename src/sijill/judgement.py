"""The noun of linking: what somebody holds of two claims, that they tell of one happening or do not.

A judgement is an entry of the book: it is never changed, and undone only by another entry. It names its two claims by
id and by the words they stand in, so that it finds them again when a report is read anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sijill.model import content_id
from sijill.values import Span

VERDICTS = ("same", "different", "unsure")
MACHINE = "sijill"
"""The author of the program's own judgements; every other author is a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One reason of a score: what was compared, what was found, and its weight in bits (log2 of the odds)."""

    name: str
    level: str
    bits: float

    def __str__(self) -> str:
        """Say it in words: "place: near (+1.2)"."""
        return f"{self.name}: {self.level} ({self.bits:+.1f})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where the words of a claim stand, whatever its id: the report's name, and its number's or trigger's span."""

    report_name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Two claims: same, different or unsure happening; by whom, when, and why.

    `probability` is that of one happening, as the author sees it (0..1; None where a person gave none); `parts` are
    its reasons and `barred` the evidence that the two cannot be one, in words; `seq` is the number of its entry in the
    book, 0 before it is entered. Later entries outrank earlier ones on the same claims.
    """

    a: str
    b: str
    verdict: str
    author: str = MACHINE
    probability: float | None = None
    parts: tuple[Part, ...] = ()
    barred: str | None = None
    reason: str | None = None
    anchors: tuple[Anchor, Anchor] | None = None
    at: datetime | None = None
    seq: int = 0

    def __post_init__(self) -> None:
        """Refuse an unknown verdict and a claim judged against itself with ValueError."""
        if self.verdict not in VERDICTS:
            msg = f"unknown verdict {self.verdict!r}: not one of {', '.join(VERDICTS)}"
            raise ValueError(msg)
        if self.a == self.b:
            msg = f"a judgement is about two claims, not {self.a!r} twice"
            raise ValueError(msg)

    @property
    def by_person(self) -> bool:
        """Whether a person made it."""
        return self.author != MACHINE

    @property
    def pair(self) -> tuple[str, str]:
        """The two claims, in the order of their ids."""
        return (self.a, self.b) if self.a < self.b else (self.b, self.a)

    @property
    def id(self) -> str:
        """Content id: claims, verdict, author, entry."""
        return content_id("judgement", *self.pair, self.verdict, self.author, self.seq)
