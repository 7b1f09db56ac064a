"""Verbs of saying, for every stage that asks who says something: `saying.toml` beside this module holds them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def verbs_of_saying() -> frozenset[str]:
    """Return the words that say that somebody says something ("said", "reported", "believes")."""
    return frozenset(_lists()["telling"]) | frozenset(_lists()["holding"])


@cache
def times_of_saying() -> frozenset[str]:
    """Return the words whose time is that of the telling, not of what is told ("said on Monday")."""
    return frozenset(_lists()["telling"]) | {"according"}


@cache
def _lists() -> dict[str, list[str]]:
    source = resources.files("sijill") / "saying.toml"
    found: dict[str, list[str]] = tomllib.loads(source.read_text(encoding="utf-8"))
    return found
