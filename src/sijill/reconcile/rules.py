"""The named rules of tolls, from data/rules/*.toml: a rule is a file, and adding one needs no Python.

Invariant: a rule that loads names only measures of the model and ways of choosing a best that exist.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

from sijill.errors import DataError, UsageError
from sijill.model import MEASURES

BEST: Final = ("none", "most_sources", "lowest_until_corroborated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How incidents are counted.

    `measures` is empty where every measure may be counted. `least` is the fewest people, by the highest number named,
    of an incident that counts. `coarsest_days` and `coarsest_place` are UCDP's date_prec and where_prec. `vague` gives
    words their numbers. `left_out` says what the rule's source asks beyond this.
    """

    name: str
    title: str
    source: str
    best: str
    measures: tuple[str, ...] = ()
    least: int = 0
    coarsest_days: int = 5
    coarsest_place: int = 7
    divide_days: bool = False
    vague: dict[str, int] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by its name, which is its file's."""
    tables = sorted(files("sijill.reconcile").joinpath("data/rules").iterdir(), key=lambda file: file.name)
    return {
        name: _rule(name, tomllib.loads(file.read_text(encoding="utf-8")))
        for file in tables
        if (name := file.name.removesuffix(".toml")) != file.name
    }


def rule_of(name: str) -> Rule:
    """Return a rule by its name; raises UsageError where there is none."""
    found = rules().get(name)
    if found is None:
        msg = f"there is no rule {name!r} of counting: use one of {', '.join(rules())}"
        raise UsageError(msg)
    return found


def _rule(name: str, table: dict[str, object]) -> Rule:
    listed = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    try:
        rule = Rule(name=name, **listed)  # type: ignore[arg-type]
    except TypeError as error:
        msg = f"data/rules/{name}.toml: {error}"
        raise DataError(msg) from error
    unknown = sorted(set(rule.measures) - set(MEASURES))
    if unknown or rule.best not in BEST:
        msg = f"data/rules/{name}.toml: unknown measure or best {(unknown or [rule.best])[0]!r}"
        raise DataError(msg)
    return rule
