"""The words that reconciling looks for, from data/words.toml and data/source_names.csv; read once and checked.

Invariant: every pattern compiles, and every kind, category and happening named is one of the model's.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sijill.errors import DataError
from sijill.model import CATEGORIES, HAPPENINGS, SOURCE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What words before, after or inside a number phrase tell of it."""

    name: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    inside: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The tables of data/words.toml."""

    generic: dict[str, re.Pattern[str]]
    marks: tuple[Mark, ...]
    ceilings: dict[str, int]
    slack: float
    own: dict[str, str]
    civilian: frozenset[str]
    verbal: frozenset[str]
    small: frozenset[str]
    anybody: frozenset[str]
    single: frozenset[str]


@cache
def tables() -> Words:
    """Return the tables; raises DataError where one breaks its schema."""
    raw = tomllib.loads(_data("words.toml"))
    _check("kind of source", [*raw["generic"], *raw["own"]], SOURCE_KINDS)
    _check("category", [*raw["own"].values(), *raw["civilian"]["categories"]], CATEGORIES)
    _check("happening", raw["verbal"]["happenings"], HAPPENINGS)
    return Words(
        generic={kind: _either(patterns) for kind, patterns in raw["generic"].items()},
        marks=tuple(_mark(name, sides) for name, sides in raw["marks"].items()),
        ceilings=raw["ceilings"],
        slack=raw["approximate"]["slack"],
        own=raw["own"],
        civilian=frozenset(raw["civilian"]["categories"]),
        verbal=frozenset(raw["verbal"]["happenings"]),
        small=frozenset(raw["names"]["small"]),
        anybody=frozenset(raw["people"]["anybody"]),
        single=frozenset(raw["people"]["single"]),
    )


@cache
def source_names() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return (pattern, name) rows: folded words that the pattern finds are the source of that name."""
    rows = csv.DictReader(_data("source_names.csv").splitlines())
    return tuple((_compiled(row["pattern"]), row["name"]) for row in rows)


def _data(name: str) -> str:
    return files("sijill.reconcile").joinpath(f"data/{name}").read_text(encoding="utf-8")


def _check(what: str, found: Iterable[str], allowed: tuple[str, ...]) -> None:
    unknown = sorted(set(found) - set(allowed))
    if unknown:
        msg = f"data/words.toml of the reconcile stage names {unknown[0]!r}, which is no {what}"
        raise DataError(msg)


def _mark(name: str, sides: dict[str, Any]) -> Mark:
    before, after, inside = (_either(sides[side]) if side in sides else None for side in ("before", "after", "inside"))
    return Mark(name=name, before=before, after=after, inside=inside)


def _either(patterns: Iterable[str]) -> re.Pattern[str]:
    return _compiled("|".join(f"(?:{p})" for p in patterns))


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        msg = f"data of the reconcile stage: {pattern!r} is no regular expression: {error}"
        raise DataError(msg) from error
