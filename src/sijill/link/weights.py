"""The weights of linking: how many bits each level of each part speaks for one happening. Data that a person can read.

Invariant: a level that the table does not name weighs nothing.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sijill.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Bits = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Weights for one kind of pair: the odds before anything is compared, and bits by part and level.

    `same` is the probability from which two are one happening, `unsure` that from which it is an open question.
    """

    prior: float
    bits: Mapping[str, Mapping[str, float]]
    same: float
    unsure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The two tables: pairs within one report, and pairs across reports."""

    within: Table
    across: Table


def load_weights(path: Path | None = None) -> Weights:
    """Return the shipped weights, or those of a file of the same form; DataError where a table is incomplete."""
    return _shipped() if path is None else _parsed(path.read_text(encoding="utf-8"), str(path))


@cache
def _shipped() -> Weights:
    text = files("sijill.link").joinpath("data/weights.toml").read_text(encoding="utf-8")
    return _parsed(text, "the shipped weights.toml")


def _parsed(text: str, name: str) -> Weights:
    try:
        tables = tomllib.loads(text)
        return Weights(within=_table(tables["within"]), across=_table(tables["across"]))
    except (KeyError, TypeError, AttributeError, tomllib.TOMLDecodeError) as wrong:
        msg = f"{name} is not a table of linking weights: {wrong}"
        raise DataError(msg) from wrong


def _table(rows: dict[str, Any]) -> Table:
    """Read one table; a weight is a number, or a row with the number under `bits`."""
    parts: Bits = {
        part: {level: float(row["bits"] if isinstance(row, dict) else row) for level, row in levels.items()}
        for part, levels in rows["parts"].items()
    }
    return Table(prior=float(rows["prior"]), bits=parts, same=float(rows["same"]), unsure=float(rows["unsure"]))
