"""What a caller says about the inputs, and what he is told about those that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from sijill.errors import InputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

FIELDS: Final = ("id", "text", "published", "title", "outlet", "url")
MIB: Final = 1024 * 1024
LARGEST_REPORT: Final = 64 * MIB  # bytes


def tomorrow() -> date:
    """Return the last day that is not in the future somewhere on Earth."""
    return (datetime.now(tz=UTC) + timedelta(days=1)).date()


def day_of(given: date | str | None) -> date | None:
    """Return a day given as a date, a moment or in writing ("2011-06-07"); UsageError if it is none of these."""
    if isinstance(given, datetime):
        return given.date()
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError) as error:
        msg = f"the publication day {given!r} is not a day: give a date, or year-month-day as in '2011-06-07'"
        raise UsageError(msg) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the inputs are to be read.

    `published` and `outlet` hold for every report. `fields` maps a name of FIELDS to the name that the JSON Lines
    use. `max_bytes` bounds one report, not one file of JSON Lines. `stdin` stands for standard input, `latest` is the
    last day that is taken for a publication day.
    """

    published: date | None = None
    outlet: str | None = None
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    max_bytes: int = LARGEST_REPORT
    stdin: BinaryIO | None = None
    latest: date = field(default_factory=tomorrow)

    def __post_init__(self) -> None:
        """Refuse a publication day in the future and an unknown field with UsageError."""
        if self.published is not None and self.published > self.latest:
            msg = f"the publication day {self.published} lies in the future: give the day the report was published"
            raise UsageError(msg)
        for name in self.fields:
            if name not in FIELDS:
                msg = f"unknown field {name!r}: the fields that can be named are {', '.join(FIELDS)}"
                raise UsageError(msg)

    def field_name(self, name: str) -> str:
        """Return what the JSON Lines call a field."""
        return self.fields.get(name, name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One report that cannot be read: which (with the line, in JSON Lines), why, and what can be done."""

    name: str
    reason: str
    advice: str = ""

    def __str__(self) -> str:
        """Return the refusal as one sentence."""
        return f"{self.name}: {self.reason}" + (f"; {self.advice}" if self.advice else "")


class UnreadableError(InputError):
    """What one report is refused for, before it is known as whose `Refusal`."""

    def __init__(self, reason: str, advice: str = "") -> None:
        """Keep reason and advice apart."""
        super().__init__(reason)
        self.reason = reason
        self.advice = advice

    def of(self, name: str) -> Refusal:
        """Return the refusal of the input that is called `name`."""
        return Refusal(name=name, reason=self.reason, advice=self.advice)


def too_large(size: int | None, limit: int) -> UnreadableError:
    """Return the refusal of a report over the limit; `size` is None where it was not read to its end."""
    held = f"holds {size / MIB:.0f} MiB" if size else "holds more"
    return UnreadableError(
        f"{held}, where one report may hold {limit / MIB:g} MiB",
        "split it into its reports (JSON Lines, one report a line, may be of any size)",
    )
