"""How alike two kinds of happening are; data/families.toml is the table behind it.

Invariant: likeness is symmetric, and a kind is always the same as itself.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from sijill.errors import DataError
from sijill.model import HAPPENINGS, MEASURES

Table = dict[str, list[str]]


@cache
def _tables() -> dict[str, Table]:
    tables = tomllib.loads(files("sijill.link").joinpath("data/families.toml").read_text(encoding="utf-8"))
    listed = {kind for name in ("families", "close") for kinds in tables[name].values() for kind in kinds}
    unknown = sorted((listed - set(HAPPENINGS)) | (set(tables["measures"]) - set(MEASURES)))
    if unknown:
        msg = f"data/families.toml of the link stage names {unknown[0]!r}, which is no happening or measure"
        raise DataError(msg)
    return tables


@cache
def families_of(happening: str | None, measure: str | None) -> frozenset[str]:
    """Return the families within which a claim may be linked: by its happening, else by its measure."""
    if happening is not None:
        return frozenset(name for name, kinds in _tables()["families"].items() if happening in kinds)
    return frozenset(_tables()["measures"].get(measure or "", ()))


@cache
def kinds_close_to(happening: str) -> frozenset[str]:
    """Return the kinds that may be the same happening under another name, the kind itself among them."""
    near = (kinds for kinds in _tables()["close"].values() if happening in kinds)
    return frozenset({happening}).union(*near)
