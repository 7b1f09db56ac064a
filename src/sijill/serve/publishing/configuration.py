"""What a release may hold, read from a TOML file; whatever is not allowed there stays in the register."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from sijill.errors import DataError, UsageError
from sijill.reconcile import rule_of
from sijill.serve.exports.tables import shape_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NEVER: Final = frozenset({"days_worded", "place", "reports", "target"})
"""Columns that hold words of reports: they are in no release."""
FIELDS: Final = tuple(column.name for column in shape_of("incidents") if column.name not in NEVER)
"""What a release may name."""
FORMS: Final = ("csv", "jsonl", "parquet", "xlsx", "geojson")
PLACES: Final = ("exact", "decimals", "unit", "country")
DAYS: Final = ("exact", "month", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """A release as it is wanted.

    `places` is one of PLACES: "decimals" rounds coordinates to `decimals`, "unit" keeps the first-level unit, and all
    but "exact" leave the place's name out. Numbers of people under `suppress_below` are not given, 0 apart.
    `only_protected` keeps incidents that protected sources alone tell of.
    """

    title: str
    fields: tuple[str, ...]
    contact: str = ""
    licence: str = ""
    rule: str = "ucdp"
    formats: tuple[str, ...] = ("csv",)
    places: str = "unit"
    decimals: int = 2
    days: str = "exact"
    suppress_below: int = 0
    only_protected: bool = False
    notes: str = ""

    def __post_init__(self) -> None:
        """Refuse with UsageError what a release cannot be."""
        _listed("fields", self.fields, FIELDS)
        _listed("formats", self.formats, FORMS)
        _listed("places", (self.places,), PLACES)
        _listed("days", (self.days,), DAYS)
        rule_of(self.rule)
        if self.decimals < 0 or self.suppress_below < 0:
            msg = "decimals and suppress_below are 0 or more"
            raise UsageError(msg)


def configuration_in(file: Path) -> Configuration:
    """Return the configuration in a file; DataError says what in it is wrong."""
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"{file} is not TOML: {error}"
        raise DataError(msg) from error
    try:
        return Configuration(**_typed(table))
    except (UsageError, TypeError, ValueError) as error:
        msg = f"{file}: {error}; see docs/guides/exports.md"
        raise DataError(msg) from error


def _typed(table: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a table by the fields of a configuration; ValueError for one that is missing or unknown."""
    types = {field.name: str(field.type) for field in fields(Configuration)}
    unknown, missing = table.keys() - types.keys(), {"title", "fields"} - table.keys()
    if unknown or missing:
        which = f"{min(unknown)!r} is not known" if unknown else f"{min(missing)!r} is missing"
        msg = f"{which}: it holds {', '.join(types)}"
        raise ValueError(msg)
    for name, value in table.items():
        wanted = {"str": str, "int": int, "bool": bool}.get(types[name], list)
        if type(value) is not wanted:
            msg = f"{name} is {value!r}: write it as {wanted.__name__}"
            raise ValueError(msg)
    return {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}


def _listed(name: str, given: Sequence[str], known: Sequence[str]) -> None:
    wrong = next((one for one in given if one not in known), None)
    if wrong is not None or not given:
        msg = f"{name} holds {wrong!r}: it may hold {', '.join(known)}" if given else f"{name} is empty"
        raise UsageError(msg)
