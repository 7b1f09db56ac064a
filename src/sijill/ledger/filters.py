"""Which claims are asked for; a value that no claim can have is refused, not silently unmatched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sijill.errors import UsageError
from sijill.model import CATEGORIES, CERTAINTIES, HAPPENINGS, MEASURES, SCOPES, SOURCE_KINDS

if TYPE_CHECKING:
    from datetime import date

KNOWN_VALUES = {
    "measure": MEASURES,
    "category": CATEGORIES,
    "happening": HAPPENINGS,
    "source_kind": SOURCE_KINDS,
    "certainty": CERTAINTIES,
    "scope": SCOPES,
    "only": ("figures", "happenings"),
}

SAME_COLUMN = ("measure", "category", "happening", "certainty", "scope", "protected")
"""Fields of a filter that are met by the column of their name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """What a claim must be to be shown; None asks nothing.

    `place` is the place as worded (whole words of it), its resolved name, first-level unit or code, or country code;
    case, accents and hyphens do not matter. Days match where they overlap `first_day`..`last_day`, an open end
    reaching to the end of time; a claim whose days are unknown on both ends matches no day. `source_kind` is that of
    any source. `report` is a report's name, id, or the beginning of either. `incident` is a key within a report.
    `superseded` adds what later readings and later texts of a report have replaced.
    """

    measure: str | None = None
    category: str | None = None
    happening: str | None = None
    place: str | None = None
    country: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    source_kind: str | None = None
    certainty: str | None = None
    scope: str | None = None
    report: str | None = None
    incident: str | None = None
    only: Literal["figures", "happenings"] | None = None
    protected: bool | None = None
    superseded: bool = False

    def __post_init__(self) -> None:
        """Refuse an unknown value and days in the wrong order with UsageError."""
        for field, known in KNOWN_VALUES.items():
            value = getattr(self, field)
            if value is not None and value not in known:
                msg = f"unknown {field.replace('_', ' ')} {value!r}: it is one of {', '.join(known)}"
                raise UsageError(msg)
        if self.first_day is not None and self.last_day is not None and self.last_day < self.first_day:
            msg = f"the last day {self.last_day} is before the first day {self.first_day}"
            raise UsageError(msg)
