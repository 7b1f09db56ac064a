"""The names of months and weekdays, in lower case: they date what is told and name neither a person nor a place."""

from __future__ import annotations

from typing import Final

MONTHS: Final = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december"}
)
WEEKDAYS: Final = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
